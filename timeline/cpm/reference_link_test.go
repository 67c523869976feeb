package cpm_test

import (
	"slices"
	"time"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// asks reports whether links still ask something of an activity.
func (ref *reference) asks(i int) bool {
	p := ref.progress(i)
	return p == nil || p.ActualFinish == nil && ref.in.Options.Progress == cpm.RetainedLogic
}

// followed lists the links that bound an activity by what follows it: its own,
// and unless these alone count, those of the summaries above.
func (ref *reference) followed(i int, own bool) []int {
	var out []int
	for l := range ref.net.Links {
		from := ref.net.Links[l].From
		if (from == i || !own && slices.Contains(ref.leaves[from], i)) && ref.binds(l, i) {
			out = append(out, l)
		}
	}
	return out
}

// binds reports whether a link bounds an activity before it: if somebody asks,
// its end has not happened, and it is the first to start where the start of a
// summary counts.
func (ref *reference) binds(l, i int) bool {
	link := &ref.net.Links[l]
	if ref.isEffort(link.To) || ref.standsStill(i) || !fromFinish(link) && ref.progress(i) != nil && !ref.fromRest(link) || !slices.ContainsFunc(ref.leaves[link.To], func(to int) bool { return ref.asksVia(l, to) }) {
		return false
	}
	if !fromFinish(link) {
		for _, other := range ref.leaves[link.From] {
			if ref.leaving(link, other, ref.early[other], ref.lastly) < ref.leaving(link, i, ref.early[i], ref.lastly) {
				return false
			}
		}
	}
	return true
}

func fromFinish(l *cpm.Link) bool { return l.Type == cpm.FS || l.Type == cpm.FF }
func toFinish(l *cpm.Link) bool   { return l.Type == cpm.FF || l.Type == cpm.SF }

func inMonths(l *cpm.Link) bool {
	return l.Lag.Unit == cpm.MonthsFromPredecessor || l.Lag.Unit == cpm.MonthsFromSuccessor
}

// lets reports whether a link lets an activity behind it start at s: for the
// finish of a summary all of it must be over, for its start one thing begun.
func (ref *reference) lets(l, i int, s cpm.Instant, starts []cpm.Instant) bool {
	link := &ref.net.Links[l]
	holds := func(from int) bool {
		return ref.holds(l, from, i, starts[from], s, ref.lastly) && ref.letsThrough(l, from, i, s)
	}
	if fromFinish(link) {
		return !slices.ContainsFunc(ref.leaves[link.From], func(from int) bool { return !holds(from) })
	}
	return slices.ContainsFunc(ref.leaves[link.From], holds)
}

// bears reports whether all that a link binds can bear that an activity before
// it starts at s.
func (ref *reference) bears(l, i int, s cpm.Instant, starts []cpm.Instant) bool {
	ref.byLate = &starts[0] == &ref.late[0]
	defer func() { ref.byLate = false }()
	from := ref.leaving(&ref.net.Links[l], i, s, ref.end)
	if ref.earlyOnly(i) != nil {
		from = ref.leavingBy(&ref.net.Links[l], i, s, ref.end(i, s), s)
	}
	return ref.bearsFrom(l, from, starts)
}

func (ref *reference) bearsFrom(l, from int, starts []cpm.Instant) bool {
	for _, to := range ref.leaves[ref.net.Links[l].To] {
		if ref.asks(to) && !ref.holdsFrom(l, from, to, starts[to]) || !ref.bearsVia(l, from, to, starts) {
			return false
		}
	}
	return true
}

// leaving is the end of an activity that a link starts from: an instant, or a
// day where the lag is in months.
func (ref *reference) leaving(l *cpm.Link, i int, s cpm.Instant, end func(int, cpm.Instant) cpm.Instant) int {
	start, finish := ref.ends(i, s, end)
	return ref.leavingBy(l, i, start, finish, s)
}

func (ref *reference) leavingBy(l *cpm.Link, i int, from, finish, s cpm.Instant) int {
	switch {
	case fromFinish(l):
		from = finish
	case ref.fromRest(l):
		from = s
	}
	if !inMonths(l) {
		return int(from)
	}
	return int(ref.day(from, fromFinish(l) && !ref.net.Activities[i].Milestone || ref.endsDay(i)))
}

// holds reports whether a link allows its ends when the predecessor starts at
// a and the successor at b.
func (ref *reference) holds(index, i, j int, a, b cpm.Instant, end func(int, cpm.Instant) cpm.Instant) bool {
	return ref.holdsFrom(index, ref.leaving(&ref.net.Links[index], i, a, end), j, b)
}

func (ref *reference) holdsFrom(index, from, j int, b cpm.Instant) bool {
	to, finishes, stands := ref.arriving(&ref.net.Links[index], j, b)
	return ref.holdsEnd(index, from, j, to, finishes, stands, ref.own(j))
}

// arriving is the end of an activity that a link goes to, whether it is a finish,
// and whether that is given.
func (ref *reference) arriving(l *cpm.Link, j int, b cpm.Instant) (to cpm.Instant, finishes, stands bool) {
	start, finish, stands := ref.given(j)
	stands = stands && (!ref.byLate || ref.earlyOnly(j) == nil)
	switch {
	case stands && toFinish(l):
		return finish, !ref.net.Activities[j].Milestone, true
	case stands:
		return start, false, true
	case toFinish(l):
		return ref.end(j, b), !ref.net.Activities[j].Milestone, false
	}
	return b, false, false
}

func (ref *reference) holdsEnd(index, from, j int, to cpm.Instant, finishes, stands bool, own clock) bool {
	l := &ref.net.Links[index]
	lag := l.Lag
	if ref.in.Lags != nil {
		lag.Value = ref.in.Lags[index]
	}
	if inMonths(l) {
		return ref.monthsHold(l, int(lag.Value), cpm.Day(from), ref.arrivalDay(j, to, finishes))
	}
	x := ref.lagged(l, lag, cpm.Instant(from))
	// Up to non-working time: what counts is the work left undone before x.
	return to >= x || finishes && !stands && own.isIdle(to, x)
}

// arrivalDay is the date of an end that a link goes to.
func (ref *reference) arrivalDay(j int, to cpm.Instant, finishes bool) cpm.Day {
	if !ref.endsDay(j) {
		return ref.day(to, finishes)
	}
	day := ref.net.FirstDay(to)
	for ref.net.StartOf(day+1) > to {
		day--
	}
	return day
}

func (ref *reference) lagged(l *cpm.Link, lag cpm.Lag, x cpm.Instant) cpm.Instant {
	n := int(lag.Value)
	if lag.Unit == cpm.Percent || lag.Unit == cpm.PercentElapsed {
		n = ref.share(l.From, lag.Value)
	}
	c := clock{ref, lag.Calendar, nil}
	switch lag.Unit {
	case cpm.WorkOfPredecessor, cpm.Percent:
		c = ref.plain(l.From)
	case cpm.WorkOfSuccessor:
		c = ref.plain(l.To)
	}
	elapsed := lag.Unit == cpm.Elapsed || lag.Unit == cpm.PercentElapsed
	if ref.fromRest(l) {
		gone := ref.gone(l.From, func(x, y cpm.Instant) int {
			if elapsed {
				return int(y - x)
			}
			return c.count(x, y)
		})
		n = max(n-gone, 0)
	}
	if elapsed {
		return x + cpm.Instant(n)
	}
	if n < 0 {
		return c.back(x, -n)
	}
	return c.forth(x, n)
}

// fromRest reports whether a lag counts from where work under way goes on.
func (ref *reference) fromRest(l *cpm.Link) bool {
	return ref.in.Options.StartLag == cpm.LagFromEarlyStart && l.Type == cpm.SS && !inMonths(l) &&
		ref.isLeaf(l.From) && !ref.isEffort(l.To) && ref.progress(l.From) != nil && !ref.isGiven(l.From)
}

// gone is the time from an actual start to the data date, or without one to
// where the work would stand.
func (ref *reference) gone(i int, count func(x, y cpm.Instant) int) int {
	now := ref.lowest(i)
	if ref.in.DataDate != nil {
		now = *ref.in.DataDate
	}
	return max(count(ref.progress(i).ActualStart, now), 0)
}

// share is a percentage of a duration, of a summary's nothing.
func (ref *reference) share(i int, value int32) int {
	a := ref.net.Activities[i]
	if !ref.isLeaf(i) || a.Milestone {
		return 0
	}
	v := float64(a.Duration) * float64(value) / 10_000
	if v < 0 {
		return -int(-v + 0.5)
	}
	return int(v + 0.5)
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
	for step != 0 && ref.plain(activity).isIdle(ref.net.StartOf(d), ref.net.EndOf(d)) {
		d += step
	}
	return d
}
