package cpm_test

import (
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// reference schedules a small network by trying: every activity looks through
// its possible starts for the first or last one at which all rules hold, again
// and again until nothing moves. It knows nothing of ranks, orders, weights or
// passes, and goes from tick to tick; the rules are predicates on instants.
type reference struct {
	net    cpm.Network
	in     cpm.Input
	leaves [][]int // by activity: what lies at or below it and has dates of its own
	shifts [][]dayShifts

	begin       cpm.Instant   // of the project
	early, late []cpm.Instant // starts; of work in progress, of what remains
	scheduled   []cpm.Instant
	demanded    []cpm.Instant // early starts before constraints pull them
	held        []cpm.Instant // and before a delay puts them off
	through     []int         // what finished work carries through, or nothing
	finish      cpm.Instant
	dates       []cpm.Dates // by activity: all that a result has to say
	byLate      bool        // what follows is seen by its late dates
}

// dayShifts are the shifts of a day, once they are known.
type dayShifts struct {
	known  bool
	shifts []cpm.Shift
}

// The window that the reference looks at, in days.
const (
	windowBegin = cpm.Day(16_000)
	windowEnd   = cpm.Day(21_000)
	windowStart = cpm.Day(17_200)
)

func newReference(net cpm.Network, in cpm.Input) *reference {
	ref := &reference{net: net, in: in, begin: in.Start}
	if in.Durations != nil {
		ref.net.Activities = slices.Clone(net.Activities)
		for i := range ref.net.Activities {
			ref.net.Activities[i].Duration = in.Durations[i]
		}
		ref.in.Durations = nil
	}
	ref.net.Activities = slices.Clone(ref.net.Activities)
	for i := range net.Activities {
		ref.net.Activities[i].Duration = max(ref.net.Activities[i].Duration, 0)
		leaves := slices.DeleteFunc(leavesBelow(net, i), func(leaf int) bool { return net.Activities[leaf].LevelOfEffort })
		ref.leaves = append(ref.leaves, leaves)
	}
	ref.in.Progress = nil
	for _, p := range in.Progress {
		if !ref.isLeaf(p.Activity) || ref.progress(p.Activity) != nil {
			continue
		}
		if net.Activities[p.Activity].Milestone && p.ActualFinish == nil {
			p.ActualFinish = new(p.ActualStart)
		}
		if p.ActualFinish != nil && *p.ActualFinish < p.ActualStart {
			p.ActualStart = *p.ActualFinish
		}
		p.Remaining = max(p.Remaining, 0)
		ref.in.Progress = append(ref.in.Progress, p)
	}
	ref.handDown(in.Constraints)
	ref.shifts = make([][]dayShifts, len(net.Calendars))
	for c := range ref.shifts {
		ref.shifts[c] = make([]dayShifts, windowEnd-windowBegin)
	}
	return ref
}

// handDown puts the constraints on summaries on what lies below them.
func (ref *reference) handDown(constraints []cpm.Constraint) {
	ref.in.Constraints = nil
	for _, c := range constraints {
		if net := ref.net; isParent(net, c.Activity) && c.Kind != cpm.StartNoEarlierThan && c.Kind != cpm.FinishNoLaterThan && c.Kind != cpm.Deadline {
			continue
		}
		if ref.net.Activities[c.Activity].LevelOfEffort && !isParent(ref.net, c.Activity) {
			ref.in.Constraints = append(ref.in.Constraints, c)
		}
		for _, i := range ref.leaves[c.Activity] {
			c.Activity = i
			ref.in.Constraints = append(ref.in.Constraints, c)
		}
	}
}

// constrained calls something for each constraint on a leaf.
func (ref *reference) constrained(i int, each func(c cpm.Constraint)) {
	for _, c := range ref.in.Constraints {
		if c.Activity == i {
			each(c)
		}
	}
}

func (ref *reference) has(i int, kinds ...cpm.ConstraintKind) bool {
	found := false
	ref.constrained(i, func(c cpm.Constraint) { found = found || slices.Contains(kinds, c.Kind) })
	return found
}

func isWorked(c *cpm.Calendar, d cpm.Day, tick int32) bool {
	for _, s := range shiftsOn(c, d) {
		if s.From <= tick && tick < s.To {
			return true
		}
	}
	return false
}

func shiftsOn(c *cpm.Calendar, d cpm.Day) []cpm.Shift {
	shifts := c.Week[d.Weekday()]
	for _, e := range c.Exceptions {
		if e.First <= d && d <= e.Last {
			shifts = e.Shifts
		}
	}
	return shifts
}

// clock is the working time of a calendar.
type clock struct {
	ref      *reference
	calendar int
	pause    *cpm.Pause
}

func (c clock) worked(x cpm.Instant) bool {
	if c.pause != nil && c.pause.Stop <= x && x < c.pause.Resume {
		return false
	}
	ticks := cpm.Instant(max(c.ref.net.TicksPerDay, 1))
	at := x - c.ref.net.StartOf(windowBegin)
	d := &c.ref.shifts[c.calendar][at/ticks]
	if !d.known {
		d.known, d.shifts = true, shiftsOn(&c.ref.net.Calendars[c.calendar], windowBegin+cpm.Day(at/ticks))
	}
	for _, s := range d.shifts {
		if tick := int32(at % ticks); s.From <= tick && tick < s.To {
			return true
		}
	}
	return false
}

// forth walks from x over n working ticks to the end of the last of them.
func (c clock) forth(x cpm.Instant, n int) cpm.Instant {
	for ; n > 0; x++ {
		if c.worked(x) {
			n--
		}
	}
	return x
}

// back walks from x over n working ticks to the begin of the first of them.
func (c clock) back(x cpm.Instant, n int) cpm.Instant {
	for ; n > 0; x-- {
		if c.worked(x - 1) {
			n--
		}
	}
	return x
}

// next is the first working tick from x on.
func (c clock) next(x cpm.Instant) cpm.Instant {
	for !c.worked(x) {
		x++
	}
	return x
}

// count is the working ticks from x to y.
func (c clock) count(x, y cpm.Instant) int {
	if x > y {
		return -c.count(y, x)
	}
	n := 0
	for ; x < y; x++ {
		if c.worked(x) {
			n++
		}
	}
	return n
}

// isIdle reports whether nothing is worked from x to y.
func (c clock) isIdle(x, y cpm.Instant) bool {
	for ; x < y; x++ {
		if c.worked(x) {
			return false
		}
	}
	return true
}

// endsDay reports whether an activity is a milestone at the end of a day.
func (ref *reference) endsDay(i int) bool {
	a := ref.net.Activities[i]
	return a.Milestone && a.Side == cpm.FinishSide
}

// plain is the calendar of an activity, own what it is worked on.
func (ref *reference) plain(i int) clock { return clock{ref, ref.net.Activities[i].Calendar, nil} }

func (ref *reference) own(i int) clock {
	c := ref.plain(i)
	for _, x := range ref.in.Pauses {
		if x.Activity != i || x.Stop >= x.Resume || ref.net.Activities[i].Milestone || ref.earlyOnly(i) != nil {
			continue
		}
		if p := ref.progress(i); p != nil && p.ActualStart > x.Stop {
			x.Stop = p.ActualStart // what has started was not paused before
		}
		c.pause = &x
		break
	}
	return c
}

// isLeaf reports whether an activity has dates of its own.
func (ref *reference) isLeaf(i int) bool {
	return !isParent(ref.net, i) && !ref.net.Activities[i].LevelOfEffort
}

// isEffort reports whether it is a level of effort, or a summary of nothing else.
func (ref *reference) isEffort(i int) bool { return len(ref.leaves[i]) == 0 }

func (ref *reference) progress(i int) *cpm.Progress {
	for p := range ref.in.Progress {
		if ref.in.Progress[p].Activity == i {
			return &ref.in.Progress[p]
		}
	}
	return nil
}

// given are both dates of an activity if nothing is left to be computed.
func (ref *reference) given(i int) (start, finish cpm.Instant, is bool) {
	if p := ref.progress(i); p != nil && p.ActualFinish != nil {
		return p.ActualStart, *p.ActualFinish, true
	} else if p == nil {
		for _, f := range ref.in.Fixed {
			if f.Activity == i {
				return min(f.Start, f.Finish), f.Finish, true
			}
		}
	}
	return 0, 0, false
}

func (ref *reference) isGiven(i int) bool {
	_, _, is := ref.given(i)
	return is
}

// earlyOnly are the dates that bind an activity forward only.
func (ref *reference) earlyOnly(i int) *cpm.Fixed {
	for f := range ref.in.Fixed {
		if ref.in.Fixed[f].Activity == i {
			if ref.progress(i) == nil && ref.in.Fixed[f].EarlyOnly {
				return &ref.in.Fixed[f]
			}
			break
		}
	}
	return nil
}

// standsStill reports whether neither early nor late dates of an activity move.
func (ref *reference) standsStill(i int) bool { return ref.isGiven(i) && ref.earlyOnly(i) == nil }

// stood is where an activity with fixed early dates starts, as if it were to be
// worked for as long as they are apart.
func (ref *reference) stood(i int) cpm.Instant {
	start, finish, _ := ref.given(i)
	if ref.net.Activities[i].Milestone {
		return finish
	}
	return ref.start(i, start)
}

// length is what is to be worked: the duration, or what remains of it.
func (ref *reference) length(i int) int {
	switch p := ref.progress(i); {
	case ref.earlyOnly(i) != nil && !ref.net.Activities[i].Milestone:
		start, finish, _ := ref.given(i)
		return ref.plain(i).count(start, finish)
	case ref.net.Activities[i].Milestone || ref.isGiven(i):
		return 0
	case p != nil:
		return int(p.Remaining)
	}
	return int(ref.net.Activities[i].Duration)
}

// start is the first possible start at x or later, last the last one up to x,
// and earlier the last one before x.
func (ref *reference) start(i int, x cpm.Instant) cpm.Instant {
	if ref.net.Activities[i].Milestone {
		return x
	}
	return ref.own(i).next(x)
}

func (ref *reference) last(i int, x cpm.Instant) cpm.Instant {
	if ref.net.Activities[i].Milestone {
		return x
	}
	return ref.own(i).back(x+1, 1)
}

func (ref *reference) earlier(i int, x cpm.Instant) cpm.Instant { return ref.last(i, x-1) }

// end is when an activity that starts at s finishes: when its last working
// tick is over.
func (ref *reference) end(i int, s cpm.Instant) cpm.Instant {
	n := ref.length(i)
	switch {
	case ref.net.Activities[i].Milestone:
		return s
	case n == 0:
		if ref.progress(i) == nil {
			return s // nothing is to be worked: start and finish are one
		}
		return ref.own(i).back(s, 1) + 1
	}
	return ref.own(i).forth(s, n)
}

// lastly is when it finishes as dates show it: what has started does not finish
// before, in time that is not worked.
func (ref *reference) lastly(i int, s cpm.Instant) cpm.Instant {
	f := ref.end(i, s)
	p := ref.progress(i)
	if p != nil && p.ActualFinish == nil && f < p.ActualStart && ref.own(i).isIdle(f, p.ActualStart) {
		return p.ActualStart
	}
	return f
}

// ends are start and finish as links from an activity see them: what has
// happened has happened.
func (ref *reference) ends(i int, s cpm.Instant, end func(int, cpm.Instant) cpm.Instant) (start, finish cpm.Instant) {
	if start, finish, is := ref.given(i); is {
		return start, finish
	}
	start, finish = s, end(i, s)
	if p := ref.progress(i); p != nil {
		start = p.ActualStart
	}
	return start, finish
}

// limit is what late dates are counted from.
func (ref *reference) limit() cpm.Instant {
	if ref.in.MustFinish != nil {
		return *ref.in.MustFinish
	}
	return ref.finish
}

// solve computes all that a Result says.
func (ref *reference) solve() {
	n := len(ref.net.Activities)
	ref.early, ref.late, ref.scheduled = make([]cpm.Instant, n), make([]cpm.Instant, n), make([]cpm.Instant, n)
	ref.demanded, ref.held, ref.dates = make([]cpm.Instant, n), make([]cpm.Instant, n), make([]cpm.Dates, n)
	if ref.in.FromFinish {
		ref.begin = *ref.in.MustFinish
	}
	ref.solveEarly()
	for n := 0; ref.in.FromFinish; n++ {
		first := ref.firstLate()
		if first == ref.begin || n >= 8 && first > ref.begin {
			break
		}
		ref.begin = first
		ref.solveEarly()
	}
	copy(ref.scheduled, ref.early)
	if ref.in.FromFinish || ref.anyLate() {
		ref.schedule()
	}
	ref.each(func(i int) { ref.dates[i] = ref.datesOf(i) })
	ref.spanSummaries()
	ref.spanEfforts()
}

func (ref *reference) solveEarly() {
	ref.through = slices.Repeat([]int{nothing}, len(ref.early))
	ref.each(func(i int) { ref.early[i] = ref.lowest(i) })
	ref.settle(ref.moveEarly)
	ref.solveLate()
}

// firstLate is the earliest late start of what has not started: where a project
// that is scheduled back from its finish starts.
func (ref *reference) firstLate() cpm.Instant {
	first, found := ref.begin, false
	ref.each(func(i int) {
		if ref.progress(i) == nil && !ref.isGiven(i) && (!found || ref.late[i] < first) {
			first, found = ref.late[i], true
		}
	})
	return first
}

// solveLate computes where all finishes, and late dates from there.
func (ref *reference) solveLate() {
	ref.finish = ref.begin
	if slices.ContainsFunc(ref.leaves, func(below []int) bool { return len(below) > 0 }) {
		ref.finish = ref.net.StartOf(windowBegin)
	}
	ref.each(func(i int) {
		_, finish := ref.ends(i, ref.early[i], ref.lastly)
		ref.finish = max(ref.finish, finish)
	})
	ref.each(func(i int) { ref.late[i] = ref.highest(i) })
	ref.settle(ref.moveLate)
}

// each calls something for each activity that has dates of its own.
func (ref *reference) each(do func(i int)) {
	for i := range ref.net.Activities {
		if ref.isLeaf(i) {
			do(i)
		}
	}
}

// settle moves activities until none moves.
func (ref *reference) settle(move func(int) bool) {
	for moved := true; moved; {
		moved = false
		ref.each(func(i int) { moved = move(i) || moved })
	}
}

// first is the first possible start from s on at which something holds that
// holds ever after. Where there are many ticks, it looks at ever later ones and
// then between them.
func (ref *reference) first(i int, s cpm.Instant, holds func(cpm.Instant) bool) cpm.Instant {
	if ref.net.TicksPerDay > 3 {
		return ref.start(i, s+cpm.Instant(steps(func(n int) bool { return holds(ref.start(i, s+cpm.Instant(n))) })))
	}
	for !holds(s) {
		s = ref.start(i, s+1)
	}
	return s
}

// final is the last possible start up to s at which something holds that held
// ever before.
func (ref *reference) final(i int, s cpm.Instant, holds func(cpm.Instant) bool) cpm.Instant {
	if ref.net.TicksPerDay > 3 {
		return ref.last(i, s-cpm.Instant(steps(func(n int) bool { return holds(ref.last(i, s-cpm.Instant(n))) })))
	}
	for !holds(s) {
		s = ref.earlier(i, s)
	}
	return s
}

// steps is the least number of which something is true that stays true.
func steps(is func(int) bool) int {
	most := 1
	for !is(most - 1) {
		most *= 2
	}
	least := most / 2
	for least < most-1 {
		if middle := (least + most - 1) / 2; is(middle) {
			most = middle + 1
		} else {
			least = middle + 1
		}
	}
	return most - 1
}

// lowest is the earliest start before links are looked at.
func (ref *reference) lowest(i int) cpm.Instant {
	if ref.earlyOnly(i) != nil {
		return ref.stood(i)
	}
	if _, finish, is := ref.given(i); is {
		return ref.start(i, finish)
	}
	if p := ref.progress(i); p != nil {
		if ref.in.DataDate != nil {
			return ref.start(i, max(*ref.in.DataDate, p.ActualStart))
		}
		done := max(int(ref.net.Activities[i].Duration-p.Remaining), 0)
		return ref.start(i, ref.own(i).forth(p.ActualStart, done))
	}
	x := ref.begin
	if ref.in.Starts != nil && !ref.in.FromFinish {
		x = ref.in.Starts[i]
	}
	if ref.in.DataDate != nil {
		x = max(x, *ref.in.DataDate)
	}
	return ref.start(i, x)
}

// moveEarly takes the next start at which all rules hold; a constraint that
// pulls comes last.
func (ref *reference) moveEarly(i int) bool {
	if ref.isGiven(i) {
		return ref.moveThrough(i, ref.early)
	}
	s := ref.first(i, ref.lowest(i), func(s cpm.Instant) bool { return ref.earlyHolds(i, s) })
	if ref.demanded != nil {
		ref.demanded[i] = s
	}
	s = ref.pulled(i, s)
	if ref.held != nil {
		ref.held[i] = s
	}
	s = ref.putOff(i, s)
	moved := s != ref.early[i]
	ref.early[i] = s
	return moved
}

func (ref *reference) earlyHolds(i int, s cpm.Instant) bool {
	p, holds := ref.progress(i), true
	ref.constrained(i, func(c cpm.Constraint) {
		switch c.Kind {
		case cpm.StartNoEarlierThan:
			holds = holds && (p != nil || s >= c.At)
		case cpm.FinishNoEarlierThan:
			holds = holds && ref.finishesFrom(i, s, c.At)
		case cpm.MustStartOn, cpm.MustFinishOn:
			holds = holds && (p != nil || s >= ref.mustStart(i, c))
		}
	})
	return holds && ref.linksHold(i, s, ref.early)
}

// linksHold reports whether all links let an activity start at s.
func (ref *reference) linksHold(i int, s cpm.Instant, starts []cpm.Instant) bool {
	for l := range ref.net.Links {
		if link := &ref.net.Links[l]; slices.Contains(ref.leaves[link.To], i) && !ref.isEffort(link.From) && ref.asks(i) && !ref.lets(l, i, s, starts) {
			return false
		}
	}
	return true
}

// finishesFrom reports whether no work of i is left between its finish and x.
func (ref *reference) finishesFrom(i int, s, x cpm.Instant) bool {
	f := ref.end(i, s)
	return f >= x || !ref.net.Activities[i].Milestone && ref.own(i).isIdle(f, x)
}

// putOff is where the delay of an activity puts a start, if it has one and has
// not started.
func (ref *reference) putOff(i int, s cpm.Instant) cpm.Instant {
	for _, d := range ref.in.Delays {
		switch {
		case d.Activity != i || d.Ticks < 0 || ref.progress(i) != nil:
			continue
		case d.Ticks == 0:
		case d.Elapsed:
			return ref.start(i, s+cpm.Instant(d.Ticks))
		default:
			return ref.start(i, ref.plain(i).forth(s, int(d.Ticks)))
		}
		return s
	}
	return s
}

func (ref *reference) isDelayed(i int) bool {
	return slices.ContainsFunc(ref.in.Delays, func(d cpm.Delay) bool { return d.Activity == i && d.Ticks > 0 })
}

// mustStart is where a constraint fixes a start.
func (ref *reference) mustStart(i int, c cpm.Constraint) cpm.Instant {
	if c.Kind == cpm.MustStartOn {
		return ref.start(i, c.At)
	}
	return ref.lastBy(i, c.At)
}

// pulled is where constraints put a start that the rules put at s.
func (ref *reference) pulled(i int, s cpm.Instant) cpm.Instant {
	if ref.progress(i) != nil {
		return s
	}
	ref.constrained(i, func(c cpm.Constraint) {
		honor := ref.in.Options.HonorConstraints
		switch {
		case c.Kind == cpm.MustStartOn, c.Kind == cpm.MustFinishOn:
			s = min(s, ref.mustStart(i, c))
		case c.Kind == cpm.FinishNoLaterThan && honor:
			s = min(s, ref.lastBy(i, c.At))
		case c.Kind == cpm.StartNoLaterThan && honor:
			s = min(s, ref.last(i, c.At))
		}
	})
	return s
}

// lastBy is the last start with which i finishes by x.
func (ref *reference) lastBy(i int, x cpm.Instant) cpm.Instant {
	s := ref.start(i, x)
	if ref.end(i, s) <= x {
		return s // what remains is nothing, and the tick before x the last
	}
	return ref.final(i, s, func(s cpm.Instant) bool { return ref.end(i, s) <= x })
}

// highest is the latest start before links are looked at.
func (ref *reference) highest(i int) cpm.Instant {
	if ref.standsStill(i) {
		return ref.early[i]
	}
	p := ref.progress(i)
	s := ref.lastBy(i, ref.limit())
	if ref.isFixed(i) {
		s = ref.net.StartOf(windowEnd)
	}
	ref.constrained(i, func(c cpm.Constraint) {
		switch c.Kind {
		case cpm.FinishNoLaterThan, cpm.Deadline:
			s = min(s, ref.lastBy(i, c.At))
		case cpm.MustFinishOn:
			s = min(s, ref.lastBy(i, c.At))
		case cpm.StartNoLaterThan:
			if p == nil {
				s = min(s, ref.last(i, c.At))
			}
		case cpm.MustStartOn:
			if p == nil {
				s = min(s, ref.mustStart(i, c))
			}
		}
	})
	return s
}

// isFixed reports whether a constraint fixes the dates of what has not started.
func (ref *reference) isFixed(i int) bool {
	return ref.progress(i) == nil && ref.has(i, cpm.MustStartOn, cpm.MustFinishOn)
}

func (ref *reference) moveLate(i int) bool {
	if ref.standsStill(i) || ref.isFixed(i) {
		return false
	}
	s := ref.final(i, ref.late[i], func(s cpm.Instant) bool { return ref.followersAllow(i, s, ref.late) })
	moved := s != ref.late[i]
	ref.late[i] = s
	return moved
}

// followersAllow reports whether all successors can start at the given times
// when i starts at s.
func (ref *reference) followersAllow(i int, s cpm.Instant, starts []cpm.Instant) bool {
	for _, l := range ref.followed(i, false) {
		if !ref.bears(l, i, s, starts) {
			return false
		}
	}
	return true
}
