package cpm

// A Pause is a time in which an activity is not worked, whatever its calendar
// says: from Stop until Resume. What it is split by goes on afterwards, and what
// would start in the pause starts after it. Lags and floats count the working
// time of the calendar all the same. Of what has started the pause begins no
// earlier than that.
//
// A pause of a summary, a level of effort, a milestone, fixed dates or what is
// finished counts for nothing, nor does one that ends before it begins; each with
// a warning.
type Pause struct {
	Activity     int
	Stop, Resume Instant
}

// pause is a Pause in numbers on the clock of the activity: the ticks from stop
// to before resume are not worked. The zero value is none.
//
// Finishes are numbers up to stop or beyond resume, so that the instant of a
// finish is the end of a tick that is worked.
type pause struct{ stop, resume Work }

// up is the first start from a number on, and down the last one up to it.
func (p pause) up(k Work) Work {
	if p.stop <= k && k < p.resume {
		return p.resume
	}
	return k
}

func (p pause) down(k Work) Work {
	if p.stop <= k && k < p.resume {
		return p.stop - 1
	}
	return k
}

// finish is where work of length d that starts at k finishes. A point finishes
// where it starts.
func (p pause) finish(k, d Work, point bool) Work {
	switch {
	case point || p.stop == p.resume:
		return k + d
	case d == 0 && p.stop < k && k <= p.resume:
		return p.stop
	case k < p.stop && k+d > p.stop:
		return p.resume + (k + d - p.stop)
	}
	return k + d
}

// startFor is the first start with which work of length d finishes no earlier
// than m, up to time in which it is not worked; startBy the last one with which
// it finishes no later.
func (p pause) startFor(m, d Work, point bool) Work {
	if point {
		return p.up(m)
	}
	return p.startOf(m, d)
}

func (p pause) startBy(m, d Work, point bool) Work {
	if point {
		return p.down(m)
	}
	return p.startOf(m, d)
}

func (p pause) startOf(m, d Work) Work {
	switch {
	case p.stop == p.resume || m < p.stop || m-d >= p.resume:
		return m - d
	case m > p.resume:
		return p.stop + (m - d - p.resume)
	case d == 0:
		return p.resume
	}
	return p.stop - d
}

// takePauses takes over the pauses, after what is known of progress.
func (r *Result) takePauses(in *Input) {
	for i := range in.Pauses {
		p := &in.Pauses[i]
		if !r.graph.isLeaf(p.Activity) {
			r.warn(PauseIgnored, p.Activity).value = int64(i)
			continue
		}
		s := r.specialOf(p.Activity)
		switch {
		case s.state.isGiven() || r.spots[s.position].milestone:
			r.warn(PauseIgnored, p.Activity).value = int64(i)
		case s.pauses:
			r.warn(PauseTwice, p.Activity).value = int64(i)
		case p.Resume <= p.Stop:
			r.warn(PauseEmpty, p.Activity).value = int64(i)
		default:
			r.interrupt(s, p)
		}
	}
}

// interrupt lets an activity pause. What follows it is flagged, because what it
// waits for is no plain sum any more.
func (r *Result) interrupt(s *special, p *Pause) {
	g := r.graph
	w := g.calendars[r.spots[s.position].clock]
	s.pauses, r.hasPauses = true, true
	s.pause = pause{w.Rank(p.Stop), w.Rank(p.Resume)}
	if s.state == inProgress {
		s.pause.stop = max(s.pause.stop, min(s.start, s.pause.resume))
	}
	g.successors(s.position, func(q int32) { r.spots[q].flags |= afterStarted })
	if s.state != inProgress {
		return
	}
	if !r.dataDate {
		s.base = s.pause.finish(s.pause.up(s.start), max(s.whole-r.spots[s.position].duration, 0), false)
	}
	s.base = s.pause.up(s.base)
}

// pauseOf is the pause of a position, if it has one.
func (r *Result) pauseOf(p int) pause {
	if !r.hasPauses || r.spots[p].flags&isSpecial == 0 {
		return pause{}
	}
	return r.specials[r.specialAt[p]].pause
}

// finishOf is the finish of what starts at k, and startFor and startBy are the
// way back.
func (r *Result) finishOf(p int, k Work) Work {
	if r.hasPauses {
		return r.pausedFinish(p, k)
	}
	return k + r.spots[p].duration
}

func (r *Result) pausedFinish(p int, k Work) Work {
	s := &r.spots[p]
	return r.pauseOf(p).finish(k, s.duration, s.flags&isPoint != 0)
}

func (r *Result) startFor(p int, m Work) Work {
	s := &r.spots[p]
	if !r.hasPauses {
		return m - s.duration
	}
	return r.pauseOf(p).startFor(m, s.duration, s.flags&isPoint != 0)
}

func (r *Result) startBy(p int, m Work) Work {
	s := &r.spots[p]
	if !r.hasPauses {
		return m - s.duration
	}
	return r.pauseOf(p).startBy(m, s.duration, s.flags&isPoint != 0)
}

// acrossPauses is what a plain edge demands, where its ends may pause, and
// backAcrossPauses what it allows.
func (r *Result) acrossPauses(p int, a arrival, k Work) Work {
	if a.fromFinish {
		k = r.finishOf(int(a.from), k) - r.spots[a.from].duration
	}
	k += a.weight
	if a.toFinish {
		k = r.startFor(p, k+r.spots[p].duration)
	}
	return k
}

func (r *Result) backAcrossPauses(p int, a arrival, k Work) Work {
	if a.toFinish {
		k = r.pauseOf(p).up(r.finishOf(p, k)) - r.spots[p].duration
	}
	k -= a.weight
	if a.fromFinish {
		return r.startBy(int(a.from), k+r.spots[a.from].duration)
	}
	return r.pauseOf(int(a.from)).down(k)
}

// reached is the number of a finish that a bridge demands: a date has to be
// that of a tick which is worked.
func (p pause) reached(m Work, b *bridge) Work {
	if b.inMonths() && b.toFinish && !b.toPoint {
		return p.up(m-1) + 1
	}
	return m
}

// lasting is how late a finish may be taken to be by a bridge: a date is that of
// its last tick, an instant as late as the next tick that is worked.
func (p pause) lasting(m Work, b *bridge) Work {
	if b.inMonths() {
		return m
	}
	return p.up(m)
}

// slip counts from the finish of one start to that of another, in working ticks
// of the activity's calendar.
func (r *Result) slip(p int, from, to Work) Work {
	if r.hasPauses {
		from, to = r.finishOf(p, from), r.finishOf(p, to)
	}
	return r.between(p, from, to)
}
