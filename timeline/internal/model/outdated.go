package model

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
)

// Outdated is a confirmation of readiness that says little of what it confirms any more.
type Outdated struct {
	Node  int       // of the step that confirms
	On    date.Date // the day of the confirmation
	Again bool      // it is older than the requirements: to be done again, and not counted
	Day   date.Date // of the requirements, or of the milestone that it is due before
	Holds int       // months before the latter for which it does
}

// takeOutdated finds the confirmations of readiness that came before the requirements, by
// the plan's or the playbook's word on those, or longer before what they are for than they
// hold. Those from before the requirements are no facts.
func (n *Model) takeOutdated(edges []drejebog.Edge) {
	for _, edge := range edges {
		m, task := n.Nodes[edge.To].Milestone, n.Facts[n.Nodes[edge.From].ID]
		if !m.ConfirmsReadiness() || n.Nodes[edge.From].Step == nil || task.ActualFinish == nil || task.NotRelevant != nil {
			continue
		}
		found := Outdated{Node: edge.From, On: *task.ActualFinish}
		if asked, ok := n.askedOn(&n.Nodes[edge.To]); ok && asked > found.On {
			found.Again, found.Day = true, asked
			task.ActualStart, task.ActualFinish, task.Status = nil, nil, 0
			n.Facts[n.Nodes[edge.From].ID] = task
			n.Outdated = append(n.Outdated, found)
			continue
		}
		base := n.Book.OffsetBase(m, n.Nodes[edge.To].Project)
		at := n.Index(base)
		if m.Holds == nil || at < 0 || n.unknown[base] || n.unknownAnchor(at) != "" {
			continue
		}
		if days, ok := n.DaysOf(at); ok && found.On < drejebog.AddMonths(days.First, -m.Holds.Months) {
			found.Day, found.Holds = days.First, m.Holds.Months
			n.Outdated = append(n.Outdated, found)
		}
	}
}

// askedOn is the day on which the requirements that a milestone answers came or are
// promised: the hard deliverable of its section and project; false where nobody says.
func (n *Model) askedOn(of *drejebog.Node) (date.Date, bool) {
	for i := range n.Nodes {
		node := &n.Nodes[i]
		m := node.Milestone
		if m == nil || m.Kind != drejebog.Deliverable || !m.Hard || node.Project != of.Project || m.Section != of.Milestone.Section {
			continue
		}
		if day, given := n.given[node.ID]; given {
			return day, true
		}
		if m.Delivered != nil {
			return m.Delivered.When.Last, true
		}
	}
	return 0, false
}
