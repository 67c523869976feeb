package cpm

// ownTime is the working time of one activity: its clock, less what it pauses.
// Its numbers leave the pause out.
type ownTime struct {
	clock        *WorkingTime
	stop, resume Instant
}

// paused is how much of the pause, in working ticks, lies before an instant.
func (t ownTime) paused(x Instant) Work {
	if t.stop == t.resume {
		return 0
	}
	return t.clock.Between(t.stop, min(max(x, t.stop), t.resume))
}

// Rank is that of a WorkingTime.
func (t ownTime) Rank(x Instant) Work { return t.clock.Rank(x) - t.paused(x) }

// onClock is a number on the clock.
func (t ownTime) onClock(k Work) Work {
	if t.stop < t.resume && k >= t.clock.Rank(t.stop) {
		k += t.paused(t.resume)
	}
	return k
}

// Start is that of a WorkingTime.
func (t ownTime) Start(k Work) Instant { return t.clock.Start(t.onClock(k)) }

// Finish is that of a WorkingTime.
func (t ownTime) Finish(k Work) Instant { return t.clock.Finish(t.onClock(k-1) + 1) }

// Between is that of a WorkingTime.
func (t ownTime) Between(from, to Instant) Work { return t.Rank(to) - t.Rank(from) }

// lastStart is the last number that begins at an instant or before it.
func (t ownTime) lastStart(x Instant) Work {
	k := t.clock.lastStart(x)
	switch first := t.clock.Rank(t.stop); {
	case t.stop == t.resume || k < first:
		return k
	default:
		return max(k-t.paused(t.resume), first-1)
	}
}

// pauses takes the pauses that count.
func (c *checker) pauses() []*Pause {
	out := make([]*Pause, len(c.leaves))
	seen := make([]bool, len(c.leaves))
	for i := range c.in.Pauses {
		if p := &c.in.Pauses[i]; !seen[p.Activity] && p.Stop < p.Resume {
			out[p.Activity], seen[p.Activity] = p, true
		}
	}
	return out
}

// rest lets a leaf pause, and finds anew how far its free float lets it slip.
func (c *checker) rest(x *leafCheck, p *Pause) {
	if p == nil || x.clock.clock == nil || x.day || x.over || x.isFinished() {
		return
	}
	x.clock.stop, x.clock.resume = p.Stop, p.Resume
	c.place(x)
	plain := x.clock.clock
	k := plain.Rank(x.tickEnd(x.at[earlySet])) + x.dates.FreeFloat
	x.slips[0] = x.lastBy(plain.Finish(k))
	if x.point {
		x.slips[0] = x.lastBy(plain.Start(k))
	}
	x.slips[1] = x.slips[0] + 1
}
