package cpm

func (c *checker) floats(x *leafCheck) {
	early, late := x.at[earlySet], x.at[lateSet]
	start, finish := x.time.count(early, late), x.time.count(early, late)
	if x.progress != nil {
		start = 0 // it has happened
		if c.in.Options.Float == SmallestFloat {
			start = finish
		}
	} else if c.in.Options.Float != FinishFloat && early == x.by && c.isDemanded(x, early, earlySet) {
		start = x.time.count(c.demanded(x), late)
	}
	c.hold(x, int64(x.says.TotalFloat) == floatOf(c.in.Options.Float, start, finish), RuleFloat)
	c.hold(x, c.hasFreeFloat(x, int64(x.says.FreeFloat)), RuleFreeFloat)
}

// floatOf is the total float of those at both ends.
func floatOf(kind FloatKind, start, finish int64) int64 {
	switch kind {
	case StartFloat:
		return start
	case SmallestFloat:
		return min(start, finish)
	}
	return finish
}

// demanded is the start before a constraint pulls it: the first that nothing
// asks to be later.
func (c *checker) demanded(x *leafCheck) int64 {
	return x.first(turn(max(x.low, x.from), func(s int64) bool { return !c.isDemanded(x, x.first(s), earlySet) }))
}

// hasFreeFloat reports whether a leaf can slip by so many ticks without moving
// what follows, and by no more.
func (c *checker) hasFreeFloat(x *leafCheck, free int64) bool {
	own := c.in.Options.FreeFloat == FreeOfOwnLinks
	links := c.linksOutOf(x.index)
	if own {
		links = c.outOf[x.index]
	}
	early, late := x.at[earlySet], x.at[lateSet]
	asked := false
	for _, l := range links {
		asked = asked || c.links[l].binds(x)
	}
	if !asked {
		if c.in.Options.FreeFloat == FreeToFinish {
			late = x.lastBy(c.limit())
		}
		return free == max(x.time.count(early, late), 0)
	}
	fits := func(ticks int64) bool {
		s := x.slip(early, ticks)
		return c.followersBear(x, links, s, earlySet) && (!own || s <= late)
	}
	return free == 0 && !fits(1) || free > 0 && fits(free) && !fits(free+1)
}
