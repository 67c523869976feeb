package cpm_test

import (
	"time"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// reference schedules a small network by trying: every activity looks through
// its possible starts, tick by tick, for the first or last one at which all
// rules hold, again and again until nothing moves. It knows nothing of ranks,
// orders, weights or passes; the rules are predicates on instants.
type reference struct {
	net  cpm.Network
	in   cpm.Input
	work [][]bool // by calendar and tick from the window's begin

	early, late []cpm.Instant // starts; of work in progress, of what remains
	finish      cpm.Instant
	free        []int
}

// The window that the reference looks at, in days.
const (
	windowBegin = cpm.Day(16_000)
	windowEnd   = cpm.Day(21_000)
	windowStart = cpm.Day(17_200)
)

func newReference(net cpm.Network, in cpm.Input) *reference {
	ref := &reference{net: net, in: in}
	ref.in.Progress = append([]cpm.Progress(nil), in.Progress...)
	for i := range ref.in.Progress {
		p := &ref.in.Progress[i]
		if net.Activities[p.Activity].Milestone && p.ActualFinish == nil {
			p.ActualFinish = new(p.ActualStart)
		}
		if p.ActualFinish != nil && *p.ActualFinish < p.ActualStart {
			p.ActualStart = *p.ActualFinish
		}
	}
	for c := range net.Calendars {
		var ticks []bool
		for d := windowBegin; d < windowEnd; d++ {
			for t := range max(net.TicksPerDay, 1) {
				ticks = append(ticks, isWorked(&net.Calendars[c], d, t))
			}
		}
		ref.work = append(ref.work, ticks)
	}
	return ref
}

func isWorked(c *cpm.Calendar, d cpm.Day, tick int32) bool {
	shifts := c.Week[d.Weekday()]
	for _, e := range c.Exceptions {
		if e.First <= d && d <= e.Last {
			shifts = e.Shifts
		}
	}
	for _, s := range shifts {
		if s.From <= tick && tick < s.To {
			return true
		}
	}
	return false
}

func (ref *reference) worked(calendar int, x cpm.Instant) bool {
	return ref.work[calendar][x-ref.net.StartOf(windowBegin)]
}

// forth walks from x over n working ticks to the end of the last of them.
func (ref *reference) forth(calendar int, x cpm.Instant, n int) cpm.Instant {
	for ; n > 0; x++ {
		if ref.worked(calendar, x) {
			n--
		}
	}
	return x
}

// back walks from x over n working ticks to the begin of the first of them.
func (ref *reference) back(calendar int, x cpm.Instant, n int) cpm.Instant {
	for ; n > 0; x-- {
		if ref.worked(calendar, x-1) {
			n--
		}
	}
	return x
}

// next is the first working tick from x on.
func (ref *reference) next(calendar int, x cpm.Instant) cpm.Instant {
	for !ref.worked(calendar, x) {
		x++
	}
	return x
}

// count is the working ticks from x to y.
func (ref *reference) count(calendar int, x, y cpm.Instant) int {
	if x > y {
		return -ref.count(calendar, y, x)
	}
	n := 0
	for ; x < y; x++ {
		if ref.worked(calendar, x) {
			n++
		}
	}
	return n
}

// endsDay reports whether an activity is a milestone at the end of a day.
func (ref *reference) endsDay(i int) bool {
	a := ref.net.Activities[i]
	return a.Milestone && a.Side == cpm.FinishSide
}

func (ref *reference) calendar(i int) int { return ref.net.Activities[i].Calendar }

func (ref *reference) progress(i int) *cpm.Progress {
	for p := range ref.in.Progress {
		if ref.in.Progress[p].Activity == i {
			return &ref.in.Progress[p]
		}
	}
	return nil
}

// length is what is to be worked: the duration, or what remains of it.
func (ref *reference) length(i int) int {
	if p := ref.progress(i); p != nil {
		if p.ActualFinish != nil {
			return 0
		}
		return int(p.Remaining)
	}
	return int(ref.net.Activities[i].Duration)
}

// start is the first possible start at x or later; earlier the last possible
// one before x.
func (ref *reference) start(i int, x cpm.Instant) cpm.Instant {
	if ref.net.Activities[i].Milestone {
		return x
	}
	return ref.next(ref.calendar(i), x)
}

func (ref *reference) earlier(i int, x cpm.Instant) cpm.Instant {
	if ref.net.Activities[i].Milestone {
		return x - 1
	}
	return ref.back(ref.calendar(i), x, 1)
}

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
		return ref.back(ref.calendar(i), s, 1) + 1
	}
	return ref.forth(ref.calendar(i), s, n)
}

