package cpm

// takeConstraints turns the constraints into bounds on starts.
func (r *Result) takeConstraints(in *Input) {
	r.constraints = append(r.constraints[:0], in.Constraints...)
	for i := range in.Constraints {
		c := &in.Constraints[i]
		switch {
		case c.Kind == AsSoonAsPossible:
		case r.graph.isSummary(c.Activity):
			r.constrainBelow(c)
		default:
			r.constrainLeaf(r.specialOf(c.Activity), c)
		}
	}
}

// constrainBelow lets a constraint on a summary act on all leaves below it.
func (r *Result) constrainBelow(c *Constraint) {
	g := r.graph
	r.below = grown(r.below, len(g.activities))
	for _, i := range g.topDown {
		p := g.parents[i]
		r.below[i] = int(i) == c.Activity || p >= 0 && r.below[p]
		if r.below[i] && !g.summary[i] {
			r.constrainLeaf(r.specialOf(int(i)), c)
		}
	}
}

func (r *Result) constrainLeaf(s *special, c *Constraint) {
	if s.state == notStarted {
		r.constrain(s, c)
	} else {
		r.constrainRest(s, c)
	}
}

func (r *Result) constrain(s *special, c *Constraint) {
	w := r.graph.calendars[r.graph.spots[s.position].clock]
	d := r.spots[s.position].duration
	at := w.Rank(c.At)
	switch c.Kind {
	case AsLateAsPossible:
		s.alap, r.hasALAP = true, true
	case StartNoEarlierThan:
		s.startFrom = max(s.startFrom, at)
	case FinishNoEarlierThan:
		s.finishFrom = max(s.finishFrom, at)
	case StartNoLaterThan:
		k := w.lastStart(c.At)
		s.lateStart = min(s.lateStart, k)
		if r.options.HonorConstraints {
			s.startBy = min(s.startBy, k)
		}
	case FinishNoLaterThan:
		s.lateStart = min(s.lateStart, at-d)
		if r.options.HonorConstraints {
			s.finishBy = min(s.finishBy, at)
		}
	case Deadline:
		s.lateStart = min(s.lateStart, at-d)
	case MustStartOn:
		s.startFrom, s.startBy = max(s.startFrom, at), min(s.startBy, at)
		s.lateStart, s.fixed = min(s.lateStart, at), true
	case MustFinishOn:
		s.finishFrom, s.finishBy = max(s.finishFrom, at), min(s.finishBy, at)
		s.lateStart, s.fixed = min(s.lateStart, at-d), true
	}
}

// constrainRest bounds the finish of work in progress; its start has happened.
func (r *Result) constrainRest(s *special, c *Constraint) {
	if s.state == finished {
		return
	}
	spot := &r.spots[s.position]
	at := r.graph.calendars[spot.clock].Rank(c.At)
	switch c.Kind {
	case FinishNoEarlierThan:
		s.finishFrom = max(s.finishFrom, at)
	case FinishNoLaterThan, MustFinishOn, Deadline:
		s.lateStart = min(s.lateStart, at-spot.duration)
	}
}
