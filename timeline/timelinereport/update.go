package timelinereport

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/timeline/compare"
)

// Update tells what newer editions of the playbook change for a plan, for a
// project manager: each change with what it touches in the plan, then the dates
// that moved.
func Update(u *compare.Update) *document.Document {
	d := &document.Document{}
	if u == nil {
		return d
	}
	x := update{u, teller{u.Before}, teller{u.After}}
	if x.was.isSilent() || x.now.isSilent() {
		return d
	}
	x.head(d)
	if len(u.Changes) == 0 {
		d.Tell(x.now.text("timeline/nothing-new", nil))
	}
	var told document.Document
	if silent := x.changes(&told); silent > 0 {
		d.Tell(x.now.text("timeline/besides-changes", lang.Args{"n": lang.Whole(silent)}))
	}
	d.Add(told.Blocks...)
	x.moved(d)
	return d
}

type update struct {
	*compare.Update
	was, now teller
}

func (u *update) head(d *document.Document) {
	t := u.now
	d.Title = t.text("timeline/edition-title", lang.Args{"edition": lang.Both(t.Book.Edition.Number)})
	d.Subject = t.kommune()
	planned, fresh := u.Touches()
	d.Tell(t.text("timeline/edition-intro", lang.Args{
		"edition": lang.Both(u.was.Book.Edition.Number), "day": lang.Day(u.was.Book.Edition.Date),
		"entries": t.text("timeline/entries", lang.Args{"n": lang.Whole(planned)}), "tasks": t.tasks(fresh),
	}))
}

// changes tells the sections in which something is touched: what came, and each
// task once. It returns how many changes touch nothing.
func (u *update) changes(d *document.Document) (silent int) {
	for i := 0; i < len(u.Changes); {
		section := entryOf(u.Changes[i].ID)
		end := i + 1
		for end < len(u.Changes) && entryOf(u.Changes[end].ID) == section {
			end++
		}
		silent += u.section(d, section, u.Changes[i:end])
		i = end
	}
	return silent
}

// entryOf is the section of a step or window; a deliverable stands for itself.
func entryOf(id string) string {
	section := drejebog.SectionOf(id)
	if section == "ext" {
		return id
	}
	return section
}

func (u *update) section(d *document.Document, section string, changes []compare.EditionChange) (silent int) {
	var planned, fresh, own []compare.Touched
	for i := range changes {
		c := &changes[i]
		planned, fresh, own = joined(planned, c.Planned), joined(fresh, c.Fresh), joined(own, c.Own)
	}
	if len(planned)+len(fresh)+len(own) == 0 {
		return len(changes)
	}
	head := document.Heading{Level: 1, Text: changes[0].Title}
	if activity := u.now.Book.Activity(section); activity != nil {
		head.Number, head.Text = section, activity.Title
	}
	var list document.List
	for i := range changes {
		list.Items = append(list.Items, document.Item{Mark: lang.Both(changes[i].Edition), Text: u.change(&changes[i])})
	}
	d.Add(head, list)
	u.touched(d, "planned-"+section, u.now.text("timeline/plan-says-of", nil), planned)
	u.touched(d, "new-"+section, u.now.text("timeline/new-and-silent", nil), fresh)
	u.touched(d, "own-"+section, u.now.text("timeline/own-joined", nil), own)
	return 0
}

// change is what has come: its kind, and which where that is not the section.
func (u *update) change(c *compare.EditionChange) lang.Text {
	kind := u.now.Book.DifferenceTitle(c.Kind)
	switch {
	case !c.What.IsZero():
		return lang.Joined(": ", kind, c.What)
	case c.Kind == drejebog.StepAdded:
		return lang.Joined(": ", kind, c.Title)
	}
	return kind
}

// joined adds what is not in the list yet.
func joined(list, more []compare.Touched) []compare.Touched {
	for _, t := range more {
		if !slices.ContainsFunc(list, func(o compare.Touched) bool { return o.ID == t.ID }) {
			list = append(list, t)
		}
	}
	return list
}

func (u *update) touched(d *document.Document, name string, head lang.Text, list []compare.Touched) {
	if len(list) == 0 {
		return
	}
	sheet := &table.Sheet{Name: name, Columns: []table.Column{
		table.Head("id", lang.Both("id")), table.Head("what", u.now.text("timeline/head-what", nil)), table.Head("when", u.now.text("timeline/head-when", nil)),
	}}
	for _, touched := range list {
		what := touched.Name
		if touched.Note != "" {
			note := u.now.text("timeline/note", lang.Args{"note": lang.Both(touched.Note).Quoted()})
			what = lang.Joined(" ", what, lang.Bracketed(note))
		}
		sheet.Append(table.Text(touched.ID), table.Of(what), u.now.between(touched.Start, touched.Finish))
	}
	d.Add(document.Heading{Level: 2, Text: head})
	d.Show(sheet)
}

// moved tells the tasks that were known before and lie otherwise now.
func (u *update) moved(d *document.Document) {
	if len(u.Moved) == 0 {
		return
	}
	sheet := &table.Sheet{Name: "moved", Columns: []table.Column{
		table.Head("task", u.now.text("timeline/head-task", nil)), table.Head("before", u.now.text("timeline/head-before", nil)),
		table.Head("now", u.now.text("timeline/head-now", nil)),
	}}
	for _, m := range u.Moved {
		if m.Before == nil || m.After == nil {
			continue
		}
		sheet.Append(table.Of(u.now.Label(&m.After.Node)),
			u.was.between(m.Before.Start, m.Before.Finish), u.now.between(m.After.Start, m.After.Finish))
	}
	d.Section(u.now.text("timeline/dates-that-move", nil))
	d.Show(sheet)
}
