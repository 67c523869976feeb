package workday

import (
	"slices"
	"sync"
	"time"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickar/cal/v2/dk"
	"github.com/rickb777/date/v2"
)

// First and Last bound the days that holidays are known for, both included.
var (
	First = date.New(1900, time.January, 1)
	Last  = date.New(2199, time.December, 31)
)

// Epoch is the day that date.Date counts from, for cpm.Network.Epoch: with it
// and one tick a day, the number of a date.Date is the engine's instant of that
// day's beginning.
var Epoch = cpm.Date(1, time.January, 1)

// DayOff is a day of every year that is free beside the public holidays, or some weeks.
type DayOff struct {
	Month time.Month
	Day   int // 29 February is a day of leap years only

	FromWeek, ToWeek int // ISO weeks instead of a day, both included; 0 for a day
}

// in returns the first and the last day in a year; false where the year has none.
func (d DayOff) in(year int) (first, last date.Date, ok bool) {
	if d.FromWeek == 0 {
		first = date.New(year, d.Month, d.Day)
		return first, first, first.Month() == d.Month
	}
	fourth := date.New(year, time.January, 4) // a day of the first ISO week
	monday := fourth - date.Date((fourth.Weekday()+6)%7)
	return monday + date.Date(7*(d.FromWeek-1)), monday + date.Date(7*d.ToWeek-1), true
}

// Days knows which days are working days. Outside First to Last only
// Saturdays and Sundays are free.
type Days struct {
	closed []date.Date // weekdays that are free, in order, each once
}

// New returns the working days of the Danish calendar with further yearly
// days off and single closed days.
func New(off []DayOff, closed []date.Date) *Days {
	free := slices.Clone(holidays())
	for _, d := range off {
		for year := First.Year(); year <= Last.Year(); year++ {
			first, last, ok := d.in(year)
			for day := first; ok && day <= last; day++ {
				free = append(free, day)
			}
		}
	}
	free = append(free, closed...)
	free = slices.DeleteFunc(free, weekend)
	slices.Sort(free)
	return &Days{closed: slices.Compact(free)}
}

// holidays is the table of public holidays, made once. Grundlovsdag is left
// out: it is no public holiday in law.
var holidays = sync.OnceValue(func() []date.Date {
	var days []date.Date
	for year := First.Year(); year <= Last.Year(); year++ {
		for _, holiday := range dk.Holidays {
			if holiday == dk.Grundlovsdag {
				continue
			}
			if day, _ := holiday.Calc(year); !day.IsZero() {
				days = append(days, date.NewAt(day))
			}
		}
	}
	return days
})

func weekend(day date.Date) bool {
	w := day.Weekday()
	return w == time.Saturday || w == time.Sunday
}

// Is reports whether the day is a working day.
func (d *Days) Is(day date.Date) bool {
	if weekend(day) {
		return false
	}
	_, free := slices.BinarySearch(d.closed, day)
	return !free
}

// Count returns the number of working days from first to last, both included,
// and 0 when last lies before first.
func (d *Days) Count(first, last date.Date) int {
	if last < first {
		return 0
	}
	weeks := int(last-first+1) / 7
	n := weeks * 5
	for day := first + date.Date(weeks*7); day <= last; day++ {
		if !weekend(day) {
			n++
		}
	}
	from, _ := slices.BinarySearch(d.closed, first)
	to, _ := slices.BinarySearch(d.closed, last+1)
	return n - (to - from)
}

// OnOrBefore returns the day itself if it is a working day, else the last
// working day before it: when a deadline on a free day has to be met.
func (d *Days) OnOrBefore(day date.Date) date.Date {
	for !d.Is(day) {
		day--
	}
	return day
}

// OnOrAfter returns the day itself if it is a working day, else the first
// working day after it.
func (d *Days) OnOrAfter(day date.Date) date.Date {
	for !d.Is(day) {
		day++
	}
	return day
}

// Calendar returns the days as a calendar of the engine, for a network of one
// tick a day.
func (d *Days) Calendar(key string) cpm.Calendar {
	closed := make([]cpm.Day, len(d.closed))
	for i, day := range d.closed {
		closed[i] = Epoch + cpm.Day(day)
	}
	return cpm.MondayToFriday(key, closed...)
}
