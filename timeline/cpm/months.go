package cpm

// monthRule is what a lag of months does to a date: it moves n months, on to
// the end of the month if so asked, and rolls to a working day of a calendar.
// Both directions work on day numbers counted from 1 January 1970.
type monthRule struct {
	months     int64
	endOfMonth bool
	roll       Roll
	calendar   *WorkingTime
}

// apply returns the date that the rule makes of d. It never decreases with d.
func (r *monthRule) apply(d int64) int64 {
	year, month, day := civil(d)
	first, length := monthOf(year, month+r.months)
	if r.endOfMonth {
		return r.rolled(first + length - 1)
	}
	return r.rolled(first + min(day, length-1))
}

// latest returns the last d with apply(d) <= limit.
func (r *monthRule) latest(limit int64) int64 {
	switch r.roll {
	case RollBefore:
		// Days up to the next working day roll back to limit or earlier.
		limit = r.workingDayFrom(limit+1) - 1
	case RollAfter:
		limit = r.workingDayUpTo(limit)
	}
	year, month, day := civil(limit)
	_, length := monthOf(year, month)
	first, earlier := monthOf(year, month-r.months)
	switch {
	case day == length-1:
		return first + earlier - 1
	case r.endOfMonth:
		return first - 1
	}
	return first + min(day, earlier-1)
}

// earliest returns the first d with apply(d) >= limit.
func (r *monthRule) earliest(limit int64) int64 { return r.latest(limit-1) + 1 }

func (r *monthRule) rolled(d int64) int64 {
	switch r.roll {
	case RollBefore:
		return r.workingDayUpTo(d)
	case RollAfter:
		return r.workingDayFrom(d)
	}
	return d
}

// workingDayUpTo returns the last day up to d with working time.
func (r *monthRule) workingDayUpTo(d int64) int64 {
	if !r.calendar.patterned {
		return d
	}
	return r.calendar.dayAt(r.calendar.Start(r.calendar.Rank(r.calendar.dayStart(d+1)) - 1))
}

// workingDayFrom returns the first day from d on with working time.
func (r *monthRule) workingDayFrom(d int64) int64 {
	if !r.calendar.patterned {
		return d
	}
	return r.calendar.dayAt(r.calendar.Start(r.calendar.Rank(r.calendar.dayStart(d))))
}

// dayStart returns the first instant of a day.
func (w *WorkingTime) dayStart(day int64) Instant {
	return Instant(clamp((day - w.epoch) * w.ticks))
}

// dayAt returns the day that holds an instant.
func (w *WorkingTime) dayAt(x Instant) int64 { return floorDiv(int64(x), w.ticks) + w.epoch }

// monthOf returns the first day and the length of a month; months outside
// [0, 12) carry over to other years.
func monthOf(year, month int64) (first, length int64) {
	carry := floorDiv(month, 12)
	year += carry
	month -= carry * 12
	first = daysBeforeMonth(year, month)
	if month == 11 {
		return first, daysBeforeMonth(year+1, 0) - first
	}
	return first, daysBeforeMonth(year, month+1) - first
}
