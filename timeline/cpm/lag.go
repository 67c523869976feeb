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
func (b *bridge) inMonths() bool { return b.step >= stepMonthsForward }

// forward returns the smallest number of the successor's end that the number
// k of the predecessor's end allows.
func (b *bridge) forward(calendars []*WorkingTime, k Work, value int32) Work {
	x := b.leaves(calendars[b.from], k)
	if b.inMonths() {
		return b.monthsOn(calendars, x, value)
	}
	if value != 0 {
		x = b.on(calendars[b.lag], x, value)
	}
	return calendars[b.to].Rank(x)
}

// forwardFrom is forward from the very instant of the predecessor's end, which
// may be no end of a working tick where it has happened.
func (b *bridge) forwardFrom(calendars []*WorkingTime, x Instant, value int32) Work {
	if b.inMonths() {
		return b.monthsOn(calendars, x, value)
	}
	return calendars[b.to].Rank(b.on(calendars[b.lag], x, value))
}

// backward returns the largest number of the predecessor's end that the
// number m of the successor's end allows.
func (b *bridge) backward(calendars []*WorkingTime, m Work, value int32) Work {
	to := calendars[b.to]
	if b.inMonths() {
		return b.monthsBack(calendars, b.toDay(to, m), value)
	}
	y := to.Start(m)
	if value != 0 {
		y = b.back(calendars[b.lag], y, value)
	}
	return b.leavesBy(calendars[b.from], y)
}

// backwardFrom is backward from the very instant of the successor's end, or its
// day where the lag is in months. It may be no end of a working tick where logic
// does not move it.
func (b *bridge) backwardFrom(calendars []*WorkingTime, y Instant, day int64, value int32) Work {
	if b.inMonths() {
		return b.monthsBack(calendars, day, value)
	}
	return b.leavesBy(calendars[b.from], b.back(calendars[b.lag], y, value))
}

// on moves an instant by the lag towards the successor.
func (b *bridge) on(lag *WorkingTime, x Instant, value int32) Instant {
	switch {
	case value == 0:
		return x
	case b.step == stepElapsed:
		return Instant(clamp(int64(x) + int64(value)))
	}
	return lag.Add(x, Work(value))
}

// back moves an instant by the lag towards the predecessor.
func (b *bridge) back(lag *WorkingTime, y Instant, value int32) Instant {
	switch {
	case value == 0:
		return y
	case b.step == stepElapsed:
		return Instant(clamp(int64(y) - int64(value)))
	case value > 0:
		return lag.Start(Work(clamp(int64(lag.Rank(y)) - int64(value))))
	}
	return lag.Start(Work(clamp(int64(lag.lastStart(y)) - int64(value))))
}

// monthsOn is forward where the lag is in months.
func (b *bridge) monthsOn(calendars []*WorkingTime, x Instant, value int32) Work {
	return b.onOrAfter(calendars[b.to], b.demandedDay(calendars, x, value))
}

// demandedDay is the date that a lag in months demands of the successor's end.
func (b *bridge) demandedDay(calendars []*WorkingTime, x Instant, value int32) int64 {
	day, rule := b.fromDay(calendars[b.from], x), b.months(calendars[b.lag], value)
	if b.step == stepMonthsForward {
		return rule.apply(day)
	}
	return rule.earliest(day)
}

// monthsBack is backward where the lag is in months.
func (b *bridge) monthsBack(calendars []*WorkingTime, day int64, value int32) Work {
	rule := b.months(calendars[b.lag], value)
	if b.step == stepMonthsForward {
		return b.onOrBefore(calendars[b.from], rule.latest(day))
	}
	return b.onOrBefore(calendars[b.from], rule.apply(day))
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

// months is the rule of the lag: back from the successor where it is counted
// from there.
func (b *bridge) months(calendar *WorkingTime, value int32) monthRule {
	n := int64(value)
	if b.step == stepMonthsBackward {
		n = -n
	}
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
