// Package timelinereport tells a schedule, and what was asked of it, as
// documents: what package timeline has as data, in sentences and tables, in
// Danish and English.
//
//	package main
//
//	import (
//		"log"
//		"os"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/lang"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//		"github.com/drejebog/monopolbrud/drejebog/table"
//		"github.com/drejebog/monopolbrud/timeline"
//		"github.com/drejebog/monopolbrud/timeline/timelinereport"
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
//		report := timelinereport.Schedule(sched)
//		if err := report.WriteText(os.Stdout, lang.Danish); err != nil { // or WriteHTML, WriteMarkdown
//			log.Fatal(err)
//		}
//		if err := table.WriteCSV(os.Stdout, report.Table("tasks").In(lang.English)); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// # Reports
//
// Each result of package timeline has a function that tells it: Schedule,
// Explanation, Comparison, Update, View, Agenda, WaitingList, Quality, Budget
// and Cut. Answers are the four answers of an explanation one by one, Chain is one
// of its chains, a sentence for each reason. A format is a printer of package document. A picture of the schedule,
// gantt.Picture say, is handed to Schedule.
//
// # Tables
//
// Document.Table gives a table by its name, for CSV or Excel:
//
//   - Schedule: "projects", "dates" (that bind), "path" (the critical one), "shared"
//     (sections of several projects), "single" (of one), "years", and, on no page,
//     "tasks", which has every task and milestone. A table without rows may be
//     missing, "tasks" never is.
//   - Comparison: "milestones", "tasks" for the kommune as such and "tasks-ky" for
//     a project, "years".
//   - View: "tasks-ky" and "milestones-ky" for a group.
//   - Agenda: "responsible-anna-near", "responsible-anna-later", and so for
//     "executor-".
//   - Quality: "checks".
//   - Budget: "late-2015", what was known too late for a year.
//   - Update: "planned-4.13", "new-4.13" and "own-4.13" for a section, "moved".
//   - Cut: "shorten" or "holds".
//
// # Promises
//
// Words come from the playbook of the schedule. Days are the last or first of
// what they end or begin, both inclusive; float is in working days. Nothing is
// computed here that package timeline has, and nothing of a schedule is changed:
// several goroutines may tell of one at once. A nil result, and the zero value
// of one, gives an empty document. The same schedule gives the same document.
package timelinereport
