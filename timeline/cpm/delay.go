package cpm

// A Delay puts an activity off, as levelling does: it starts that much after
// what links, constraints and the project's start allow, and after where a
// constraint pulls it. Its early dates have the delay in them, and so have the
// early dates of what follows.
//
// A delay gives way. Late dates and floats look at links and constraints alone:
// what comes before a delayed activity may slip up to its delayed start, as if it
// were levelled anew. This is what the fields of Microsoft Project are: early
// finish is based on "any leveling delay", late dates are not (Microsoft, Project
// XML Data Interchange Schema, EarlyFinish and LateFinish).
//
// A delay of a summary, a level of effort, fixed dates, of what has started, or
// below zero counts for nothing, with a warning.
type Delay struct {
	Activity int

	// Ticks are at most MaxWork: working ticks of the activity's calendar, or
	// all ticks if Elapsed. Work that is put off by elapsed time starts with the
	// first working tick after it.
	Ticks   Work
	Elapsed bool
}

// checkDelay finds what is wrong with a delay.
func (g *Graph) checkDelay(d *Delay, faults Faults) Faults {
	if d.Activity < 0 || d.Activity >= len(g.activities) {
		f := fault(UnknownActivity)
		f.Value = int64(d.Activity)
		return append(faults, f)
	}
	if d.Ticks > MaxWork {
		f := fault(DelayRange)
		f.Activity, f.Keys, f.Value = d.Activity, []string{g.keys[d.Activity]}, int64(d.Ticks)
		return append(faults, f)
	}
	return faults
}

// takeDelays takes over the delays, after what is known of progress.
func (r *Result) takeDelays(in *Input) {
	for i := range in.Delays {
		d := &in.Delays[i]
		if d.Ticks < 0 {
			r.warn(DelayNegative, d.Activity).value = int64(d.Ticks)
			continue
		}
		if !r.graph.isLeaf(d.Activity) {
			r.warn(DelayIgnored, d.Activity).value = int64(i)
			continue
		}
		s := r.specialOf(d.Activity)
		switch {
		case s.state != notStarted:
			r.warn(DelayIgnored, d.Activity).value = int64(i)
		case s.putsOff:
			r.warn(DelayTwice, d.Activity).value = int64(i)
		default:
			s.putsOff, s.delay, s.delayElapsed = true, d.Ticks, d.Elapsed
		}
	}
}

// putOff is where the delay of a position puts a start.
func (r *Result) putOff(s *special, k Work) Work {
	if s.delay == 0 {
		return k
	}
	g, spot := r.graph, &r.spots[s.position]
	switch w := g.calendars[spot.clock]; {
	case s.delayElapsed:
		k = w.Rank(Instant(clamp(int64(w.Start(k)) + int64(s.delay))))
	case spot.milestone:
		k = Work(g.calendars[g.activities[g.activity[s.position]].calendar].Add(Instant(k), s.delay))
	default:
		k += s.delay
	}
	return min(s.pause.up(k), Work(Horizon))
}
