// Package gantt draws the timeline of one kommune: as an overview for ten seconds, as a
// picture of everything on one sheet, and as a page to search, filter and ask.
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
//		"github.com/drejebog/monopolbrud/timeline"
//		"github.com/drejebog/monopolbrud/timeline/gantt"
//		"github.com/drejebog/monopolbrud/timeline/keydate"
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
//		own := []keydate.Mark{{Date: sched.AsOf + 30, Label: lang.Both("Styregruppemøde")}}
//		file, err := os.Create("roskilde.html")
//		if err != nil {
//			log.Fatal(err)
//		}
//		if err := gantt.WriteHTML(file, sched, own, gantt.Told{Why: timelinereport.Explanation}, lang.Danish); err != nil {
//			log.Fatal(err)
//		}
//		if err := file.Close(); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// # The picture
//
// WriteSVG draws a band for the kommune as a whole and one for each project,
// and in each a row for what is done in every section of the playbook. A bar is a task as
// scheduled; what is worked off is dark, what is critical or too late has a
// colour and an outline of its own. Behind it lies the playbook's window, after
// it the float to the latest finish. What a section gets from others, what the
// kommune reports and the last days of notice are symbols in its row; go-lives,
// starts of implementation, ends of legacy systems and the caller's own marks
// stand in the band's head with their dates. The columns are budget years, each
// with the day that it is adopted; a line shows from when it is seen. It is made
// for an A3 sheet or a screen. The colours differ in lightness too, and what is
// critical has an outline, so that nothing hangs on colour alone. Picture is the
// same as a block of a document, with what it shows in words.
//
// # The page
//
// WriteHTML writes one file that asks the network for nothing: a row for each
// task and milestone, folded per project to the days that matter, with what is past in
// a fold of its own; a project with something too late is unfolded, as the errors are. It
// opens at the day that it is seen from, with zoom, filters by project, theme, actor and
// role, and search. A click or Enter tells dates, float, why and money (by the Told that
// is handed in, such as timelinereport.Explanation and estimatereport.Cost), and who does
// what. The same is in a table with links, and row by row. Each printed page of the chart
// has the axis and the name of its project. Without JavaScript all of it still stands.
//
// What has no date is told in words: a distance to a go-live that is not known,
// or by when a deliverable is needed.
//
// # Promises
//
// Text of a plan is text: html/template escapes it by where it stands, the
// page's script adds it as text only, and a content security policy allows the
// page's own style and script by their digests and nothing else. The same
// schedule gives the same bytes on every machine. The errors are those of the
// writer; nothing is written where there is one of ours.
//
// Schedules are read only: any number of goroutines may draw one at once. A page is
// built in memory before its first byte is written.
package gantt
