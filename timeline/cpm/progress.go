package cpm

// takeProgress replaces the durations of what has started by what remains,
// and reports whether there is no more than one entry an activity.
func (r *Result) takeProgress(in *Input) bool {
	for i := range in.Progress {
		p := &in.Progress[i]
		s := r.specialOf(p.Activity)
		if s.entry >= 0 {
			return false
		}
		s.entry = int32(i)
		r.begin(s, p)
	}
	return true
}

func (r *Result) begin(s *special, p *Progress) {
	g := r.graph
	w := g.calendars[g.spots[s.position].clock]
	s.whole = r.spots[s.position].duration
	s.actualStart, s.start = p.ActualStart, w.Rank(p.ActualStart)
	r.spots[s.position].flags |= isStarted
	g.successors(s.position, func(q int32) { r.spots[q].flags |= afterStarted })
	finish := p.ActualFinish
	if r.spots[s.position].milestone && finish == nil {
		finish = &p.ActualStart
	}
	if finish != nil {
		s.state = finished
		s.actualFinish, s.finish = *finish, w.Rank(*finish)
		r.done = max(r.done, s.actualFinish)
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
