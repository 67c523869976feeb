package timeline

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// WaitingList is what others owe the kommune.
type WaitingList struct {
	// Deliverables has what is overdue first, then what is promised, by when it is
	// expected, then what nobody has dated, by when it is needed, and last what has
	// come.
	Deliverables []Awaiting

	schedule *Schedule
}

// Awaiting is one deliverable of somebody else's.
type Awaiting struct {
	Milestone *Milestone
	State     AwaitingState
	Promised  *date.Date // the last day that it was promised for; nil where nobody promised
	Words     lang.Text  // the promise in the words of the one who made it
	Delivered *date.Date // the day that it came; nil: not known to have come
	Late      int        // calendar days from the promise, or the day of the rule, to the day that it came, or to the day that the schedule is seen from; 0 in time
	HoldsUp   []string   // ids of the kommune's own tasks and milestones that are not done and wait for it, directly or over another deliverable
	Helps     []string   // ids of those that it only helps

	node int // its place in the playbook's order
}

// AwaitingState says how a deliverable stands.
type AwaitingState uint8

// The states, in the list's order.
const (
	Overdue    AwaitingState = iota + 1 // promised, or due by a rule, for a day that has passed, and not known to have come
	Expected                            // promised, or dated by a rule
	Unpromised                          // nobody has dated it
	Delivered                           // it has come
)

var awaitingNames = [...]string{Overdue: "overdue", Expected: "expected", Unpromised: "unpromised", Delivered: "delivered"}

// String returns "overdue", "expected", "unpromised", "delivered", or "".
func (s AwaitingState) String() string {
	if int(s) < len(awaitingNames) {
		return awaitingNames[s]
	}
	return ""
}

// MarshalText writes the word.
func (s AwaitingState) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// WaitingFor lists the deliverables of others.
func (s *Schedule) WaitingFor() *WaitingList {
	if !s.IsComputed() {
		return &WaitingList{}
	}
	list := &WaitingList{schedule: s}
	holds, helps := s.network.successors()
	for i := range s.network.nodes {
		m := s.Milestone(s.network.nodes[i].ID)
		if m == nil || m.Milestone.Kind != drejebog.Deliverable {
			continue
		}
		a := s.awaiting(m)
		a.node, a.HoldsUp, a.Helps = i, s.ownAfter(i, holds), s.ownAfter(i, helps)
		list.Deliverables = append(list.Deliverables, a)
	}
	slices.SortStableFunc(list.Deliverables, func(a, b Awaiting) int {
		return cmp.Or(cmp.Compare(a.State, b.State), cmp.Compare(a.sortKey(), b.sortKey()), cmp.Compare(a.Milestone.Latest.sortKey(), b.Milestone.Latest.sortKey()))
	})
	return list
}

func (a *Awaiting) sortKey() int64 {
	switch {
	case a.Delivered != nil:
		return int64(*a.Delivered)
	case a.Promised != nil:
		return int64(*a.Promised)
	}
	return a.Milestone.Date.sortKey()
}

func (s *Schedule) awaiting(m *Milestone) Awaiting {
	a := Awaiting{Milestone: m, State: Unpromised}
	a.Promised, a.Delivered = s.Owed(m)
	due := s.DueOn(m)
	if a.Promised != nil {
		a.Words = s.promise(m, *a.Promised)
	}
	switch {
	case a.Delivered != nil:
		a.State = Delivered
		if a.Promised != nil {
			a.Late = max(0, int(*a.Delivered-*a.Promised))
		}
	case due != nil && *due < s.SeenFrom():
		a.State, a.Late = Overdue, int(s.SeenFrom()-*due)
	case a.Promised != nil || m.Date.Kind != Open:
		a.State = Expected
	}
	return a
}

// DueOn is the last day that a deliverable is promised for, or that a rule
// counts for it; nil where nobody says.
func (s *Schedule) DueOn(m *Milestone) *date.Date {
	if !s.IsComputed() || m == nil {
		return nil
	}
	if promised, _ := s.Owed(m); promised != nil {
		return promised
	}
	i := s.network.indexOf(m.ID)
	days, ok := s.Book.DatesOf(&m.Node, s.network.given)
	if !ok || s.network.undated(i) {
		return nil
	}
	return &days.Last
}

// successors lists what comes after each node by hard edges, and by soft ones.
func (n *network) successors() (hard, soft [][]int) {
	hard, soft = make([][]int, len(n.nodes)), make([][]int, len(n.nodes))
	for _, edge := range n.edges {
		hard[edge.From] = append(hard[edge.From], edge.To)
	}
	for _, edge := range n.helps {
		soft[edge.From] = append(soft[edge.From], edge.To)
	}
	return hard, soft
}

// ownAfter returns the first nodes after another that are not somebody else's
// deliverable and are not known to be done, each once; never nil.
func (s *Schedule) ownAfter(i int, successors [][]int) []string {
	ids, seen := []string{}, map[int]bool{i: true}
	todo := slices.Clone(successors[i])
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		if seen[at] {
			continue
		}
		seen[at] = true
		node := &s.network.nodes[at]
		if node.Milestone != nil && node.Milestone.Kind == drejebog.Deliverable {
			todo = append(todo, successors[at]...)
			continue
		}
		if !s.isOver(at) {
			ids = append(ids, node.ID)
		}
	}
	return ids
}
