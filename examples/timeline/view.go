package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// written is what a view or a comparison can be written as.
type written interface {
	WriteText(w io.Writer, language lang.Lang) error
	WriteJSON(w io.Writer) error
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
		all := strings.Join(viewWords(), ", ")
		message := lang.Text{DA: fmt.Sprintf("-view %s: vælg mellem %s", word, all), EN: fmt.Sprintf("-view %s: choose one of %s", word, all)}
		if meant := lang.Nearest(word, viewWords()); meant != "" {
			message.DA += " (mente du " + meant + "?)"
			message.EN += " (did you mean " + meant + "?)"
		}
		return flags.Fail(message)
	}
	return broken(writePart(views[i].of(sched), "view", flags), sched)
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
	return broken(writePart(timeline.Compare(before, sched), "against", flags), sched)
}

// broken is the exit code when a part of a schedule has been written.
func broken(code int, sched *timeline.Schedule) int {
	if code == cli.Fine && drejebog.HasFault(sched.Findings) {
		return cli.Findings
	}
	return code
}

// writePart writes a view or a comparison, which come as text and JSON.
func writePart(part written, flag string, flags *cli.Flags) int {
	switch flags.Format {
	case "text":
		return flags.Write(func(w io.Writer) error { return part.WriteText(w, flags.Lang) })
	case "json":
		return flags.Write(part.WriteJSON)
	}
	return flags.Fail(lang.Text{
		DA: fmt.Sprintf("-%s skriver ikke %s: vælg mellem text, json", flag, flags.Format),
		EN: fmt.Sprintf("-%s does not write %s: choose one of text, json", flag, flags.Format),
	})
}
