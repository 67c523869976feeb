package view

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// WaitingList is what others owe the kommune.
type WaitingList struct {
	// Deliverables has what is overdue first, then what is promised, by when it is
	// expected, then what nobody has dated, by when it is needed, and last what has
	// come.
	Deliverables []Deliverable

	Schedule *timeline.Schedule
}

// Deliverable is one deliverable of somebody else's.
type Deliverable struct {
	Milestone *timeline.Milestone
	State     State
	Promised  *date.Date // the last day that it was promised for; nil where nobody promised
	Words     lang.Text  // the promise in the words of the one who made it
	Delivered *date.Date // the day that it came; nil: not known to have come
	Late      int        // calendar days from the promise, or the day of the rule, to the day that it came, or to the day that the schedule is seen from; 0 in time
	HoldsUp   []string   // ids of the kommune's own tasks and milestones that are not done and wait for it, directly or over another deliverable
	Helps     []string   // ids of those that it only helps
}

// State says how a deliverable stands.
type State uint8

// The states, in the list's order.
const (
	Overdue    State = iota + 1 // promised, or due by a rule, for a day that has passed, and not known to have come
	Expected                    // promised, or dated by a rule
	Unpromised                  // nobody has dated it
	Delivered                   // it has come
)

var stateNames = [...]string{Overdue: "overdue", Expected: "expected", Unpromised: "unpromised", Delivered: "delivered"}

// String returns "overdue", "expected", "unpromised", "delivered", or "".
func (s State) String() string {
	if int(s) < len(stateNames) {
		return stateNames[s]
	}
	return ""
}

// MarshalText writes the word.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// WaitingFor lists the deliverables of others.
func WaitingFor(s *timeline.Schedule) *WaitingList {
	if !s.IsComputed() {
		return &WaitingList{}
	}
	list := &WaitingList{Schedule: s}
	holds, helps := successors(s.Links()), successors(s.Helps())
	for i := range s.Milestones {
		m := &s.Milestones[i]
		if !isDeliverable(m) {
			continue
		}
		d := waitedFor(s, m)
		d.HoldsUp, d.Helps = ownAfter(s, m.ID, holds), ownAfter(s, m.ID, helps)
		list.Deliverables = append(list.Deliverables, d)
	}
	slices.SortStableFunc(list.Deliverables, func(a, b Deliverable) int {
		return cmp.Or(cmp.Compare(a.State, b.State), a.when().Compare(b.when()), a.Milestone.Latest.Compare(b.Milestone.Latest))
	})
	return list
}

func isDeliverable(m *timeline.Milestone) bool {
	return m != nil && m.Milestone.Kind == drejebog.Deliverable
}

// when is the day that the list has it at.
func (d *Deliverable) when() timeline.When {
	switch {
	case d.Delivered != nil:
		return timeline.When{Kind: timeline.OnDate, Date: *d.Delivered}
	case d.Promised != nil:
		return timeline.When{Kind: timeline.OnDate, Date: *d.Promised}
	}
	return d.Milestone.Date
}

func waitedFor(s *timeline.Schedule, m *timeline.Milestone) Deliverable {
	d := Deliverable{Milestone: m, State: Unpromised, Words: s.Promise(m)}
	d.Promised, d.Delivered = s.Owed(m)
	due := s.DueOn(m)
	switch {
	case d.Delivered != nil:
		d.State = Delivered
		if d.Promised != nil {
			d.Late = max(0, int(*d.Delivered-*d.Promised))
		}
	case due != nil && *due < s.SeenFrom():
		d.State, d.Late = Overdue, int(s.SeenFrom()-*due)
	case d.Promised != nil || m.Date.Kind != timeline.Open:
		d.State = Expected
	}
	return d
}

// successors lists what comes after each task and milestone.
func successors(links []timeline.Link) map[string][]string {
	after := map[string][]string{}
	for _, link := range links {
		after[link.From] = append(after[link.From], link.To)
	}
	return after
}

// ownAfter returns the first tasks and milestones after another that are not
// somebody else's deliverable and are not known to be done, each once; never nil.
func ownAfter(s *timeline.Schedule, id string, successors map[string][]string) []string {
	ids, seen := []string{}, map[string]bool{id: true}
	for todo := slices.Clone(successors[id]); len(todo) > 0; todo = todo[1:] {
		at := todo[0]
		if seen[at] {
			continue
		}
		seen[at] = true
		switch {
		case isDeliverable(s.Milestone(at)):
			todo = append(todo, successors[at]...)
		case !s.IsOver(at):
			ids = append(ids, at)
		}
	}
	return ids
}
