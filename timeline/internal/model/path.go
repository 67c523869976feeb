package model

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/rickb777/date/v2"
)

// Path is a critical path: the row that can slip least and, back from it, the chain of
// links that put it where it is planned.
type Path struct {
	Nodes   []int // first to last
	To      int   // the node with the hard end by which the last of them is bound
	Through []int // what lies between the last of them and To, in order
	Float   int   // of the last of them, in working days
	Gaps    []Gap // in the order of the path
}

// Gap is a link of a path at which the float changes: it counts in something else than
// the working days of both.
type Gap struct{ From, To, Edge int }

// Path returns the critical path, and whether there is one: to the hard ends of a project's
// start of implementation or go-live, or with "" to any. It leads to the row with the
// least float of those that are not finished, no level of effort and not placed, whose
// hard end lies ahead; among several to the one that drives no other of the same float,
// then to the earlier hard end, then to the first in the playbook's order. It goes back
// to a row that no link drives, or to one that is placed or finished, which is not on it.
func (s *Solution) Path(project string) (Path, bool) {
	last := s.tightest(project)
	if last < 0 {
		return Path{}, false
	}
	p := Path{Nodes: []int{last}, To: s.bound[last], Float: s.Float(last), Through: s.through(last)}
	for i := last; ; {
		edge := s.drivingEdge(i)
		if edge < 0 {
			break
		}
		from := s.Edges[edge].From
		if s.IsPlaced(from) || s.IsDone(from) || s.IsOpen(from) || len(p.Nodes) > len(s.Nodes) {
			break
		}
		if s.Float(from) != s.Float(i) {
			p.Gaps = append(p.Gaps, Gap{from, i, edge})
		}
		p.Nodes = append(p.Nodes, from)
		i = from
	}
	slices.Reverse(p.Nodes)
	slices.Reverse(p.Gaps)
	return p, true
}

// tightest is the row to which the critical path leads, or -1.
func (s *Solution) tightest(project string) int {
	best := -1
	for i := range s.Nodes {
		if !s.urgent[i] || project != "" && !s.isBoundBy(i, project) {
			continue
		}
		if best < 0 || s.isTighter(i, best) {
			best = i
		}
	}
	return best
}

// isTighter orders the rows to which a critical path may lead.
func (s *Solution) isTighter(a, b int) bool {
	switch {
	case s.Float(a) != s.Float(b):
		return s.Float(a) < s.Float(b)
	case s.drives[a] != s.drives[b]:
		return !s.drives[a]
	}
	return s.lateOf(s.bound[a]) < s.lateOf(s.bound[b])
}

// lateOf is the instant at which a node is over at the latest.
func (s *Solution) lateOf(i int) date.Date { return date.Date(s.Dates(i).LateFinish) }

// isUrgent reports whether a critical path may lead to a node.
func (s *Solution) isUrgent(i int) bool {
	node := &s.Nodes[i]
	switch {
	case !s.Has(i) || s.bound[i] == unbound || s.late[i] != "" || node.IsEffort() || Stands(node):
		return false
	case s.undated(i) || s.IsDone(i) || s.IsOpen(i) || s.IsPlaced(i):
		return false
	}
	return s.lateOf(s.bound[i]) > s.seen
}

// isBoundBy reports whether a node's hard end is a start of implementation or a go-live
// of a project, or a date that is counted from one.
func (s *Solution) isBoundBy(i int, project string) bool {
	end := &s.Nodes[s.bound[i]]
	if end.Milestone == nil || end.Project != project {
		return false
	}
	switch end.Milestone.Kind {
	case drejebog.Implementation, drejebog.GoLive, drejebog.Confirmation:
		return true
	}
	return false
}

// takeUrgent finds the nodes to which a critical path may lead, and those of them that
// drive another of the same float.
func (s *Solution) takeUrgent() {
	count := len(s.Nodes)
	both := make([]bool, 2*count)
	s.urgent, s.drives = both[:count:count], both[count:]
	for i := range s.Nodes {
		s.urgent[i] = s.isUrgent(i)
	}
	for e := range s.Edges {
		from, to := s.Edges[e].From, s.Edges[e].To
		if s.urgent[from] && s.urgent[to] && s.IsDriven(e) && s.Float(from) == s.Float(to) {
			s.drives[from] = true
		}
	}
}

