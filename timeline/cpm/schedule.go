package cpm

// schedule computes the scheduled starts, if anything is to be as late as
// possible.
func (r *Result) schedule() {
	r.scheduled = r.scheduled[:0]
	if !r.hasALAP && !r.fromFinish {
		return
	}
	r.scheduled = grown(r.scheduled, r.graph.nodes)
	if r.fromFinish || r.options.ALAP == ALAPTotalFloat {
		r.scheduleToLate()
		return
	}
	r.scheduleToFree()
	if r.options.ALAP == ALAPEarlyDates {
		r.moveEarly()
	}
}

// moveEarly takes the scheduled starts for early ones and computes anew what
// follows from them: where all finishes, late dates and free floats.
func (r *Result) moveEarly() {
	for i := range r.graph.nodes {
		r.behind[i] = after{never, never}
		if r.spots[i].flags&isHub != 0 {
			r.early[i] = r.hubStart(i, r.early)
			continue
		}
		if s := r.specialFor(i); s != nil && s.alap && r.scheduled[i] > r.early[i] {
			s.demanded, s.held, s.delayed = r.scheduled[i], r.scheduled[i], true
		}
		if s := r.specialFor(i); r.carries(s) {
			r.carry(i, s, r.early)
		}
		r.early[i] = r.scheduled[i]
		r.latest = max(r.latest, r.finishOf(i, r.early[i]))
	}
	r.scheduled = r.scheduled[:0]
	r.finishDate()
	r.backward()
}

// scheduleToLate starts what is to be late at its late start, where that is
// not before its early one, and lets the links push what follows. Scheduled from
// the finish, everything is to be late that is not to be soon.
func (r *Result) scheduleToLate() {
	for i := range r.graph.nodes {
		s := r.specialFor(i)
		if s != nil && s.state != notStarted {
			r.scheduled[i] = r.early[i]
			if r.carries(s) {
				r.carry(i, s, r.scheduled)
			}
			continue
		}
		if r.spots[i].flags&isHub != 0 {
			r.scheduled[i] = r.hubStart(i, r.scheduled)
			continue
		}
		r.scheduled[i] = r.lateAfter(i, s, r.logic(i, longAgo, r.scheduled))
	}
	r.carryEarly()
}

// lateAfter is the scheduled start of what is scheduled to its late dates, and
// of what follows it: logic is what the links demand of it. A delay puts off
// what is not to be late.
func (r *Result) lateAfter(i int, s *special, logic Work) Work {
	late := r.fromFinish
	if s == nil {
		if late {
			logic = max(logic, r.behind[i].late)
		}
		return min(max(logic, r.early[i]), Work(Horizon))
	}
	late = late && !s.asap || s.alap
	b := s.pause.up(max(logic, s.held))
	if late {
		b = max(b, r.behind[i].late)
	}
	b = min(max(min(b, s.by(r.spots[i].duration)), -Work(Horizon)), Work(Horizon))
	if !late {
		b = r.putOff(s, b)
	}
	return max(b, r.early[i])
}

// scheduleToFree delays what is to be late until something that follows it
// would have to move, last things first. Until a position's own turn comes,
// scheduled holds what its successors allow.
func (r *Result) scheduleToFree() {
	for i := range r.scheduled {
		r.scheduled[i] = never
	}
	for i := r.graph.nodes - 1; i >= 0; i-- {
		b := r.early[i]
		s := r.specialFor(i)
		if r.spots[i].flags&isHub != 0 || s != nil && s.alap && !s.fixed {
			b = max(b, min(r.scheduled[i], r.behind[i].late))
		}
		asked := r.scheduled[i]
		r.scheduled[i] = b
		switch {
		case s == nil:
		case r.carries(s):
			b = asked
		case s.state == finished, s.state == inProgress && r.options.Progress == ProgressOverride:
			continue
		}
		if b == never {
			continue
		}
		r.scratch = r.arrivals(i, r.scratch)
		for _, a := range r.scratch {
			if r.idle(i, a) {
				continue
			}
			r.scheduled[a.from] = min(r.scheduled[a.from], r.allows(i, a, b))
		}
	}
}
