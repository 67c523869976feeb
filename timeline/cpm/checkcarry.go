package cpm

// What has finished may let what it has not waited for through to what follows it
// (FinishedCarries): it is put where the links to itself would have it if it took
// no time, and what is left of the lags from it counts from there.

// longBefore is earlier than any date that counts.
const longBefore = -2 * int64(Horizon)

// carryCheck is what finished work carries, by the set of dates: once it is known,
// where it is put (-farOff if nothing puts it later than it was done), and the
// first instant at which something that follows it could not bear to have it.
type carryCheck struct {
	put, over           [sets]int64
	putKnown, overKnown [sets]bool
}

// carry finds what is carried through every link.
func (c *checker) carry() {
	if c.in.Options.Finished != FinishedCarries || c.in.Options.Progress != RetainedLogic {
		return
	}
	for i := range c.leaves {
		if x := &c.leaves[i]; c.isLeaf(i) && x.isGiven && !x.stands {
			x.carries = &carryCheck{}
		}
	}
	for l := range c.links {
		k := &c.links[l]
		if c.isEffort[k.link.From] || c.isEffort[k.link.To] {
			continue
		}
		if x := &c.leaves[k.link.To]; x.carries != nil {
			k.via = x
		}
	}
	for l := range c.links {
		c.links[l].asks = c.links[l].asksOn()
	}
	for l := range c.links {
		for set := range dateSets {
			c.links[l].carried[set] = c.links[l].through(set)
		}
	}
}

// asksOn reports whether a link asks something, of its successor or of what that
// carries on to.
func (k *linkCheck) asksOn() bool {
	if !k.asks && k.via != nil {
		for _, l := range k.c.outOf[k.via.index] {
			k.asks = k.c.links[l].asksOn() || k.asks
		}
	}
	return k.asks
}

// point is the first instant from one on at which work of no length can stand.
func (x *leafCheck) point(at int64) int64 {
	if x.milestone {
		return at
	}
	return x.time.next(at)
}

// through is what the predecessor of a link carries through: the least that has to
// arrive, or -farOff for nothing.
func (k *linkCheck) through(set int) int64 {
	x := &k.c.leaves[k.link.From]
	if x.carries == nil {
		return -farOff
	}
	at := k.c.putBy(x, set)
	if at == -farOff {
		return at
	}
	return k.onFrom(x, at)
}

// onFrom is the least that has to arrive if finished work stands at an instant.
func (k *linkCheck) onFrom(x *leafCheck, at int64) int64 {
	if k.inMonths() {
		return k.leavingAt(x, at)
	}
	since, now := x.start, x.stop
	if k.fromFinish() {
		since = x.stop
	}
	if k.c.in.DataDate != nil {
		now = int64(*k.c.in.DataDate)
	}
	t := k.counts()
	if t == nil {
		return at + max(k.value-max(now-since, 0), 0)
	}
	return t.add(at, max(k.value-max(t.count(since, now), 0), 0))
}

// putBy is where the links to finished work put it.
func (c *checker) putBy(x *leafCheck, set int) int64 {
	k := x.carries
	if k.putKnown[set] {
		return k.put[set]
	}
	k.putKnown[set], k.put[set] = true, -farOff
	done := x.point(x.stop)
	if at := x.point(turn(done, func(at int64) bool { return c.mayStand(x, x.point(at), set) })); at > done {
		k.put[set] = at
	}
	return k.put[set]
}

// mayStand reports whether all links to finished work itself let it stand at an
// instant.
func (c *checker) mayStand(x *leafCheck, at int64, set int) bool {
	for _, l := range c.into[x.index] {
		k := &c.links[l]
		if to := k.arrivingAt(x, at); !k.holds(k.source[set], to) || k.through(set) > to {
			return false
		}
	}
	return true
}

// isBorne reports whether what follows a link, and what that carries on to, can
// bear what leaves the predecessor.
func (k *linkCheck) isBorne(from int64, set int) bool {
	return k.holds(from, k.bound[set]) && k.passesOn(set, func(to int64) bool { return k.holds(from, to) })
}

// passesOn reports whether finished work behind a link, if that is what it leads
// to, can be put where something that arrives is enough.
func (k *linkCheck) passesOn(set int, enough func(to int64) bool) bool {
	x := k.via
	if x == nil {
		return true
	}
	at := turn(longBefore, func(at int64) bool { return enough(k.arrivingAt(x, x.point(at))) })
	return at < k.c.overAt(x, set)
}

// overAt is the first instant at which finished work cannot be put for the sake of
// what follows it.
func (c *checker) overAt(x *leafCheck, set int) int64 {
	k := x.carries
	if !k.overKnown[set] {
		k.overKnown[set] = true
		k.over[set] = turn(longBefore, func(at int64) bool { return !c.isBorneAt(x, x.point(at), set) })
	}
	return k.over[set]
}

func (c *checker) isBorneAt(x *leafCheck, at int64, set int) bool {
	for _, l := range c.outOf[x.index] {
		k := &c.links[l]
		need := k.onFrom(x, at)
		if need > k.bound[set] || !k.passesOn(set, func(to int64) bool { return need <= to }) {
			return false
		}
	}
	return true
}
