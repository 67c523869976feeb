package cpm

import "slices"

// NearCritical returns the activities that are not critical but have a total
// float of at most within, least float first and by index on ties. Summaries
// and finished work are left out.
func (r *Result) NearCritical(within Work) []int {
	if !r.isSolved() {
		return nil
	}
	var out []int
	for a, p := range r.graph.position {
		if p < 0 {
			continue
		}
		if s := r.specialFor(int(p)); s != nil && s.state == finished {
			continue
		}
		if f := r.TotalFloat(a); f > r.options.Critical && f <= within {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return int(r.TotalFloat(a)) - int(r.TotalFloat(b)) })
	return out
}

// OutOfSequence returns the links, by index, that progress or fixed dates have
// broken: the successor started, or finished, earlier than the predecessor's
// dates allow.
func (r *Result) OutOfSequence() []int {
	if !r.isSolved() {
		return nil
	}
	var out []int
	for i := range r.specials {
		if s := &r.specials[i]; s.state != notStarted {
			out = r.brokenBy(s, out)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// brokenBy appends the links that one started activity has broken, those that
// reach it through the gates of summaries included.
func (r *Result) brokenBy(s *special, out []int) []int {
	type visit struct {
		position int
		finish   bool // came here by what binds the finish
	}
	var buf []arrival
	todo := []visit{{int(s.position), false}}
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		buf = r.arrivals(v.position, buf)
		for _, a := range buf {
			finish := v.finish || a.toFinish
			switch {
			case !r.breaks(s, v.position, a, finish):
			case a.link < 0:
				todo = append(todo, visit{int(a.from), finish})
			default:
				out = append(out, int(a.link))
			}
		}
	}
	return out
}

// breaks reports whether an edge into position p, which is that of s or a
// gate before it, demands more than what has happened.
func (r *Result) breaks(s *special, p int, a arrival, finish bool) bool {
	happened := s.start
	if finish {
		if !s.state.isGiven() {
			return false
		}
		happened = s.finish
	}
	bound := r.demands(p, a, r.early)
	if p == int(s.position) {
		return bound > happened && !(finish && r.isOnTheDay(s, p, a))
	}
	w := r.graph.calendars[r.spots[s.position].clock]
	least := w.Rank(Instant(bound))
	switch {
	case !r.graph.isDay(int32(p)):
	case r.graph.endsDay(s.position):
		least = w.Rank(Instant(bound) + Instant(r.graph.ticks)) // when the day is over
	case finish && !r.spots[s.position].milestone:
		return w.dayAt(s.actualFinish-1) < w.dayAt(Instant(bound))
	}
	return least > happened
}

// isOnTheDay reports whether a finish has the date that an edge in months demands,
// or a later one, though no work was done on it.
func (r *Result) isOnTheDay(s *special, p int, a arrival) bool {
	if a.bridge < 0 || !r.graph.bridges[a.bridge].inMonths() || r.standsIn(int(a.from)) {
		return false
	}
	k := r.early[a.from]
	if a.fromFinish {
		k = r.finishOf(int(a.from), k)
	}
	calendars, br := r.graph.calendars, r.bridgeTo(p, a.bridge)
	day := br.demandedDay(calendars, r.leaves(a, &br, k), r.bridgeValue[a.bridge])
	return br.toDayAt(calendars[br.to], s.actualFinish) >= day
}
