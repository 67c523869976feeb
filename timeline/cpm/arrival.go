package cpm

import "slices"

// arrival is an edge into a position, in the general form that the passes use
// where a row is not enough.
type arrival struct {
	from       int32 // the predecessor's position
	link       int32 // index in links, negative for an edge of the hierarchy
	bridge     int32 // index in bridges, or -1
	weight     Work  // of a plain edge
	fromFinish bool
	toFinish   bool
	late       bool // it is looked at for the sake of late dates
}

// So many edges into a position, and constraints on an activity, are looked at
// without a list on the heap.
const (
	fewArrivals    = 8
	fewConstraints = 4
)

// arrivals lists the edges into a position by their links.
func (r *Result) arrivals(p int, buf []arrival) []arrival {
	buf = r.edgesInto(p, buf)
	slices.SortStableFunc(buf, func(a, b arrival) int { return int(a.link) - int(b.link) })
	return buf
}

// edgesInto lists the edges into a position, for whoever does not ask for their order.
func (r *Result) edgesInto(p int, buf []arrival) []arrival {
	g := r.graph
	buf = buf[:0]
	for s, link := range g.rowLink[p] {
		if link != noLink {
			buf = append(buf, g.plainArrival(r.spots[p].row[s], link))
		}
	}
	from, to := g.tail(p)
	for x := from.extra; x < to.extra; x++ {
		buf = append(buf, g.plainArrival(r.extra[x], g.extraLink[x]))
	}
	for x := from.bridge; x < to.bridge; x++ {
		buf = append(buf, g.bridges[x].arrival(x))
	}
	return buf
}

// edgesBetween lists the edges into a position that come from another.
func (r *Result) edgesBetween(from int32, p int, buf []arrival) []arrival {
	g := r.graph
	buf = buf[:0]
	for s, link := range g.rowLink[p] {
		if slot := &r.spots[p].row[s]; link != noLink && slot.from == from {
			buf = append(buf, g.plainArrival(*slot, link))
		}
	}
	since, to := g.tail(p)
	for x := since.extra; x < to.extra; x++ {
		if r.extra[x].from == from {
			buf = append(buf, g.plainArrival(r.extra[x], g.extraLink[x]))
		}
	}
	for x := since.bridge; x < to.bridge; x++ {
		if br := &g.bridges[x]; br.end>>1 == from {
			buf = append(buf, br.arrival(x))
		}
	}
	return buf
}

// arrival is a bridge, of an index, as an edge into its position.
func (br *bridge) arrival(x int32) arrival {
	return arrival{br.end >> 1, br.link, x, 0, br.end&1 != 0, br.bindsLast, false}
}

func (g *Graph) plainArrival(s slot, link int32) arrival {
	kind := LinkType(hierarchyEdge - link)
	if link >= 0 {
		kind = g.links[link].kind
	}
	return arrival{s.from, link, -1, Work(s.weight), kind.fromFinish(), kind.toFinish(), false}
}

// demands is what an edge into position p demands of its start, given the
// starts of all positions before it; of work in progress, of the start of
// what remains.
func (r *Result) demands(p int, a arrival, starts []Work) Work {
	if r.spots[a.from].flags&isStarted == 0 {
		return r.demandsOf(p, a, starts[a.from])
	}
	if r.countsFromRest(a) {
		return r.afterRest(p, a, starts[a.from])
	}
	k := starts[a.from]
	if !a.fromFinish {
		k = r.specials[r.specialAt[a.from]].start
	}
	return r.throughTo(p, a, r.demandsOf(p, a, k))
}

// demandsOf is what an edge into position p demands of its start, if its
// predecessor starts at k.
func (r *Result) demandsOf(p int, a arrival, k Work) Work {
	if a.bridge < 0 {
		if r.hasPauses {
			return r.acrossPauses(p, a, k)
		}
		return k + a.weight
	}
	if a.fromFinish {
		k = r.finishOf(int(a.from), k)
	}
	br := r.bridgeTo(p, a.bridge)
	m := br.forwardFrom(r.graph.calendars, r.leaves(a, &br, k), r.bridgeValue[a.bridge])
	if a.toFinish {
		m = r.startFor(p, r.pauseOf(p).reached(m, &br))
	}
	return m
}

// leaves is the instant of the predecessor's end over a bridge: when it
// happened, or where its number puts it.
func (r *Result) leaves(a arrival, br *bridge, k Work) Instant {
	if x, past := r.happened(a); past {
		return x
	}
	x := br.leaves(r.graph.calendars[br.from], k)
	if s := r.specialFor(int(a.from)); s != nil && s.state == inProgress {
		return s.endOfRest(x, k)
	}
	return x
}

// happened returns the instant of the predecessor's end, if it is past.
func (r *Result) happened(a arrival) (Instant, bool) {
	s := r.specialFor(int(a.from))
	switch {
	case s == nil || s.state == notStarted || a.fromFinish && !s.state.isGiven():
		return 0, false
	case a.fromFinish:
		return s.actualFinish, true
	}
	return s.actualStart, true
}

