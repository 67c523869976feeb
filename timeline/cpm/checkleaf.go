package cpm

// leafCheck is what is known of an activity that is no summary. Numbers are
// instants; starts of started work are about what remains.
type leafCheck struct {
	index    int
	says     *Dates
	progress *Progress
	entry    int            // of progress, or -1
	time     *checkCalendar // of the activity
	own      *checkCalendar // and that without its pause

	milestone bool  // it can stand at any instant
	endsDay   bool  // and is reached when its date is over
	whole     int64 // the duration
	length    int64 // what is to be worked

	isGiven     bool // both its dates are: it has finished, or logic does not move it
	stands      bool // the second of these
	leans       bool // and that for its early dates only
	start, stop int64

	at           [sets]int64 // starts
	unmovedKnown bool

	low      int64 // the earliest start before links and constraints
	from, by int64 // bounds of constraints on the early start
	lateBy   int64 // and on the late start
	fixed    bool  // the late start is exactly that
	alap     bool  // it is to be as late as possible
	asap     bool  // or it is not, where everything is

	delay *Delay // that counts
	asked int64  // the early start before a constraint pulls it, and a delay
	held  int64  // and before the delay alone
	slid  bool   // it starts later than that and the delay, to be late

	carries *carryCheck // it has finished, and carries through what it has not waited for
}

