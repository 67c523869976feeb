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

	from, to *WorkingTime // what the two ends are counted on
	lag      *WorkingTime // what a working lag is counted on, or months roll on

	step                 step
	fromFinish, toFinish bool
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

// forward returns the smallest number of the successor's end that the number
// k of the predecessor's end allows.
func (b *bridge) forward(k Work, value int32) Work {
	switch b.step {
	case stepMonthsForward:
		rule := b.months(int64(value))
		return b.onOrAfter(rule.apply(b.fromDay(k)))
	case stepMonthsBackward:
		rule := b.months(-int64(value))
		return b.onOrAfter(rule.earliest(b.fromDay(k)))
	}
	x := b.from.Start(k)
	if b.fromFinish {
		x = b.from.Finish(k)
	}
	if b.step == stepElapsed {
		return b.to.Rank(Instant(clamp(int64(x) + int64(value))))
	}
	return b.to.Rank(b.lag.Add(x, Work(value)))
}

// backward returns the largest number of the predecessor's end that the
// number m of the successor's end allows.
func (b *bridge) backward(m Work, value int32) Work {
	switch b.step {
	case stepMonthsForward:
		rule := b.months(int64(value))
		return b.onOrBefore(rule.latest(b.toDay(m)))
	case stepMonthsBackward:
		rule := b.months(-int64(value))
		return b.onOrBefore(rule.apply(b.toDay(m)))
	}
	y := b.to.Start(m)
	switch {
	case b.step == stepElapsed:
		y = Instant(clamp(int64(y) - int64(value)))
	case value > 0:
		y = b.lag.Start(Work(clamp(int64(b.lag.Rank(y)) - int64(value))))
	case value < 0:
		y = b.lag.Start(Work(clamp(int64(b.lag.lastStart(y)) - int64(value))))
	}
	if b.fromFinish {
		return b.from.Rank(y)
	}
	return b.from.lastStart(y)
}

func (b *bridge) months(n int64) monthRule {
	return monthRule{months: n, endOfMonth: b.endOfMonth, roll: b.roll, calendar: b.lag}
}

// fromDay is the date of the predecessor's end: the last day for a finish,
// the day that holds the instant otherwise.
func (b *bridge) fromDay(k Work) int64 {
	if b.fromFinish {
		return b.from.dayAt(b.from.Finish(k) - 1)
	}
	return b.from.dayAt(b.from.Start(k))
}

// onOrBefore is the largest number of the predecessor's end with that date or
// an earlier one.
func (b *bridge) onOrBefore(day int64) Work {
	end := b.from.dayStart(day + 1)
	if b.fromFinish {
		return b.from.Rank(end)
	}
	return b.from.lastStart(end - 1)
}

// toDay is the date of the successor's end.
func (b *bridge) toDay(m Work) int64 {
	if b.toFinish {
		return b.to.dayAt(b.to.Finish(m) - 1)
	}
	return b.to.dayAt(b.to.Start(m))
}

// onOrAfter is the smallest number of the successor's end with that date or a
// later one.
func (b *bridge) onOrAfter(day int64) Work {
	k := b.to.Rank(b.to.dayStart(day))
	if b.toFinish {
		k++
	}
	return k
}
