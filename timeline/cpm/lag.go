package cpm

// A bridge is a link that is no plain sum on one calendar: its ends are
// counted on different calendars, or its lag is elapsed time or months. It
// carries a working-tick number of the predecessor's end to one of the
// successor's through instants. For dates within the horizon and any value
//
//	forward(k) <= m   exactly when   k <= backward(m)
//
// Negative working lags are counted back from the end, positive ones on from
// it, so that both stop at the boundary of a working tick that lies nearer.
type bridge struct {
	end  int32 // the predecessor's end: twice its position, one more for its finish
	link int32 // index in Network.Links, or -1 for an edge of the hierarchy

	from, to uint16 // indices of the calendars that the two ends are counted on
	lag      uint16 // of the one that a working lag is counted on, or months roll on

	step                 step
	fromFinish, toFinish bool
	fromPoint, toPoint   bool // that finish is where work of no length starts
	bindsLast            bool // it binds the successor's finish, which a milestone with fixed dates has apart
	toEnd                bool // the successor is a milestone at the end of a day
	endOfMonth           bool
	roll                 Roll
}

// step says in which way a lag moves.
type step uint8

const (
	stepElapsed step = iota
	stepWork
	stepMonthsForward  // counted from the predecessor
	stepMonthsBackward // counted from the successor
)

// inMonths reports whether the ends are dates.
func (b *bridge) inMonths() bool { return b.step == stepMonthsForward || b.step == stepMonthsBackward }

// forward returns the smallest number of the successor's end that the number
// k of the predecessor's end allows.
func (b *bridge) forward(calendars []*WorkingTime, k Work, value int32) Work {
	return b.forwardFrom(calendars, b.leaves(calendars[b.from], k), value)
}

// forwardFrom is forward from the very instant of the predecessor's end, which
// may be no end of a working tick where it has happened.
func (b *bridge) forwardFrom(calendars []*WorkingTime, x Instant, value int32) Work {
	from, to, lag := calendars[b.from], calendars[b.to], calendars[b.lag]
	switch b.step {
	case stepMonthsForward:
		rule := b.months(lag, int64(value))
		return b.onOrAfter(to, rule.apply(b.fromDay(from, x)))
	case stepMonthsBackward:
		rule := b.months(lag, -int64(value))
		return b.onOrAfter(to, rule.earliest(b.fromDay(from, x)))
	}
	switch {
	case value == 0:
	case b.step == stepElapsed:
		x = Instant(clamp(int64(x) + int64(value)))
	default:
		x = lag.Add(x, Work(value))
	}
	return to.Rank(x)
}

// backward returns the largest number of the predecessor's end that the
// number m of the successor's end allows.
func (b *bridge) backward(calendars []*WorkingTime, m Work, value int32) Work {
	to := calendars[b.to]
	if b.inMonths() {
		return b.backwardFrom(calendars, 0, b.toDay(to, m), value)
	}
	return b.backwardFrom(calendars, to.Start(m), 0, value)
}

// backwardFrom is backward from the very instant of the successor's end, or its
// day where the lag is in months. It may be no end of a working tick where logic
// does not move it.
func (b *bridge) backwardFrom(calendars []*WorkingTime, y Instant, day int64, value int32) Work {
	from, lag := calendars[b.from], calendars[b.lag]
	switch b.step {
	case stepMonthsForward:
		rule := b.months(lag, int64(value))
		return b.onOrBefore(from, rule.latest(day))
	case stepMonthsBackward:
		rule := b.months(lag, -int64(value))
		return b.onOrBefore(from, rule.apply(day))
	}
	switch {
	case value == 0:
	case b.step == stepElapsed:
		y = Instant(clamp(int64(y) - int64(value)))
	case value > 0:
		y = lag.Start(Work(clamp(int64(lag.Rank(y)) - int64(value))))
	default:
		y = lag.Start(Work(clamp(int64(lag.lastStart(y)) - int64(value))))
	}
	return b.leavesBy(from, y)
}

// leaves is the instant of the predecessor's end.
func (b *bridge) leaves(from *WorkingTime, k Work) Instant {
	if b.fromFinish && !b.fromPoint {
		return from.Finish(k)
	}
	return from.Start(k)
}

// leavesBy is the largest number of the predecessor's end at that instant or
// an earlier one.
func (b *bridge) leavesBy(from *WorkingTime, x Instant) Work {
	if b.fromFinish && !b.fromPoint {
		return from.Rank(x)
	}
	return from.lastStart(x)
}

func (b *bridge) months(calendar *WorkingTime, n int64) monthRule {
	return monthRule{months: n, endOfMonth: b.endOfMonth, roll: b.roll, calendar: calendar}
}

// fromDay is the date of the predecessor's end: the last day for a finish,
// the day that holds the instant otherwise.
func (b *bridge) fromDay(from *WorkingTime, x Instant) int64 {
	if b.fromFinish {
		x--
	}
	return from.dayAt(x)
}

// onOrBefore is the largest number of the predecessor's end with that date or
// an earlier one.
func (b *bridge) onOrBefore(from *WorkingTime, day int64) Work {
	end := from.dayStart(day + 1)
	if !b.fromFinish {
		end--
	}
	return b.leavesBy(from, end)
}

// toDay is the date of the successor's end.
func (b *bridge) toDay(to *WorkingTime, m Work) int64 {
	switch {
	case b.toEnd:
		return to.dayAt(to.Start(m)) - 1 // the last day that is over
	case b.toPoint:
		return to.dayAt(to.Start(m) - 1)
	case b.toFinish:
		return to.dayAt(to.Finish(m) - 1)
	}
	return to.dayAt(to.Start(m))
}

// toDayAt is the date of the successor's end at an instant.
func (b *bridge) toDayAt(to *WorkingTime, y Instant) int64 {
	switch {
	case b.toEnd:
		return to.dayAt(y) - 1
	case b.toFinish:
		return to.dayAt(y - 1)
	}
	return to.dayAt(y)
}

// onOrAfter is the smallest number of the successor's end with that date or a
// later one.
func (b *bridge) onOrAfter(to *WorkingTime, day int64) Work {
	x := to.dayStart(day)
	switch {
	case b.toEnd:
		return to.Rank(to.dayStart(day + 1))
	case b.toPoint:
		return to.Rank(x + 1)
	case b.toFinish:
		return to.Rank(x) + 1
	}
	return to.Rank(x)
}
