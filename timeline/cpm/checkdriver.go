package cpm

import "slices"

// maxAbove bounds the constraints above an activity whose drivers are checked:
// each has to be looked at for each activity below.
const maxAbove = 30

// driven checks the drivers of an activity.
func (c *checker) driven(x *leafCheck) {
	constraints, all := c.constraintsOn(x.index)
	if !all {
		return
	}
	got := c.says.drivers(x.index)
	moves := c.movesEarly(x)
	held := !moves || c.isDemanded(x, x.before(x.held), earlySet)
	c.hold(x, held && slices.Equal(got, c.drivers(x, constraints, false)) ||
		moves && slices.Equal(got, c.drivers(x, constraints, true)), InvariantDrivers)
}

// drivers is what holds the early start of an activity, in the order of
// Result.Drivers; of one that is delayed, that it is to be late.
func (c *checker) drivers(x *leafCheck, constraints []int, delayed bool) []Driver {
	var out []Driver
	s := x.held
	pulled := !x.isGiven && s == x.by && c.isDemanded(x, s, earlySet)
	if c.asks(x) && !x.isGiven && !pulled && !delayed {
		for _, l := range c.linksInto(x.index) {
			if k := &c.links[l]; !k.lets(x, x.before(s), earlySet) {
				out = append(out, Driver{LinkDriver, l, k.link.From, -1, -1})
			}
		}
	}
	slices.SortFunc(out, func(a, b Driver) int { return a.Link - b.Link })
	for _, i := range constraints {
		k := &c.in.Constraints[i]
		if c.isHolding(x, k, pulled) || delayed && k.Kind == AsLateAsPossible {
			out = append(out, Driver{ConstraintDriver, -1, -1, i, -1})
		}
	}
	if delayed {
		return out
	}
	if x.isDelayed() {
		out = append(out, Driver{DelayDriver, -1, -1, -1, -1})
	}
	return append(out, c.beginDriver(x, pulled)...)
}

// beginDriver is what holds an activity without links and constraints, if that
// does.
func (c *checker) beginDriver(x *leafCheck, pulled bool) []Driver {
	atLow := x.held == x.low && !pulled
	kind := StartDriver
	entry := -1
	switch {
	case x.stands:
		kind = FixedDriver
	case x.isGiven, x.progress != nil && c.in.DataDate == nil && atLow:
		kind, entry = ProgressDriver, x.entry
	case !atLow:
		return nil
	case x.progress != nil || c.in.DataDate != nil && int64(*c.in.DataDate) >= c.startOf(x):
		kind = DataDateDriver
	}
	return []Driver{{kind, -1, -1, -1, entry}}
}

// isHolding reports whether a constraint holds or pulls the early start.
func (c *checker) isHolding(x *leafCheck, k *Constraint, pulled bool) bool {
	s, at := x.held, int64(k.At)
	if x.isGiven {
		return false
	}
	if x.progress != nil {
		return k.Kind == FinishNoEarlierThan && x.firstFrom(at) == s
	}
	switch k.Kind {
	case StartNoEarlierThan:
		return !pulled && x.first(at) == s
	case FinishNoEarlierThan:
		return !pulled && x.firstFrom(at) == s
	case StartNoLaterThan:
		return pulled && x.last(at) == s
	case FinishNoLaterThan:
		return pulled && x.lastBy(at) == s
	case MustStartOn:
		return x.first(at) == s
	case MustFinishOn:
		return x.lastBy(at) == s
	}
	return false
}

// constraintsOn are the constraints on an activity and on the summaries above;
// false if they are too many to look at.
func (c *checker) constraintsOn(i int) ([]int, bool) {
	var out []int
	for a := i; a >= 0; a = c.n.Parents[a] {
		for _, k := range c.on[a] {
			if kind := c.in.Constraints[k].Kind; a == i || kind == StartNoEarlierThan || kind == FinishNoLaterThan || kind == Deadline {
				out = append(out, k)
			}
		}
		if len(out) > maxAbove {
			return nil, false
		}
		if c.n.Parents == nil {
			break
		}
	}
	slices.Sort(out)
	return out, true
}
