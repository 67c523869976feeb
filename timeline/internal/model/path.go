package model

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
)

// Path returns the nodes of the chain with the least float to a
// target that lies after a day, first to last, and the float of its last link
// but the target. From the target it goes back from predecessor to
// predecessor, by the order of before; the first target in the playbook's order
// wins a tie. What is over by the day is not on it, and targets without a date
// are left out.
//
// Following the least float backwards is how Primavera finds its first float
// path, and GAO's Schedule Assessment Guide has the lowest float as critical
// where dates are imposed.
func (s *Solution) Path(after date.Date) (path []int, float int) {
	predecessors := make([][]int, len(s.Nodes))
	for _, edge := range s.Edges {
		if s.finishOf(edge.From) > after && !s.IsOpen(edge.From) {
			predecessors[edge.To] = append(predecessors[edge.To], edge.From)
		}
	}
	last, target := -1, -1
	for i := range s.Nodes {
		if !isTarget(&s.Nodes[i]) || s.undated(i) || s.finishOf(i) <= after {
			continue
		}
		if p := s.nearest(s.ownOf(predecessors[i])); p >= 0 && (last < 0 || s.before(p, last)) {
			last, target = p, i
		}
	}
	if target < 0 {
		return nil, 0
	}
	path = []int{target}
	for i := last; i >= 0; i = s.nearest(predecessors[i]) {
		path = append(path, i)
	}
	slices.Reverse(path)
	return path, s.Float(last)
}

// ownOf returns those of the nodes that are the kommune's own.
func (n *Model) ownOf(nodes []int) []int {
	var own []int
	for _, i := range nodes {
		if isOwn(&n.Nodes[i]) {
			own = append(own, i)
		}
	}
	return own
}

// IsOpen reports whether a node is a deliverable that nobody has dated: no path
// begins with it.
func (n *Model) IsOpen(i int) bool {
	m := n.Nodes[i].Milestone
	return m != nil && m.Kind == drejebog.Deliverable && !n.dated(i)
}

// nearest returns the first predecessor by the order of before, or -1 for
// none. What the kommune does not own comes in only where it is late or where
// there is nothing else.
func (s *Solution) nearest(predecessors []int) int {
	best := -1
	for _, p := range predecessors {
		if best < 0 || s.before(p, best) {
			best = p
		}
	}
	return best
}

// before orders nodes for the path: what is late first, then the kommune's
// own, then by float, then by the later finish.
func (s *Solution) before(a, b int) bool {
	floatA, floatB := s.Float(a), s.Float(b)
	ownA, ownB := isOwn(&s.Nodes[a]) || floatA < 0, isOwn(&s.Nodes[b]) || floatB < 0
	switch {
	case ownA != ownB:
		return ownA
	case floatA != floatB:
		return floatA < floatB
	}
	return s.finishOf(a) > s.finishOf(b)
}

// isTarget reports whether a node is a date that the kommune works towards.
func isTarget(node *drejebog.Node) bool {
	if node.Milestone == nil {
		return false
	}
	switch node.Milestone.Kind {
	case drejebog.Implementation, drejebog.GoLive, drejebog.SystemEnd:
		return true
	}
	return false
}

// isOwn reports whether a node is the kommune's own work, or what it reports
// or decides.
func isOwn(node *drejebog.Node) bool {
	if node.Step != nil {
		return true
	}
	switch node.Milestone.Kind {
	case drejebog.Confirmation, drejebog.BudgetAdopted, drejebog.BudgetYearBegins:
		return true
	}
	return false
}
