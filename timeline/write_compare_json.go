package timeline

import (
	"io"

	"github.com/drejebog/monopolbrud/drejebog"
)

// WriteJSON writes the comparison with stable fields in a fixed order: dates
// ISO or null, days integers, null for the side that lacks a task, for the
// year of what is undated, and for days that cannot be counted.
func (c *Comparison) WriteJSON(w io.Writer) error {
	out := jsonComparison{
		Before: jsonSideOf(c.Before), After: jsonSideOf(c.After),
		Tasks: []jsonChange{}, Milestones: []jsonChange{},
		Broken: jsonBreaches(c.Broken), Mended: jsonBreaches(c.Mended),
		BudgetYears: []jsonYearChange{}, Moves: []jsonYearMove{},
	}
	for i := range c.Tasks {
		t := &c.Tasks[i]
		out.Tasks = append(out.Tasks, jsonChange{t.ID, orNull(t.Node().Project), daysOrNull(t.DaysLater), jsonTaskState(t.Before), jsonTaskState(t.After)})
	}
	for i := range c.Milestones {
		m := &c.Milestones[i]
		out.Milestones = append(out.Milestones, jsonChange{m.ID, orNull(m.Node().Project), daysOrNull(m.DaysLater), jsonMilestoneState(m.Before), jsonMilestoneState(m.After)})
	}
	for _, y := range c.Years {
		out.BudgetYears = append(out.BudgetYears, jsonYearChange{yearOrNull(y.Year), y.Before, y.After})
	}
	for _, m := range c.Moves {
		out.Moves = append(out.Moves, jsonYearMove{yearOrNull(m.From), yearOrNull(m.To), m.Workdays, m.Tasks})
	}
	return writeJSON(w, out)
}

type jsonComparison struct {
	Before      jsonSide         `json:"before"`
	After       jsonSide         `json:"after"`
	Tasks       []jsonChange     `json:"tasks"`
	Milestones  []jsonChange     `json:"milestones"`
	Broken      []jsonBreach     `json:"broken"`
	Mended      []jsonBreach     `json:"mended"`
	BudgetYears []jsonYearChange `json:"budgetYears"`
	Moves       []jsonYearMove   `json:"moves"`
}

type jsonSide struct {
	Kommune      string   `json:"kommune"`
	AsOf         string   `json:"asOf"`
	Edition      string   `json:"edition"`
	CriticalPath []string `json:"criticalPath"`
	PathFloat    int      `json:"pathFloat"`
}

func jsonSideOf(s *Schedule) jsonSide {
	return jsonSide{s.Kommune.Name, s.AsOf.String(), s.Book.Edition.Number, append([]string{}, s.CriticalPath...), s.PathFloat}
}

type jsonChange struct {
	ID        string     `json:"id"`
	Project   *string    `json:"project"`
	DaysLater *int       `json:"daysLater"`
	Before    *jsonState `json:"before"`
	After     *jsonState `json:"after"`
}

// jsonState is a task or a milestone in one of the schedules; a milestone
// starts and finishes on its day.
type jsonState struct {
	Start        jsonWhen `json:"start"`
	Finish       jsonWhen `json:"finish"`
	LateFinish   jsonWhen `json:"lateFinish"`
	TotalFloat   int      `json:"totalFloat"`
	Critical     bool     `json:"critical"`
	Deadline     *string  `json:"deadline"`
	DeadlineKind *string  `json:"deadlineKind"`
	NotRelevant  *string  `json:"notRelevant"`
}

func jsonTaskState(t *Task) *jsonState {
	if t == nil {
		return nil
	}
	return &jsonState{
		Start: jsonWhenOf(t.Start), Finish: jsonWhenOf(t.Finish), LateFinish: jsonWhenOf(t.LateFinish),
		TotalFloat: t.TotalFloat, Critical: t.Critical, Deadline: isoOrNull(t.Deadline),
		DeadlineKind: orNull(t.DeadlineKind.String()), NotRelevant: orNull(t.NotRelevant),
	}
}

func jsonMilestoneState(m *Milestone) *jsonState {
	if m == nil {
		return nil
	}
	return &jsonState{
		Start: jsonWhenOf(m.Date), Finish: jsonWhenOf(m.Date), LateFinish: jsonWhenOf(m.Latest),
		TotalFloat: m.TotalFloat, Critical: m.Critical, Deadline: isoOrNull(m.Deadline), DeadlineKind: orNull(m.DeadlineKind.String()),
	}
}

type jsonBreach struct {
	Code    string  `json:"code"`
	Subject string  `json:"subject"`
	Actor   string  `json:"actor"`
	Date    *string `json:"date"`
	Section *string `json:"section"`
	DA      string  `json:"da"`
	EN      string  `json:"en"`
}

func jsonBreaches(findings []drejebog.Finding) []jsonBreach {
	out := make([]jsonBreach, len(findings))
	for i := range findings {
		f := &findings[i]
		out[i] = jsonBreach{f.Code, f.Subject, f.Actor, isoOrNull(f.Date), orNull(f.Section), f.Text.DA, f.Text.EN}
	}
	return out
}

type jsonYearChange struct {
	Year   *int `json:"year"`
	Before int  `json:"before"`
	After  int  `json:"after"`
}

type jsonYearMove struct {
	From     *int     `json:"from"`
	To       *int     `json:"to"`
	Workdays int      `json:"workdays"`
	Tasks    []string `json:"tasks"`
}
