package cpm

import "math"

// A link is checked by what leaves its predecessor and what arrives at its
// successor: an instant for each, or a day number where the lag is in months.
// Of a summary only the leaf that asks the most counts, so that a link costs as
// much as there are leaves at its ends.

// linkCheck is a link of the network at hand.
type linkCheck struct {
	c        *checker
	link     *Link
	index    int
	value    int32
	from, to []int // leaves at or below its ends
	rest     bool  // what is left of its lag counts from where the predecessor goes on
	through  bool  // finished work carries through, of which dates do not say how far
}

// link checks a link for early, late and scheduled dates, and marks the leaves
// that it holds.
func (c *checker) link(l int) {
	link := &c.n.Links[l]
	k := linkCheck{c: c, link: link, index: l, value: link.Lag.Value, from: c.leavesOf(link.From), to: c.leavesOf(link.To)}
	if len(c.in.Lags) > 0 {
		k.value = c.in.Lags[l]
	}
	x := &c.leaves[link.From]
	k.rest = c.in.Options.StartLag == LagFromEarlyStart && link.Type == SS && !k.inMonths() &&
		x.progress != nil && !x.isFinished() && c.r.graph.isLeaf(link.From)
	k.through = c.in.Options.Finished == FinishedCarries && c.in.Options.Progress == RetainedLogic
	k.forward(earlySet, RuleEarly)
	k.forward(scheduledSet, RuleScheduled)
	k.backward()
}

// leavesOf are the leaves at or below an activity.
func (c *checker) leavesOf(i int) []int { return c.below[c.first[i] : c.first[i]+c.count[i]] }

// asks reports whether a leaf still asks something of its predecessors.
func (c *checker) asks(x *leafCheck) bool {
	return x.progress == nil || x.standing || !x.isFinished() && c.in.Options.Progress == RetainedLogic
}

// forward checks what the predecessor demands of every leaf of the successor.
func (k *linkCheck) forward(set int, rule Rule) {
	a := k.source(set)
	for _, i := range k.to {
		x := &k.c.leaves[i]
		if !k.c.asks(x) || x.standing || set == scheduledSet && x.progress != nil {
			continue // the rest of started work is scheduled at its early dates
		}
		at := x.at[set]
		pulled := x.isPulled(at) || set == scheduledSet && x.by < never
		if !pulled && !k.holds(a, k.arriving(x, at)) {
			k.c.add(rule, i, k.index)
		}
		if set == earlySet && (k.carried() || !k.holds(a, k.arriving(x, at-1))) {
			x.heldEarly = true
		}
	}
}

// source is what leaves the predecessor: the last finish of a summary, but its
// first start.
func (k *linkCheck) source(set int) int64 {
	finish := k.link.Type.fromFinish()
	out := int64(math.MaxInt64)
	if finish {
		out = math.MinInt64
	}
	for _, i := range k.from {
		x := &k.c.leaves[i]
		if a := k.leaving(x, x.finishAt(x.at[set]), x.at[set]); finish {
			out = max(out, a)
		} else {
			out = min(out, a)
		}
	}
	return out
}

// backward checks what the successor lets every leaf of the predecessor do,
// by late dates, and by early ones for the free float. Of a summary's start
// it is the leaves that start first which have to heed it.
func (k *linkCheck) backward() {
	late, early := int64(math.MaxInt64), int64(math.MaxInt64)
	asked := false
	for _, i := range k.to {
		x := &k.c.leaves[i]
		if k.through && x.isFinished() {
			k.letThrough()
		}
		if k.c.asks(x) {
			asked = true
			late = min(late, k.arriving(x, x.at[lateSet]))
			early = min(early, k.arriving(x, x.at[earlySet]))
		}
	}
	if !asked {
		return
	}
	finish := k.link.Type.fromFinish()
	first := k.source(earlySet)
	for _, i := range k.from {
		x := &k.c.leaves[i]
		switch {
		case x.isFinished(), !finish && x.progress != nil && !k.rest:
			continue // it has happened
		case !finish && k.leaving(x, 0, x.at[earlySet]) > first:
			continue
		}
		at := x.at[lateSet]
		by := func(at Work) int64 { return k.leaving(x, x.tickEnd(at), at) }
		if !x.fixed && !k.holds(by(at), late) {
			k.c.add(RuleLate, i, k.index)
		}
		x.heldLate = x.heldLate || !k.holds(by(at+1), late)
		x.asked = true
		for s, slip := range x.slips {
			x.slipStopped[s] = x.slipStopped[s] || !k.holds(by(slip), early)
		}
	}
}

