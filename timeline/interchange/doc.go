// Package interchange takes a schedule to Microsoft Project, and what a kommune
// keeps there into its plan. The file itself, a [mspdi.Project], is read and
// written by package timeline/mspdi; this package says what its tasks, fields and
// calendars are of the playbook's and of the plan's.
//
// [FromSchedule] makes a project of a schedule, to be opened in Microsoft
// Project; the dates that another program computes from it are those of the
// schedule. [NewPlan] goes the other way: it makes a plan of what a kommune keeps
// in its planning program, and [Into] takes it over into a plan that there is
// already. Each says by which rules.
//
// A schedule that is written and read into its own plan changes nothing in it;
// what has been changed in the file since it was written, and no more, is changed
// in the plan.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//		"os"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/lang"
//		"github.com/drejebog/monopolbrud/timeline"
//		"github.com/drejebog/monopolbrud/timeline/interchange"
//		"github.com/drejebog/monopolbrud/timeline/mspdi"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		file, err := os.Open("plan.xml")
//		if err != nil {
//			log.Fatal(err)
//		}
//		defer file.Close()
//		project, faults := mspdi.Read("plan.xml", file)
//		for _, fault := range faults {
//			fmt.Println(fault.Place(), book.Words.Of(fault).DA)
//		}
//		plan, findings := interchange.NewPlan(book, "Roskilde", project, "plan.xml")
//		for _, finding := range findings {
//			fmt.Println(finding.Text.DA, finding.Remedy.DA)
//		}
//		sched, err := timeline.Compute(book, plan)
//		if err != nil {
//			log.Fatal(err)
//		}
//		if err := interchange.FromSchedule(sched, lang.Danish).Write(os.Stdout); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// # The fields of the user's own
//
// A project that FromSchedule makes has seven: Text1 holds the id of a task or
// milestone, Text2 why it is not done in this kommune, Text3 the deadline that
// the playbook gives it, Text4 its dates, constraint and progress as written, Text5 the
// plan's own dependencies as written, Text6 what the kommune calls the task, and Text7
// what the plan says of a milestone's date, which NewPlan takes where no date says it. By
// Text4 and Text5 Into tells what has been changed in the file since.
//
// # Promises
//
// The same schedule gives the same project, and the same project and plan the same
// plan and findings in the same order; nothing reads the clock. NewPlan and Into
// leave the project as it is, and FromSchedule the schedule. Whatever is in a
// project, none of them panics: what no file can hold counts as absent and is told.
//
// Any number of goroutines may share a playbook, a schedule and a project here;
// the plan that Into takes over into is changed, and so belongs to one.
package interchange
