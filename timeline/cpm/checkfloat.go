package cpm

func (c *checker) floats(x *leafCheck) {
	early, late := x.at[earlySet], x.at[lateSet]
	finish := x.slip(early, late)
	start := x.time.count(early, late)
	switch kind := c.in.Options.Float; {
	case x.progress != nil && kind == SmallestFloat:
		start = finish
	case x.progress != nil:
		start = 0 // it has happened
	case kind == FinishFloat:
	case x.isDelayed():
		start = x.time.count(max(early, x.asked), late)
	case early == x.by && c.isDemanded(x, early, c.forward):
		start = x.time.count(c.demanded(x, c.forward), late)
	}
	c.hold(x, int64(x.says.TotalFloat) == floatOf(c.in.Options.Float, start, finish), InvariantFloat)
	c.hold(x, int64(x.says.FreeFloat) == c.freeFloat(x), InvariantFreeFloat)
}

// slip counts from the finish of one start to that of another.
func (x *leafCheck) slip(from, to int64) int64 { return x.time.count(x.end(from), x.end(to)) }

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
func (c *checker) demanded(x *leafCheck, set int) int64 {
	return x.first(turn(max(x.low, x.from), func(s int64) bool { return !c.isDemanded(x, x.first(s), set) }))
}

// freeFloat is by how much a leaf can slip without moving what follows.
func (c *checker) freeFloat(x *leafCheck) int64 {
	own := c.in.Options.FreeFloat == FreeOfOwnLinks
	links := c.linksOutOf(x.index)
	if own {
		links = c.outOf[x.index]
	}
	early, last := x.at[earlySet], x.at[lateSet]
	asked := false
	for _, l := range links {
		asked = asked || c.links[l].binds(x)
	}
	switch {
	case asked && !c.followersBear(x, links, early, earlySet):
		return 0
	case asked:
		next := x.before(x.first(turn(early, func(s int64) bool { return !c.followersBear(x, links, x.first(s), earlySet) })))
		if last = min(last, next); !own {
			last = next
		}
	case c.in.Options.FreeFloat == FreeToFinish:
		last = x.lastBy(c.limit())
	}
	return max(x.slip(early, last), 0)
}
