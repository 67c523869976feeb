// Package driver names what a date of a schedule rests on: a dependency, the window
// that the playbook prints, the kommune's plan, a promise, a deadline. The engine
// knows that a link, a constraint or progress drives a date (cpm.DriverKind); a Kind
// says what stands behind it.
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
//		"github.com/drejebog/monopolbrud/timeline/driver"
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
//		reason, ok := sched.EarlyReason("4.8/bekraeftelse@ky")
//		if ok && reason.By == driver.Link {
//			fmt.Println(reason.ID, "waits for", reason.On)
//		}
//	}
//
// timeline.Reason and timeline.Hold have a Kind as By; it is "rule" in their JSON.
// Driver of a task or a milestone is an id, or WindowID or PlanID.
//
// A Kind is a number: any number of goroutines may share it.
package driver
