package explain

import (
	"slices"

	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/driver"
)

// earlyChain continues a chain with an early date, back to what it begins with.
func (x explainer) earlyChain(id string, chain []timeline.Reason) []timeline.Reason {
	return x.chain(id, chain, x.EarlyReason)
}

// chain continues a chain with the dates of one kind, back to what it begins with.
// Nothing is told twice, whatever rests on what.
func (x explainer) chain(id string, chain []timeline.Reason, of func(id string) (timeline.Reason, bool)) []timeline.Reason {
	begun := len(chain)
	for {
		r, ok := of(id)
		if !ok || slices.ContainsFunc(chain[begun:], func(told timeline.Reason) bool { return told.ID == id }) {
			break
		}
		chain = append(chain, r)
		if r.On == "" {
			break
		}
		id = r.On
	}
	return chain
}

// most bounds how long a chain can be.
func (x explainer) most() int { return len(x.Tasks) + len(x.Milestones) }

// lateChain follows a late date on to what bounds it, and from a milestone
// that stands back to what dates that.
func (x explainer) lateChain(id string) ([]timeline.Reason, *Bound) {
	var chain []timeline.Reason
	for range x.most() {
		r, ok := x.LateReason(id)
		if !ok {
			break
		}
		chain = append(chain, r)
		switch r.By {
		case driver.Link:
			id = r.On
			continue
		case driver.Finish, driver.Progress:
			return chain, nil
		}
		if r.On != "" {
			chain = x.earlyChain(r.On, chain)
		}
		return chain, x.bound(&r)
	}
	return chain, nil
}

// bound is the day that must not be missed: the deadline as it is set, or the date
// of a milestone that stands.
func (x explainer) bound(r *timeline.Reason) *Bound {
	b := &Bound{ID: r.ID, Label: x.LabelOf(r.ID), Frist: r.By == driver.Deadline || r.By == driver.Term}
	if m := x.Milestone(r.ID); m != nil {
		b.Date, b.Frist = m.Latest, b.Frist || m.Milestone.Hard
		return b
	}
	t := x.Task(r.ID)
	b.Date = t.LateFinish
	if r.By == driver.Deadline && t.Deadline != nil {
		b.Date = timeline.When{Kind: timeline.OnDate, Date: *t.Deadline}
	}
	return b
}
