package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
)

// hangOn finds, for every node, the milestone without date that it hangs on:
// the one that the plan calls unknown itself; what its window moves with; or
// what a predecessor hangs on. Milestones that stand on a date of their own
// hang on nothing else, nor does what is done.
func (n *network) hangOn() []string {
	on := make([]string, len(n.nodes))
	var changed []int
	mark := func(i int, milestone string) {
		if on[i] == "" && milestone != "" && !n.fixed(i) && !n.done(i) {
			on[i] = milestone
			changed = append(changed, i)
		}
	}
	for i := range n.nodes {
		node := &n.nodes[i]
		if n.unknown[node.ID] {
			on[i] = node.ID
			changed = append(changed, i)
		}
	}
	for i := range n.nodes {
		mark(i, n.unknownAnchor(i))
	}
	for len(changed) > 0 {
		i := changed[0]
		changed = changed[1:]
		for _, edge := range n.edges {
			if edge.From == i {
				mark(edge.To, on[i])
			}
		}
	}
	return on
}

// done reports whether a task is finished, or what it reaches is reached, by a
// plan that states a data date.
func (n *network) done(i int) bool {
	if n.plan.DataDate == nil {
		return false
	}
	return n.facts[n.nodes[i].ID].ActualFinish != nil || n.reachedOn(i) != nil
}

// unknownAnchor returns the milestone without date that a step's window or a
// milestone's offset moves with, or "".
func (n *network) unknownAnchor(i int) string {
	node := &n.nodes[i]
	id := n.anchors[i].milestone
	if node.Milestone != nil && node.Milestone.Offset != nil {
		id = node.Milestone.Offset.Milestone + "@" + node.Project
	}
	switch {
	case id == "":
		return ""
	case n.unknown[id]:
		return id
	case id == n.implementation(node.Project) && n.unknown[n.goLive(node.Project)] && !n.isGiven(id):
		return n.goLive(node.Project)
	}
	return ""
}

func (n *network) isGiven(id string) bool {
	_, ok := n.given[id]
	return ok
}

// fixed reports whether a milestone stands on a date that is known.
func (n *network) fixed(i int) bool {
	node := &n.nodes[i]
	if node.Milestone == nil || n.unknown[node.ID] {
		return false
	}
	switch node.Milestone.Kind {
	case drejebog.GoLive, drejebog.BudgetAdopted, drejebog.BudgetYearBegins:
		return true
	case drejebog.Implementation:
		return n.isGiven(node.ID) || !n.unknown[n.goLive(node.Project)]
	case drejebog.Deliverable:
		return node.Milestone.Promised != nil || node.Milestone.Delivered != nil || n.isGiven(node.ID)
	}
	return false
}

// standFar puts the dates that stand in for unknown go-lives so far behind the
// data date that no work is late for them: what is not known has not passed.
// They move by whole years, so that the distances to them stay what they are.
func (n *network) standFar() {
	if n.plan.DataDate == nil {
		return
	}
	far := drejebog.AddMonths(*n.plan.DataDate, 12)
	for i := range n.nodes {
		node := &n.nodes[i]
		if node.Milestone == nil || node.Milestone.Kind != drejebog.GoLive || !n.unknown[node.ID] {
			continue
		}
		if days, ok := n.book.DatesOf(node, nil); ok {
			day := days.First
			for day < far {
				day = drejebog.AddMonths(day, 12)
			}
			n.given[node.ID] = day
		}
	}
}

// undated reports whether a node hangs on a milestone without date.
func (n *network) undated(i int) bool { return n.hangs[i] != "" }

// hangLate finds, for every node, the milestone without date that its late date
// rests on, or "": the one that bounds it along the links that let it be no
// later; and whether nothing hard bounds it.
func (n *network) hangLate(s *solution) (late []string, boundless []bool) {
	late, boundless = make([]string, len(n.nodes)), make([]bool, len(n.nodes))
	known := make([]bool, len(n.nodes))
	var chain []int
	for i := range n.nodes {
		chain = chain[:0]
		at := i
		for n.activity[at] >= 0 && !known[at] && len(chain) <= len(n.nodes) {
			chain = append(chain, at)
			c := n.lateCause(s, n.activity[at])
			if c.rule != ByLink {
				late[at], boundless[at] = n.hangs[at], c.rule == ByFinish
				break
			}
			at = c.node
		}
		for _, k := range chain {
			late[k], boundless[k], known[k] = late[at], boundless[at], true
		}
	}
	return late, boundless
}

// lateDating returns how the late instants of a node become dates.
func (n *network) lateDating(i int) dating {
	if n.late[i] == "" {
		return dating{}
	}
	return dating{milestone: n.late[i], zero: n.standIn(n.late[i])}
}

// dating returns how the instants of a node become dates.
func (n *network) dating(i int) dating {
	if n.hangs[i] == "" {
		return dating{}
	}
	return dating{milestone: n.hangs[i], zero: n.standIn(n.hangs[i])}
}

// standIn returns the date that the engine used for a milestone without one:
// the playbook's own.
func (n *network) standIn(id string) date.Date {
	for i := range n.nodes {
		if n.nodes[i].ID == id {
			days, _ := n.book.DatesOf(&n.nodes[i], n.given)
			return days.First
		}
	}
	return 0
}
