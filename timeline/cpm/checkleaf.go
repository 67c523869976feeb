package cpm

// leafCheck is what is known of an activity that is no summary. Numbers are
// instants; starts of started work are about what remains.
type leafCheck struct {
	index    int
	says     *Dates
	progress *Progress
	entry    int // of progress, or -1
	time     *checkCalendar

	milestone bool  // it can stand at any instant
	endsDay   bool  // and is reached when its date is over
	whole     int64 // the duration
	length    int64 // what is to be worked

	at [dateSets]int64 // starts

	low      int64 // the earliest start before links and constraints
	from, by int64 // bounds of constraints on the early start
	lateBy   int64 // and on the late start
	fixed    bool  // the late start is exactly that
	alap     bool  // it is to be as late as possible
}

func (c *checker) makeLeaves() {
	c.leaves = make([]leafCheck, len(c.n.Activities))
	for i := range c.leaves {
		x, a := &c.leaves[i], &c.n.Activities[i]
		x.index, x.says, x.entry = i, &c.says.dates[i], -1
		if c.isSummary[i] {
			continue
		}
		x.time, x.milestone = c.calendar(i), a.Milestone
		x.endsDay = a.Milestone && a.Side == FinishSide
		if !a.Milestone {
			x.whole = int64(a.Duration)
			if c.in.Durations != nil {
				x.whole = int64(c.in.Durations[i])
			}
		}
		x.length, x.from, x.by, x.lateBy = x.whole, -farOff, farOff, farOff
	}
	for i := range c.in.Progress {
		c.started(i)
	}
	for i := range c.leaves {
		if !c.isSummary[i] {
			c.place(&c.leaves[i])
		}
	}
	c.constraints()
}

// started takes over an entry of progress: the first of an activity counts, and
// none of a summary.
func (c *checker) started(entry int) {
	p := c.in.Progress[entry]
	x := &c.leaves[p.Activity]
	if c.isSummary[p.Activity] || x.progress != nil {
		return
	}
	if x.milestone && p.ActualFinish == nil {
		p.ActualFinish = &p.ActualStart // a point in time has been reached
	}
	x.length = int64(p.Remaining)
	if f := p.ActualFinish; f != nil {
		p.ActualFinish, p.ActualStart = new(*f), min(p.ActualStart, *f)
		x.length = 0
	}
	x.progress, x.entry = &p, entry
}

// place reads the starts off the dates, and finds the lowest.
func (c *checker) place(x *leafCheck) {
	d, p := x.says, x.progress
	if p == nil {
		x.at = [dateSets]int64{int64(d.EarlyStart), int64(d.LateStart), int64(d.Start)}
		start := c.in.Start
		if c.in.Starts != nil {
			start = c.in.Starts[x.index]
		}
		if c.in.DataDate != nil {
			start = max(start, *c.in.DataDate)
		}
		x.low = x.first(int64(start))
		return
	}
	for set, f := range [dateSets]Instant{d.EarlyFinish, d.LateFinish, d.Finish} {
		if x.at[set] = x.time.back(int64(f), x.length); x.length == 0 {
			x.at[set] = x.first(int64(f))
		}
	}
	x.low = x.time.forth(int64(p.ActualStart), x.whole-x.length)
	if c.in.DataDate != nil {
		x.low = int64(max(*c.in.DataDate, p.ActualStart))
	}
	x.low = x.first(x.low)
}

func (x *leafCheck) isFinished() bool { return x.progress != nil && x.progress.ActualFinish != nil }

// first is the first possible start from an instant on, last the last one up to
// it.
func (x *leafCheck) first(at int64) int64 {
	if x.milestone {
		return at
	}
	return x.time.next(at)
}

func (x *leafCheck) last(at int64) int64 {
	if x.milestone {
		return at
	}
	return x.time.lastTick(at)
}

// end is when the last working tick of what starts at s is over. Where nothing
// is to be worked, start and finish are one; but what remains of started work
// can be nothing, and then the last tick is the one before.
func (x *leafCheck) end(s int64) int64 {
	switch {
	case x.length > 0:
		return x.time.forth(s, x.length)
	case x.progress == nil || x.milestone:
		return s
	}
	return x.time.back(s, 1) + 1
}

// finish is the end as dates show it: what has started does not finish before,
// in time that is not worked.
func (x *leafCheck) finish(s int64) int64 {
	f := x.end(s)
	if x.progress != nil && !x.isFinished() && x.time.count(f, int64(x.progress.ActualStart)) == 0 {
		return max(f, int64(x.progress.ActualStart))
	}
	return f
}

// hasLength reports whether each start is one and its finish lies the length
// after it.
func (x *leafCheck) hasLength() bool {
	d := x.says
	for set, f := range [dateSets]Instant{d.EarlyFinish, d.LateFinish, d.Finish} {
		if s := x.at[set]; x.first(s) != s || x.finish(s) != int64(f) {
			return false
		}
	}
	return true
}

// lastBy is the last start with which it finishes by an instant.
func (x *leafCheck) lastBy(at int64) int64 {
	switch {
	case x.length > 0:
		return x.time.back(at, x.length)
	case x.progress == nil:
		return x.last(at)
	}
	return x.first(at)
}

// firstFrom is the first start with which none of its work is left before an
// instant.
func (x *leafCheck) firstFrom(at int64) int64 {
	if x.length > 0 {
		return x.time.back(at, x.length)
	}
	return x.first(at)
}

// slip is the start after a number of working ticks from s on, or the earliest
// of them.
func (x *leafCheck) slip(s, ticks int64) int64 {
	if ticks == 0 {
		return s
	}
	return x.first(x.time.forth(s, ticks))
}

// asks reports whether a leaf still asks something of its predecessors.
func (c *checker) asks(x *leafCheck) bool {
	return x.progress == nil || !x.isFinished() && c.in.Options.Progress == RetainedLogic
}
