package cpm

// carries reports whether what has finished lets its predecessors through to
// what follows it.
func (r *Result) carries(s *special) bool {
	return s != nil && s.state == finished && r.options.Finished == FinishedCarries && r.options.Progress == RetainedLogic
}

// standsIn reports whether links see position p as work of no length because what
// has finished there carries.
func (r *Result) standsIn(p int) bool {
	return r.options.Finished == FinishedCarries && r.carries(r.specialFor(p))
}

// stopsAt reports whether an edge of the hierarchy joins what carries to the links
// of a summary above, which do not.
func (r *Result) stopsAt(p int, a arrival) bool {
	return a.link < 0 && (r.standsIn(p) || r.standsIn(int(a.from)))
}

// carry finds where the links into position p would put it if it had not
// finished yet but had nothing left to be done: what it carries through.
func (r *Result) carry(p int, s *special, starts []Work) {
	s.carried = longAgo
	if k := min(r.logic(p, longAgo, starts), Work(Horizon)); k > s.finish {
		s.carried = k
	}
}

// carried is what edge a carries through to the end that it binds of position p:
// the predecessor at k, as work of no length, and what is left of the lag.
func (r *Result) carried(p int, a arrival, k Work) Work {
	value := r.lagAfter(a)
	if a.bridge < 0 {
		return k + Work(value)
	}
	br := r.bridgeTo(p, a.bridge)
	br.leaveMonths()
	calendars := r.graph.calendars
	return br.forwardFrom(calendars, calendars[br.from].Start(k), value)
}

// leaveMonths leaves none of the months of a lag: one date follows the other.
func (b *bridge) leaveMonths() { b.roll, b.endOfMonth = NoRoll, false }

// carriesTo is how late what an edge carries through may be, for the sake of
// position p, which starts at k.
func (r *Result) carriesTo(p int, a arrival, k Work) Work {
	calendars, value := r.graph.calendars, r.lagAfter(a)
	br, _ := r.bridgeOf(p, a)
	br.leaveMonths()
	br.fromPoint = true
	y, stands := r.standsAt(p, a)
	if stands {
		return br.backwardFrom(calendars, y, br.toDayAt(calendars[br.to], y), value)
	}
	if a.toFinish {
		k = r.pauseOf(p).lasting(r.finishOf(p, k), &br)
	}
	if a.bridge < 0 {
		return k - Work(value)
	}
	return br.backward(calendars, k, value)
}

// lagAfter is what is left, when the data date comes, of the lag of an edge from
// what has finished.
func (r *Result) lagAfter(a arrival) int32 {
	s := &r.specials[r.specialAt[a.from]]
	since, now := s.actualStart, s.actualFinish
	if a.fromFinish {
		since = s.actualFinish
	}
	if r.dataDate {
		now = r.dataDateAt
	}
	return r.lagLeft(a, since, now)
}

// throughTo is what a carrying predecessor demands of the start of position p, or
// else what the edge demands by itself.
func (r *Result) throughTo(p int, a arrival, m Work) Work {
	s := r.specialFor(int(a.from))
	if a.link < 0 || !r.carries(s) || s.carried == longAgo {
		return m
	}
	k := r.carried(p, a, s.carried)
	if a.toFinish {
		br, _ := r.bridgeOf(p, a)
		k = r.startFor(p, r.pauseOf(p).reached(k, &br))
	}
	return max(m, k)
}

// carryEarly finds anew what is carried through by early dates.
func (r *Result) carryEarly() {
	if r.options.Finished != FinishedCarries {
		return
	}
	for i := range r.graph.nodes {
		if s := r.specialFor(i); r.carries(s) {
			r.carry(i, s, r.early)
		}
	}
}

// handOn tells the predecessors of what has finished at position p what its
// successors ask of it.
func (r *Result) handOn(p int, s *special) {
	s.handed = r.behind[p]
	if s.handed.late < never {
		s.handed.late = max(s.handed.late, -Work(Horizon))
		r.push(p, s.handed.late, s.handed.next)
	}
}
