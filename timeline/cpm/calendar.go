package cpm

import "time"

// A Calendar is a weekly pattern of working time with dated exceptions. The
// week repeats for ever in both directions.
type Calendar struct {
	// Key is the caller's name for the calendar.
	Key string

	// Week holds the working time of each day of the week, by time.Weekday
	// (Sunday is 0). A day without shifts is not worked.
	Week [7][]Shift

	// Exceptions replace the week on single days; a later one wins over an
	// earlier one. All of them lie within MaxExceptionSpan days: from the
	// first day of any to the last of any.
	Exceptions []Exception

	compiled *WorkingTime // by Compiled; nil: Build numbers the ticks
}

// Compiled returns the calendar with its working ticks numbered for networks
// with the epoch and the ticks a day (zero means one): Build takes the numbers
// over, so that many networks share them. What is changed in the calendar that
// is returned no longer counts. One that Build would refuse comes back as it is.
func (c Calendar) Compiled(epoch Day, ticksPerDay int32) Calendar {
	ticks := int64(max(ticksPerDay, 1))
	if faults, _ := c.check(ticks); len(faults) == 0 {
		c.compiled = c.compile(epoch, ticks)
	}
	return c
}

// workingTime returns the calendar's numbers for a network.
func (c *Calendar) workingTime(epoch Day, ticks int64) *WorkingTime {
	if w := c.compiled; w != nil && w.epoch == int64(epoch) && w.ticks == ticks {
		return w
	}
	return c.compile(epoch, ticks)
}

// A Shift is an interval of working time in ticks of the day, half-open. In a
// network with one tick a day the whole day is {0, 1}. Shifts of a day may
// touch and overlap; what counts is their union, as far as it lies in the day.
type Shift struct{ From, To int32 }

// within is the part of a shift that lies in a day of so many ticks, empty if none
// does.
func (s Shift) within(ticks int64) Shift {
	return Shift{max(s.From, 0), int32(min(int64(s.To), ticks))}
}

// An Exception gives the days First to Last, both included, the working time
// Shifts. No shifts means no work. One whose last day lies before its first has no
// days.
type Exception struct {
	First, Last Day
	Shifts      []Shift
}

// isReversed reports whether it ends before it begins, and has no days.
func (e *Exception) isReversed() bool { return e.First > e.Last }

// MaxExceptionSpan bounds the days from the first to the last exception of
// one calendar.
const MaxExceptionSpan = 1 << 18

// Weekdays returns a calendar that is worked all day on the given days of the
// week, for a network with the given number of ticks a day (zero means one).
// What is no day of the week counts as nothing.
func Weekdays(key string, ticksPerDay int32, days ...time.Weekday) Calendar {
	c := Calendar{Key: key}
	for _, d := range days {
		if d >= time.Sunday && d <= time.Saturday {
			c.Week[d] = []Shift{{0, max(ticksPerDay, 1)}}
		}
	}
	return c
}

// MondayToFriday returns a calendar of whole days from Monday to Friday, less
// the given days, for a network with one tick a day.
func MondayToFriday(key string, closed ...Day) Calendar {
	c := Weekdays(key, 1, time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday)
	for _, d := range closed {
		c.Exceptions = append(c.Exceptions, Exception{First: d, Last: d})
	}
	return c
}
