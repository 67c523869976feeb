package main

import (
	"encoding/json"
	"io"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// written is what a view or a comparison can be written as.
type written interface {
	WriteText(w io.Writer, language lang.Lang) error
	json.Marshaler
}

// views are the ways to look at a schedule, by the word of -view.
var views = []struct {
	word string
	of   func(*timeline.Schedule) written
}{
	{"project", func(s *timeline.Schedule) written { return s.View(timeline.ByProject) }},
	{"theme", func(s *timeline.Schedule) written { return s.View(timeline.ByTheme) }},
	{"actor", func(s *timeline.Schedule) written { return s.View(timeline.ByActor) }},
	{"role", func(s *timeline.Schedule) written { return s.View(timeline.ByRole) }},
	{"next", func(s *timeline.Schedule) written { return s.Agenda(near, ahead) }},
	{"waiting", func(s *timeline.Schedule) written { return s.WaitingFor() }},
	{"quality", func(s *timeline.Schedule) written { return s.Quality() }},
	{"budget", func(s *timeline.Schedule) written { return s.Budget() }},
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

// view writes one way to look at the schedule.
func view(sched *timeline.Schedule, word string, flags *cli.Flags) int {
	i := slices.Index(viewWords(), word)
	if i < 0 {
		return flags.FailError(cli.Choice("view", word, viewWords()))
	}
	return broken(writePart(sched.Book, views[i].of(sched), "view", flags), sched)
}

// against writes what has changed since another plan of the kommune. A day of
// -asof is the day that both are seen from.
func against(book *drejebog.Playbook, sched *timeline.Schedule, file string, flags *cli.Flags) int {
	var asOf *date.Date
	if flags.Given("asof") {
		asOf = &sched.AsOf
	}
	p, findings, err := cli.ReadPlan(book, file, asOf)
	if err != nil {
		return flags.FailError(err)
	}
	flags.Report(findings)
	if p == nil {
		return cli.BadInput
	}
	before, err := timeline.Compute(book, p)
	if err != nil {
		return flags.FailError(err)
	}
	return broken(writePart(book, timeline.Compare(before, sched), "against", flags), sched)
}

// broken is the exit code when a part of a schedule has been written.
func broken(code int, sched *timeline.Schedule) int {
	if code == cli.Fine && drejebog.HasFault(sched.Findings) {
		return cli.Findings
	}
	return code
}

// writePart writes a view or a comparison, which come as text and JSON.
func writePart(book *drejebog.Playbook, part written, flag string, flags *cli.Flags) int {
	switch flags.Format {
	case "text":
		return flags.Write(func(w io.Writer) error { return part.WriteText(w, flags.Lang) })
	case "json":
		return flags.WriteJSON(part)
	}
	return flags.Fail(book.Words.Say("flag/does-not-write", lang.Args{
		"flag": lang.Both(flag), "format": lang.Both(flags.Format), "list": lang.Both("text, json"),
	}))
}
