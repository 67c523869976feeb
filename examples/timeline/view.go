package main

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/compare"
	"github.com/drejebog/monopolbrud/timeline/quality"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
	"github.com/drejebog/monopolbrud/timeline/view"
	"github.com/rickb777/date/v2"
)

// part is a part of a schedule, or what was asked of it: as it is told, and as
// data.
type part struct {
	told *document.Document
	data json.Marshaler
}

// views are the ways to look at a schedule, by the word of -view.
var views = []struct {
	word string
	of   func(*timeline.Schedule) part
}{
	{"project", func(s *timeline.Schedule) part { return seen(s, view.ByProject) }},
	{"theme", func(s *timeline.Schedule) part { return seen(s, view.ByTheme) }},
	{"actor", func(s *timeline.Schedule) part { return seen(s, view.ByActor) }},
	{"role", func(s *timeline.Schedule) part { return seen(s, view.ByRole) }},
	{"next", func(s *timeline.Schedule) part {
		agenda := view.Ahead(s, near, ahead)
		return part{timelinereport.Agenda(agenda), agenda}
	}},
	{"waiting", func(s *timeline.Schedule) part {
		list := view.WaitingFor(s)
		return part{timelinereport.WaitingList(list), list}
	}},
	{"quality", func(s *timeline.Schedule) part {
		measured := quality.Of(s)
		return part{timelinereport.Quality(measured), measured}
	}},
	{"budget", func(s *timeline.Schedule) part {
		budget := s.Budget()
		return part{timelinereport.Budget(budget), budget}
	}},
}

// seen is the schedule from one side.
func seen(s *timeline.Schedule, by view.Grouping) part {
	of := view.Of(s, by)
	return part{timelinereport.View(of), of}
}

// The days of the view "next".
const near, ahead = 30, 90

// viewWords are the words of -view.
func viewWords() []string {
	words := make([]string, len(views))
	for i := range views {
		words[i] = views[i].word
	}
	return words
}

// writeView writes one way to look at the schedule.
func writeView(sched *timeline.Schedule, word string, flags *cli.Flags) int {
	i := slices.Index(viewWords(), word)
	if i < 0 {
		return flags.FailError(cli.Choice("view", word, viewWords()))
	}
	return broken(writePart(sched.Book, views[i].of(sched), "view", flags), sched)
}

// against writes what has changed since another plan of the kommune. A day of
// -asof is the day that both are seen from.
func against(book *drejebog.Playbook, sched *timeline.Schedule, file string, flags *cli.Flags) int {
	before, code := earlier(book, sched, file, flags)
	if before == nil {
		return code
	}
	compared := compare.Schedules(before, sched)
	return broken(writePart(book, part{timelinereport.Comparison(compared), compared}, "against", flags), sched)
}

// earlier is the schedule of another plan; nil, with the exit code, where there is none.
func earlier(book *drejebog.Playbook, sched *timeline.Schedule, file string, flags *cli.Flags) (*timeline.Schedule, int) {
	var asOf *date.Date
	if flags.Given("asof") {
		asOf = &sched.AsOf
	}
	p, findings, err := flags.ReadPlan(book, file, asOf)
	if err != nil {
		return nil, flags.FailError(err)
	}
	flags.Report(findings)
	if p == nil {
		return nil, cli.BadInput
	}
	before, err := timeline.Compute(book, p)
	if err != nil {
		return nil, flags.FailError(err)
	}
	return before, cli.Fine
}

// broken is the exit code when a part of a schedule has been written.
func broken(code int, sched *timeline.Schedule) int {
	if code == cli.Fine && drejebog.HasFault(sched.Findings) {
		return cli.Findings
	}
	return code
}

// writePart writes a part in one of the forms that it has.
func writePart(book *drejebog.Playbook, p part, flag string, flags *cli.Flags) int {
	switch flags.Format {
	case "text", "html":
		return flags.WriteDocument(p.told, "")
	case "json":
		return flags.WriteJSON(p.data)
	}
	return noForm(book, flag, []string{"text", "json", "html"}, flags)
}

// noForm refuses a form that a part does not have.
func noForm(book *drejebog.Playbook, flag string, forms []string, flags *cli.Flags) int {
	return flags.Fail(book.Words.Say("flag/does-not-write", lang.Args{
		"flag": lang.Both(flag), "format": lang.Both(flags.Format), "list": lang.Both(strings.Join(forms, ", ")),
	}))
}
