package timeline

import (
	"io"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
)

// WriteText writes the update for a project manager: each change with what it
// touches in the plan, then the dates that moved.
func (u *Update) WriteText(w io.Writer, language lang.Lang) error {
	p := page.New(language)
	s := u.After
	p.Line(u.text("timeline/edition-title", lang.Args{"edition": lang.Both(s.Book.Edition.Number), "kommune": s.kommuneName()}).In(language))
	planned, fresh := u.Touches()
	p.Paragraph("", u.text("timeline/edition-intro", lang.Args{
		"edition": lang.Both(u.Before.Book.Edition.Number), "day": lang.Day(u.Before.Book.Edition.Date),
		"entries": u.text("timeline/entries", lang.Args{"n": lang.Whole(planned)}), "tasks": s.taskCount(fresh),
	}).In(language))
	if len(u.Changes) == 0 {
		p.Line("")
		p.Line(u.text("timeline/nothing-new", nil).In(language))
	}
	silent := u.writeChanges(p)
	if silent > 0 {
		p.Line("")
		p.Paragraph("", u.text("timeline/besides-changes", lang.Args{"n": lang.Whole(silent)}).In(language))
	}
	u.writeMoved(p)
	_, err := io.WriteString(w, p.String())
	return err
}

// text is a message of the words of the later edition.
func (u *Update) text(id string, args lang.Args) lang.Text { return u.After.text(id, args) }

// writeChanges writes the sections in which something is touched: what came,
// and each task once. It returns how many changes touch nothing.
func (u *Update) writeChanges(p *page.Page) (silent int) {
	for i := 0; i < len(u.Changes); {
		section := entryOf(u.Changes[i].ID)
		end := i + 1
		for end < len(u.Changes) && entryOf(u.Changes[end].ID) == section {
			end++
		}
		silent += u.writeSection(p, section, u.Changes[i:end])
		i = end
	}
	return silent
}

// entryOf is the section of a step or window; a deliverable stands for
// itself.
func entryOf(id string) string {
	section, _, _ := strings.Cut(id, "/")
	if section == "ext" {
		return id
	}
	return section
}

func (u *Update) writeSection(p *page.Page, section string, changes []EditionChange) (silent int) {
	var planned, fresh, own []Touched
	for i := range changes {
		c := &changes[i]
		planned, fresh, own = join(planned, c.Planned), join(fresh, c.Fresh), join(own, c.Own)
	}
	if len(planned)+len(fresh)+len(own) == 0 {
		return len(changes)
	}
	p.Line("")
	if activity := u.After.Book.Activity(section); activity != nil {
		p.Paragraph("", section+" "+activity.Title.In(p.Lang))
	} else {
		p.Paragraph("", section+" "+changes[0].Title.In(p.Lang))
	}
	for i := range changes {
		c := &changes[i]
		text := u.After.Book.DifferenceTitle(c.Kind).In(p.Lang)
		switch {
		case !c.What.IsZero():
			text += ": " + c.What.In(p.Lang)
		case c.Kind == drejebog.StepAdded:
			text += ": " + c.Title.In(p.Lang)
		}
		p.Paragraph("  "+padded(c.Edition), text)
	}
	u.writeTouched(p, planned, u.text("timeline/plan-says-of", nil))
	u.writeTouched(p, fresh, u.text("timeline/new-and-silent", nil))
	u.writeTouched(p, own, u.text("timeline/own-joined", nil))
	return 0
}

// join adds what is not in the list yet.
func join(list, more []Touched) []Touched {
	for _, t := range more {
		if !slices.ContainsFunc(list, func(o Touched) bool { return o.ID == t.ID }) {
			list = append(list, t)
		}
	}
	return list
}

// padded makes the number of an edition as wide as the text beside it begins.
func padded(edition string) string {
	const width = 5
	for len(edition) < width {
		edition += " "
	}
	return edition
}

func (u *Update) writeTouched(p *page.Page, list []Touched, head lang.Text) {
	if len(list) == 0 {
		return
	}
	p.Line("  " + head.In(p.Lang))
	t := page.Table{Indent: 4, Columns: []page.Column{{}, {Wrap: true}, {Wrap: true}}}
	for _, touched := range list {
		name := touched.Name
		if touched.Note != "" {
			note := u.text("timeline/note", lang.Args{"note": u.After.quoted(lang.Both(touched.Note))})
			name = lang.Joined(" ", name, bracketed(note))
		}
		t.Rows = append(t.Rows, []string{touched.ID, name.In(p.Lang), u.After.daysText(p, touched.Start, touched.Finish)})
	}
	p.Table(t)
}