// lastly is when it finishes as dates show it: what has started does not finish
// before, in time that is not worked.
func (ref *reference) lastly(i int, s cpm.Instant) cpm.Instant {
	f := ref.end(i, s)
	p := ref.progress(i)
	if p != nil && p.ActualFinish == nil && f < p.ActualStart && ref.count(ref.calendar(i), f, p.ActualStart) == 0 {
		return p.ActualStart
	}
	return f
}

// ends are start and finish as links from an activity see them: what has
// happened has happened.
func (ref *reference) ends(i int, s cpm.Instant, end func(int, cpm.Instant) cpm.Instant) (start, finish cpm.Instant) {
	start, finish = s, end(i, s)
	if p := ref.progress(i); p != nil {
		start = p.ActualStart
		if p.ActualFinish != nil {
			finish = *p.ActualFinish
		}
	}
	return start, finish
}

// holds reports whether a link allows its ends when the predecessor starts at
// a and the successor at b.
func (ref *reference) holds(l *cpm.Link, index int, a, b cpm.Instant, end func(int, cpm.Instant) cpm.Instant) bool {
	start, finish := ref.ends(l.From, a, end)
	from, fromFinish := start, false
	if l.Type == cpm.FS || l.Type == cpm.FF {
		from, fromFinish = finish, !ref.net.Activities[l.From].Milestone
	}
	to, toFinish := b, false
	if l.Type == cpm.FF || l.Type == cpm.SF {
		to, toFinish = ref.end(l.To, b), !ref.net.Activities[l.To].Milestone
	}
	lag := l.Lag
	if ref.in.Lags != nil {
		lag.Value = ref.in.Lags[index]
	}
	if lag.Unit == cpm.MonthsFromPredecessor || lag.Unit == cpm.MonthsFromSuccessor {
		fromDay, toDay := ref.day(from, fromFinish || ref.endsDay(l.From)), ref.day(to, toFinish)
		if ref.endsDay(l.To) {
			for toDay = ref.net.FirstDay(to); ref.net.StartOf(toDay+1) > to; toDay-- {
			}
		}
		return ref.monthsHold(l, int(lag.Value), fromDay, toDay)
	}
	x := ref.lagged(l, lag, from)
	// Up to non-working time: what counts is the work left undone before x.
	return to >= x || toFinish && ref.count(ref.calendar(l.To), to, x) == 0
}

func (ref *reference) lagged(l *cpm.Link, lag cpm.Lag, x cpm.Instant) cpm.Instant {
	n := int(lag.Value)
	if lag.Unit == cpm.Percent || lag.Unit == cpm.PercentElapsed {
		v := float64(ref.net.Activities[l.From].Duration) * float64(lag.Value) / 10_000
		n = int(v + 0.5)
		if v < 0 {
			n = -int(-v + 0.5)
		}
	}
	calendar := lag.Calendar
	switch lag.Unit {
	case cpm.Elapsed, cpm.PercentElapsed:
		return x + cpm.Instant(n)
	case cpm.WorkOfPredecessor, cpm.Percent:
		calendar = ref.calendar(l.From)
	case cpm.WorkOfSuccessor:
		calendar = ref.calendar(l.To)
	}
	if n < 0 {
		return ref.back(calendar, x, -n)
	}
	return ref.forth(calendar, x, n)
}

// day is the date of an end: a finish counts on its last day.
func (ref *reference) day(x cpm.Instant, finish bool) cpm.Day {
	if finish {
		return ref.net.LastDay(x)
	}
	return ref.net.FirstDay(x)
}

func (ref *reference) monthsHold(l *cpm.Link, n int, from, to cpm.Day) bool {
	if l.Lag.Unit == cpm.MonthsFromPredecessor {
		return to >= ref.rolled(l, l.To, addMonths(from, n))
	}
	return from <= ref.rolled(l, l.From, addMonths(to, -n))
}

