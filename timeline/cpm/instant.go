package cpm

import (
	"fmt"
	"time"
)

// An Instant is a point in time: the number of ticks since the first moment
// of Network.Epoch. A tick is 1/Network.TicksPerDay of a day. Intervals are
// half-open: an activity of one day that is worked on day d of a network with
// one tick a day starts at the instant of d and finishes at that of d+1.
type Instant int32

// Work is an amount of working time: a number of working ticks of one
// calendar. It is not interchangeable with a difference of instants, which
// counts working and non-working ticks alike.
type Work int32

// A Day is a date of the proleptic Gregorian calendar, counted in days since
// 1 January 1970.
type Day int32

const (
	// Horizon bounds every date: instants outside [-Horizon, Horizon] are
	// refused on input, and computed dates stop there (Result.Saturated).
	Horizon Instant = 1 << 30

	// MaxWork bounds each single duration and lag, in ticks.
	MaxWork Work = 1 << 28

	// MaxMonths bounds a lag of months.
	MaxMonths = 12_000
)

// Date returns the Day of a civil date. Months and days beyond their range
// carry over as in time.Date, so callers that read dates from people check
// them first.
func Date(year int, month time.Month, day int) Day {
	m := int64(month) - 1
	y := int64(year) + floorDiv(m, 12)
	m -= floorDiv(m, 12) * 12
	return Day(daysBeforeMonth(y, m) + int64(day) - 1)
}

// Civil returns the year, month and day of the month of d.
func (d Day) Civil() (year int, month time.Month, day int) {
	y, m, dd := civil(int64(d))
	return int(y), time.Month(m + 1), int(dd + 1)
}

// Weekday returns the day of the week of d.
func (d Day) Weekday() time.Weekday {
	return time.Weekday(floorMod(int64(d)+4, 7))
}

// String writes d as an ISO 8601 date.
func (d Day) String() string {
	y, m, dd := d.Civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, int(m), dd)
}

// civil splits a day number into year, month and day of the month, the last
// two counted from zero. The algorithm is Howard Hinnant's civil_from_days,
// which counts years from 1 March so that leap days come last.
func civil(day int64) (year, month, dayOfMonth int64) {
	day += 719_468
	era := floorDiv(day, 146_097)
	ofEra := day - era*146_097
	yearOfEra := (ofEra - ofEra/1_460 + ofEra/36_524 - ofEra/146_096) / 365
	ofYear := ofEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	marchMonth := (5*ofYear + 2) / 153
	dayOfMonth = ofYear - (153*marchMonth+2)/5
	year = yearOfEra + era*400
	if marchMonth < 10 {
		return year, marchMonth + 2, dayOfMonth
	}
	return year + 1, marchMonth - 10, dayOfMonth
}

// daysBeforeMonth is the day number of the first of a month; month counts
// from zero and lies in [0, 12).
func daysBeforeMonth(year, month int64) int64 {
	marchMonth := month - 2
	if month < 2 {
		year--
		marchMonth = month + 10
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	ofYear := (153*marchMonth + 2) / 5
	ofEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + ofYear
	return era*146_097 + ofEra - 719_468
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int64) int64 { return a - floorDiv(a, b)*b }

func clamp(x int64) int32 {
	return int32(min(max(x, -int64(Horizon)), int64(Horizon)))
}
