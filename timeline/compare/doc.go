// Package compare holds two schedules of a kommune against each other, and tells
// what newer editions of the playbook change for a plan.
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
//		"github.com/drejebog/monopolbrud/timeline/compare"
//		"github.com/rickb777/date/v2"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		before, err := timeline.Compute(book, plan.New("Roskilde"))
//		if err != nil {
//			log.Fatal(err)
//		}
//		later := plan.New("Roskilde")
//		later.Projects = map[string]plan.Rollout{"sapa": {GoLive: plan.On(date.New(2016, 4, 1))}}
//		after, err := timeline.Compute(book, later)
//		if err != nil {
//			log.Fatal(err)
//		}
//		for _, change := range compare.Schedules(before, after).Tasks {
//			if days, ok := change.DaysLater(); ok && days > 0 {
//				fmt.Println(change.ID, "finishes", days, "days later")
//			}
//		}
//	}
//
// # Two schedules
//
// Schedules takes any two: a plan and its baseline, two go-lives, two editions,
// even two kommuner. It tells
//
//   - which tasks and milestones differ in dates, float, length, deadline or
//     criticality, and which only one of the two has;
//   - which hard dates and rules are newly missed (Broken), and which no longer
//     are (Mended): a breach that both have is told in neither, whether it is
//     scheduled or has come about;
//   - how many working days each budget year gains or loses (Years), and from
//     which year to which work moves (Moves). What a task grows or shrinks by
//     moves nowhere.
//
// Days that a date moves are calendar days; float and work are working days. Dates
// that are counted from a go-live without a date are compared with each other
// where they hang on the same one.
//
// # Editions
//
// Since computes a plan by an earlier edition of the playbook and by what is known
// at the plan's as-of, and tells for each thing that came or changed which tasks
// and deliverables the plan says something of, which new tasks it is silent on,
// and which of its own tasks are joined to them; and which dates move for that.
//
// # As data and in words
//
// json.Marshal gives what seeds/schema/timeline-comparison.schema.json and
// timeline-update.schema.json describe. Package timeline/timelinereport tells both.
//
// # Goroutines
//
// The functions only read what they are given, and may run in many goroutines on
// the same schedules, book and plan. A Comparison and an Update are data: they may
// be shared as long as nobody changes them. They point into the two schedules,
// which they keep.
package compare
