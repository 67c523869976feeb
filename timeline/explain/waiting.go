package explain

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline"
)

// holds lists what waits for a task or milestone.
func (x explainer) holds(id string) []Held {
	var held []Held
	for i := range x.links {
		link := &x.links[i]
		if link.From != id {
			continue
		}
		h := Held{ID: link.To, Label: x.LabelOf(link.To), Edge: link.Dependency, Moves: link.Drives}
		if m := x.Milestone(link.To); m != nil {
			h.Date = m.Date
		} else if t := x.Task(link.To); link.Type == drejebog.FF || link.Type == drejebog.SF {
			h.Date = t.Finish
		} else {
			h.Date = t.Start
		}
		held = append(held, h)
	}
	return held
}

// awaits lists what a task or milestone waits for: what others owe anywhere before
// it, and the kommune's own tasks right before it; helps only where they are for
// itself. What comes first is first.
func (x explainer) awaits(id string) []Awaited {
	before := map[string][]timeline.Link{}
	for _, link := range x.links {
		before[link.To] = append(before[link.To], link)
	}
	for _, help := range x.Helps() {
		if help.To == id {
			before[id] = append(before[id], help)
		}
	}
	var list []Awaited
	seen := map[string]bool{id: true}
	for todo := []string{id}; len(todo) > 0; todo = todo[1:] {
		for _, link := range before[todo[0]] {
			if seen[link.From] || x.IsOver(link.From) {
				continue
			}
			seen[link.From] = true
			if a, ok := x.awaited(&link, todo[0] == id); ok {
				list = append(list, a)
			}
			if !link.Dependency.Soft && !x.Milestone(link.From).Stands() {
				todo = append(todo, link.From)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Awaited) int {
		return cmp.Or(boolOrder(b.Overdue, a.Overdue), boolOrder(a.Soft, b.Soft), a.comes().Compare(b.comes()))
	})
	return list
}

// comes is when it comes and, where nobody has dated it, when it is needed.
func (a *Awaited) comes() timeline.When {
	if a.Date.Kind == timeline.Open {
		return a.Latest
	}
	return a.Date
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

// awaited tells of one thing that is waited for; false for a task of the
// kommune's own that is further back, and for a date that stands by itself.
func (x explainer) awaited(link *timeline.Link, direct bool) (Awaited, bool) {
	a := Awaited{ID: link.From, Label: x.LabelOf(link.From), Actor: "kommune", Direct: direct, Soft: link.Dependency.Soft}
	if t := x.Task(link.From); t != nil {
		a.Who, a.Date, a.Latest = x.AnswersFor(t), t.Finish, t.LateFinish
		return a, direct
	}
	m := x.Milestone(link.From)
	a.Actor, a.Who, a.Date, a.Latest = m.Milestone.Actor, x.Book.PartyName(m.Milestone.Actor), m.Date, m.Latest
	if m.Milestone.Kind != drejebog.Deliverable {
		return a, direct
	}
	if promised, _ := x.Owed(m); promised != nil {
		a.Promised, a.Overdue = x.Promise(m), *promised < x.SeenFrom()
	}
	return a, true
}
