package explain

import (
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/driver"
)

// chain continues a chain with the dates of one kind, back to what it begins with or
// until it has so many reasons. Nothing is told twice, whatever rests on what.
func (x *Explainer) chain(id string, chain []timeline.Reason, of func(id string) (timeline.Reason, bool), most int) []timeline.Reason {
	told := map[string]bool{}
	for len(chain) < most && !told[id] {
		r, ok := of(id)
		if !ok {
			break
		}
		told[id] = true
		chain = append(chain, r)
		if r.On == "" {
			break
		}
		id = r.On
	}
	return chain
}

// most bounds how long a chain can be.
func (x *Explainer) most() int { return len(x.of.Tasks) + len(x.of.Milestones) }

// lateChain follows a late date on to what bounds it, and from a milestone
// that stands back to what dates that.
func (x *Explainer) lateChain(id string, most int) []timeline.Reason {
	var chain []timeline.Reason
	for range min(most, x.most()) {
		r, ok := x.of.LateReason(id)
		if !ok {
			break
		}
		chain = append(chain, r)
		switch {
		case r.By == driver.Link:
			id = r.On
			continue
		case r.By != driver.Finish && r.By != driver.Progress && r.On != "":
			chain = x.chain(r.On, chain, x.of.EarlyReason, most)
		}
		break
	}
	return chain
}

// boundOf is what the late date of a task or milestone rests on in the end: that of
// whatever it leads on to, found once for all on the way.
func (x *Explainer) boundOf(id string) *Bound {
	var way []string
	var bound *Bound
	for range x.most() {
		known, found := x.bounds[id]
		if bound = known; found {
			break
		}
		way = append(way, id)
		r, ok := x.of.LateReason(id)
		if ok && r.By == driver.Link {
			id = r.On
			continue
		}
		if ok && r.By != driver.Finish && r.By != driver.Progress {
			bound = x.bound(&r)
		}
		break
	}
	for _, id := range way {
		x.bounds[id] = bound
	}
	return bound
}

// bound is the day that must not be missed: the deadline as it is set, or the date
// of a milestone that stands.
func (x *Explainer) bound(r *timeline.Reason) *Bound {
	b := &Bound{ID: r.ID, Label: x.of.LabelOf(r.ID), Frist: r.By == driver.Deadline || r.By == driver.Term}
	if m := x.of.Milestone(r.ID); m != nil {
		b.Date, b.Frist = m.Latest, b.Frist || m.Milestone.Hard
		return b
	}
	t := x.of.Task(r.ID)
	b.Date = t.LateFinish
	if r.By == driver.Deadline && t.Deadline != nil {
		b.Date = timeline.When{Kind: timeline.OnDate, Date: *t.Deadline}
	}
	return b
}