// allows is the latest start of the predecessor with which position p can
// start at k; never if the predecessor's start has happened, unless the link
// counts from where it goes on, or from what finished work carries through; never
// too for a link of a summary that does not carry.
func (r *Result) allows(p int, a arrival, k Work) Work {
	if r.stopsAt(p, a) {
		return never
	}
	if r.hasEarlyOnly {
		k = r.lateEnd(p, a, k)
	}
	if r.spots[a.from].flags&isStarted != 0 {
		switch s := r.specialFor(int(a.from)); {
		case r.countsFromRest(a):
			return r.beforeRest(p, a, k)
		case a.link >= 0 && r.carries(s):
			return r.carriesTo(p, a, k)
		case !a.fromFinish && !s.earlyOnly:
			return never
		}
	}
	y, stands := r.standsAt(p, a)
	var m Work
	switch {
	case stands:
		br, value := r.bridgeOf(p, a)
		m = br.backwardFrom(r.graph.calendars, y, br.toDayAt(r.graph.calendars[br.to], y), value)
	case a.bridge < 0 && r.hasPauses:
		return r.fromEnd(a, r.backAcrossPauses(p, a, k))
	case a.bridge < 0:
		return r.fromEnd(a, k-a.weight)
	default:
		br := r.bridgeTo(p, a.bridge)
		if r.hasEarlyOnly {
			r.standAtPoints(p, a, &br)
		}
		if a.toFinish {
			k = r.pauseOf(p).lasting(r.finishOf(p, k), &br)
		}
		m = br.backward(r.graph.calendars, k, r.bridgeValue[a.bridge])
	}
	if a.fromFinish {
		return r.startBy(int(a.from), m)
	}
	return r.fromEnd(a, r.pauseOf(int(a.from)).down(m))
}

// bridgeOf returns an edge into position p as a bridge, and the value of its lag:
// that of a plain one counts on the clock of both ends.
func (r *Result) bridgeOf(p int, a arrival) (bridge, int32) {
	if a.bridge >= 0 {
		b := r.bridgeTo(p, a.bridge)
		if r.hasEarlyOnly {
			r.standAtPoints(p, a, &b)
		}
		return b, r.bridgeValue[a.bridge]
	}
	from, to := &r.spots[a.from], &r.spots[p]
	b := bridge{
		from: from.clock, to: to.clock, lag: r.graph.spots[p].clock, step: stepWork,
		fromFinish: a.fromFinish && !from.milestone,
		toFinish:   a.toFinish && !to.milestone,
	}
	b.fromPoint = b.fromFinish && from.flags&isPoint != 0
	b.toPoint = b.toFinish && (to.flags&isPoint != 0 || r.standsIn(p))
	if r.hasEarlyOnly {
		r.standAtPoints(p, a, &b)
	}
	return b, r.lagOf(a)
}

// logic is what all edges into position p demand of its start, and of what carries
// those that do; low if that is later.
func (r *Result) logic(p int, low Work, starts []Work) Work {
	r.scratch = r.edgesInto(p, r.scratch)
	carries := r.standsIn(p)
	for _, a := range r.scratch {
		if a.link >= 0 || !carries {
			low = max(low, r.demands(p, a, starts))
		}
	}
	return low
}

// hubStart is when a hub is reached: when all edges allow it, or for the start
// of a summary, the first.
func (r *Result) hubStart(p int, starts []Work) Work {
	if r.spots[p].flags&waitsForOne == 0 {
		return min(r.logic(p, longAgo, starts), Work(Horizon))
	}
	first := Work(Horizon)
	r.scratch = r.edgesInto(p, r.scratch)
	for _, a := range r.scratch {
		first = min(first, r.demands(p, a, starts))
	}
	return first
}

// idle reports whether an edge has no say: a summary has started with its
// first leaf, whatever the others do.
func (r *Result) idle(p int, a arrival) bool {
	return r.spots[p].flags&waitsForOne != 0 && r.demands(p, a, r.early) > r.early[p]
}

// push tells the predecessors of position p what a late start and, unless it
// is never, an early start mean for them.
func (r *Result) push(p int, ls, es Work) {
	r.scratch = r.edgesInto(p, r.scratch)
	for _, a := range r.scratch {
		if r.idle(p, a) {
			continue
		}
		next := never
		if es < never && !r.unseen(p, a) {
			next = r.allows(p, a, es)
		}
		a.late = true
		r.behind[a.from].ask(r.allows(p, a, ls), next)
	}
}

// unseen reports whether an edge hands the links of a summary to a leaf below
// it although the free float is not to see them.
func (r *Result) unseen(p int, a arrival) bool {
	return r.options.FreeFloat == FreeOfOwnLinks &&
		a.link < 0 && r.spots[p].flags&isHub != 0 && r.spots[a.from].flags&isHub == 0
}
