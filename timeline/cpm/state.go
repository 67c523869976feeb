package cpm

// clearSpecials takes back what an earlier input said of single positions.
func (r *Result) clearSpecials() {
	for i := range r.specials {
		r.flags[r.specials[i].position] &^= isSpecial
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
	if r.flags[p]&isSpecial == 0 {
		r.flags[p] |= isSpecial
		r.specialAt[p] = int32(len(r.specials))
		r.specials = append(r.specials, special{
			position: p, lower: longAgo, pull: never, lateStart: never, lateFinish: never, entry: -1,
		})
	}
	return &r.specials[r.specialAt[p]]
}

// takeConstraints turns the constraints into bounds. Durations are known,
// progress is not yet.
func (r *Result) takeConstraints(in *Input) {
	r.constraints = append(r.constraints[:0], in.Constraints...)
	for i := range in.Constraints {
		c := &in.Constraints[i]
		if c.Kind == AsSoonAsPossible {
			continue
		}
		s := r.specialOf(c.Activity)
		r.constrain(s, c)
	}
}

func (r *Result) constrain(s *special, c *Constraint) {
	w := r.graph.calendars[r.graph.clock[s.position]]
	d := r.duration[s.position]
	at := w.Rank(c.At)
	switch c.Kind {
	case AsLateAsPossible:
		s.alap, r.hasALAP = true, true
	case StartNoEarlierThan:
		s.lower = max(s.lower, at)
	case StartNoLaterThan:
		s.lateStart = min(s.lateStart, w.lastStart(c.At))
		if r.options.HonorConstraints {
			s.pull = min(s.pull, w.lastStart(c.At))
		}
	case FinishNoEarlierThan:
		s.lower = max(s.lower, at-d)
	case FinishNoLaterThan:
		s.lateFinish = min(s.lateFinish, at)
		if r.options.HonorConstraints {
			s.pull = min(s.pull, at-d)
		}
	case MustStartOn:
		s.lower, s.pull = max(s.lower, at), min(s.pull, at)
		s.lateStart, s.fixed = min(s.lateStart, at), true
	case MustFinishOn:
		s.lower, s.pull = max(s.lower, at-d), min(s.pull, at-d)
		s.lateStart, s.fixed = min(s.lateStart, at-d), true
	case Deadline:
		s.lateFinish = min(s.lateFinish, at)
	}
}

// takeProgress replaces the durations of what has started by what remains,
// and the bounds of constraints by those that still mean something: an early
// bound on a finish, and late bounds on it.
func (r *Result) takeProgress(in *Input) Faults {
	var faults Faults
	for i := range in.Progress {
		p := &in.Progress[i]
		s := r.specialOf(p.Activity)
		if s.entry >= 0 {
			f := fault(ProgressTwice)
			f.Progress, f.Activity, f.Keys = i, p.Activity, []string{r.graph.keys[p.Activity]}
			faults = append(faults, f)
			continue
		}
		r.progress(s, p, int32(i))
	}
	return faults
}

func (r *Result) progress(s *special, p *Progress, entry int32) {
	w := r.graph.calendars[r.graph.clock[s.position]]
	s.entry, s.whole = entry, r.duration[s.position]
	s.actualStart, s.start = p.ActualStart, w.Rank(p.ActualStart)
	s.lower, s.pull, s.lateStart, s.lateFinish, s.fixed, s.alap = longAgo, never, never, never, false, false
	if p.ActualFinish != nil {
		s.state = finished
		s.actualFinish, s.finish = *p.ActualFinish, w.Rank(*p.ActualFinish)
		r.duration[s.position] = 0
		return
	}
	s.state = inProgress
	s.base = s.start + max(s.whole-p.Remaining, 0)
	if r.dataDate {
		s.base = w.Rank(r.dataDateAt)
	}
	r.duration[s.position] = p.Remaining
	for _, c := range r.constraints {
		if c.Activity != p.Activity {
			continue
		}
		switch at := w.Rank(c.At); c.Kind {
		case FinishNoEarlierThan:
			s.lower = max(s.lower, at-p.Remaining)
		case FinishNoLaterThan, Deadline, MustFinishOn:
			s.lateFinish = min(s.lateFinish, at)
		}
	}
}
