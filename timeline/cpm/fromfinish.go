package cpm

// startFrom fixes the instant from which early dates are counted.
func (r *Result) startFrom(x Instant) {
	r.start = x
	if r.dataDate {
		x = max(x, r.dataDateAt)
	}
	for c, w := range r.graph.calendars {
		r.low[c] = w.Rank(x)
	}
}

// startDate lets the project start with the earliest late start of what has not
// started.
func (r *Result) startDate() {
	first := Horizon
	for p := range r.spots {
		spot := &r.spots[p]
		if spot.flags&(isHub|isStarted) == 0 {
			first = min(first, r.graph.calendars[spot.clock].Start(r.behind[p].late))
		}
	}
	if first < Horizon {
		r.startFrom(first)
	}
}
