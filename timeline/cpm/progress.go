package cpm

// takeProgress replaces the durations of what has started by what remains.
func (r *Result) takeProgress(in *Input) {
	for i := range in.Progress {
		p := &in.Progress[i]
		switch {
		case r.graph.isEffort(p.Activity):
			r.oddProgress(ProgressEffort, i, p, 0)
			continue
		case r.graph.isSummary(p.Activity):
			r.oddProgress(ProgressSummary, i, p, 0)
			continue
		}
		s := r.specialOf(p.Activity)
		if s.entry >= 0 {
			r.oddProgress(ProgressTwice, i, p, 0)
			continue
		}
		s.entry = int32(i)
		r.judge(s, i, p)
		r.begin(s, p)
	}
}

func (r *Result) oddProgress(code WarningCode, i int, p *Progress, value int64) {
	w := r.warn(code, p.Activity)
	w.progress, w.value = int32(i), value
}

// judge warns of what is odd in an entry of progress.
func (r *Result) judge(s *special, i int, p *Progress) {
	milestone := r.spots[s.position].milestone
	if r.dataDate && p.ActualStart > r.dataDateAt {
		r.oddProgress(StartAfterDataDate, i, p, int64(p.ActualStart))
	}
	if f := p.ActualFinish; f != nil {
		if r.dataDate && *f > r.dataDateAt {
			r.oddProgress(FinishAfterDataDate, i, p, int64(*f))
		}
		if *f < p.ActualStart {
			r.oddProgress(FinishBeforeStart, i, p, int64(*f))
		}
	}
	switch {
	case (p.ActualFinish != nil || milestone) && p.Remaining != 0:
		r.oddProgress(RemainingIgnored, i, p, int64(p.Remaining))
	case p.Remaining < 0:
		r.oddProgress(RemainingNegative, i, p, int64(p.Remaining))
	}
}

func (r *Result) begin(s *special, p *Progress) {
	finish := p.ActualFinish
	if r.spots[s.position].milestone && finish == nil {
		finish = &p.ActualStart
	}
	if finish != nil {
		r.give(s, finished, p.ActualStart, *finish)
		return
	}
	r.hold(s, inProgress)
	w, left := r.graph.calendars[r.spots[s.position].clock], max(p.Remaining, 0)
	s.actualStart, s.start = p.ActualStart, w.Rank(p.ActualStart)
	s.base = s.start + max(s.whole-left, 0)
	if r.dataDate {
		s.base = max(w.Rank(r.dataDateAt), s.start)
	}
	r.done = max(r.done, s.actualStart)
	r.setDuration(s.position, left)
}

// hold lets a position count from its actual dates.
func (r *Result) hold(s *special, state progressState) {
	s.state, s.whole = state, r.spots[s.position].duration
	r.spots[s.position].flags |= isStarted
	r.graph.successors(s.position, func(q int32) { r.spots[q].flags |= afterStarted })
}

// give sets both dates of a position; a finish before the start stands for both.
func (r *Result) give(s *special, state progressState, start, finish Instant) {
	r.hold(s, state)
	w := r.graph.calendars[r.spots[s.position].clock]
	s.actualStart, s.actualFinish = min(start, finish), finish
	s.start, s.finish = w.Rank(s.actualStart), w.Rank(finish)
	r.done = max(r.done, finish)
	r.setDuration(s.position, 0)
}

// endOfRest is the finish of work in progress by its number: not before the
// actual start, where that lies in time that is not worked and nothing remains.
func (s *special) endOfRest(finish Instant, k Work) Instant {
	if s.pause.up(k) >= s.start {
		return max(finish, s.actualStart)
	}
	return finish
}
