// Package view shows a schedule from one side: in groups, the days ahead by who
// does what, and what others owe.
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
//		"github.com/drejebog/monopolbrud/timeline/view"
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
//		for _, duty := range view.Ahead(sched, 30, 90).Duties {
//			fmt.Println(duty.Task.Start.Date, duty.Responsible.Name.EN, duty.Task.Label().EN)
//		}
//	}
//
// # Three views
//
// Of puts each task and milestone into one group: of its project, its theme, who
// carries it out, or the role that answers for it. Groups come in the playbook's
// order, and none is empty. By role there are tasks only.
//
// Ahead is an agenda: the tasks that run in the days ahead, by start, with who
// answers for each and who does it, and those that should be finished by now and
// have their hard day among these. The days are counted from the day after the one
// that the schedule is seen from; days are calendar days. What is finished, not
// relevant, or a level of effort is left out.
//
// WaitingFor is what others owe the kommune: who, what, promised when and in which
// words, whether it came, by how many calendar days it is late, and which of the
// kommune's own tasks and milestones wait for it, also over another deliverable.
// What is overdue comes first, then what is expected, what nobody has dated, and
// what has come.
//
// # As data and in words
//
// json.Marshal gives what seeds/schema/timeline-view.schema.json,
// timeline-agenda.schema.json and timeline-waiting.schema.json describe; a view
// names tasks and milestones by their ids, and what these are stands in the
// schedule. Package timeline/timelinereport tells all three.
//
// # Goroutines
//
// The functions only read the schedule and may run in many goroutines on one. What
// they return points into the schedule, which it keeps, and may be shared as long
// as nobody changes it.
package view
