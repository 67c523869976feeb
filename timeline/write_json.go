package timeline

import (
	"io"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
)

// WriteJSON writes the schedule with stable fields in a fixed order. Dates are
// ISO, or null where a task hangs on a go-live without a date; float is in
// working days, 0 for level of effort, which has none. Ends are inclusive.
// Nothing is left out and no list is null.
func (s *Schedule) WriteJSON(w io.Writer) error {
	out := jsonSchedule{
		Kommune:       jsonKommune{s.Kommune.Code, s.Kommune.Name, s.Kommune.PopulationOn(s.AsOf).Count},
		Tasks:         make([]jsonTask, len(s.Tasks)),
		CriticalPaths: [][]string{},
		Milestones:    make([]jsonMilestone, len(s.Milestones)),
		BudgetYears:   slices.Concat([]BudgetYear{}, s.BudgetYears()),
	}
	for i := range s.Tasks {
		out.Tasks[i] = s.jsonTaskOf(&s.Tasks[i])
	}
	if len(s.CriticalPath) > 0 {
		out.CriticalPaths = append(out.CriticalPaths, s.CriticalPath)
	}
	for i := range s.Milestones {
		out.Milestones[i] = s.jsonMilestoneOf(&s.Milestones[i])
	}
	return writeJSON(w, out)
}

type jsonSchedule struct {
	Kommune       jsonKommune     `json:"kommune"`
	Tasks         []jsonTask      `json:"tasks"`
	CriticalPaths [][]string      `json:"criticalPaths"`
	Milestones    []jsonMilestone `json:"milestones"`
	BudgetYears   []BudgetYear    `json:"budgetYears"`
}

type jsonKommune struct {
	Code       string `json:"code"`
	Name       string `json:"name"`
	Population int    `json:"population"`
}

type jsonTask struct {
	ID           string             `json:"id"`
	Activity     string             `json:"activity"`
	Project      string             `json:"project"`
	Actor        string             `json:"actor"`
	EarlyStart   *string            `json:"earlyStart"`
	EarlyFinish  *string            `json:"earlyFinish"`
	LateStart    *string            `json:"lateStart"`
	LateFinish   *string            `json:"lateFinish"`
	Start        *string            `json:"start"`
	Finish       *string            `json:"finish"`
	TotalFloat   int                `json:"totalFloat"`
	FreeFloat    int                `json:"freeFloat"`
	Critical     bool               `json:"critical"`
	Deadline     *string            `json:"deadline"`
	DeadlineKind *string            `json:"deadlineKind"`
	Driver       string             `json:"driver"`
	Certainty    drejebog.Certainty `json:"certainty"`
}

func (s *Schedule) jsonTaskOf(t *Task) jsonTask {
	return jsonTask{
		ID: t.ID, Activity: t.Activity.ID, Project: t.Project, Actor: s.Actor(t),
		EarlyStart: t.EarlyStart.iso(), EarlyFinish: t.EarlyFinish.iso(), LateStart: t.LateStart.iso(), LateFinish: t.LateFinish.iso(),
		Start: t.Start.iso(), Finish: t.Finish.iso(), TotalFloat: t.TotalFloat, FreeFloat: t.FreeFloat, Critical: t.Critical,
		Deadline: isoOrNull(t.Deadline), DeadlineKind: orNull(t.DeadlineKind.String()), Driver: t.Driver, Certainty: t.Certainty,
	}
}

// iso is the date as JSON has it, null for another When.
func (w When) iso() *string {
	if !w.Known() {
		return nil
	}
	return isoOrNull(&w.Date)
}

// Actor is the party that carries a task out: the one that the plan names, else
// the kommune.
func (s *Schedule) Actor(t *Task) string {
	if party := s.Book.Party(s.facts[t.ID].Executor); party != nil {
		return party.ID
	}
	return "kommune"
}

type jsonMilestone struct {
	ID           string             `json:"id"`
	Kind         string             `json:"kind"`
	Project      string             `json:"project"`
	Actor        string             `json:"actor"`
	Date         *string            `json:"date"`
	Latest       *string            `json:"latest"`
	DateIfLast   *string            `json:"dateIfLast"` // with the plan's periods on their last day; null: it gives days
	Promised     *string            `json:"promised"`   // last day of what was promised
	Delivered    *string            `json:"delivered"`  // null: not known to have come
	TotalFloat   int                `json:"totalFloat"`
	Critical     bool               `json:"critical"`
	Deadline     *string            `json:"deadline"`
	DeadlineKind *string            `json:"deadlineKind"`
	Driver       string             `json:"driver"`
	Certainty    drejebog.Certainty `json:"certainty"`
}

func (s *Schedule) jsonMilestoneOf(m *Milestone) jsonMilestone {
	out := jsonMilestone{
		ID: m.ID, Kind: m.Milestone.Kind.String(), Project: m.Project, Actor: m.Milestone.Actor,
		Date: m.Date.iso(), Latest: m.Latest.iso(), TotalFloat: m.TotalFloat, Critical: m.Critical,
		Deadline: isoOrNull(m.Deadline), DeadlineKind: orNull(m.DeadlineKind.String()), Driver: m.Driver, Certainty: m.Certainty,
	}
	if s.Latest != nil {
		out.DateIfLast = s.Latest.Milestone(m.ID).Date.iso()
	}
	if m.Milestone.Kind == drejebog.Deliverable {
		promised, delivered := s.Owed(m)
		out.Promised, out.Delivered = isoOrNull(promised), isoOrNull(delivered)
	}
	return out
}
