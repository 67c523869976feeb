package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Budget is what BudgetYears gives, as a result of its own.
type Budget struct {
	Years []BudgetYear

	schedule *Schedule
}

// Budget returns the budget years as a result of their own.
func (s *Schedule) Budget() *Budget { return &Budget{s.BudgetYears(), s} }

// MarshalJSON is the form that seeds/schema/timeline-budget.schema.json
// describes.
func (b Budget) MarshalJSON() ([]byte, error) { return form.JSON(b) }

// Form is the budget years.
func (b Budget) Form() any {
	return struct {
		drejebog.Head
		Years []BudgetYear `json:"budgetYears"`
	}{b.schedule.Head("timeline-budget"), b.Years}
}

// MarshalJSON is the budget year's form.
func (y BudgetYear) MarshalJSON() ([]byte, error) { return form.JSON(y) }

type budgetYearForm struct {
	Year         *int           `json:"year"` // null for what is undated
	Process      *BudgetProcess `json:"process"`
	Workdays     int            `json:"workdays"`
	Tasks        []BudgetTask   `json:"tasks"`
	KnownTooLate []string       `json:"knownTooLate"` // ids of tasks
}

// Form has the tasks of the year and, by their ids, those that were known too
// late for its budget.
func (y BudgetYear) Form() any {
	f := budgetYearForm{Year: yearOf(y.Year), Process: y.Process, Workdays: y.Workdays, Tasks: y.Tasks}
	for _, t := range y.KnownTooLate() {
		f.KnownTooLate = append(f.KnownTooLate, t.Task.ID)
	}
	return f
}

// MarshalJSON is the process's form.
func (b BudgetProcess) MarshalJSON() ([]byte, error) { return form.JSON(b) }

// MarshalJSON is the day's form.
func (d BudgetDay) MarshalJSON() ([]byte, error) { return form.JSON(d) }

// MarshalJSON is the form of a task's part in a year.
func (t BudgetTask) MarshalJSON() ([]byte, error) { return form.JSON(t) }

type budgetTaskForm struct {
	ID            string     `json:"id" form:"set"`
	Name          lang.Text  `json:"name" form:"set"`
	Workdays      int        `json:"workdays"`
	LevelOfEffort bool       `json:"levelOfEffort"`
	Known         *date.Date `json:"known"`
	InTime        InTime     `json:"inTime"`
}

// Form names the task.
func (t BudgetTask) Form() any {
	f := budgetTaskForm{Workdays: t.Workdays, Known: t.Known, InTime: t.InTime}
	if t.Task != nil {
		f.ID, f.Name, f.LevelOfEffort = t.Task.ID, t.Task.Label(), t.Task.LevelOfEffort
	}
	return f
}
