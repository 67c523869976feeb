package timelinereport

import (
	"slices"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// Budget tells the budget years for a budget officer: the days of each year's
// process, how much work falls in it, and what was known too late for it, by
// section, in the table "late-" and the year.
func Budget(b *timeline.Budget) *document.Document {
	d := &document.Document{}
	if b == nil || (teller{b.Schedule}).isSilent() {
		return d
	}
	t := teller{b.Schedule}
	d.Title, d.Subject = t.text("common/budget-years", nil), t.kommune()
	d.Tell(t.text("timeline/budget-intro", lang.Args{"day": lang.Day(t.SeenFrom())}))
	for i := range b.Years {
		t.year(d, &b.Years[i])
	}
	return d
}

// undated says why tasks have no year: they hang on a go-live without a date, or the plan
// does not say when in a closed year they were done.
func (t teller) undated(y *timeline.BudgetYear) lang.Text {
	untold := 0
	for i := range y.Tasks {
		if task := y.Tasks[i].Task; task.Start.Kind == timeline.Open && task.Finish.Kind == timeline.Open {
			untold++
		}
	}
	var said []lang.Text
	if untold < len(y.Tasks) {
		said = append(said, t.text("timeline/hang-on-undated", nil))
	}
	if untold > 0 {
		said = append(said, t.text("timeline/untold", lang.Args{"n": lang.Whole(untold)}))
	}
	return lang.Joined(" ", said...)
}

func (t teller) year(d *document.Document, y *timeline.BudgetYear) {
	amount := lang.Joined(", ", t.tasks(len(y.Tasks)), t.workdays(y.Workdays)).Ended()
	if y.Year == timeline.Undated {
		d.Section(t.text("timeline/without-year", nil))
		d.Tell(lang.Joined(" ", amount, t.undated(y)))
		return
	}
	d.Section(t.text("timeline/budget", lang.Args{"year": lang.Plain(y.Year)}))
	if y.Process != nil {
		d.Tell(t.process(y.Process))
	}
	d.Tell(amount)
	switch late := y.KnownTooLate(); {
	case len(late) == 0:
	case t.Book.Editions[0].Date > y.Process.Adoption.Day():
		d.Tell(t.text("timeline/published-after-budget", lang.Args{"day": lang.Day(t.Book.Editions[0].Date)}))
	default:
		sheet := t.lateSections(late)
		sheet.Name = "late-" + strconv.Itoa(y.Year)
		d.Tell(t.text("timeline/known-too-late", nil))
		d.Show(sheet)
	}
}

// process says when a budget is proposed, read and adopted.
func (t teller) process(b *timeline.BudgetProcess) lang.Text {
	day := func(d timeline.BudgetDay) lang.Text {
		if d.Own != nil {
			return lang.DayText(*d.Own)
		}
		return t.text("common/by-day", lang.Args{"day": lang.Day(d.Last)})
	}
	days := t.text("timeline/budget-days", lang.Args{
		"proposal": day(b.Proposal), "reading": day(b.FirstReading), "adoption": day(b.Adoption),
	})
	if b.Adopted {
		return lang.Joined(" ", days, t.text("timeline/budget-adopted", nil))
	}
	return days
}

// lateSection is what was known too late of one section on one day.
type lateSection struct {
	activity        *drejebog.Activity
	names           []lang.Text // of the steps, each once
	known           date.Date
	tasks, workdays int
}

// lateSections sums what was known too late by section and by the day that it
// became known.
func (t teller) lateSections(late []timeline.BudgetTask) *table.Sheet {
	var sections []lateSection
	for _, task := range late {
		n := len(sections) - 1
		if n < 0 || sections[n].activity != task.Task.Activity || sections[n].known != *task.Known {
			sections = append(sections, lateSection{activity: task.Task.Activity, known: *task.Known})
			n++
		}
		if name := task.Task.Step.Name; !slices.Contains(sections[n].names, name) {
			sections[n].names = append(sections[n].names, name)
		}
		sections[n].tasks++
		if !task.Task.LevelOfEffort {
			sections[n].workdays += task.Workdays
		}
	}
	sheet := &table.Sheet{Columns: []table.Column{
		table.Head("section", t.text("timeline/head-section", nil)), table.Head("what", t.text("timeline/head-what", nil)),
		table.Head("known", t.text("timeline/head-known", nil)), table.Figures("tasks", t.text("timeline/head-tasks", nil)),
		table.Figures("days", t.text("timeline/head-working-days", nil)),
	}}
	for _, x := range sections {
		sheet.Append(table.Text(x.activity.ID), table.Of(firstAndLast(x.names)), table.Of(lang.ShortDay(x.known)),
			table.Of(lang.Whole(x.tasks)), table.Of(lang.Whole(x.workdays)))
	}
	return sheet
}
