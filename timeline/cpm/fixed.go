package cpm

// takeFixed takes over the dates that logic does not move.
func (r *Result) takeFixed(in *Input) {
	for i := range in.Fixed {
		f := &in.Fixed[i]
		if !r.graph.isLeaf(f.Activity) {
			r.warn(FixedIgnored, f.Activity).value = int64(i)
			continue
		}
		s := r.specialOf(f.Activity)
		switch s.state {
		case standing:
			r.warn(FixedTwice, f.Activity).value = int64(i)
			continue
		case inProgress, finished:
			r.warn(FixedIgnored, f.Activity).value = int64(i)
			continue
		}
		if f.Finish < f.Start {
			r.warn(FixedDates, f.Activity).value = int64(i)
		}
		r.give(s, standing, f.Start, f.Finish)
		if f.EarlyOnly {
			r.hasEarlyOnly, s.earlyOnly = true, true
			if !r.spots[s.position].milestone {
				s.length = Work(min(int64(s.finish)-int64(s.start), int64(MaxWork)))
			}
		}
	}
}

// Of dates that bind forward only, the numbers of the passes are those of the
// finish: early, late, and what its successors ask. The late start lies the length
// before, and for what has no length the finish is where it starts.

// lateLength is the length of a position whose dates bind forward only, otherwise
// nothing.
func (r *Result) lateLength(p int) Work {
	if s := r.specialFor(p); s != nil {
		return s.length
	}
	return 0
}

// isLatePoint reports whether such a position, by late dates, is work of no length.
func (r *Result) isLatePoint(p int) bool {
	s := r.specialFor(p)
	return s != nil && s.earlyOnly && s.length == 0 && !r.spots[p].milestone
}

// lateEnd is the number of the end of position p that an edge binds, for late
// dates.
func (r *Result) lateEnd(p int, a arrival, k Work) Work {
	if a.late && !a.toFinish {
		return k - r.lateLength(p)
	}
	return k
}

// fromEnd is the number of the predecessor for that of the end that an edge starts
// from.
func (r *Result) fromEnd(a arrival, m Work) Work {
	if r.hasEarlyOnly && !a.fromFinish {
		return m + r.lateLength(int(a.from))
	}
	return m
}

// standAtPoints lets a bridge take such ends of no length for points.
func (r *Result) standAtPoints(p int, a arrival, b *bridge) {
	b.fromPoint = b.fromPoint || b.fromFinish && r.isLatePoint(int(a.from))
	b.toPoint = b.toPoint || a.late && b.toFinish && r.isLatePoint(p)
}

// lateDemand is what an edge of the hierarchy demands of position p if its
// predecessor is as late as k, whatever has been given.
func (r *Result) lateDemand(p int, a arrival, k Work) Work {
	s := r.specialFor(int(a.from))
	if s == nil || !s.earlyOnly {
		return r.demandsOf(p, a, k)
	}
	if !a.fromFinish {
		k -= s.length
	}
	if a.bridge < 0 {
		return k + a.weight
	}
	br, value := r.bridgeOf(p, a)
	return br.forward(r.graph.calendars, k, value)
}

// lateDates are the late start and finish of a position whose dates bind forward
// only.
func (r *Result) lateDates(p int, s *special) (start, finish Instant) {
	late := r.behind[p].late
	ends := clockEnds{r.graph.calendars[r.spots[p].clock], r.isLatePoint(p)}
	return ends.start(late - s.length), ends.finish(late)
}

// constrainLate bounds the late dates of what has fixed early ones.
func (r *Result) constrainLate(s *special, c *Constraint) {
	k, bounds := r.lateBound(s, c)
	if bounds {
		s.lateStart = min(s.lateStart, k)
		s.fixed = s.fixed || c.Kind == MustStartOn || c.Kind == MustFinishOn
	}
}

// lateBound is where a constraint bounds the late dates of what has fixed early
// ones.
func (r *Result) lateBound(s *special, c *Constraint) (Work, bool) {
	w := r.graph.calendars[r.spots[s.position].clock]
	switch c.Kind {
	case StartNoLaterThan:
		return w.lastStart(c.At) + s.length, true
	case MustStartOn:
		return w.Rank(c.At) + s.length, true
	case FinishNoLaterThan, MustFinishOn, Deadline:
		if r.isLatePoint(int(s.position)) {
			return w.lastStart(c.At), true
		}
		return w.Rank(c.At), true
	}
	return 0, false
}

// standsAt is the instant of the end of position p that an edge binds, if logic
// does not move it.
func (r *Result) standsAt(p int, a arrival) (Instant, bool) {
	s := r.specialFor(p)
	switch {
	case s == nil || s.state != standing || a.late && s.earlyOnly:
		return 0, false
	case a.toFinish:
		return s.actualFinish, true
	}
	return s.actualStart, true
}
