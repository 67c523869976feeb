// Package keydate lists the days of a schedule that matter: the marks of a calendar
// or a picture, and the hard dates that lie ahead.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//		"github.com/drejebog/monopolbrud/timeline"
//		"github.com/drejebog/monopolbrud/timeline/keydate"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		sched, err := timeline.Compute(book, plan.New("Roskilde"))
//		if err != nil {
//			log.Fatal(err)
//		}
//		for _, mark := range keydate.Marks(sched) {
//			fmt.Println(mark.Date, mark.Kind, mark.Label.EN)
//		}
//	}
//
// # Marks
//
// Marks are all dated points of a schedule: go-lives, starts of implementation and
// ends of legacy systems, hard dates, what the kommune reports, the last days of
// notice, the days of the budgets that tasks fall under, and what others deliver.
// A hard end that several steps share is one mark, named after the last of them. A
// mark stands on the day itself; where that is a day off, its note tells the
// working day on which it is met. Packages timeline/ical and timeline/gantt write
// them, with whatever marks their caller adds: those need a date and a label.
//
// # Hard dates
//
// HardDates are what must not be missed from now on, with the float that is left:
// a frist, the last day to give notice, a day that a rule sets others, and, without
// float, what the plan is made for (go-lives, ends of systems) and contracts that
// end too early. What is done or reached, and what lies before the day that the
// schedule is seen from, is left out. No date has more float than there are
// working days left. The days of the budgets are in Schedule.BudgetYears.
//
// Of sums one kommune up for whoever follows many: whether the plan says anything
// of its own, the go-lives, and the nearest hard date that the kommune has to meet
// by its own work.
//
// # Goroutines
//
// The functions only read the schedule and may run in many goroutines on one.
// Marks and hard dates are plain data that their caller owns; a Summary points
// into the schedule for the go-lives.
package keydate
