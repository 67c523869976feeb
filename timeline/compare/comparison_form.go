package compare

import (
	"cmp"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// MarshalJSON is the form that seeds/schema/timeline-comparison.schema.json
// describes.
func (c Comparison) MarshalJSON() ([]byte, error) { return form.JSON(c) }

type comparisonForm struct {
	drejebog.Head                    // that of the later schedule
	Before        sideForm           `json:"before"`
	After         sideForm           `json:"after"`
	Tasks         []TaskChange       `json:"tasks"`
	Milestones    []MilestoneChange  `json:"milestones"`
	Broken        []drejebog.Finding `json:"broken"`
	Mended        []drejebog.Finding `json:"mended"`
	BudgetYears   []YearChange       `json:"budgetYears"`
	Moves         []YearMove         `json:"moves"`
}

// sideForm is one of the two schedules.
type sideForm struct {
	Edition           string          `json:"edition" form:"set"`
	AsOf              *date.Date      `json:"asOf"`
	DataDate          *date.Date      `json:"dataDate"`
	Kommune           *drejebog.Whose `json:"kommune"`
	CriticalPath      []string        `json:"criticalPath"`
	CriticalPathFloat *int            `json:"criticalPathFloat"` // in working days
}

// Form has both schedules by what they were made from.
func (c Comparison) Form() any {
	if c.Before == nil || c.After == nil {
		return comparisonForm{}
	}
	return comparisonForm{
		Head: c.After.Head("timeline-comparison"), Before: sideOf(c.Before), After: sideOf(c.After),
		Tasks: c.Tasks, Milestones: c.Milestones, Broken: c.Broken, Mended: c.Mended, BudgetYears: c.Years, Moves: c.Moves,
	}
}

// sideOf is a schedule as one side of a comparison.
func sideOf(s *timeline.Schedule) sideForm {
	head := s.Head("")
	float := counted(s.CriticalPathFloat, len(s.CriticalPath) > 0)
	return sideForm{head.Edition, head.AsOf, head.DataDate, head.Kommune, s.CriticalPath, float}
}

// MarshalJSON is the change's form.
func (c TaskChange) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// Form has the task as each of the schedules has it.
func (c TaskChange) Form() any {
	t := cmp.Or(c.After, c.Before, &timeline.Task{})
	return inBoth(c.ID, t.Label(), t.Project, counted(c.DaysLater()), c.Before, c.After)
}

// MarshalJSON is the change's form.
func (c MilestoneChange) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// Form has the milestone as each of the schedules has it.
func (c MilestoneChange) Form() any {
	m := cmp.Or(c.After, c.Before, &timeline.Milestone{})
	return inBoth(c.ID, m.Label(), m.Project, counted(c.DaysLater()), c.Before, c.After)
}

// inBoth is the form of a task or a milestone in both schedules; the days are
// calendar days, nil where they cannot be counted.
func inBoth[T any](id string, name lang.Text, project string, daysLater *int, before, after *T) any {
	return struct {
		ID        string    `json:"id" form:"set"`
		Name      lang.Text `json:"name" form:"set"`
		Project   string    `json:"project"`
		DaysLater *int      `json:"daysLater"`
		Before    *T        `json:"before"`
		After     *T        `json:"after"`
	}{id, name, project, daysLater, before, after}
}

// counted is a number, nil where it cannot be counted.
func counted(n int, ok bool) *int {
	if !ok {
		return nil
	}
	return &n
}

// yearOf is a budget year, nil for that of what is undated.
func yearOf(year int) *int { return counted(year, year != timeline.Undated) }

// MarshalJSON is the change's form.
func (y YearChange) MarshalJSON() ([]byte, error) { return form.JSON(y) }

// Form has null for the year of what is undated.
func (y YearChange) Form() any {
	return struct {
		Year   *int `json:"year"`
		Before int  `json:"before"`
		After  int  `json:"after"`
	}{yearOf(y.Year), y.Before, y.After}
}

// MarshalJSON is the move's form.
func (m YearMove) MarshalJSON() ([]byte, error) { return form.JSON(m) }

// Form has null for the year of what is undated.
func (m YearMove) Form() any {
	return struct {
		From     *int     `json:"from"`
		To       *int     `json:"to"`
		Workdays int      `json:"workdays"`
		Tasks    []string `json:"tasks"`
	}{yearOf(m.From), yearOf(m.To), m.Workdays, m.Tasks}
}
