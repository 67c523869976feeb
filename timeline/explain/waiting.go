package explain

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline"
)

// holds lists what waits for a task or milestone.
func (x *Explainer) holds(id string) []Held {
	var held []Held
	for _, link := range x.node(id).from {
		h := Held{ID: link.To, Label: x.of.LabelOf(link.To), Edge: link.Dependency, Moves: link.Drives}
		if m := x.of.Milestone(link.To); m != nil {
			h.Date = m.Date
		} else if t := x.of.Task(link.To); link.Type == drejebog.FF || link.Type == drejebog.SF {
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
func (x *Explainer) awaits(id string) []Awaited {
	var list []Awaited
	x.seen++
	x.node(id).seen = x.seen
	x.todo = append(x.todo[:0], x.node(id))
	for at := 0; at < len(x.todo); at++ {
		before, direct := x.todo[at].into, at == 0
		if direct {
			before = slices.Concat(before, x.helps[id])
		}
		for _, link := range before {
			from := link.before
			if from.seen == x.seen || from.isOver {
				continue
			}
			from.seen = x.seen
			if direct || !from.isTask {
				if a, ok := x.awaited(link.Link, direct); ok {
					list = append(list, a)
				}
			}
			if !link.Dependency.Soft && !from.stands {
				x.todo = append(x.todo, from)
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

// awaited tells of one thing that is waited for; false for a date that stands by
// itself and is further back.
func (x *Explainer) awaited(link *timeline.Link, direct bool) (Awaited, bool) {
	a := Awaited{ID: link.From, Label: x.of.LabelOf(link.From), Actor: "kommune", Direct: direct, Soft: link.Dependency.Soft}
	if t := x.of.Task(link.From); t != nil {
		a.Who, a.Date, a.Latest = x.of.AnswersFor(t), t.Finish, t.LateFinish
		return a, true
	}
	m := x.of.Milestone(link.From)
	a.Actor, a.Who, a.Date, a.Latest = m.Milestone.Actor, x.of.Book.PartyName(m.Milestone.Actor), m.Date, m.Latest
	if m.Milestone.Kind != drejebog.Deliverable {
		return a, direct
	}
	if promised, _ := x.of.Owed(m); promised != nil {
		a.Promised, a.Overdue = x.of.Promise(m), *promised < x.of.SeenFrom()
	}
	return a, true
}
