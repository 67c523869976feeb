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
	}
}

// standsAt is the instant of the end of position p that an edge binds, if logic
// does not move it.
func (r *Result) standsAt(p int, a arrival) (Instant, bool) {
	s := r.specialFor(p)
	switch {
	case s == nil || s.state != standing:
		return 0, false
	case a.toFinish:
		return s.actualFinish, true
	}
	return s.actualStart, true
}
