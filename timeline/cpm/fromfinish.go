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

// passes bounds how often the start is looked for from where it was found last.
const passes = 8

// passBack lets the project start with the earliest late start of what has not
// started. Where a link counts from the start of a summary, late dates depend on
// early ones, by which leaf is first, and so on the start: the pass is repeated
// until it finds the start that it began with. It may go to and fro between some;
// then, after some passes, only to an earlier one, so that it ends.
func (r *Result) passBack() {
	r.pass()
	for n := 1; ; n++ {
		first := r.firstLate()
		if first == r.start || first > r.start && n > passes {
			return
		}
		r.startFrom(first)
		r.pass()
	}
}

// firstLate is the earliest late start of what has not started, or the start if
// there is nothing.
func (r *Result) firstLate() Instant {
	first := Horizon
	for p := range r.spots {
		spot := &r.spots[p]
		if spot.flags&(isHub|isStarted) == 0 {
			first = min(first, r.graph.calendars[spot.clock].Start(r.behind[p].late))
		}
	}
	if first == Horizon {
		return r.start
	}
	return first
}
