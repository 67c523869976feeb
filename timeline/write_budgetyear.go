package timeline

import (
	"io"
	"slices"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/page"
	"github.com/rickb777/date/v2"
)

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

func (s *Schedule) writeBudgetYear(p *page.Page, y *BudgetYear) {
	amount := closed(lang.Joined(", ", s.taskCount(len(y.Tasks)), s.workdayCount(y.Workdays)))
	if y.Year == Undated {
		heading(p, s.text("timeline/without-year", nil))
		p.Paragraph("  ", lang.Joined(" ", amount, s.text("timeline/hang-on-undated", nil)).In(p.Lang))
		return
	}
	heading(p, s.text("timeline/budget", lang.Args{"year": lang.Both(strconv.Itoa(y.Year))}))
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
		return lang.Joined(" ", days, s.text("timeline/budget-adopted", nil))
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
