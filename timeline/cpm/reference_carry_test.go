package cpm_test

import (
	"math"
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// nothing is what work carries through that finished in its turn.
const nothing = math.MinInt

// carries reports whether finished work lets its predecessors through to what
// follows it.
func (ref *reference) carries(i int) bool {
	o := ref.in.Options
	return o.Finished == cpm.FinishedCarries && o.Progress == cpm.RetainedLogic && ref.progress(i) != nil && ref.isGiven(i)
}

// asksVia reports whether a link asks something for the sake of an activity at
// or below its end: of it, or of what follows it if it carries.
func (ref *reference) asksVia(l, to int) bool {
	return ref.asks(to) || ref.goesOn(l, to) && slices.ContainsFunc(ref.ownLinks(to), func(m int) bool {
		return slices.ContainsFunc(ref.leaves[ref.net.Links[m].To], func(next int) bool { return ref.asksVia(m, next) })
	})
}

// goesOn reports whether a link goes to finished work itself, which carries on.
func (ref *reference) goesOn(l, to int) bool { return ref.net.Links[l].To == to && ref.carries(to) }

// ownLinks are the links from an activity itself.
func (ref *reference) ownLinks(i int) []int {
	var out []int
	for l := range ref.net.Links {
		if ref.net.Links[l].From == i {
			out = append(out, l)
		}
	}
	return out
}

// point is the first instant from x on at which work of no length can stand that
// is done on the calendar of i.
func (ref *reference) point(i int, x cpm.Instant) cpm.Instant {
	if ref.net.Activities[i].Milestone {
		return x
	}
	return ref.plain(i).next(x)
}

// moveThrough finds where the links to finished work would put it if it were still
// to be done, but took no time.
func (ref *reference) moveThrough(i int, starts []cpm.Instant) bool {
	if !ref.carries(i) {
		return false
	}
	_, finish, _ := ref.given(i)
	done := ref.point(i, finish)
	k := ref.point(i, done+cpm.Instant(steps(func(n int) bool { return ref.linksPut(i, ref.point(i, done+cpm.Instant(n)), starts) })))
	through := nothing
	if k > done {
		through = int(k)
	}
	moved := through != ref.through[i]
	ref.through[i] = through
	return moved
}

// linksPut reports whether all links to finished work itself would let it stand at
// k.
func (ref *reference) linksPut(i int, k cpm.Instant, starts []cpm.Instant) bool {
	for l := range ref.net.Links {
		link := &ref.net.Links[l]
		if link.To != i || ref.isEffort(link.From) {
			continue
		}
		lets := func(from int) bool {
			return ref.putsAt(l, ref.leaving(link, from, starts[from], ref.lastly), i, k) &&
				ref.letsThrough(l, from, i, k)
		}
		below := ref.leaves[link.From]
		if fromFinish(link) && slices.ContainsFunc(below, func(from int) bool { return !lets(from) }) || !fromFinish(link) && !slices.ContainsFunc(below, lets) {
			return false
		}
	}
	return true
}

// putsAt reports whether a link lets finished work stand at k as work of no length.
func (ref *reference) putsAt(l, from, i int, k cpm.Instant) bool {
	return ref.holdsEnd(l, from, i, k, toFinish(&ref.net.Links[l]) && !ref.net.Activities[i].Milestone, false, ref.plain(i))
}

// letsThrough reports whether what finished work carries lets what follows it
// start at s.
func (ref *reference) letsThrough(l, from, i int, s cpm.Instant) bool {
	return ref.net.Links[l].From != from || !ref.carries(from) || ref.through[from] == nothing || ref.carriesOn(l, cpm.Instant(ref.through[from]), i, s)
}

// carriesOn reports whether a link lets an activity start at s, or finished work
// stand there, if the finished work before it stands at k: what is left of the lag
// counts from there, and of months none, so that one date follows the other.
func (ref *reference) carriesOn(index int, k cpm.Instant, j int, s cpm.Instant) bool {
	link := &ref.net.Links[index]
	to, finishes, stands := ref.arriving(link, j, s)
	own := ref.own(j)
	if ref.carries(j) {
		to, finishes, stands, own = s, toFinish(link) && !ref.net.Activities[j].Milestone, false, ref.plain(j)
	}
	if inMonths(link) {
		milestone := ref.net.Activities[link.From].Milestone
		from := ref.day(k, fromFinish(link) && !milestone || ref.endsDay(link.From))
		return from <= ref.arrivalDay(j, to, finishes)
	}
	x := ref.restAfter(index, k)
	return to >= x || finishes && !stands && own.isIdle(to, x)
}

// restAfter is where what is left of a lag from finished work leads to from k.
func (ref *reference) restAfter(index int, k cpm.Instant) cpm.Instant {
	l := &ref.net.Links[index]
	start, finish, _ := ref.given(l.From)
	since, now := start, finish
	if fromFinish(l) {
		since = finish
	}
	if ref.in.DataDate != nil {
		now = *ref.in.DataDate
	}
	n := int(l.Lag.Value)
	if ref.in.Lags != nil {
		n = int(ref.in.Lags[index])
	}
	c := clock{ref, l.Lag.Calendar, nil}
	switch l.Lag.Unit {
	case cpm.Percent, cpm.PercentElapsed:
		n = ref.share(l.From, int32(n))
		c = ref.plain(l.From)
	case cpm.WorkOfPredecessor:
		c = ref.plain(l.From)
	case cpm.WorkOfSuccessor:
		c = ref.plain(l.To)
	}
	if l.Lag.Unit == cpm.Elapsed || l.Lag.Unit == cpm.PercentElapsed {
		return k + cpm.Instant(max(n-max(int(now-since), 0), 0))
	}
	return c.forth(k, max(n-max(c.count(since, now), 0), 0))
}

// bearsVia reports whether what follows finished work can bear that a link leaves
// what comes before at from.
func (ref *reference) bearsVia(l, from, to int, starts []cpm.Instant) bool {
	return !ref.goesOn(l, to) || ref.bearPoint(to, func(k cpm.Instant) bool { return ref.putsAt(l, from, to, k) }, starts)
}

// bearPoint reports whether what follows finished work can bear that it stands at
// the first instant at which something holds.
func (ref *reference) bearPoint(i int, holds func(cpm.Instant) bool, starts []cpm.Instant) bool {
	first := ref.begin - ref.net.StartOf(800) // before anything
	k := ref.point(i, first+cpm.Instant(steps(func(n int) bool { return holds(ref.point(i, first+cpm.Instant(n))) })))
	for _, m := range ref.ownLinks(i) {
		for _, next := range ref.leaves[ref.net.Links[m].To] {
			on := func(x cpm.Instant) bool { return ref.carriesOn(m, k, next, x) }
			if ref.asks(next) && !on(starts[next]) || ref.goesOn(m, next) && !ref.bearPoint(next, on, starts) {
				return false
			}
		}
	}
	return true
}
