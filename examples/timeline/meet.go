package main

import (
	"errors"
	"io"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/timeline"
)

// meet writes what to shorten so that a milestone is reached by a day:
// "4.8/bekraeftet@ky=2015-08-03".
func meet(sched *timeline.Schedule, question string, flags *cli.Flags) int {
	words := sched.Book.Words
	id, word, ok := strings.Cut(question, "=")
	if !ok {
		return flags.Fail(words.Say("tomeet-flag/form", lang.Args{"question": lang.Both(question)}))
	}
	day, err := lang.ParseDate(word)
	if err != nil {
		return flags.FailError(err)
	}
	cut, err := sched.ToMeet(id, day)
	if fault := (*timeline.QuestionError)(nil); errors.As(err, &fault) {
		return flags.Fail(words.Key("timeline-question", string(fault.Kind), lang.Args{"id": lang.Both(fault.ID), "day": lang.Day(fault.Day)}))
	}
	if err != nil {
		return flags.FailError(err)
	}
	return broken(writePart(sched.Book, told{cut, sched}, "meet", flags), sched)
}

// told is a cut as it is written.
type told struct {
	*timeline.Cut
	sched *timeline.Schedule
}

// WriteText writes it as a page.
func (c told) WriteText(w io.Writer, language lang.Lang) error {
	return c.document().WriteText(w, language)
}

func (c told) document() *document.Document {
	words := c.sched.Book.Words
	days := func(n int64) lang.Text { return words.Say("common/working-days", lang.Args{"n": lang.Whole(n)}) }
	d := &document.Document{
		Title:   words.Say("tomeet/title", nil),
		Subject: lang.Joined(", ", c.label(c.ID), lang.DayText(c.Day)),
	}
	say := func(text lang.Text) { d.Add(document.Paragraph{Text: text}) }
	say(words.Say("tomeet/before", lang.Args{"day": lang.Day(c.Before)}))
	switch {
	case c.Met && len(c.Shorten) == 0:
		say(words.Say("tomeet/met-already", nil))
		return d
	case c.Met:
		say(words.Say("tomeet/met", lang.Args{"days": days(c.Cost), "day": lang.Day(c.Date)}))
		if c.Exact {
			say(words.Say("tomeet/least", nil))
		} else {
			say(words.Say("tomeet/not-least", lang.Args{"days": days(c.Bound)}))
		}
		d.Add(document.Heading{Level: 1, Text: words.Say("tomeet/shorten", nil)}, document.Table{Sheet: c.shorten()})
	default:
		if c.Exact {
			say(words.Say("tomeet/not-met", lang.Args{"day": lang.Day(c.Date)}))
		} else {
			say(words.Say("tomeet/none-found", lang.Args{"day": lang.Day(c.Date)}))
		}
		d.Add(document.Heading{Level: 1, Text: words.Say("tomeet/holds", nil)}, document.Table{Sheet: c.holds()})
	}
	say(words.Say("tomeet/limits", nil))
	return d
}

// shorten is the table of the tasks to shorten.
func (c told) shorten() *table.Sheet {
	words := c.sched.Book.Words
	sheet := &table.Sheet{Name: "shorten", Columns: []table.Column{
		table.Head("task", words.Say("tomeet/task", nil)), table.Head("name", lang.Text{}),
		table.Figures("length", words.Say("tomeet/length", nil)), table.Figures("shorter", words.Say("tomeet/shorter", nil)),
		table.Figures("then", words.Say("tomeet/then", nil)),
	}}
	for _, s := range c.Shorten {
		sheet.Append(table.Text(s.Task), table.Of(c.label(s.Task)), table.Whole(s.From), table.Whole(s.Days), table.Whole(s.From-s.Days))
	}
	return sheet
}

// holds is the table of what holds the date back.
func (c told) holds() *table.Sheet {
	words := c.sched.Book.Words
	sheet := &table.Sheet{Name: "holds", Columns: []table.Column{
		table.Head("what", words.Say("tomeet/what", nil)), table.Head("name", lang.Text{}), table.Head("day", words.Say("tomeet/day", nil)),
		table.Figures("shortest", words.Say("tomeet/shortest", nil)), table.Head("why", words.Say("tomeet/why", nil)),
	}}
	for i := range c.Holds {
		h := &c.Holds[i]
		why := lang.Both(h.On) // of a link, which says no more
		if rule := h.Rule.String(); words.Has("tomeet-rule/" + rule) {
			why = words.Key("tomeet-rule", rule, lang.Args{"on": lang.Both(h.On)})
		}
		sheet.Append(table.Text(h.ID), table.Of(c.label(h.ID)), table.Day(h.Date), table.Whole(h.Days), table.Of(why))
	}
	return sheet
}

// label is the name of a task or milestone.
func (c told) label(id string) lang.Text {
	var node *drejebog.Node
	if t := c.sched.Task(id); t != nil {
		node = &t.Node
	} else if m := c.sched.Milestone(id); m != nil {
		node = &m.Node
	} else {
		return lang.Both(id)
	}
	return c.sched.Label(node)
}
