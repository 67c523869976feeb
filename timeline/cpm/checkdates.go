package cpm

// before is the possible start next before one, after the one next after it.
func (x *leafCheck) before(s int64) int64 { return x.last(s - 1) }
func (x *leafCheck) after(s int64) int64  { return x.first(s + 1) }

// put finds where a leaf starts before its delay.
func (c *checker) put(x *leafCheck) {
	if x.held = x.at[earlySet]; c.forward == unmovedSet {
		c.followUnmoved(x)
	}
	if !x.isDelayed() {
		return
	}
	x.asked = c.demanded(x, c.forward)
	x.held = min(x.asked, x.by)
	if s := x.at[earlySet]; c.movesEarly(x) && s > x.putOff(x.held) {
		x.asked, x.held, x.slid = s, s, true
	}
}

// early checks that the early start keeps links and constraints, and that
// something holds it. Where a constraint has pulled it, what it was pulled from
// demanded as much or more.
func (c *checker) early(x *leafCheck) {
	s := x.at[earlySet]
	switch {
	case x.slid:
		c.hold(x, c.countsFirst || c.borne(x, s, earlySet) && !c.borne(x, x.after(s), earlySet), InvariantEarly)
		return
	case x.isDelayed():
		c.hold(x, s == x.putOff(x.held), InvariantEarly)
		c.hold(x, !c.movesEarly(x) || c.countsFirst || !c.borne(x, x.after(s), earlySet), InvariantEarly)
		return
	}
	pulled := s == x.by
	c.hold(x, s >= x.low || pulled, InvariantStart)
	c.hold(x, (s >= x.from || pulled) && s <= x.by, InvariantEarly)
	if c.asks(x) && !pulled {
		for _, l := range c.linksInto(x.index) {
			if !c.links[l].lets(x, s, earlySet) {
				c.add(InvariantEarly, x.index, l)
			}
		}
	}
	demanded := c.isDemanded(x, x.before(s), c.forward)
	switch {
	case c.movesEarly(x) && c.countsFirst:
	case c.movesEarly(x):
		c.hold(x, (demanded || c.borne(x, s, earlySet)) && !c.borne(x, x.after(s), earlySet), InvariantEarly)
	default:
		c.hold(x, demanded, InvariantEarly)
	}
}

// movesEarly reports whether an activity is to be as late as possible by early
// dates too.
func (c *checker) movesEarly(x *leafCheck) bool {
	return x.alap && !x.fixed && c.forward == unmovedSet
}

// isDemanded reports whether something demands a later start than s.
func (c *checker) isDemanded(x *leafCheck, s int64, set int) bool {
	return s < x.low || s < x.from || c.asks(x) && !c.linksLet(x, s, set)
}

// linksLet reports whether all links let a leaf start at s.
func (c *checker) linksLet(x *leafCheck, s int64, set int) bool {
	for _, l := range c.linksInto(x.index) {
		if !c.links[l].lets(x, s, set) {
			return false
		}
	}
	return true
}

// borne reports whether an activity that is to be as late as possible may start
// at s: not after its late start, and so that no successor has to move.
func (c *checker) borne(x *leafCheck, s int64, set int) bool {
	return s <= x.at[lateSet] && c.followersBear(x, c.linksOutOf(x.index), s, set)
}

func (c *checker) followersBear(x *leafCheck, links []int, s int64, set int) bool {
	for _, l := range links {
		if k := &c.links[l]; k.binds(x) && !k.bears(x, s, set) {
			return false
		}
	}
	return true
}

// lateDates checks that the late start keeps links and bounds, and that
// something keeps it from being later.
func (c *checker) lateDates(x *leafCheck) {
	s := x.at[lateSet]
	if x.fixed {
		c.hold(x, s == x.lateBy, InvariantLate)
		return
	}
	last, after := x.lastBy(c.limit()), x.after(s)
	c.hold(x, s <= last, InvariantFinish)
	c.hold(x, s <= x.lateBy, InvariantLate)
	held := after > last || after > x.lateBy
	for _, l := range c.linksOutOf(x.index) {
		k := &c.links[l]
		if !k.binds(x) {
			continue
		}
		if !k.bears(x, s, lateSet) {
			c.add(InvariantLate, x.index, l)
		}
		held = held || !k.bears(x, after, lateSet)
	}
	c.hold(x, held, InvariantLate)
}

// scheduled checks the dates to work by: the early ones, unless something is to
// be as late as possible.
func (c *checker) scheduled(x *leafCheck) {
	s, early := x.at[scheduledSet], x.at[earlySet]
	mode := c.in.Options.ALAP
	switch {
	case x.progress != nil || !c.late && !c.in.FromFinish:
		c.hold(x, s == early && x.says.Finish == x.says.EarlyFinish, InvariantScheduled)
	case c.in.FromFinish || mode == ALAPTotalFloat:
		c.hold(x, s == c.pushed(x), InvariantScheduled)
	case mode == ALAPFreeFloat && x.alap && !x.fixed:
		c.hold(x, s == early || s > early && c.borne(x, s, scheduledSet), InvariantScheduled)
		c.hold(x, !c.borne(x, x.after(s), scheduledSet), InvariantScheduled)
	default:
		c.hold(x, s == early, InvariantScheduled)
	}
}

// pushed is the scheduled start where what is to be late starts at its late
// start and pushes what follows. A delay puts off what is not to be late.
func (c *checker) pushed(x *leafCheck) int64 {
	s := x.first(turn(x.held, func(s int64) bool { return c.linksLet(x, x.first(s), scheduledSet) }))
	late := x.alap || c.in.FromFinish && !x.asap
	if late {
		s = max(s, x.at[lateSet])
	}
	if s = min(s, x.by); !late {
		s = x.putOff(s)
	}
	return max(s, x.at[earlySet])
}
