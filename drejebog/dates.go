package drejebog

import (
	"slices"
	"strings"

	"github.com/rickb777/date/v2"
)

// Days is a range of whole days with both ends included.
type Days struct{ First, Last date.Date }

// DatesOf returns the dates of a milestone: the given one for its id where
// there is one; else when it came, when it was promised, or what its offset
// makes of the dates of another milestone of the same project. It returns
// false for a milestone that nothing dates.
func (b *Playbook) DatesOf(n *Node, given map[string]date.Date) (Days, bool) {
	return b.datesOf(n.ID, n.Milestone, n.Project, given, len(b.Milestones))
}

// datesOf follows offsets for at most depth steps, so that a ring of them ends.
func (b *Playbook) datesOf(id string, m *Milestone, project string, given map[string]date.Date, depth int) (Days, bool) {
	if day, ok := given[id]; ok {
		return Days{day, day}, true
	}
	switch {
	case m == nil || depth == 0:
		return Days{}, false
	case m.Delivered != nil:
		return Days{m.Delivered.When.First, m.Delivered.When.Last}, m.Delivered.When.Closed()
	case m.Promised != nil:
		return Days{m.Promised.When.First, m.Promised.When.Last}, m.Promised.When.Closed()
	case m.Offset == nil:
		return Days{}, false
	}
	base, baseProject := b.milestoneOf(m.Offset.Milestone, project)
	baseID := m.Offset.Milestone
	if base != nil && base.Scope == PerProject && baseID == base.ID {
		baseID += "@" + baseProject
	}
	days, ok := b.datesOf(baseID, base, baseProject, given, depth-1)
	shift := func(d date.Date) date.Date { return AddMonths(d, m.Offset.Months) + date.Date(m.Offset.Days) }
	return Days{shift(days.First), shift(days.Last)}, ok
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
