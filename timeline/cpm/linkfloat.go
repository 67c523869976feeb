package cpm

import (
	"cmp"
	"slices"
)

// LinkFloat returns by how much the predecessor of a link may slip before this
// link moves the early dates of its successor, in working ticks of the
// predecessor's calendar. It is negative where progress or a constraint has
// broken the link. A link to a summary has the least of the floats to the
// leaves below.
//
// It is false, with no float, for a link that asks nothing: of an end that has
// happened or is fixed, for a successor that has finished or goes on
// regardless, or of a level of effort; and for an index that no link has or a
// result that has not been solved.
//
// Of an activity whose links all ask something, the least float of them is the
// free float under FreeOfAllLinks.
func (r *Result) LinkFloat(link int) (Work, bool) {
	if !r.isSolved() || link < 0 || link >= len(r.graph.links) {
		return 0, false
	}
	if l := &r.graph.links[link]; r.graph.isEffort(int(l.from)) || r.graph.isEffort(int(l.to)) {
		return 0, false
	}
	float, _, asks := r.linkFloat(int32(link), r.graph.boundPosition(int32(link)), nil)
	return float, asks
}

// boundPosition returns the position that a link binds.
func (g *Graph) boundPosition(link int32) int32 {
	at, found := slices.BinarySearchFunc(g.hubLinks, link, func(l hubLink, link int32) int { return cmp.Compare(l.link, link) })
	if found {
		return g.hubLinks[at].to
	}
	return g.position[g.links[link].to]
}

// linkFloat is the float of a link into position to; the buffer comes back for
// the next one.
func (r *Result) linkFloat(link, to int32, buf []arrival) (Work, []arrival, bool) {
	early := r.early[to]
	if r.spots[to].flags&isHub != 0 || r.carries(r.specialFor(int(to))) {
		early = r.askedBy(int(to)).next
	}
	if early == never || !r.asks(int(to)) {
		return 0, buf, false
	}
	buf = r.arrivals(int(to), buf)
	for _, a := range buf {
		if a.link != link {
			continue
		}
		if s := r.specialFor(int(a.from)); s != nil && s.state.isGiven() && !s.earlyOnly {
			break
		}
		next := r.allows(int(to), a, early)
		if next == never {
			break
		}
		if r.spots[a.from].flags&isHub != 0 {
			return r.hubFloat(link, a.from, Instant(next)), buf, true
		}
		return r.slip(int(a.from), r.early[a.from], next), buf, true
	}
	return 0, buf, false
}

// hubFloat is the float of a summary at one of its ends, which may be as late as
// next, or on the day of it.
func (r *Result) hubFloat(link, hub int32, next Instant) Work {
	g := r.graph
	from := g.links[link].from
	w := g.calendars[g.activities[from].calendar]
	early := Instant(r.early[hub])
	if g.isDay(hub) {
		d := &r.summaries[from].Dates
		day := early
		early = d.EarlyStart
		if g.links[link].kind.fromFinish() {
			early = d.EarlyFinish
			if early > day { // it counts on the day it ends, which may be the whole of it
				next++
			}
		}
	}
	return w.Between(early, next)
}

// InterferingFloat returns how much of the total float an activity can take
// only at the cost of others, whose early dates then move: the total float
// less the free float, never negative.
func (r *Result) InterferingFloat(activity int) Work {
	if !r.has(activity) {
		return 0
	}
	return max(r.TotalFloat(activity)-r.FreeFloat(activity), 0)
}
