package timeline

import (
	"github.com/rickb777/date/v2"

	"github.com/drejebog/monopolbrud/drejebog"
)

// HardDay is the last day that a task may finish on without breaking a frist,
// or leaving the kommune bound by a contract; nil where nothing binds it.
func (s *Schedule) HardDay(t *Task) *date.Date {
	switch {
	case t == nil:
	case t.LevelOfEffort:
	case t.DeadlineKind == drejebog.Frist:
		return t.Deadline
	case t.GivesNotice() && t.LateFinish.Known():
		return &t.LateFinish.Date
	}
	return nil
}

// FloatLeft is what is left of the float on the day that the schedule is seen from: no
// more than the working days until a hard day of its own that lies ahead is over. 0
// without HasFloat.
func (t *Task) FloatLeft() int {
	if t == nil || t.from == nil {
		return 0
	}
	return t.from.left(t.TotalFloat, t.Finish, t.from.HardDay(t))
}

// FloatLeft is as of a task.
func (m *Milestone) FloatLeft() int {
	if m == nil || m.from == nil {
		return 0
	}
	return m.from.left(m.TotalFloat, m.Date, m.Deadline)
}

func (s *Schedule) left(float int, planned When, hard *date.Date) int {
	if hard != nil && *hard >= s.SeenFrom() && planned.Known() {
		return min(float, s.workdaysTo(*hard))
	}
	return float
}

// HasFloat reports whether the task has a float that can be counted: not level
// of effort, nor what is finished or not relevant, nor a task with a date that waits
// for a go-live without one, nor one that nothing hard waits for.
func (t *Task) HasFloat() bool {
	return t != nil && !t.LevelOfEffort && !t.finished && t.NotRelevant == "" && countable(t.Finish, t.LateFinish)
}

// HasFloat reports whether the milestone has a float that can be counted: not one
// that is reached or without a date, nor one that nothing waits for.
func (m *Milestone) HasFloat() bool {
	return m != nil && m.bounded && !m.finished && countable(m.Date, m.Latest)
}
