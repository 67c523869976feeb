package timelinereport

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/view"
	"github.com/rickb777/date/v2"
)

// Agenda tells what has to be done in the days ahead, first by responsible and
// then by those who do work that others answer for.
func Agenda(a *view.Agenda) *document.Document {
	d := &document.Document{}
	if a == nil || (teller{a.Schedule}).isSilent() {
		return d
	}
	x := agenda{a, teller{a.Schedule}}
	d.Title, d.Subject = x.t.text("timeline/agenda-title", lang.Args{"n": x.days(a.Last)}), x.t.kommune()
	d.Tell(x.t.text("timeline/agenda-intro", lang.Args{"first": lang.Day(a.From), "last": lang.Day(a.Last)}))
	for _, text := range x.t.over() {
		d.Tell(text)
	}
	if len(a.Duties) == 0 {
		d.Tell(x.t.text("timeline/no-tasks", nil))
	}
	for _, who := range everybody(a.Duties, func(d *view.Duty) timeline.Who { return d.Responsible }) {
		d.Section(who.Name)
		x.duties(d, "responsible-"+who.ID, func(d *view.Duty) bool { return d.Responsible.ID == who.ID }, false)
	}
	others := slices.DeleteFunc(slices.Clone(a.Duties), func(d view.Duty) bool { return d.Executor.ID == d.Responsible.ID })
	for _, who := range everybody(others, func(d *view.Duty) timeline.Who { return d.Executor }) {
		d.Section(x.t.text("timeline/work-done-by", lang.Args{"who": who.Name}))
		x.duties(d, "executor-"+who.ID, func(d *view.Duty) bool { return d.Executor.ID == who.ID && d.Responsible.ID != who.ID }, true)
	}
	return d
}

type agenda struct {
	*view.Agenda
	t teller
}

// everybody lists those who have duties, each once: people and roles by their
// first duty.
func everybody(duties []view.Duty, who func(*view.Duty) timeline.Who) []timeline.Who {
	var list []timeline.Who
	for i := range duties {
		if x := who(&duties[i]); !slices.Contains(list, x) {
			list = append(list, x)
		}
	}
	return list
}

// duties tells the duties of one in two tables: those of the near days, and
// those that begin later.
func (a *agenda) duties(d *document.Document, name string, mine func(*view.Duty) bool, executor bool) {
	for _, part := range []struct {
		near bool
		name string
		head lang.Text
	}{
		{true, name + "-near", a.t.text("timeline/first-days", lang.Args{"n": a.days(a.Near)})},
		{false, name + "-later", a.t.text("timeline/later-days", lang.Args{"n": a.days(a.Last)})},
	} {
		sheet := &table.Sheet{Name: part.name, Columns: []table.Column{
			table.Head("when", a.t.text("timeline/head-when", nil)), table.Head("what", a.t.text("timeline/head-what", nil)),
			table.Figures("float", a.t.text("timeline/head-float", nil)), table.Head("mark", lang.Text{}),
			table.Head("notes", a.t.text("timeline/head-due", nil)),
		}}
		for i := range a.Duties {
			if duty := &a.Duties[i]; duty.Near == part.near && mine(duty) {
				sheet.Append(a.row(duty, executor)...)
			}
		}
		if len(sheet.Rows) > 0 {
			d.Add(document.Heading{Level: 2, Text: part.head})
			d.Show(sheet)
		}
	}
}

// days are how many days there are to the last of them.
func (a *agenda) days(last date.Date) lang.Number { return lang.Whole(int(last - a.From + 1)) }

// row is when, what, how much float and until when, and who else is in it.
func (a *agenda) row(d *view.Duty, executor bool) []table.Cell {
	t, task := a.t, d.Task
	when := t.span(task.Start, task.Finish)
	if t.Facts(task.ID).ActualStart != nil {
		when = lang.Joined("–", t.text("timeline/under-way", nil), shortDay(task.Finish.Date))
	}
	float := t.left(task)
	if task.TotalFloat < 0 {
		float = t.text("timeline/is-late", lang.Args{"n": lang.Whole(-task.TotalFloat)})
	}
	notes := t.due(task)
	switch {
	case executor:
		notes = lang.Joined("; ", notes, t.text("timeline/responsible", lang.Args{"who": d.Responsible.Name}))
	case d.Executor.ID != d.Responsible.ID:
		notes = lang.Joined("; ", notes, t.text("timeline/done-by", lang.Args{"who": d.Executor.Name}))
	}
	return []table.Cell{table.Of(when), table.Of(t.Label(&task.Node)), table.Of(float), table.Text(taskMark(task)), table.Of(notes)}
}
