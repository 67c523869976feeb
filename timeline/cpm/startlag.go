package cpm

// countsFromRest reports whether the lag of an edge is counted from where the
// predecessor goes on, not from where it has started.
func (r *Result) countsFromRest(a arrival) bool {
	if r.options.StartLag != LagFromEarlyStart || a.fromFinish || a.toFinish || a.link < 0 ||
		a.bridge >= 0 && r.graph.bridges[a.bridge].inMonths() {
		return false
	}
	s := r.specialFor(int(a.from))
	return s != nil && s.state == inProgress
}

// restOfLag is what is left, when the data date comes, of a lag that is counted
// from an actual start.
func (r *Result) restOfLag(a arrival) int32 {
	s := &r.specials[r.specialAt[a.from]]
	now := r.dataDateAt
	if !r.dataDate {
		now = r.graph.calendars[r.spots[a.from].clock].Start(s.base)
	}
	return r.lagLeft(a, s.actualStart, now)
}

// lagLeft is what is left of a lag, counted since then until now. Of months
// there is nothing: they count from what has happened alone.
func (r *Result) lagLeft(a arrival, since, now Instant) int32 {
	g := r.graph
	w := g.calendars[r.spots[a.from].clock]
	if a.bridge >= 0 {
		switch br := &g.bridges[a.bridge]; {
		case br.inMonths():
			return 0
		case br.step == stepElapsed:
			w = g.calendars[g.everyTick()]
		default:
			w = g.calendars[br.lag]
		}
	}
	return max(r.lagOf(a)-int32(max(w.Between(since, now), 0)), 0)
}

// afterRest is what an edge demands of the start of position p if the
// predecessor goes on at k, and beforeRest the latest k with which p can start at
// m, or stand at an instant.
func (r *Result) afterRest(p int, a arrival, k Work) Work {
	value := r.restOfLag(a)
	if a.bridge < 0 {
		return k + Work(value)
	}
	br := r.bridgeTo(p, a.bridge)
	return br.forward(r.graph.calendars, k, value)
}

func (r *Result) beforeRest(p int, a arrival, m Work) Work {
	value := r.restOfLag(a)
	br, _ := r.bridgeOf(p, a)
	if y, stands := r.standsAt(p, a); stands {
		m = br.backwardFrom(r.graph.calendars, y, 0, value)
	} else {
		m = br.backward(r.graph.calendars, m, value)
	}
	return r.pauseOf(int(a.from)).down(m)
}
