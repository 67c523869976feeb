package cpm

// A Result holds what Solve found. The zero value is ready for use; solving
// again, for the same graph or another, reuses its memory. Its methods are for
// after a Solve without faults; many goroutines may call them at once, but not
// during a Solve.
//
// A copy shares the memory. Of a Result and its copies the one that was solved
// last has something to say, those that were copied from it since included; the
// others answer with nothing, as if they had not been solved, until they are
// solved again. No two of them may be used while another goroutine solves one.
type Result struct {
	graph   *Graph
	options Options
	solves  *solves // nil before the first Solve
	solved  solve   // the last one, so that a Batch knows what it was made for

	start        Instant
	dataDate     bool
	dataDateAt   Instant
	mustFinish   bool
	mustFinishAt Instant
	latest       Work    // largest early finish number, if there is one clock
	done         Instant // latest actual finish
	earlyFinish  Instant // latest early finish
	finish       Instant // what late dates are counted from

	// By position, on its clock. Where work has started, these are about what
	// remains of it. Spots, extra and bridgeValue are those of the graph until
	// an input changes something of them.
	spots     []spot
	early     []Work // early starts, and one entry more that is never early
	behind    []after
	scheduled []Work // starts; empty if they are the early starts

	extra       []slot
	bridgeValue []int32
	ownSpots    []spot
	ownExtra    []slot
	ownValue    []int32

	specialAt   []int32
	specials    []special
	constraints []Constraint
	hasALAP     bool
	fromFinish  bool
	hasPauses   bool
	// hasEarlyOnly says that some fixed dates bind forward only.
	hasEarlyOnly bool

	low, high, latestOf []Work // by calendar

	given   []Work  // durations of the last input, by activity
	lags    []int32 // lags of the last input
	dirty   []int32 // positions whose duration has changed
	foldAll bool
	scratch []arrival
	above   []above // by activity, if there are constraints on summaries
	firstOf []int32 // by activity: its first constraint, or -1; empty until there is one
	nextOf  []int32 // by constraint: the next one of its activity, or -1

	summaries []summary // by activity, if there is a hierarchy
	warned    []warningFact
}

// solves counts what has been solved into one Result and its copies. A Result
// that is made new has another, so that no two solves are the same.
type solves struct{ count uint64 }

type solve struct {
	in     *solves
	number uint64
}

// Dates is what a Result says of one activity. Starts are the first instant
// of a working tick, finishes the instant at which one is over; those of
// milestones, and actual dates, are what they are.
type Dates struct {
	// EarlyStart and EarlyFinish are the earliest that the logic, the
	// constraints and the progress allow.
	EarlyStart, EarlyFinish Instant

	// LateStart and LateFinish are the latest that keep the project's finish,
	// the deadlines and the constraints. Of finished work they are the actual
	// dates, of started work LateStart is the actual start, and dates of
	// Input.Fixed are what they are, unless these are early dates only.
	LateStart, LateFinish Instant

	// Start and Finish are the dates to work by: the early ones, or later
	// ones where something is scheduled as late as possible.
	Start, Finish Instant

	// TotalFloat is by how much the activity may slip without moving the
	// project's finish or breaking a bound, at the end that Options.Float
	// says, in working ticks of the activity's calendar; negative when a
	// bound is broken already.
	TotalFloat Work

	// FreeFloat is by how much it may slip without moving any other
	// activity's early dates, in the same ticks, never negative.
	FreeFloat Work

	// Critical says that the activity is not finished and its total float is
	// at most Options.Critical.
	Critical bool
}

// Start returns the instant from which early dates are counted where Input.Starts
// gives no other: Input.Start, or with Input.FromFinish the earliest late start of
// what has not started.
func (r *Result) Start() Instant {
	if r == nil {
		return 0
	}
	return r.start
}

// Finish returns the latest early finish of all activities, actual ones
// included; Start if there is none.
func (r *Result) Finish() Instant {
	if !r.isSolved() {
		return 0
	}
	return r.earlyFinish
}

