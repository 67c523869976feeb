package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/internal/model"
	"github.com/rickb777/date/v2"
)

// Facts is what the plan says of a task, its own tasks among them; the zero
// Task where it is silent.
func (s *Schedule) Facts(id string) plan.Task {
	if !s.IsComputed() {
		return plan.Task{}
	}
	return s.solved.Facts[id]
}

// IsAhead reports whether a task is left to do: it is relevant, not reported as
// finished, and planned to finish on the day that the schedule is seen from or
// later, or bound to that day or a later one.
func (s *Schedule) IsAhead(t *Task) bool {
	if !s.IsComputed() || t == nil || t.NotRelevant != "" {
		return false
	}
	if facts := s.solved.Facts[t.ID]; facts.IsDone() {
		return false
	}
	hard := s.HardDay(t)
	return !t.Finish.Known() || t.Finish.Date >= s.SeenFrom() || hard != nil && *hard >= s.SeenFrom()
}

// MetBy is the day by which a deadline is met: the last working day on or
// before it.
func (s *Schedule) MetBy(deadline date.Date) date.Date {
	if !s.IsComputed() {
		return deadline
	}
	return s.solved.Days.OnOrBefore(deadline)
}

// workdaysTo is how many working days are left before a day is over.
func (s *Schedule) workdaysTo(day date.Date) int { return s.Workdays(s.SeenFrom()+1, day) }

// ReachedOn is the day that a milestone of the kommune's own was reached, nil
// where that is not known.
func (s *Schedule) ReachedOn(m *Milestone) *date.Date {
	if !s.IsComputed() || m == nil {
		return nil
	}
	return s.solved.ReachedOn(s.solved.Index(m.ID))
}

// IsOver reports whether a task or milestone is known to be done, or to have come.
func (s *Schedule) IsOver(id string) bool {
	if !s.IsComputed() {
		return false
	}
	i := s.solved.Index(id)
	return i >= 0 && s.isOver(i)
}

func (s *Schedule) isOver(i int) bool {
	node := &s.solved.Nodes[i]
	facts := s.solved.Facts[node.ID]
	if facts.IsDone() || facts.NotRelevant != nil {
		return true
	}
	m := s.Milestone(node.ID)
	if m == nil {
		return false
	}
	if m.Milestone.Kind == drejebog.Deliverable {
		_, delivered := s.Owed(m)
		return delivered != nil
	}
	return model.Stands(&s.solved.Nodes[i]) && m.Date.Known() && m.Date.Date <= s.SeenFrom()
}
