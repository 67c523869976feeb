package cataloguereport

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

// Catalogue tells the playbook, as of its edition.
func Catalogue(book *drejebog.Playbook) *document.Document {
	r := newReport(book)
	r.Tell(r.say("catalogue/intro", nil))
	theme := drejebog.Theme(0)
	for i := range book.Activities {
		a := &book.Activities[i]
		if a.Theme != theme {
			theme = a.Theme
			r.Section(book.ThemeTitle(theme))
		}
		r.activity(a)
	}
	r.milestones()
	r.cases()
	r.Attached = append(r.Attached, r.windows())
	return &r.Document
}

// report is a document on its way.
type report struct {
	document.Document
	book *drejebog.Playbook
}

func newReport(book *drejebog.Playbook) *report {
	r := &report{book: book}
	r.Title = r.say("catalogue/title", nil)
	r.Tell(r.say("catalogue/edition", lang.Args{
		"edition": lang.Both(book.Edition.Number), "day": lang.Day(book.Known),
	}))
	return r
}

func (r *report) say(id string, args lang.Args) lang.Text { return r.book.Words.Say(id, args) }

// rows adds a table without heads.
func (r *report) rows(rows ...[]table.Cell) {
	if len(rows) == 0 {
		return
	}
	sheet := &table.Sheet{}
	for range rows[0] {
		sheet.Columns = append(sheet.Columns, table.Column{})
	}
	for _, row := range rows {
		sheet.Append(row...)
	}
	r.Show(sheet)
}

func (r *report) activity(a *drejebog.Activity) {
	r.Add(document.Heading{Level: 2, Number: a.ID, Text: a.Title})
	var windows [][]table.Cell
	for i := range a.Windows {
		w := &a.Windows[i]
		windows = append(windows, []table.Cell{table.Of(w.Written()), table.Of(r.end(w)), table.Of(r.obligation(w)), r.asOf(w)})
	}
	r.rows(windows...)
	if a.Closed != nil {
		r.Tell(r.say("catalogue/closed-on", lang.Args{"day": lang.Day(a.Closed.On)}))
	}
	if names := r.isFor(a); len(names) > 0 {
		r.Tell(r.say("catalogue/for", lang.Args{"projects": lang.Both(strings.Join(names, ", "))}))
	}
	r.Add(document.List{Items: []document.Item{
		{Mark: r.say("catalogue/kommune", nil), Text: a.Actors.Kommune},
		{Mark: r.book.Party("kombit").Name, Text: a.Actors.KOMBIT},
		{Mark: r.say("catalogue/supplier", nil), Text: a.Actors.Supplier},
	}})
	var steps [][]table.Cell
	for i := range a.Steps {
		steps = append(steps, []table.Cell{table.Of(a.Steps[i].Name), table.Of(r.length(&a.Steps[i]))})
	}
	r.rows(steps...)
	r.beside(a)
}

// isFor names whom an activity is for: its projects, or the legacy systems that it is
// done for, each with the project that replaces it.
func (r *report) isFor(a *drejebog.Activity) []string {
	if a.Scope != drejebog.PerSystem && a.Scope != drejebog.PerContract {
		return r.projects(r.book.ProjectsOf(a))
	}
	var names []string
	for _, id := range a.Systems {
		s := r.book.System(id)
		if s == nil {
			continue
		}
		names = append(names, s.Name+" ("+strings.Join(r.projects([]string{s.Project}), ", ")+")")
	}
	return names
}

// end is how hard the end of a window is; a frist stands out.
func (r *report) end(w *drejebog.Window) lang.Text {
	kind := r.book.Words.Key("window-kind", w.Kind.String(), nil)
	if w.Kind == drejebog.Frist {
		return kind.Upper()
	}
	return kind
}

// obligation is what has to be done in a window, with how sure that is where the text does
// not state it.
func (r *report) obligation(w *drejebog.Window) lang.Text {
	told := r.book.Words.Key("obligation", w.Obligation.String(), nil)
	if w.Duty == 0 {
		return told
	}
	return lang.Joined(", ", told, r.book.Words.Key("certainty", w.Duty.String(), nil).Lower())
}

// asOf says from which edition a window is taken, where it is not the one told.
func (r *report) asOf(w *drejebog.Window) table.Cell {
	if w.AsOf == "" {
		return table.Cell{}
	}
	return table.Of(r.say("catalogue/as-of", lang.Args{"edition": lang.Both(w.AsOf)}))
}

func (r *report) length(s *drejebog.Step) lang.Text {
	if s.Duration == nil {
		return r.say("catalogue/continuous", nil)
	}
	return r.say("catalogue/length", lang.Args{"low": lang.Whole(s.Duration.Low), "high": lang.Whole(s.Duration.High)})
}

// projects are the names of projects.
func (r *report) projects(ids []string) []string {
	var names []string
	for _, id := range ids {
		if p := r.book.Project(id); p != nil {
			names = append(names, p.Name)
		}
	}
	return names
}

func (r *report) cases() {
	if len(r.book.Cases) == 0 {
		return
	}
	r.Section(r.say("catalogue/cases", nil))
	var items []document.Item
	for i := range r.book.Cases {
		items = append(items, document.Item{Mark: lang.Both(r.book.Cases[i].ID), Text: r.book.Cases[i].Title})
	}
	r.Add(document.List{Items: items})
}

// Windows is the name of the table of windows.
const Windows = "windows"

// windows has a row for each window of each activity, in the playbook's order.
func (r *report) windows() *table.Sheet {
	sheet := &table.Sheet{Name: Windows, Title: r.say("catalogue/windows", nil)}
	for _, key := range []string{"activity", "title", "theme", "projects", "start", "end", "kind", "obligation", "duty"} {
		sheet.Columns = append(sheet.Columns, table.Head(key, r.book.Words.Key("catalogue-head", key, nil)))
	}
	for i := range r.book.Activities {
		a := &r.book.Activities[i]
		for j := range a.Windows {
			w := &a.Windows[j]
			sheet.Append(
				table.Text(a.ID), table.Of(a.Title), table.Of(r.book.ThemeTitle(a.Theme)),
				table.Text(strings.Join(r.projects(r.book.ProjectsOf(a)), ", ")),
				period(w.Start), period(&w.End), table.Of(r.end(w)), table.Of(r.book.Words.Key("obligation", w.Obligation.String(), nil)),
				table.Of(r.book.Words.Key("certainty", w.DutyCertainty().String(), nil)),
			)
		}
	}
	return sheet
}

// period is a period in its own words; nil is none.
func period(p *drejebog.Period) table.Cell {
	if p == nil {
		return table.Cell{}
	}
	return table.Of(p.Written())
}
