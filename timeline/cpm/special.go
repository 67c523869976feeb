package cpm

// special is what the passes know of a position that is constrained or has
// started. All bounds are numbers on the position's clock.
type special struct {
	position int32

	startFrom, finishFrom Work // early start and finish are no earlier than this
	startBy, finishBy     Work // nor later than this, whatever the links demand
	pointFrom, pointBy    Work // the same for the finish of work of no length

	ownLow bool    // it has a lowest date of its own
	lowIs  Instant // that date, before the data date is looked at
	low    Work    // and its number after

	lateStart Work // the late start is no later than this
	fixed     bool // the late start is exactly lateStart
	alap      bool
	asap      bool // not to be late although everything is
	delayed   bool // it is early no longer, so as to be late

	pauses bool // it has a pause
	pause  pause

	putsOff      bool // it has a delay
	delay        Work
	delayElapsed bool

	state        progressState
	entry        int32 // index in Input.Progress
	whole        Work  // the duration of which some remains
	base         Work  // remaining work starts no earlier than this
	start        Work  // actual or fixed start
	finish       Work  // actual or fixed finish
	actualStart  Instant
	actualFinish Instant

	earlyOnly bool // fixed dates bind forward only
	length    Work // and the working time between them

	// demanded is the start before constraints pull it; of
	// work in progress, where the remaining work starts.
	demanded Work
	held     Work // and after, but before a delay

	// carried is what finished work carries through, handed what is asked of that.
	carried Work
	handed  after
}

// from is the earliest start that the constraints allow work of length d.
func (s *special) from(d Work) Work {
	if d == 0 {
		return max(s.startFrom, s.pointFrom)
	}
	return max(s.startFrom, s.pause.startOf(s.finishFrom, d))
}

// by is the latest start to which the constraints pull work of length d.
func (s *special) by(d Work) Work {
	if d == 0 {
		return min(s.startBy, s.pointBy)
	}
	return min(s.startBy, s.pause.startOf(s.finishBy, d))
}

type progressState uint8

const (
	notStarted progressState = iota
	inProgress
	finished
	standing // on dates that logic does not move
)

// isGiven reports whether both dates are given and not computed.
func (s progressState) isGiven() bool { return s >= finished }

// clearSpecials takes back what an earlier input said of single positions.
func (r *Result) clearSpecials() {
	g := r.graph
	for i := range r.specials {
		s := &r.specials[i]
		r.resetFlags(s.position)
		if s.state == notStarted && !s.pauses {
			continue
		}
		if s.state != notStarted {
			r.setDuration(s.position, s.whole)
		}
		g.successors(s.position, r.resetFlags)
	}
	r.specials = r.specials[:0]
	r.hasALAP, r.hasPauses, r.hasEarlyOnly, r.done = false, false, false, -Horizon
}

// resetFlags sets the flags of a position to those of the graph, save for the
// one that follows from its duration.
func (r *Result) resetFlags(p int32) {
	f := &r.spots[p].flags
	*f = r.graph.spots[p].flags&^isPoint | *f&isPoint
}

// specialOf returns what is known of an activity, making room for it.
func (r *Result) specialOf(activity int) *special {
	p := r.graph.position[activity]
	if len(r.specialAt) == 0 {
		r.specialAt = grown(r.specialAt, r.graph.nodes)
	}
	if r.spots[p].flags&isSpecial == 0 {
		r.spots[p].flags |= isSpecial
		r.specialAt[p] = int32(len(r.specials))
		r.specials = append(r.specials, special{
			position: p, entry: -1, lateStart: never,
			startFrom: longAgo, finishFrom: longAgo, pointFrom: longAgo,
			startBy: never, finishBy: never, pointBy: never,
		})
	}
	return &r.specials[r.specialAt[p]]
}

// takeStarts takes over the lowest dates that differ from the project's start.
func (r *Result) takeStarts(in *Input) {
	for a, x := range in.Starts {
		p := r.graph.position[a]
		if p < 0 || x == in.Start {
			continue
		}
		s := r.specialOf(a)
		s.ownLow, s.lowIs = true, x
		if r.dataDate {
			x = max(x, r.dataDateAt)
		}
		s.low = r.graph.calendars[r.spots[p].clock].Rank(x)
	}
}

// lowest is the earliest start of a position, whatever holds it.
func (r *Result) lowest(p int) Work {
	if s := r.specialFor(p); s != nil && s.ownLow {
		return s.low
	}
	return r.low[r.spots[p].clock]
}

// earlyStart computes the early start of a position in general. Of work in
// progress it is where what remains starts, of finished work its finish; its
// duration is then what remains, or nothing. A hub is bound by nothing but
// its links.
func (r *Result) earlyStart(i int) Work {
	low := r.lowest(i)
	switch {
	case r.spots[i].flags&isHub != 0:
		return r.hubStart(i, r.early)
	case r.spots[i].flags&isSpecial == 0:
		return min(r.logic(i, low, r.early), Work(Horizon))
	}
	s, d := &r.specials[r.specialAt[i]], r.spots[i].duration
	switch s.state {
	case finished, standing:
		if r.carries(s) {
			r.carry(i, s, r.early)
		}
		return s.finish
	case inProgress:
		s.demanded = max(s.base, s.from(d))
		if r.options.Progress == RetainedLogic {
			s.demanded = max(s.demanded, r.logic(i, longAgo, r.early))
		}
		s.demanded = min(s.pause.up(s.demanded), Work(Horizon))
		return s.demanded
	}
	s.demanded = min(s.pause.up(max(r.logic(i, low, r.early), s.from(d))), Work(Horizon))
	s.held = max(min(s.demanded, s.by(d)), -Work(Horizon))
	return r.putOff(s, s.held)
}

// lateStart computes the late start of a position in general and tells its
// predecessors.
//
// Finished work asks nothing of its predecessors any more, nor does work in
// progress that goes on regardless of them. A hub only hands on what is asked
// of it.
func (r *Result) lateStart(i int) {
	b := &r.behind[i]
	if r.spots[i].flags&isHub != 0 {
		if b.late < never {
			b.late = max(b.late, -Work(Horizon))
			r.push(i, b.late, b.next)
		}
		return
	}
	s := r.specialFor(i)
	if s != nil && s.state.isGiven() && !s.earlyOnly {
		if r.carries(s) {
			r.handOn(i, s)
		}
		b.late, b.next = s.finish, s.finish
		if s.state == standing {
			r.push(i, s.finish, s.finish)
		}
		return
	}
	b.late = max(min(b.late, r.highest(i)), -Work(Horizon))
	if s != nil {
		b.late = max(min(b.late, s.lateStart), -Work(Horizon))
		if s.fixed {
			b.late = s.lateStart
		}
		if s.state == inProgress && r.options.Progress == ProgressOverride {
			return
		}
	}
	r.push(i, b.late, r.early[i])
}