func (c *checker) makeLeaves() {
	c.leaves = make([]leafCheck, len(c.n.Activities))
	for i := range c.leaves {
		x, a := &c.leaves[i], &c.n.Activities[i]
		x.index, x.says, x.entry = i, &c.says.dates[i], -1
		if !c.isLeaf(i) {
			continue
		}
		x.time, x.own, x.milestone = c.calendar(i), c.calendar(i), a.Milestone
		x.endsDay = a.Milestone && a.Side == FinishSide
		if !a.Milestone {
			x.whole = int64(a.Duration)
			if c.in.Durations != nil {
				x.whole = int64(c.in.Durations[i])
			}
			x.whole = max(x.whole, 0)
		}
		x.length, x.from, x.by, x.lateBy = x.whole, -farOff, farOff, farOff
	}
	for i := range c.in.Progress {
		c.started(i)
	}
	for _, f := range c.in.Fixed {
		if x := &c.leaves[f.Activity]; c.isLeaf(f.Activity) && x.progress == nil && !x.stands {
			x.give(f.Start, f.Finish)
			x.stands, x.leans = true, f.EarlyOnly
			if x.leans && !x.milestone {
				x.length = min(x.time.count(x.start, x.stop), int64(MaxWork))
			}
		}
	}
	c.levelled()
	for i := range c.leaves {
		if c.isLeaf(i) {
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
	if !c.isLeaf(p.Activity) || x.progress != nil {
		return
	}
	if x.milestone && p.ActualFinish == nil {
		p.ActualFinish = &p.ActualStart // a point in time has been reached
	}
	x.length = max(int64(p.Remaining), 0)
	if p.ActualFinish != nil {
		x.give(p.ActualStart, *p.ActualFinish)
	}
	x.progress, x.entry = &p, entry
}

// give sets both dates: a finish before the start stands for both.
func (x *leafCheck) give(start, finish Instant) {
	x.isGiven, x.length = true, 0
	x.start, x.stop = int64(min(start, finish)), int64(finish)
}

// place reads the starts off the dates, and finds the lowest.
func (c *checker) place(x *leafCheck) {
	d, p := x.says, x.progress
	switch {
	case x.leans:
		x.stand()
		return
	case x.isGiven:
		return
	}
	if p == nil {
		for set, ends := range d.ends() {
			x.at[set] = int64(ends[0])
		}
		x.low = c.startOf(x)
		if c.in.DataDate != nil {
			x.low = max(x.low, int64(*c.in.DataDate))
		}
		x.low = x.first(x.low)
		return
	}
	for set, ends := range d.ends() {
		if x.at[set] = x.own.back(int64(ends[1]), x.length); x.length == 0 {
			x.at[set] = x.first(int64(ends[1]))
		}
	}
	x.low = x.own.forth(int64(p.ActualStart), x.whole-x.length)
	if c.in.DataDate != nil {
		x.low = int64(max(*c.in.DataDate, p.ActualStart))
	}
	x.low = x.first(x.low)
}

// stand reads off the starts of what has fixed early dates, as if it were to be
// worked between them: a milestone, when they end.
func (x *leafCheck) stand() {
	early := x.first(x.start)
	if x.milestone {
		early = x.stop
	}
	x.at = [sets]int64{earlySet: early, lateSet: int64(x.says.LateStart), scheduledSet: early}
}

// first is the first possible start from an instant on, last the last one up to
// it.
func (x *leafCheck) first(at int64) int64 {
	if x.milestone {
		return at
	}
	return x.own.next(at)
}

func (x *leafCheck) last(at int64) int64 {
	if x.milestone {
		return at
	}
	return x.own.lastTick(at)
}

// end is when the last working tick of what starts at s is over. Where nothing
// is to be worked, start and finish are one; but what remains of started work
// can be nothing, and then the last tick is the one before.
func (x *leafCheck) end(s int64) int64 {
	switch {
	case x.length > 0:
		return x.own.forth(s, x.length)
	case x.progress == nil || x.milestone:
		return s
	}
	return x.own.back(s, 1) + 1
}

// finish is the end as dates show it: what has started does not finish before,
// in time that is not worked.
func (x *leafCheck) finish(s int64) int64 {
	f := x.end(s)
	if x.progress != nil && x.own.count(f, int64(x.progress.ActualStart)) == 0 {
		return max(f, int64(x.progress.ActualStart))
	}
	return f
}

// hasLength reports whether each start is one and its finish lies the length
// after it.
func (x *leafCheck) hasLength() bool {
	for set, ends := range x.says.ends() {
		if s := x.at[set]; x.first(s) != s || x.finish(s) != int64(ends[1]) {
			return false
		}
	}
	return true
}

// lastBy is the last start with which it finishes by an instant.
func (x *leafCheck) lastBy(at int64) int64 {
	switch {
	case x.length > 0:
		return x.own.back(at, x.length)
	case x.progress == nil:
		return x.last(at)
	}
	return x.first(at)
}

// firstFrom is the first start with which none of its work is left before an
// instant.
func (x *leafCheck) firstFrom(at int64) int64 {
	if x.length > 0 {
		return x.own.back(at, x.length)
	}
	return x.first(at)
}

// levelled takes over delays and pauses, the first of each activity that counts.
func (c *checker) levelled() {
	for i := range c.in.Delays {
		d := &c.in.Delays[i]
		x := &c.leaves[d.Activity]
		if c.isLeaf(d.Activity) && d.Ticks >= 0 && x.progress == nil && !x.isGiven && x.delay == nil {
			x.delay = d
		}
	}
	for _, p := range c.in.Pauses {
		x := &c.leaves[p.Activity]
		if c.isLeaf(p.Activity) && !x.isGiven && !x.milestone && x.own == x.time && p.Stop < p.Resume {
			if x.progress != nil {
				p.Stop = min(max(p.Stop, x.progress.ActualStart), p.Resume)
			}
			x.own = x.time.without(p.Stop, p.Resume)
		}
	}
}

func (x *leafCheck) isDelayed() bool { return x.delay != nil && x.delay.Ticks > 0 }

// putOff is where the delay puts a start.
func (x *leafCheck) putOff(s int64) int64 {
	switch {
	case !x.isDelayed():
		return s
	case x.delay.Elapsed:
		return x.first(s + int64(x.delay.Ticks))
	}
	return x.first(x.time.forth(s, int64(x.delay.Ticks)))
}

// startOf is the lowest date of an activity, before the data date is looked at.
func (c *checker) startOf(x *leafCheck) int64 {
	switch {
	case c.in.FromFinish:
		return int64(c.says.start)
	case c.in.Starts != nil:
		return int64(c.in.Starts[x.index])
	}
	return int64(c.in.Start)
}

// asks reports whether a leaf still asks something of its predecessors.
func (c *checker) asks(x *leafCheck) bool {
	return x.progress == nil || !x.isGiven && c.in.Options.Progress == RetainedLogic
}
