// Package explain says why a date lies where it does, what it holds up, and whom it
// is waiting for.
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
//		"github.com/drejebog/monopolbrud/timeline/explain"
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
//		e, err := explain.Of(sched, "4.8/bekraeftelse@ky")
//		if err != nil {
//			log.Fatal(err)
//		}
//		for _, reason := range e.Scheduled {
//			fmt.Println(reason.ID, reason.Date.Date, reason.By, reason.On)
//		}
//	}
//
// # The chains
//
// A date rests on a rule (driver.Kind): a dependency, a window that opens, a date
// of the plan, a deadline. What the rule leads on to has a date of its own, with a
// reason of its own, and so on to one that rests on nothing else. There are three
// such chains:
//
//   - Early is why a task or milestone comes no earlier. The weakest certainty on
//     it is that of the date.
//   - Late is why it comes no later: on to what must not be missed, the Bound, and
//     from a milestone that no work moves back to what dates that. It is empty for
//     what is done, and Bound is nil where nothing hard waits.
//   - Scheduled is why it is planned for the day that it is: as early as it can be,
//     or as late as what waits for it allows. It is the only one of a level of
//     effort.
//
// Each reason carries the section of the playbook, or the place in the plan's file,
// that says so.
//
// # What waits, and what is awaited
//
// Holds are the tasks and milestones that wait for it, and whether each moves with
// the least delay. Awaits is what has not come or is not done: what others owe
// anywhere along the chains before it, the kommune's own tasks right before it, and
// what only helps. What is overdue comes first.
//
// # As data and in words
//
// json.Marshal of an explanation is what
// seeds/schema/timeline-explanation.schema.json describes. Package
// timeline/timelinereport tells it as a project manager asks: is the date hard, why
// that day, what does it hold up, whom does it wait for.
//
// # Goroutines
//
// Of only reads the schedule and may run in many goroutines on one. An Explanation
// points into the schedule, which it keeps, and may be shared as long as nobody
// changes it.
package explain
