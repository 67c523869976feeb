package model

import (
	"maps"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
)

// ReachedOn is the day that a confirmation of the kommune's own was reached: the
// last of the work that reaches it was finished then, by the plan's word; nil
// where that is not known.
func (n *Model) ReachedOn(i int) *date.Date {
	if i < 0 {
		return nil
	}
	if m := n.Nodes[i].Milestone; m == nil || m.Kind != drejebog.Confirmation {
		return nil
	}
	var last *date.Date
	for _, edge := range n.Edges {
		if edge.To != i || n.Nodes[edge.From].Step == nil {
			continue
		}
		facts := n.Facts[n.Nodes[edge.From].ID]
		switch {
		case facts.NotRelevant != nil:
		case n.closed[edge.From] && facts.IsDone():
			last = n.plan.DataDate // by then
		case facts.ActualFinish == nil:
			return nil
		case last == nil || *last < *facts.ActualFinish:
			last = facts.ActualFinish
		}
	}
	return last
}

// DaysOf are the days that the playbook or the plan gives a node; false where neither
// does.
func (n *Model) DaysOf(i int) (drejebog.Days, bool) {
	if n.days != nil {
		return n.days[i].Days, n.days[i].dated
	}
	days, ok := n.Book.DatesOf(&n.Nodes[i], n.given)
	m := n.Nodes[i].Milestone
	if !ok || m == nil || m.Offset == nil || len(m.Offset.After) == 0 || n.isGiven(n.Nodes[i].ID) {
		return days, ok
	}
	for _, id := range m.Offset.After {
		if at := n.Index(id); at >= 0 && !n.unknown[id] {
			if others, dated := n.DaysOf(at); dated && others.Last > days.Last {
				days = others
			}
		}
	}
	if m.Kind == drejebog.Horizon {
		days.Last = n.Days.OnOrAfter(days.Last) // who serves a day off is there on the next working day
	}
	return days, true
}

// known is what DaysOf says of a node.
type known struct {
	drejebog.Days
	dated bool
}

// keepDays keeps what DaysOf says of each node.
func (n *Model) keepDays() {
	days := make([]known, len(n.Nodes))
	for i := range days {
		days[i].Days, days[i].dated = n.DaysOf(i)
	}
	n.days = days
}

// RuleOf are the days that the rules give a node, whatever the plan says of the node
// itself.
func (n *Model) RuleOf(i int) (drejebog.Days, bool) {
	id := n.Nodes[i].ID
	if !n.isGiven(id) {
		return n.DaysOf(i)
	}
	others := maps.Clone(n.given)
	delete(others, id)
	return n.Book.DatesOf(&n.Nodes[i], others)
}

// Needed reports whether anything that is not done waits for a node.
func (n *Model) Needed(i int) bool { return n.needed[i] }

// takeWaiting finds for what something waits, and something that is not done.
func (n *Model) takeWaiting() {
	n.leads, n.needed = make([]bool, len(n.Nodes)), make([]bool, len(n.Nodes))
	for more := true; more; {
		more = false // deliverables that wait for another hand on that they are needed
		for _, edge := range n.Edges {
			n.leads[edge.From] = true
			if !n.needed[edge.From] && n.asks(edge.To) {
				n.needed[edge.From], more = true, true
			}
		}
	}
}

// asks reports whether a node still waits for anything.
func (n *Model) asks(i int) bool {
	node := &n.Nodes[i]
	switch {
	case node.Step != nil:
		return n.plan.DataDate == nil || !n.isDone(node.ID)
	case node.Milestone.Kind == drejebog.Deliverable:
		return n.needed[i]
	}
	return true
}

// IsSpent reports whether all that waits for a node is done, and anything does.
func (n *Model) IsSpent(i int) bool { return n.leads[i] && !n.Needed(i) }

// dated reports whether the playbook or the plan gives the milestone a date.
func (n *Model) dated(i int) bool {
	_, ok := n.DaysOf(i)
	return ok
}

// Stands reports whether a node is a milestone that no work moves: a go-live, a
// start of implementation, a day of the budget, or the end of a legacy system.
func Stands(node *drejebog.Node) bool {
	if node.Milestone == nil {
		return false
	}
	switch node.Milestone.Kind {
	case drejebog.GoLive, drejebog.Implementation, drejebog.BudgetAdopted, drejebog.BudgetYearBegins, drejebog.BudgetProposed, drejebog.BudgetRead, drejebog.SystemEnd:
		return true
	}
	return false
}
