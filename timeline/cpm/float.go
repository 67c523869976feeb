package cpm

// TotalFloat returns Dates(activity).TotalFloat.
func (r *Result) TotalFloat(activity int) Work {
	if !r.has(activity) {
		return 0
	}
	p := int(r.graph.position[activity])
	if p < 0 {
		return r.summaries[activity].TotalFloat
	}
	s := r.specialFor(p)
	finish := r.slip(p, r.early[p], r.behind[p].late)
	if s == nil || s.state.isGiven() {
		return finish
	}
	if s.state == inProgress {
		if r.options.Float == StartFloat {
			return 0
		}
		return finish
	}
	from := s.demanded
	if s.delay > 0 {
		from = max(from, r.early[p])
	}
	start := r.between(p, from, r.behind[p].late)
	switch r.options.Float {
	case StartFloat:
		return start
	case SmallestFloat:
		return min(start, finish)
	}
	return finish
}

// FreeFloat returns Dates(activity).FreeFloat.
func (r *Result) FreeFloat(activity int) Work {
	if !r.has(activity) {
		return 0
	}
	p := int(r.graph.position[activity])
	if p < 0 {
		return r.summaries[activity].FreeFloat
	}
	next := r.behind[p].next
	if next == never && r.options.FreeFloat == FreeToFinish {
		next = r.highest(p)
	}
	if next == never || r.options.FreeFloat == FreeOfOwnLinks {
		next = min(next, r.behind[p].late)
	}
	return max(r.slip(p, r.early[p], next), 0)
}

// Critical returns Dates(activity).Critical.
func (r *Result) Critical(activity int) bool {
	if !r.has(activity) {
		return false
	}
	p := int(r.graph.position[activity])
	if p < 0 {
		return r.summaries[activity].Critical
	}
	return r.criticalWith(p, r.TotalFloat(activity))
}

func (r *Result) criticalWith(p int, total Work) bool {
	if s := r.specialFor(p); s != nil && s.state == finished {
		return false
	}
	return total <= r.options.Critical
}

// between counts from one number to another in working ticks of the
// activity's calendar, which for a milestone is not its clock.
func (r *Result) between(p int, from, to Work) Work {
	g := r.graph
	if g.spots[p].milestone {
		return g.calendars[g.activities[g.activity[p]].calendar].Between(Instant(from), Instant(to))
	}
	return to - from
}