func addMonths(d cpm.Day, n int) cpm.Day {
	year, month, day := d.Civil()
	last := time.Date(year, month+time.Month(n)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	return cpm.Date(year, month+time.Month(n), min(day, last))
}

func (ref *reference) rolled(l *cpm.Link, activity int, d cpm.Day) cpm.Day {
	if l.Lag.EndOfMonth {
		year, month, _ := d.Civil()
		d = cpm.Date(year, month+1, 1) - 1
	}
	step := cpm.Day(0)
	switch l.Lag.Roll {
	case cpm.RollBefore:
		step = -1
	case cpm.RollAfter:
		step = 1
	}
	for step != 0 && ref.count(ref.calendar(activity), ref.net.StartOf(d), ref.net.EndOf(d)) == 0 {
		d += step
	}
	return d
}

// solve computes all that a Result says.
func (ref *reference) solve() {
	n := len(ref.net.Activities)
	ref.early, ref.late, ref.free = make([]cpm.Instant, n), make([]cpm.Instant, n), make([]int, n)
	for i := range n {
		ref.early[i] = ref.lowest(i)
	}
	for ref.settle(func(i int) bool { return ref.moveEarly(i) }) {
	}
	ref.finish = ref.net.StartOf(windowBegin)
	for i := range n {
		_, finish := ref.ends(i, ref.early[i], ref.lastly)
		if p := ref.progress(i); p != nil && p.ActualFinish != nil {
			finish = *p.ActualFinish
		}
		ref.finish = max(ref.finish, finish)
	}
	for i := range n {
		ref.late[i] = ref.highest(i, ref.limit())
	}
	for ref.settle(func(i int) bool { return ref.moveLate(i) }) {
	}
	for i := range n {
		ref.free[i] = ref.freeFloat(i)
	}
}

// limit is what late dates are counted from.
func (ref *reference) limit() cpm.Instant {
	if ref.in.MustFinish != nil {
		return *ref.in.MustFinish
	}
	return ref.finish
}

func (ref *reference) settle(move func(int) bool) bool {
	moved := false
	for i := range ref.net.Activities {
		moved = move(i) || moved
	}
	return moved
}

// lowest is the earliest start before links are looked at.
func (ref *reference) lowest(i int) cpm.Instant {
	if p := ref.progress(i); p != nil {
		switch {
		case p.ActualFinish != nil:
			return ref.start(i, *p.ActualFinish)
		case ref.in.DataDate != nil:
			return ref.start(i, max(*ref.in.DataDate, p.ActualStart))
		}
		done := max(int(ref.net.Activities[i].Duration-p.Remaining), 0)
		return ref.start(i, ref.forth(ref.calendar(i), p.ActualStart, done))
	}
	x := ref.in.Start
	if ref.in.Starts != nil {
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
	p := ref.progress(i)
	if p != nil && p.ActualFinish != nil {
		return false
	}
	s := ref.lowest(i)
	for !ref.earlyHolds(i, s) {
		s = ref.start(i, s+1)
	}
	if p == nil {
		for _, c := range ref.in.Constraints {
			if c.Activity == i {
				s = ref.pulled(i, c, s)
			}
		}
	}
	moved := s != ref.early[i]
	ref.early[i] = s
	return moved
}

func (ref *reference) earlyHolds(i int, s cpm.Instant) bool {
	p := ref.progress(i)
	for _, c := range ref.in.Constraints {
		switch {
		case c.Activity != i:
		case c.Kind == cpm.StartNoEarlierThan && p == nil && s < c.At:
			return false
		case c.Kind == cpm.FinishNoEarlierThan && !ref.finishesFrom(i, s, c.At):
			return false
		}
	}
	if p != nil && ref.in.Options.Progress == cpm.ProgressOverride {
		return true
	}
	for l := range ref.net.Links {
		if link := &ref.net.Links[l]; link.To == i && !ref.holds(link, l, ref.early[link.From], s, ref.lastly) {
			return false
		}
	}
	return true
}

// finishesFrom reports whether no work of i is left between its finish and x.
func (ref *reference) finishesFrom(i int, s, x cpm.Instant) bool {
	f := ref.end(i, s)
	return f >= x || !ref.net.Activities[i].Milestone && ref.count(ref.calendar(i), f, x) == 0
}

// pulled is where a constraint wants a start that the rules put at s.
func (ref *reference) pulled(i int, c cpm.Constraint, s cpm.Instant) cpm.Instant {
	honor := ref.in.Options.HonorConstraints
	switch {
	case c.Kind == cpm.MustStartOn:
		return ref.start(i, c.At)
	case c.Kind == cpm.MustFinishOn:
		return ref.lastBy(i, c.At)
	case c.Kind == cpm.FinishNoLaterThan && honor:
		return min(s, ref.lastBy(i, c.At))
	case c.Kind == cpm.StartNoLaterThan && honor:
		for s > c.At {
			s = ref.earlier(i, s)
		}
	}
	return s
}

// lastBy is the last start with which i finishes by x.
func (ref *reference) lastBy(i int, x cpm.Instant) cpm.Instant {
	s := ref.start(i, x)
	for ref.end(i, s) > x {
		s = ref.earlier(i, s)
	}
	for ref.end(i, ref.start(i, s+1)) <= x {
		s = ref.start(i, s+1)
	}
	return s
}

// highest is the latest start before links are looked at.
func (ref *reference) highest(i int, limit cpm.Instant) cpm.Instant {
	p := ref.progress(i)
	if p != nil && p.ActualFinish != nil {
		return ref.early[i]
	}
	s := ref.lastBy(i, limit)
	for _, c := range ref.in.Constraints {
		if c.Activity != i {
			continue
		}
		switch c.Kind {
		case cpm.FinishNoLaterThan, cpm.Deadline:
			s = min(s, ref.lastBy(i, c.At))
		case cpm.MustFinishOn:
			if p != nil {
				s = min(s, ref.lastBy(i, c.At))
			}
		case cpm.StartNoLaterThan:
			for p == nil && s > c.At {
				s = ref.earlier(i, s)
			}
		}
	}
	if c := ref.fixed(i); c != nil {
		s = ref.pulled(i, *c, 0)
		for _, c := range ref.in.Constraints {
			if c.Activity == i && c.Kind == cpm.Deadline {
				s = min(s, ref.lastBy(i, c.At))
			}
		}
	}
	return s
}

func (ref *reference) fixed(i int) *cpm.Constraint {
	for c := range ref.in.Constraints {
		k := ref.in.Constraints[c].Kind
		if ref.in.Constraints[c].Activity == i && (k == cpm.MustStartOn || k == cpm.MustFinishOn) && ref.progress(i) == nil {
			return &ref.in.Constraints[c]
		}
	}
	return nil
}

// asks reports whether a link still asks something of its predecessor.
func (ref *reference) asks(l *cpm.Link) bool {
	if p := ref.progress(l.To); p != nil && (p.ActualFinish != nil || ref.in.Options.Progress == cpm.ProgressOverride) {
		return false
	}
	startsFrom := l.Type == cpm.SS || l.Type == cpm.SF
	return ref.progress(l.From) == nil || !startsFrom && ref.progress(l.From).ActualFinish == nil
}

func (ref *reference) moveLate(i int) bool {
	if p := ref.progress(i); p != nil && p.ActualFinish != nil || ref.fixed(i) != nil {
		return false
	}
	s := ref.late[i]
	for !ref.followersAllow(i, s, ref.late) {
		s = ref.earlier(i, s)
	}
	moved := s != ref.late[i]
	ref.late[i] = s
	return moved
}

// followersAllow reports whether all successors can start at the given times
// when i starts at s.
func (ref *reference) followersAllow(i int, s cpm.Instant, starts []cpm.Instant) bool {
	for l := range ref.net.Links {
		link := &ref.net.Links[l]
		if link.From == i && ref.asks(link) && !ref.holds(link, l, s, starts[link.To], ref.end) {
			return false
		}
	}
	return true
}

// freeFloat tries how far an activity can slip.
func (ref *reference) freeFloat(i int) int {
	followers := 0
	for l := range ref.net.Links {
		if link := &ref.net.Links[l]; link.From == i && ref.asks(link) {
			followers++
		}
	}
	p := ref.progress(i)
	if p != nil && p.ActualFinish != nil {
		return 0
	}
	s := ref.early[i]
	if !ref.followersAllow(i, s, ref.early) {
		return 0
	}
	last := ref.late[i]
	if followers == 0 && ref.in.Options.FreeFloat == cpm.FreeToFinish {
		last = ref.lastBy(i, ref.limit())
	}
	if followers > 0 {
		// A slip shows after at most one working tick too much.
		last = s
		for ref.followersAllow(i, ref.start(i, last+1), ref.early) {
			last = ref.start(i, last+1)
		}
		if ref.in.Options.FreeFloat == cpm.FreeOfOwnLinks {
			last = min(last, ref.late[i])
		}
	}
	return max(ref.count(ref.calendar(i), s, last), 0)
}

func (ref *reference) totalFloat(i int) int {
	return ref.count(ref.calendar(i), ref.early[i], ref.late[i])
}
