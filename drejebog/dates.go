package drejebog

import (
	"slices"
	"strings"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lag"
	"github.com/rickb777/date/v2"
)

// AddMonths returns the day a number of calendar months later, clamped to the last day
// of that month, as lag.AddMonths does.
func AddMonths(day date.Date, months int) date.Date { return lag.AddMonths(day, months) }

// Days is a range of whole days with both ends included.
type Days struct{ First, Last date.Date }

// DatesOf returns the dates of a milestone: the given one for its id where
// there is one; else when it came, when it was promised, or what its offset
// makes of the dates of another milestone of the same project. It returns
// false for a milestone that nothing dates.
// A milestone with both a promise and an offset is counted from what the offset
// names where that is given.
func (b *Playbook) DatesOf(n *Node, given map[string]date.Date) (Days, bool) {
	days, _, ok := b.CertainDatesOf(n, given)
	return days, ok
}

// CertainDatesOf is DatesOf with how sure the dates are: as the weakest link of the
// chain of offsets that they are counted by. A given date is stated.
func (b *Playbook) CertainDatesOf(n *Node, given map[string]date.Date) (Days, Certainty, bool) {
	return b.datesOf(n.ID, n.Milestone, n.Project, given, len(b.Milestones))
}

// IsCounted reports whether a milestone's date is counted from another: it has an
// offset, and neither a date of its own nor a promise that stands.
func (b *Playbook) IsCounted(n *Node, given map[string]date.Date) bool {
	m := n.Milestone
	if _, own := given[n.ID]; own || m == nil || m.Offset == nil || m.Delivered != nil {
		return false
	}
	if m.Promised == nil || len(given) == 0 {
		return m.Promised == nil
	}
	_, ok := given[b.OffsetBase(m, n.Project)]
	return ok
}

// OffsetBase returns the id of the milestone that another of a project is counted
// from, with its project where each has one of its own: "golive@sapa".
func (b *Playbook) OffsetBase(m *Milestone, project string) string {
	base, baseProject := b.milestoneOf(m.Offset.Milestone, project)
	if base == nil || base.Scope != PerProject || m.Offset.Milestone != base.ID {
		return m.Offset.Milestone
	}
	return base.ID + "@" + baseProject
}

// datesOf follows offsets for at most depth steps, so that a ring of them ends.
func (b *Playbook) datesOf(id string, m *Milestone, project string, given map[string]date.Date, depth int) (Days, Certainty, bool) {
	if day, ok := given[id]; ok {
		return Days{day, day}, Stated, true
	}
	if m == nil || depth == 0 {
		return Days{}, 0, false
	}
	if !b.IsCounted(&Node{ID: id, Milestone: m, Project: project}, given) {
		said := m.Delivered
		if said == nil {
			said = m.Promised
		}
		if said == nil {
			return Days{}, 0, false
		}
		days := Days{said.When.First, said.When.Last}
		if m.Kind == Implementation || m.Kind == GoLive {
			days.Last = days.First // a start counts from the first day of its period
		}
		return days, said.Certainty, said.When.Closed()
	}
	base, baseProject := b.milestoneOf(m.Offset.Milestone, project)
	baseID := ""
	if len(given) > 0 { // an id is looked for among what is given, and nowhere else
		baseID = b.OffsetBase(m, project)
	}
	days, certainty, ok := b.datesOf(baseID, base, baseProject, given, depth-1)
	shift := func(d date.Date) date.Date { return AddMonths(d, m.Offset.Months) + date.Date(m.Offset.Days) }
	return Days{shift(days.First), shift(days.Last)}, certainty.Weaker(m.Offset.Certainty), ok
}

// milestoneOf returns the row of a milestone for a project. The id may name
// the instance itself: "golive@sapa".
func (b *Playbook) milestoneOf(id, project string) (*Milestone, string) {
	base, instance, explicit := strings.Cut(id, "@")
	if explicit {
		project = instance
	}
	for i := range b.Milestones {
		m := &b.Milestones[i]
		if m.ID == base && (m.Scope != PerProject || slices.Contains(m.Projects, project)) {
			return m, project
		}
	}
	return nil, project
}

// far lies after every date of the data.
var far = date.New(2199, time.December, 31)

// DaysOf returns the days of a step's window: its own expected one or the
// printed one. A start that is not printed is the first day of the calendar
// that the data covers, an open end the last.
func (a *Activity) DaysOf(s *Step) Days {
	days := Days{date.New(1900, time.January, 1), far}
	start, end := (*Period)(nil), (*Period)(nil)
	if window := a.WindowOf(s); window != nil {
		start, end = window.Start, &window.End
	}
	if s.Expected != nil {
		start, end = s.Expected.Start, s.Expected.End
	}
	if start != nil && start.First != 0 {
		days.First = start.First
	}
	if end != nil && end.Closed() {
		days.Last = end.Last
	}
	if a.Closed != nil {
		days.Last = min(days.Last, a.Closed.On)
	}
	return days
}