// carried reports whether the predecessor may carry something through.
func (k *linkCheck) carried() bool {
	return k.through && len(k.from) == 1 && k.c.leaves[k.from[0]].isFinished()
}

// letThrough takes it that the successor, which has finished, holds its
// predecessors by what it carries through.
func (k *linkCheck) letThrough() {
	for _, i := range k.from {
		x := &k.c.leaves[i]
		x.heldLate, x.asked, x.slipStopped[1] = true, true, true
	}
}

func (k *linkCheck) inMonths() bool { return k.link.Lag.Unit >= MonthsFromPredecessor }

// leaving is the predecessor's end of the link if what is left of a leaf
// starts at a number and finishes then. A finish counts on its last day.
func (k *linkCheck) leaving(x *leafCheck, finishes Instant, at Work) int64 {
	w := x.clock
	var end Instant
	switch finish := k.link.Type.fromFinish(); {
	case !finish && x.progress != nil && !k.rest:
		end = x.progress.ActualStart
	case x.isFinished():
		end = *x.progress.ActualFinish
	case !finish:
		end = w.Start(at)
	default:
		end = finishes
	}
	if !k.inMonths() {
		return int64(end)
	}
	return k.day(end, x.over || k.link.Type.fromFinish() && !x.day)
}

// arriving is the successor's end of the link, as late as time in which it is
// not worked allows.
func (k *linkCheck) arriving(x *leafCheck, at Work) int64 {
	switch {
	case x.standing:
		end := x.progress.ActualStart
		if k.link.Type.toFinish() {
			end = *x.progress.ActualFinish
		}
		if x.over && k.inMonths() {
			return k.day(end, false) - 1
		}
		return k.dayOr(end, k.link.Type.toFinish() && !x.day)
	case x.over && k.inMonths():
		return k.day(x.clock.Start(at), false) - 1
	case !k.link.Type.toFinish():
		return k.dayOr(x.clock.Start(at), false)
	case k.inMonths():
		return k.day(x.tickEnd(at), !x.day)
	}
	return int64(x.clock.Start(at + x.length))
}

func (k *linkCheck) dayOr(x Instant, last bool) int64 {
	if k.inMonths() {
		return k.day(x, last)
	}
	return int64(x)
}

func (k *linkCheck) day(x Instant, last bool) int64 {
	if last {
		return int64(k.c.n.LastDay(x))
	}
	return int64(k.c.n.FirstDay(x))
}

// holds reports whether the lag allows its two ends.
func (k *linkCheck) holds(from, to int64) bool {
	if k.inMonths() {
		return k.monthsHold(from, to)
	}
	return int64(k.lagged(Instant(from))) <= to
}

func (k *linkCheck) lagged(x Instant) Instant {
	c, link, value := k.c, k.link, k.value
	if link.Lag.Unit.isShare() {
		value = share(c.duration(link.From), value)
		if c.r.graph.isSummary(link.From) {
			value = 0
		}
	}
	w := c.calendar(link.From)
	switch link.Lag.Unit {
	case Elapsed, PercentElapsed:
		w = &WorkingTime{}
	case WorkOfSuccessor:
		w = c.calendar(link.To)
	case WorkOfCalendar:
		w = c.r.graph.calendars[link.Lag.Calendar]
	}
	if k.rest {
		from := &c.leaves[link.From]
		now := from.clock.Start(c.low(from))
		if c.in.DataDate != nil {
			now = *c.in.DataDate
		}
		value = max(value-int32(max(w.Between(from.progress.ActualStart, now), 0)), 0)
	}
	return w.Add(x, Work(value))
}

func (k *linkCheck) monthsHold(from, to int64) bool {
	link := k.link
	rule := monthRule{months: int64(k.value), endOfMonth: link.Lag.EndOfMonth, roll: link.Lag.Roll}
	if link.Lag.Unit == MonthsFromPredecessor {
		rule.calendar = k.c.calendar(link.To)
		return to >= rule.apply(from)
	}
	rule.months, rule.calendar = -int64(k.value), k.c.calendar(link.From)
	return from <= rule.apply(to)
}
