// Timeline prints when a kommune's tasks must happen: the hard dates, the
// critical path, each project section by section, and what is waited for. With
// -why it explains the dates of one task or milestone, with -view it looks at
// the schedule from one side, with -against it tells what has changed since
// another plan, and with -meet what to shorten for a milestone to be reached by a
// day. With -risk it tells how sure the dates are, and the money with them, in html with
// pictures; its svg is the timeline with each bar the darker the oftener it decides a
// date. With -risk -against FILE it tells what this plan buys in days and kroner against
// the one in the file: a measure is an edit of the plan. Where the plan gives a go-live as a period, the schedule is that of its first
// day, with -latest of its last.
//
//	go run ./examples/timeline [-kommune NAME|CODE] [-plan FILE] [-asof DATE] [-why TASK] [-latest]
//	                           [-view project|theme|actor|role|next|waiting|budget|quality] [-against FILE]
//	                           [-meet MILESTONE=DAY] [-risk [-seed N] [-against FILE]]
//	                           [-format text|json|csv|html|svg|overview|gantt|ics|mspdi] [-table NAME]
//	                           [-stamp TIME] [-since OLD.ics] [-lang da|en] [-o FILE]
//
// text and html are the report, html with the picture and the load of the plan's people, csv is one of its tables:
// all tasks and milestones, or that of -table. svg is the picture for one sheet,
// gantt a page to search and filter, ics a calendar, mspdi a file for Microsoft
// Project. A single date, a view, a comparison and what to shorten come as text,
// json and html. A calendar takes the place of an
// earlier one when its -stamp is later: a date, 2014-07-01, which means noon, or a
// time, 2014-07-01T09:30, in UTC. Without one it is noon of the day that the
// schedule is seen from, so a second export of the same day needs one. What is no
// longer in the calendar is cancelled where the earlier one is handed in, with -since.
//
// The program ends with 1 where the plan breaks a deadline or a rule, or holds what
// cannot be used, whichever part of it is shown.
package main

import (
	"cmp"
	"io"
	"os"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/examples/internal/results"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/explain"
	"github.com/drejebog/monopolbrud/timeline/gantt"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// formats are the forms of a schedule, the default first.
var formats = []string{"text", "json", "csv", "html", "svg", "overview", "gantt", calendar, "mspdi"}

func run(args []string, stdout, stderr io.Writer) int {
	flags := cli.New("timeline", formats...)
	flags.TakesTable()
	kommune := flags.ForOneKommune()
	why := flags.Set.String("why", "", "")
	latest := flags.Set.Bool("latest", false, "")
	side := flags.Set.String("view", "", strings.Join(viewWords(), "|"))
	baseline := flags.Set.String("against", "", "")
	question := flags.Set.String("meet", "", "")
	risk := flags.Set.Bool("risk", false, "")
	seed := flags.Set.String("seed", "1", "")
	stamp := flags.Set.String("stamp", "", "")
	since := flags.Set.String("since", "", "")
	if code, ok := flags.Parse(args, stdout, stderr); !ok {
		return code
	}
	if flags.Given("stamp") && flags.Format != calendar {
		return flags.FailError(strict.Part{Kind: "flag/stamp-belongs"})
	}
	if flags.Given("since") && flags.Format != calendar {
		return flags.FailError(flags.Belongs("since", false, "-format "+calendar))
	}
	book, err := drejebog.Load()
	if err != nil {
		return flags.FailError(err)
	}
	p, code := kommune.Read(book)
	if p == nil {
		return code
	}
	sched, err := timeline.Compute(book, p)
	if err != nil {
		return flags.FailError(err)
	}
	if *latest && sched.Latest != nil {
		sched = sched.Latest
	}
	if err := cmp.Or(flags.Alone("why", "view", "against", "meet"), flags.Alone("why", "view", "meet", "risk")); err != nil {
		return flags.FailError(err)
	}
	if err := flags.Belongs("seed", *risk, "-risk"); err != nil {
		return flags.FailError(err)
	}
	switch {
	case *risk:
		return writeRisk(sched, *seed, *baseline, flags)
	case flags.Given("why"):
		return writeExplanation(sched, *why, flags)
	case flags.Given("view"):
		return writeView(sched, *side, flags)
	case flags.Given("meet"):
		return meet(sched, *question, flags)
	case flags.Given("against"):
		return against(book, sched, *baseline, flags)
	}
	return write(sched, *stamp, *since, flags)
}

// write writes the schedule. Where its form has no room for what is broken,
// the errors go to stderr.
func write(sched *timeline.Schedule, stamp, since string, flags *cli.Flags) int {
	var code int
	if flags.Format == calendar {
		code = writeCalendar(sched, stamp, since, flags)
	} else {
		told := results.Timeline(sched, noon(sched.SeenFrom()), pictures(sched, flags)...)
		code = flags.WriteOf(&told)
	}
	if code != cli.Fine || !drejebog.HasFault(sched.Findings) {
		return code
	}
	if flags.Format != "text" && flags.Format != "html" {
		var faults []drejebog.Finding
		for _, found := range sched.Findings {
			if found.Severity == drejebog.SeverityError {
				faults = append(faults, found)
			}
		}
		flags.Report(faults)
	}
	return cli.Findings
}

// pictures are those of a page; no other form has any.
func pictures(sched *timeline.Schedule, flags *cli.Flags) []document.Picture {
	if flags.Format != "html" {
		return nil
	}
	return append([]document.Picture{gantt.OverviewPicture(sched)}, load(sched)...)
}

// load is what is needed of the people of a plan that names some, as a picture; none where
// it cannot be computed, which the staffing plan tells.
func load(sched *timeline.Schedule) []document.Picture {
	if len(sched.Plan.People) == 0 {
		return nil
	}
	est, err := results.Estimate(sched)
	if err != nil {
		return nil
	}
	s, err := staffing.Of(est)
	if err != nil {
		return nil
	}
	return estimatereport.Load(s)
}

func writeExplanation(sched *timeline.Schedule, id string, flags *cli.Flags) int {
	explanation, err := explain.Of(sched, id)
	if err != nil {
		return flags.FailError(err)
	}
	return writePart(sched.Book, part{timelinereport.Explanation(explanation), explanation}, "why", flags)
}
