package timeline

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// holds lists what waits for a node.
func (s *Schedule) holds(i int) []Held {
	n := s.network
	var held []Held
	for k, edge := range n.edges {
		if edge.From != i {
			continue
		}
		finish := edge.Dependency.Type == drejebog.FF || edge.Dependency.Type == drejebog.SF
		held = append(held, Held{
			ID: n.nodes[edge.To].ID, Label: s.Label(&n.nodes[edge.To]), Edge: edge.Dependency,
			Date: n.end(s.solved, edge.To, finish, scheduled), Moves: s.drives(k),
		})
	}
	return held
}

// awaits lists what a node waits for: what others owe anywhere before it, and
// the kommune's own tasks right before it; helps only where they are for the
// node itself. What comes first is first.
func (s *Schedule) awaits(i int) []Awaited {
	n := s.network
	before := make([][]drejebog.Edge, len(n.nodes))
	for _, edge := range n.edges {
		before[edge.To] = append(before[edge.To], edge)
	}
	for _, edge := range n.helps {
		if edge.To == i {
			before[i] = append(before[i], edge)
		}
	}
	var list []Awaited
	seen := make([]bool, len(n.nodes))
	seen[i] = true
	todo := []int{i}
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		for _, edge := range before[at] {
			if seen[edge.From] || s.isOver(edge.From) {
				continue
			}
			seen[edge.From] = true
			if a, ok := s.awaited(edge, at == i); ok {
				list = append(list, a)
			}
			if !edge.Dependency.Soft && !n.stands(edge.From) {
				todo = append(todo, edge.From)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Awaited) int {
		return cmp.Or(boolOrder(b.Overdue, a.Overdue), boolOrder(a.Soft, b.Soft), cmp.Compare(a.sortKey(), b.sortKey()))
	})
	return list
}

// sortKey orders what is waited for by when it comes, and what nobody has
// dated by when it is needed.
func (a *Awaited) sortKey() int64 {
	if a.Date.Kind == Open {
		return a.Latest.sortKey()
	}
	return a.Date.sortKey()
}

// boolOrder sorts false before true.
func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// IsOver reports whether a task or milestone is known to be done, or to have come.
func (s *Schedule) IsOver(id string) bool {
	if !s.IsComputed() {
		return false
	}
	i := s.network.indexOf(id)
	return i >= 0 && s.isOver(i)
}

func (s *Schedule) isOver(i int) bool {
	node := &s.network.nodes[i]
	facts := s.facts[node.ID]
	if facts.ActualFinish != nil || facts.NotRelevant != nil {
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
	return s.network.stands(i) && m.Date.Known() && m.Date.Date <= s.SeenFrom()
}

// awaited tells of one thing that is waited for; false for a task of the
// kommune's own that is further back, and for a date that stands by itself.
func (s *Schedule) awaited(edge drejebog.Edge, direct bool) (Awaited, bool) {
	n := s.network
	node := &n.nodes[edge.From]
	a := Awaited{
		ID: node.ID, Label: s.Label(node), Actor: "kommune", Direct: direct, Soft: edge.Dependency.Soft,
		Date: n.end(s.solved, edge.From, true, scheduled), Latest: n.end(s.solved, edge.From, true, late),
	}
	if node.Step != nil {
		a.Who = s.answers(node)
		return a, direct
	}
	m := s.Milestone(node.ID)
	if m.Milestone.Kind != drejebog.Deliverable {
		a.Actor, a.Who = m.Milestone.Actor, s.Book.PartyName(m.Milestone.Actor)
		return a, direct
	}
	a.Actor, a.Who, a.Latest = m.Milestone.Actor, s.Book.PartyName(m.Milestone.Actor), m.Latest
	if promised, _ := s.Owed(m); promised != nil {
		a.Promised, a.Overdue = s.Promise(m), *promised < s.SeenFrom()
	}
	return a, true
}

// answers is the person or role that answers for a task.
func (s *Schedule) answers(node *drejebog.Node) lang.Text {
	if who := s.facts[node.ID].Responsible; who != "" {
		return s.whoName(who)
	}
	if holders := s.Plan.Holders(node.Step.Role, node.Project); len(holders) > 0 {
		return s.whoName(holders[0])
	}
	return s.whoName(node.Step.Role).Lower()
}
