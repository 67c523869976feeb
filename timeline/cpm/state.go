package cpm

// clearSpecials takes back what an earlier input said of single positions.
func (r *Result) clearSpecials() {
	g := r.graph
	for i := range r.specials {
		s := &r.specials[i]
		r.spots[s.position].flags = g.spots[s.position].flags
		if s.state == notStarted {
			continue
		}
		r.setDuration(s.position, s.whole)
		g.successors(s.position, func(q int32) { r.spots[q].flags = g.spots[q].flags })
	}
	r.specials = r.specials[:0]
	r.hasALAP = false
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
			startFrom: longAgo, finishFrom: longAgo, startBy: never, finishBy: never,
		})
	}
	return &r.specials[r.specialAt[p]]
}

// takeProgress replaces the durations of what has started by what remains.
func (r *Result) takeProgress(in *Input) Faults {
	var faults Faults
	for i := range in.Progress {
		p := &in.Progress[i]
		s := r.specialOf(p.Activity)
		if s.entry >= 0 {
			f := fault(ProgressTwice)
			f.Progress, f.Activity, f.Keys = i, p.Activity, []string{r.graph.activities[p.Activity].key}
			faults = append(faults, f)
			continue
		}
		s.entry = int32(i)
		r.begin(s, p)
	}
	return faults
}

func (r *Result) begin(s *special, p *Progress) {
	g := r.graph
	w := g.calendars[g.spots[s.position].clock]
	s.whole = r.spots[s.position].duration
	s.actualStart, s.start = p.ActualStart, w.Rank(p.ActualStart)
	r.spots[s.position].flags |= isStarted
	g.successors(s.position, func(q int32) { r.spots[q].flags |= afterStarted })
	if p.ActualFinish != nil {
		s.state = finished
		s.actualFinish, s.finish = *p.ActualFinish, w.Rank(*p.ActualFinish)
		r.setDuration(s.position, 0)
		return
	}
	s.state = inProgress
	s.base = s.start + max(s.whole-p.Remaining, 0)
	if r.dataDate {
		s.base = w.Rank(r.dataDateAt)
	}
	r.setDuration(s.position, p.Remaining)
}

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