// drivingEdge is the first edge that puts a node where it is planned, or -1.
func (s *Solution) drivingEdge(i int) int {
	if Stands(&s.Nodes[i]) {
		return -1
	}
	if d := s.stands.first[s.activity[i]]; d.Kind == cpm.LinkDriver {
		return d.Link
	}
	return -1
}

// through are the nodes by which a node is bound to its hard end, without both.
func (s *Solution) through(i int) []int {
	var nodes []int
	for c := s.Late(i); c.Edge != nil && c.Node >= 0 && c.Node != s.bound[i] && len(nodes) < len(s.Nodes); c = s.Late(c.Node) {
		nodes = append(nodes, c.Node)
	}
	return nodes
}

// IsPlaced reports whether a node stands later than it could only because its target
// counts back from a date, or is the last day of a window: that it stands late says
// nothing of urgency. A milestone is placed with what reaches it.
func (s *Solution) IsPlaced(i int) bool {
	if !s.Has(i) || s.Dates(i).Start <= s.Dates(i).EarlyStart {
		return false
	}
	if s.Nodes[i].Milestone != nil && s.Nodes[i].Milestone.Kind != drejebog.Deliverable {
		edge := s.drivingEdge(i)
		return edge >= 0 && s.IsPlaced(s.Edges[edge].From)
	}
	target, ok := s.Target(i)
	if !ok || target.Row == nil && s.Nodes[i].Step != nil {
		return false
	}
	return s.stands.aimed[s.activity[i]] && (target.Row.CountsBack() || target.On == drejebog.TargetFinish)
}

// IsDone reports whether a node is finished, reached, or not relevant.
func (s *Solution) IsDone(i int) bool {
	facts := s.Facts[s.Nodes[i].ID]
	return facts.NotRelevant != nil || s.done(i)
}

// IsOpen reports whether a node is a deliverable that nobody has dated: no path
// begins with it.
func (n *Model) IsOpen(i int) bool {
	m := n.Nodes[i].Milestone
	return m != nil && m.Kind == drejebog.Deliverable && !n.dated(i)
}

// FreeFloat is by how many working days a node can slip from where it is planned before
// another planned node moves or a hard end of its own is missed; false where neither is.
func (s *Solution) FreeFloat(i int) (days int, ok bool) {
	if !s.Has(i) || Stands(&s.Nodes[i]) {
		return 0, false
	}
	d := s.Dates(i)
	if s.leads[i] && (s.bound[i] != unbound || d.FreeFloat < d.TotalFloat) {
		days, ok = int(d.FreeFloat), true
	}
	end := s.ownEnd(i)
	if end == 0 {
		return days, ok
	}
	left := int(s.graph.Calendar(workingDays).Between(d.Finish, cpm.Instant(end)))
	if !ok || left < days {
		days = max(left, 0)
	}
	return days, true
}

// ownEnd is the instant of a hard end of the node itself that lies ahead, 0 without one.
func (s *Solution) ownEnd(i int) date.Date {
	if latest, ok := s.latest[i]; ok && !s.hasPassed(latest) {
		return latest + 1
	}
	node := &s.Nodes[i]
	if node.Step == nil || s.deadlineKind(node) != drejebog.Frist || s.hasPassed(s.windows[i].Last) {
		return 0
	}
	return s.Days.OnOrBefore(s.windows[i].Last) + 1
}

// BoundBy is the id of what gives a node its latest date: a milestone, a task with a
// frist of its own, or the contract of a notice; "" where nothing hard does.
func (s *Solution) BoundBy(i int) string {
	at := s.bound[i]
	if at == unbound {
		return ""
	}
	node := &s.Nodes[at]
	if c := s.Late(at); c.By == driver.Term {
		if node.Instance != "" {
			return ContractID(node.Instance)
		}
		return s.Nodes[c.Node].ID
	}
	return node.ID
}

// ContractID is the id of the milestone at which one of the plan's contracts ends.
func ContractID(contract string) string { return "contract/" + contract }

// HasOwnDeadline reports whether the plan gives a task of its own a last day.
func (n *Model) HasOwnDeadline(i int) bool { return n.ownDeadline(&n.Nodes[i]) != nil }

// IsFree reports whether logic gives a node no earliest date: nothing that it waits for
// has one, and nobody has dated it.
func (s *Solution) IsFree(i int) bool { return s.Dates(i).EarlyStart <= s.input.Start }
