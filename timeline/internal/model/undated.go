package model

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/rickb777/date/v2"
)

// hangOn finds, for every node, the milestone without date that it hangs on:
// the one that the plan calls unknown itself; what its day moves with; or
// what a predecessor hangs on. Milestones that stand on a date of their own
// hang on nothing else, nor does what is done. Targets count for the planned dates
// only.
func (n *Model) hangOn(targets bool) []string {
	on := make([]string, len(n.Nodes))
	if len(n.unknown) == 0 {
		return on
	}
	var changed []int
	mark := func(i int, milestone string) {
		if on[i] == "" && milestone != "" && !n.Fixed(i) && !n.done(i) {
			on[i] = milestone
			changed = append(changed, i)
		}
	}
	for i := range n.Nodes {
		node := &n.Nodes[i]
		if n.unknown[node.ID] {
			on[i] = node.ID
			changed = append(changed, i)
		}
	}
	for i := range n.Nodes {
		if targets || n.Nodes[i].Milestone != nil {
			mark(i, n.unknownAnchor(i))
		}
	}
	for len(changed) > 0 {
		i := changed[0]
		changed = changed[1:]
		for _, edge := range n.Edges {
			if edge.From == i {
				mark(edge.To, on[i])
			}
		}
	}
	return on
}

// done reports whether a task is finished, or what it reaches is reached, by a
// plan that states a data date.
func (n *Model) done(i int) bool {
	if n.plan.DataDate == nil {
		return false
	}
	return n.isDone(n.Nodes[i].ID) || n.ReachedOn(i) != nil
}

// isDone reports whether the plan says that a task is finished.
func (n *Model) isDone(id string) bool {
	facts := n.Facts[id]
	return facts.IsDone()
}

// unknownAnchor returns the milestone without date that a step's window or a
// milestone's offset moves with, or "".
func (n *Model) unknownAnchor(i int) string {
	if len(n.unknown) == 0 {
		return ""
	}
	node := &n.Nodes[i]
	id := ""
	if node.Milestone != nil && node.Milestone.Offset != nil {
		id = n.Book.OffsetBase(node.Milestone, node.Project)
	} else if target, ok := n.Target(i); ok && target.Node >= 0 {
		id = n.Nodes[target.Node].ID
		if base := n.unknownAnchor(target.Node); base != "" {
			return base
		}
		if edge := n.spanOf(target.Node); edge != nil && n.unknown[n.Nodes[edge.To].ID] {
			return n.Nodes[edge.To].ID
		} else if edge != nil {
			return n.unknownAnchor(edge.To)
		}
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

func (n *Model) isGiven(id string) bool {
	_, ok := n.given[id]
	return ok
}

// Fixed reports whether a milestone stands on a date that is known.
func (n *Model) Fixed(i int) bool {
	node := &n.Nodes[i]
	if node.Milestone == nil || n.unknown[node.ID] {
		return false
	}
	switch node.Milestone.Kind {
	case drejebog.GoLive, drejebog.BudgetAdopted, drejebog.BudgetYearBegins, drejebog.BudgetProposed, drejebog.BudgetRead:
		return true
	case drejebog.Implementation:
		return n.isGiven(node.ID) || !n.unknown[n.goLive(node.Project)]
	case drejebog.Deliverable:
		return node.Milestone.Promised != nil || node.Milestone.Delivered != nil || n.isGiven(node.ID)
	}
	return false
}

// standFar puts the dates that stand in for unknown go-lives so far behind the day that
// the plan is seen from that no work is late for them: what is not known has not passed.
// They move by whole years, so that the distances to them stay what they are.
func (n *Model) standFar() {
	far := drejebog.AddMonths(n.seen, 12)
	for i := range n.Nodes {
		node := &n.Nodes[i]
		if node.Milestone == nil || node.Milestone.Kind != drejebog.GoLive || !n.unknown[node.ID] {
			continue
		}
		if days, ok := n.Book.DatesOf(node, nil); ok {
			day := days.First
			for day < far {
				day = drejebog.AddMonths(day, 12)
			}
			n.given[node.ID] = day
		}
	}
}

// undated reports whether a node hangs on a milestone without date.
func (n *Model) undated(i int) bool { return n.hangs[i] != "" }

// hangLate finds, for every node, the hard end that its late date comes from, along the
// links that let it be no later, and the milestone without date that this hangs on.
func (s *Solution) hangLate() {
	s.late, s.bound, s.lateBy = make([]string, len(s.Nodes)), make([]int, len(s.Nodes)), make([]Driver, len(s.Nodes))
	known := make([]bool, len(s.Nodes))
	for i := range s.bound {
		s.bound[i] = unbound
	}
	var chain []int
	for i := range s.Nodes {
		chain = chain[:0]
		at := i
		for s.activity[at] >= 0 && !known[at] && len(chain) <= len(s.Nodes) {
			chain = append(chain, at)
			c := s.lateDriver(s.activity[at])
			s.lateBy[at] = c
			if c.By != driver.Link {
				s.ends(at, c)
				break
			}
			at = c.Node
		}
		for _, k := range chain {
			s.late[k], s.bound[k], known[k] = s.late[at], s.bound[at], true
		}
	}
}

// unbound is the bound of what nothing hard ends.
const unbound = -1

// ends tells what binds a node that no link lets be no later.
func (s *Solution) ends(at int, c Driver) {
	s.late[at], s.bound[at] = s.hangs[at], at
	switch {
	case c.By == driver.Finish:
		s.bound[at] = unbound
	case s.HasOwnDeadline(at):
		s.late[at] = ""
	case c.By == driver.Term && c.Node >= 0:
		s.late[at] = s.hangs[c.Node]
	}
}

// HangsOn is the milestone without date that the planned date of a node hangs on, or "".
func (n *Model) HangsOn(i int) string { return n.hangs[i] }

// WaitsFor is the milestone without date that the earliest date of a node hangs on, or
// "": a target has no part in that.
func (n *Model) WaitsFor(i int) string { return n.waits[i] }

// StandIn returns the date that the engine used for a milestone without one:
// the playbook's own.
func (n *Model) StandIn(id string) date.Date {
	i := n.Index(id)
	if i < 0 {
		return 0
	}
	days, _ := n.DaysOf(i)
	return days.First
}
