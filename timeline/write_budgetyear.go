package timeline

import (
	"encoding/json"
	"io"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
	"github.com/rickb777/date/v2"
)

// Budget is what BudgetYears gives, to be written.
type Budget struct {
	Years []BudgetYear

	schedule *Schedule
}

// Budget returns the budget years with their texts.
func (s *Schedule) Budget() *Budget { return &Budget{s.BudgetYears(), s} }

// WriteText writes the budget years for a budget officer: the days of each
// year's process, how much work falls in it, and what was known too late for
// it, by section.
func (b *Budget) WriteText(w io.Writer, language lang.Lang) error {
	s, p := b.schedule, page.New(language)
	p.Line(s.text("timeline/budget-title", lang.Args{"kommune": s.kommuneName()}).In(language))
	p.Paragraph("", s.text("timeline/budget-intro", lang.Args{"day": lang.Day(s.SeenFrom())}).In(language))
	for i := range b.Years {
		s.writeBudgetYear(p, &b.Years[i])
	}
	_, err := io.WriteString(w, p.String())
	return err
}

// WriteJSON writes the budget years, each with the fields of its MarshalJSON.
func (b *Budget) WriteJSON(w io.Writer) error {
	return writeJSON(w, struct {
		BudgetYears []BudgetYear `json:"budgetYears"`
	}{append([]BudgetYear{}, b.Years...)})
}

func (s *Schedule) writeBudgetYear(p *page.Page, y *BudgetYear) {
	amount := closed(chained(", ", s.taskCount(len(y.Tasks)), s.workdayCount(y.Workdays)))
	if y.Year == Undated {
		heading(p, s.text("timeline/without-year", nil))
		p.Paragraph("  ", chained(" ", amount, s.text("timeline/hang-on-undated", nil)).In(p.Lang))
		return
	}
	heading(p, s.text("timeline/budget", lang.Args{"year": lang.Plain(y.Year)}))
	if y.Process != nil {
		p.Paragraph("  ", s.budgetDays(y.Process).In(p.Lang))
	}
	p.Paragraph("  ", amount.In(p.Lang))
	switch late := y.KnownTooLate(); {
	case len(late) == 0:
	case s.Book.Editions[0].Date > y.Process.Adoption.Day():
		p.Paragraph("  ", s.text("timeline/published-after-budget", lang.Args{"day": lang.Day(s.Book.Editions[0].Date)}).In(p.Lang))
	default:
		p.Paragraph("  ", s.text("timeline/known-too-late", nil).In(p.Lang))
		p.Table(s.lateSections(p, late))
	}
}

// budgetDays says when a budget is proposed, read and adopted.
func (s *Schedule) budgetDays(b *BudgetProcess) lang.Text {
	day := func(d BudgetDay) lang.Text {
		if d.Own != nil {
			return lang.DayText(*d.Own)
		}
		return s.text("timeline/no-later-than", lang.Args{"day": lang.Day(d.Last)})
	}
	days := s.text("timeline/budget-days", lang.Args{
		"proposal": day(b.Proposal), "reading": day(b.FirstReading), "adoption": day(b.Adoption),
	})
	if b.Adopted {
		return chained(" ", days, s.text("timeline/budget-adopted", nil))
	}
	return days
}

// lateSections sums what was known too late by section and by the day that it
// became known.
func (s *Schedule) lateSections(p *page.Page, late []BudgetTask) page.Table {
	type section struct {
		activity        *drejebog.Activity
		names           []lang.Text // of the steps, each once
		known           date.Date
		tasks, workdays int
	}
	var sections []section
	for _, t := range late {
		n := len(sections) - 1
		if n < 0 || sections[n].activity != t.Task.Activity || sections[n].known != *t.Known {
			sections = append(sections, section{activity: t.Task.Activity, known: *t.Known})
			n++
		}
		if name := t.Task.Step.Name; !slices.Contains(sections[n].names, name) {
			sections[n].names = append(sections[n].names, name)
		}
		sections[n].tasks++
		if !t.Task.LevelOfEffort {
			sections[n].workdays += t.Workdays
		}
	}
	table := page.Table{Indent: 4, Columns: []page.Column{{}, {Wrap: true}, {}, {Right: true}, {Right: true}}}
	for _, x := range sections {
		table.Rows = append(table.Rows, []string{
			x.activity.ID, namesOf(p, x.names), s.text("timeline/known-on", lang.Args{"day": lang.Day(x.known)}).In(p.Lang),
			s.taskCount(x.tasks).In(p.Lang), s.workdayCount(x.workdays).In(p.Lang),
		})
	}
	return table
}

// MarshalJSON writes a budget year with stable fields: ids of tasks, days as
// ISO dates or null, null for the year of what is undated and for a process
// that the data does not have.
func (y BudgetYear) MarshalJSON() ([]byte, error) {
	out := jsonBudgetYear{Process: jsonProcessOf(y.Process), Workdays: y.Workdays, Tasks: []jsonBudgetTask{}, KnownTooLate: []string{}}
	if y.Year != Undated {
		out.Year = &y.Year
	}
	for _, t := range y.Tasks {
		row := jsonBudgetTask{ID: t.Task.ID, Workdays: t.Workdays, LevelOfEffort: t.Task.LevelOfEffort, Known: isoOrNull(t.Known)}
		if t.InTime != 0 {
			word := t.InTime.String()
			row.InTime = &word
		}
		out.Tasks = append(out.Tasks, row)
	}
	for _, t := range y.KnownTooLate() {
		out.KnownTooLate = append(out.KnownTooLate, t.Task.ID)
	}
	return json.Marshal(out)
}

type jsonBudgetYear struct {
	Year         *int             `json:"year"`
	Process      *jsonProcess     `json:"process"`
	Workdays     int              `json:"workdays"`
	Tasks        []jsonBudgetTask `json:"tasks"`
	KnownTooLate []string         `json:"knownTooLate"`
}

type jsonProcess struct {
	Proposal     jsonBudgetDay `json:"proposal"`
	FirstReading jsonBudgetDay `json:"firstReading"`
	Adoption     jsonBudgetDay `json:"adoption"`
	Adopted      bool          `json:"adopted"`
	Certainty    string        `json:"certainty"`
}

type jsonBudgetDay struct {
	Own  *string `json:"own"`
	Last string  `json:"last"`
}

type jsonBudgetTask struct {
	ID            string  `json:"id"`
	Workdays      int     `json:"workdays"`
	LevelOfEffort bool    `json:"levelOfEffort"`
	Known         *string `json:"known"`
	InTime        *string `json:"inTime"`
}

func jsonProcessOf(b *BudgetProcess) *jsonProcess {
	if b == nil {
		return nil
	}
	day := func(d BudgetDay) jsonBudgetDay { return jsonBudgetDay{isoOrNull(d.Own), d.Last.String()} }
	return &jsonProcess{day(b.Proposal), day(b.FirstReading), day(b.Adoption), b.Adopted, b.Certainty.String()}
}
