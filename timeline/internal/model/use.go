package model

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
)

// GoLiveDay is the first day of a project's system, nil where that is not known.
func (n *Model) GoLiveDay(project string) *date.Date { return n.firstDay(n.goLive(project)) }

// LastNeeded is the last day that a legacy system is needed, nil where that is not
// known: the day before the one that its end is counted to.
func (n *Model) LastNeeded(system string) *date.Date {
	end := n.firstDay(n.Book.MilestoneOf(drejebog.SystemEnd, system))
	if end == nil {
		return nil
	}
	last := *end - 1
	return &last
}

// LastNeeded is the last day that a legacy system is needed, by what moves its end too.
func (s *Solution) LastNeeded(system string) *date.Date {
	i := s.Index(s.Book.MilestoneOf(drejebog.SystemEnd, system))
	if i < 0 || !s.Has(i) || s.waits[i] != "" {
		return s.Model.LastNeeded(system)
	}
	last := date.Date(s.EarlyFinish(i)) - 1
	return &last
}

// LastUsed is the one of legacy systems that is needed longest, "" where the playbook
// knows none of them: one whose day is not known ends after all others, and of two
// that end together the first does.
func (n *Model) LastUsed(systems []string) string {
	last, until := "", date.Date(0)
	for _, id := range systems {
		if n.Book.System(id) == nil {
			continue
		}
		needed := n.LastNeeded(id)
		switch {
		case needed == nil:
			return id
		case last == "" || *needed > until:
			last, until = id, *needed
		}
	}
	return last
}

// firstDay is the date of a milestone, nil where it has none.
func (n *Model) firstDay(id string) *date.Date {
	i := n.Index(id)
	if i < 0 {
		return nil
	}
	if days, ok := n.DaysOf(i); ok && n.unknownAnchor(i) == "" && !n.unknown[id] {
		return &days.First
	}
	return nil
}