// isSolved reports whether there is something to read.
func (r *Result) isSolved() bool { return r != nil && r.graph != nil && r.isLast() }

// isLast reports whether the memory still holds what was solved into this of all
// copies.
func (r *Result) isLast() bool { return r.solves == nil || r.solved.number == r.solves.count }

// has reports whether there are dates of an activity: the result is solved and
// the network has the index. What is asked about others is answered with
// nothing.
func (r *Result) has(activity int) bool {
	return r.isSolved() && activity >= 0 && activity < len(r.graph.activities)
}

// Saturated reports that a date has stopped at the horizon, an early one at its
// end or a late one at its begin. The dates of a saturated result mean nothing
// but "too far away". The cost is linear in activities.
func (r *Result) Saturated() bool {
	if !r.isSolved() {
		return false
	}
	if r.earlyFinish >= Horizon-1 {
		return true
	}
	for _, p := range r.graph.position {
		if p >= 0 && r.behind[p].late == -Work(Horizon) {
			return true
		}
	}
	return false
}

// Dates returns the dates and floats of an activity, by its index in the
// network; the zero value for an index that it has not and for a result that
// has not been solved, as the other methods do.
func (r *Result) Dates(activity int) Dates {
	if !r.has(activity) {
		return Dates{}
	}
	g := r.graph
	p := int(g.position[activity])
	if p < 0 {
		return r.summaries[activity].Dates
	}
	d := r.datesAt(p)
	d.TotalFloat, d.FreeFloat = r.TotalFloat(activity), r.FreeFloat(activity)
	d.Critical = r.criticalWith(p, d.TotalFloat)
	return d
}

// datesAt are the dates of a position, without its floats.
func (r *Result) datesAt(p int) Dates {
	var d Dates
	s := r.specialFor(p)
	if s != nil && s.state.isGiven() {
		d.EarlyStart, d.EarlyFinish = s.actualStart, s.actualFinish
		d.LateStart, d.LateFinish = s.actualStart, s.actualFinish
		d.Start, d.Finish = s.actualStart, s.actualFinish
		if s.earlyOnly {
			d.LateStart, d.LateFinish = r.lateDates(p, s)
		}
		return d
	}
	ends := clockEnds{r.graph.calendars[r.graph.spots[p].clock], r.spots[p].flags&isPoint != 0}
	early, late := r.early[p], r.behind[p].late
	earlyEnd, lateEnd := r.finishOf(p, early), r.finishOf(p, late)
	d.EarlyStart, d.EarlyFinish = ends.start(early), ends.finish(earlyEnd)
	d.LateStart, d.LateFinish = ends.start(late), ends.finish(lateEnd)
	d.Start, d.Finish = d.EarlyStart, d.EarlyFinish
	if s != nil && s.state == inProgress {
		d.EarlyStart, d.LateStart, d.Start = s.actualStart, s.actualStart, s.actualStart
		d.EarlyFinish, d.LateFinish = s.endOfRest(d.EarlyFinish, earlyEnd), s.endOfRest(d.LateFinish, lateEnd)
		d.Finish = d.EarlyFinish
		return d
	}
	if len(r.scheduled) > 0 {
		d.Start, d.Finish = ends.start(r.scheduled[p]), ends.finish(r.finishOf(p, r.scheduled[p]))
	}
	return d
}

// clockEnds turns numbers into instants. Where nothing is to be worked, start
// and finish are one instant.
type clockEnds struct {
	w     *WorkingTime
	point bool
}

func (c clockEnds) start(k Work) Instant { return c.w.Start(k) }

func (c clockEnds) finish(k Work) Instant {
	if c.point {
		return c.w.Start(k)
	}
	return c.w.Finish(k)
}

func (r *Result) specialFor(p int) *special {
	if r.spots[p].flags&isSpecial == 0 {
		return nil
	}
	return &r.specials[r.specialAt[p]]
}
