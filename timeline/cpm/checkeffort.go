package cpm

import "slices"

// efforts checks the levels of effort.
func (c *checker) efforts() {
	links := make([][]int, len(c.leaves))
	for l := range c.n.Links {
		if k := &c.n.Links[l]; c.isEffort[k.From] != c.isEffort[k.To] {
			links[k.From], links[k.To] = append(links[k.From], l), append(links[k.To], l)
		}
	}
	whole := c.whole()
	for i := range c.leaves {
		if c.isEffort[i] && !c.isSummary[i] && (c.says.dates[i] != c.effort(i, links[i], whole) || len(c.says.drivers(i)) > 0) {
			c.add(InvariantEffort, i, -1)
		}
	}
}

// whole is the dates of the whole project, levels of effort aside.
func (c *checker) whole() Dates {
	start := c.says.start
	out := Dates{EarlyStart: start, EarlyFinish: start, LateStart: start, LateFinish: start, Start: start, Finish: start}
	for at, i := range c.leavesIn() {
		if at == 0 {
			out = c.says.dates[i]
		}
		out = together(&out, &c.says.dates[i])
	}
	return out
}

// leavesIn are all that have dates of their own.
func (c *checker) leavesIn() []int {
	var out []int
	for i := range c.leaves {
		if c.isLeaf(i) {
			out = append(out, i)
		}
	}
	return out
}

// effort is what a level of effort has to say: from the earliest of what its
// links say it starts with to the latest of what they say it finishes with.
func (c *checker) effort(i int, links []int, whole Dates) Dates {
	var ends [dateSets][2]int64
	for set, project := range whole.ends() {
		var starts, stops []int64
		for _, l := range links {
			if at := c.links[l].reaches(i, set); c.links[l].atStart(i) {
				starts = append(starts, at)
			} else {
				stops = append(stops, at)
			}
		}
		ends[set] = [2]int64{int64(project[0]), int64(project[1])}
		if len(starts) > 0 {
			ends[set][0] = slices.Min(starts)
		}
		if len(stops) > 0 {
			ends[set][1] = slices.Max(stops)
		}
		c.cut(i, &ends[set])
	}
	return Dates{
		EarlyStart: Instant(ends[earlySet][0]), EarlyFinish: Instant(ends[earlySet][1]),
		LateStart: Instant(ends[lateSet][0]), LateFinish: Instant(ends[lateSet][1]),
		Start: Instant(ends[scheduledSet][0]), Finish: Instant(ends[scheduledSet][1]),
	}
}

// cut lets the constraints on a level of effort say more than its links: what it
// must meet first, of several the earliest.
func (c *checker) cut(i int, ends *[2]int64) {
	of := func(kind ConstraintKind) (at []int64) {
		for _, k := range c.on[i] {
			if c.in.Constraints[k].Kind == kind {
				at = append(at, int64(c.in.Constraints[k].At))
			}
		}
		return at
	}
	for end, kind := range [...]ConstraintKind{MustStartOn, MustFinishOn} {
		if at := of(kind); len(at) > 0 {
			ends[end] = slices.Min(at)
		}
	}
	ends[0] = slices.Max(append(of(StartNoEarlierThan), ends[0]))
	ends[1] = max(slices.Min(append(of(FinishNoLaterThan), ends[1])), ends[0])
}

// atStart reports whether a link touches the start of an activity.
func (k *linkCheck) atStart(i int) bool {
	if k.link.To == i {
		return !k.toFinish()
	}
	return !k.fromFinish()
}

// reaches is the instant that a link gives a level of effort: the earliest that
// the lag allows after a predecessor, the latest before a successor.
func (k *linkCheck) reaches(i, set int) int64 {
	if k.link.To == i {
		from := k.otherEnd(k.link.From, set, k.fromFinish())
		return turn(-farOff, func(y int64) bool { return k.holds(from, k.effortEnd(y, k.toFinish())) })
	}
	to := k.otherEnd(k.link.To, set, k.toFinish())
	return turn(-farOff, func(y int64) bool { return !k.holds(k.effortEnd(y, k.fromFinish()), to) }) - 1
}

// effortEnd is the end of a level of effort at an instant, or the day of it.
func (k *linkCheck) effortEnd(y int64, finish bool) int64 {
	if !k.inMonths() {
		return y
	}
	if finish {
		y--
	}
	day, _ := k.c.calendar(k.link.From).dayOf(y)
	return day
}

// otherEnd is the end of what is no level of effort.
func (k *linkCheck) otherEnd(i, set int, finish bool) int64 {
	ends := k.c.says.dates[i].ends()[set]
	x, y := &k.c.leaves[i], int64(ends[0])
	if finish {
		y = int64(ends[1])
	}
	switch {
	case !k.inMonths():
		return y
	case x.endsDay && k.link.To == i:
		return k.effortEnd(y, false) - 1
	}
	return k.effortEnd(y, x.endsDay || finish && !x.milestone)
}