// daysText writes from when to when, "15.10.2014" for one day.
func (s *Schedule) daysText(p *page.Page, start, finish When) string {
	if start.Known() && finish.Known() {
		if start == finish {
			return p.ShortDay(start.Date)
		}
		return p.ShortDay(start.Date) + "–" + p.ShortDay(finish.Date)
	}
	return s.WhenText(finish).In(p.Lang)
}

// writeMoved writes the tasks that were known before and lie otherwise now.
func (u *Update) writeMoved(p *page.Page) {
	if len(u.Moved) == 0 {
		return
	}
	heading(p, u.text("timeline/dates-that-move", nil))
	t := page.Table{Indent: 2, Columns: []page.Column{{Wrap: true}, {Head: u.text("timeline/head-before", nil).In(p.Lang)}, {Head: u.text("timeline/head-now", nil).In(p.Lang)}}}
	for _, m := range u.Moved {
		t.Rows = append(t.Rows, []string{
			u.After.Label(&m.After.Node).In(p.Lang),
			u.Before.daysText(p, m.Before.Start, m.Before.Finish), u.After.daysText(p, m.After.Start, m.After.Finish),
		})
	}
	p.Table(t)
}

// WriteJSON writes the update with stable fields in a fixed order: dates ISO or
// null, nothing absent, lists never null.
func (u *Update) WriteJSON(w io.Writer, language lang.Lang) error {
	out := jsonUpdate{
		Kommune: u.After.Kommune.Name, Since: u.Before.Book.Edition.Number, Edition: u.After.Book.Edition.Number,
		Changes: []jsonEditionChange{}, Moved: []jsonMoved{},
	}
	for i := range u.Changes {
		c := &u.Changes[i]
		out.Changes = append(out.Changes, jsonEditionChange{
			Kind: c.Kind, Edition: c.Edition, ID: c.ID, Title: c.Title.In(language), What: c.What.In(language),
			Planned: jsonTouchedOf(c.Planned, language), Fresh: jsonTouchedOf(c.Fresh, language), Own: jsonTouchedOf(c.Own, language),
		})
	}
	for _, m := range u.Moved {
		out.Moved = append(out.Moved, jsonMoved{
			m.ID, whenOrNull(m.Before.Start), whenOrNull(m.Before.Finish), whenOrNull(m.After.Start), whenOrNull(m.After.Finish),
		})
	}
	return writeJSON(w, out)
}

type jsonUpdate struct {
	Kommune string              `json:"kommune"`
	Since   string              `json:"since"`
	Edition string              `json:"edition"`
	Changes []jsonEditionChange `json:"changes"`
	Moved   []jsonMoved         `json:"moved"`
}

type jsonEditionChange struct {
	Kind    drejebog.DifferenceKind `json:"kind"`
	Edition string                  `json:"edition"`
	ID      string                  `json:"id"`
	Title   string                  `json:"title"`
	What    string                  `json:"what"`
	Planned []jsonTouched           `json:"planned"`
	Fresh   []jsonTouched           `json:"new"`
	Own     []jsonTouched           `json:"own"`
}

type jsonTouched struct {
	ID     string  `json:"id"`
	Name   string  `json:"name"`
	Start  *string `json:"start"`
	Finish *string `json:"finish"`
	Note   string  `json:"note"`
}

type jsonMoved struct {
	ID           string  `json:"id"`
	StartBefore  *string `json:"startBefore"`
	FinishBefore *string `json:"finishBefore"`
	Start        *string `json:"start"`
	Finish       *string `json:"finish"`
}

func jsonTouchedOf(list []Touched, language lang.Lang) []jsonTouched {
	out := make([]jsonTouched, len(list))
	for i, t := range list {
		out[i] = jsonTouched{t.ID, t.Name.In(language), whenOrNull(t.Start), whenOrNull(t.Finish), t.Note}
	}
	return out
}

func whenOrNull(w When) *string {
	if !w.Known() {
		return nil
	}
	return new(w.Date.String())
}
