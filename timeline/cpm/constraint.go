package cpm

import "slices"

// takeConstraints turns the constraints into bounds on starts.
func (r *Result) takeConstraints(in *Input) {
	r.listConstraints(in)
	above := false
	for i := range in.Constraints {
		c := &in.Constraints[i]
		switch {
		case c.Kind == AsSoonAsPossible && (!r.fromFinish || !r.graph.isLeaf(c.Activity)):
		case r.graph.isEffort(c.Activity):
			if r.graph.isSummary(c.Activity) || !c.Kind.forEfforts() {
				w := r.warn(ConstraintEffort, c.Activity)
				w.constraint, w.value = int32(i), int64(c.Kind)
			}
		case r.graph.isSummary(c.Activity) && !c.Kind.forSummaries():
			w := r.warn(ConstraintSummary, c.Activity)
			w.constraint, w.value = int32(i), int64(c.Kind)
		case r.graph.isSummary(c.Activity):
			if !above {
				r.forgetAbove()
				above = true
			}
			r.above[c.Activity].take(c)
		default:
			r.constrainLeaf(r.specialOf(c.Activity), c)
		}
	}
	if above {
		r.constrainBelow()
	}
}

// listConstraints keeps the constraints, and those of one activity in a chain.
func (r *Result) listConstraints(in *Input) {
	if len(r.firstOf) == 0 && len(in.Constraints) > 0 {
		r.firstOf = grown(r.firstOf, len(r.graph.activities))
		for a := range r.firstOf {
			r.firstOf[a] = -1
		}
	}
	for i := range r.constraints {
		r.firstOf[r.constraints[i].Activity] = -1
	}
	r.constraints = append(r.constraints[:0], in.Constraints...)
	r.nextOf = grown(r.nextOf, len(in.Constraints))
	for i := len(r.constraints) - 1; i >= 0; i-- {
		c := &r.constraints[i]
		if r.graph.isSummary(c.Activity) && !c.Kind.forSummaries() {
			continue
		}
		first := &r.firstOf[c.Activity]
		r.nextOf[i], *first = *first, int32(i)
	}
}

// constraintsOn appends the indices of the constraints on an activity and on
// the summaries above it, in order.
func (r *Result) constraintsOn(activity int32, buf []int32) []int32 {
	if len(r.constraints) == 0 {
		return buf
	}
	for a := activity; a >= 0; a = r.graph.parents[a] {
		for i := r.firstOf[a]; i >= 0; i = r.nextOf[i] {
			buf = append(buf, i)
		}
		if r.graph.parents == nil {
			break
		}
	}
	slices.Sort(buf)
	return buf
}

// above is what the constraints on summaries ask of the leaves below: only the
// strictest of each kind counts, because Rank keeps the order of instants.
type above struct{ startFrom, finishBy, deadline Instant }

// unasked is an above of no constraints.
var unasked = above{-Horizon - 1, Horizon + 1, Horizon + 1}

func (a *above) take(c *Constraint) {
	switch c.Kind {
	case StartNoEarlierThan:
		a.startFrom = max(a.startFrom, c.At)
	case FinishNoLaterThan:
		a.finishBy = min(a.finishBy, c.At)
	case Deadline:
		a.deadline = min(a.deadline, c.At)
	}
}

func (r *Result) forgetAbove() {
	r.above = grown(r.above, len(r.graph.activities))
	for i := range r.above {
		r.above[i] = unasked
	}
}

// constrainBelow hands the constraints on summaries down to the leaves.
func (r *Result) constrainBelow() {
	g := r.graph
	for _, i := range g.topDown {
		a := &r.above[i]
		if p := g.parents[i]; p >= 0 {
			b := &r.above[p]
			*a = above{max(a.startFrom, b.startFrom), min(a.finishBy, b.finishBy), min(a.deadline, b.deadline)}
		}
		if !g.isLeaf(int(i)) || *a == unasked {
			continue
		}
		s := r.specialOf(int(i))
		for _, c := range [...]Constraint{
			{int(i), StartNoEarlierThan, a.startFrom}, {int(i), FinishNoLaterThan, a.finishBy}, {int(i), Deadline, a.deadline},
		} {
			if inHorizon(c.At) {
				r.constrainLeaf(s, &c)
			}
		}
	}
}

func (r *Result) constrainLeaf(s *special, c *Constraint) {
	switch {
	case s.state == notStarted:
		r.constrain(s, c)
	case s.earlyOnly:
		r.constrainLate(s, c)
	default:
		r.constrainRest(s, c)
	}
}

func (r *Result) constrain(s *special, c *Constraint) {
	w := r.graph.calendars[r.graph.spots[s.position].clock]
	at, by := w.Rank(c.At), r.lastBy(s.position, c.At)
	switch c.Kind {
	case AsSoonAsPossible:
		s.asap = true
	case AsLateAsPossible:
		s.alap, r.hasALAP = true, true
	case StartNoEarlierThan:
		s.startFrom = max(s.startFrom, at)
	case FinishNoEarlierThan:
		s.finishFrom, s.pointFrom = max(s.finishFrom, at), max(s.pointFrom, at)
	case StartNoLaterThan:
		k := s.pause.down(w.lastStart(c.At))
		s.lateStart = min(s.lateStart, k)
		if r.options.HonorConstraints {
			s.startBy = min(s.startBy, k)
		}
	case FinishNoLaterThan:
		s.lateStart = min(s.lateStart, by)
		if r.options.HonorConstraints {
			s.finishBy, s.pointBy = min(s.finishBy, at), min(s.pointBy, s.pause.down(w.lastStart(c.At)))
		}
	case Deadline:
		s.lateStart = min(s.lateStart, by)
	case MustStartOn:
		at = s.pause.up(at)
		s.startFrom, s.startBy = max(s.startFrom, at), min(s.startBy, at)
		s.lateStart, s.fixed = min(s.lateStart, at), true
	case MustFinishOn:
		k := s.pause.down(w.lastStart(c.At))
		s.finishFrom, s.finishBy = max(s.finishFrom, at), min(s.finishBy, at)
		s.pointFrom, s.pointBy = max(s.pointFrom, k), min(s.pointBy, k)
		s.lateStart, s.fixed = min(s.lateStart, by), true
	}
}

// lastBy is the latest start of position p with which it finishes by x.
func (r *Result) lastBy(p int32, x Instant) Work {
	s := &r.spots[p]
	w := r.graph.calendars[s.clock]
	if s.flags&isPoint != 0 {
		return r.pauseOf(int(p)).down(w.lastStart(x))
	}
	return r.startBy(int(p), w.Rank(x))
}

// constrainRest bounds the finish of work in progress; its start has happened.
func (r *Result) constrainRest(s *special, c *Constraint) {
	if s.state.isGiven() {
		return
	}
	switch c.Kind {
	case FinishNoEarlierThan:
		at := r.graph.calendars[r.spots[s.position].clock].Rank(c.At)
		s.finishFrom, s.pointFrom = max(s.finishFrom, at), max(s.pointFrom, at)
	case FinishNoLaterThan, MustFinishOn, Deadline:
		s.lateStart = min(s.lateStart, r.lastBy(s.position, c.At))
	}
}
