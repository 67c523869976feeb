package lag

import (
	"time"

	"github.com/rickb777/date/v2"
	"github.com/rickb777/date/v2/gregorian"
)

// AddMonths returns the day a number of calendar months later, or earlier for
// a negative number, clamped to the last day of that month: 31 January and
// one month give 28 or 29 February.
func AddMonths(day date.Date, months int) date.Date {
	year, month, dom := day.Date()
	total := year*12 + int(month) - 1 + months
	y, m := total/12, time.Month(total%12+1)
	if total%12 < 0 { // years before the first count backwards too
		y, m = y-1, m+12
	}
	if last := gregorian.DaysIn(y, m); dom > last {
		dom = last
	}
	return date.New(y, m, dom)
}

// Moved is a day that moves with another from one date to the next: by the whole
// months between them, rounded down, and then by the days that are left. The last
// day of a month stays the last of one.
func Moved(day, from, to date.Date) date.Date {
	if from == to {
		return day
	}
	y, m, _ := from.Date()
	y2, m2, _ := to.Date()
	months := (y2-y)*12 + int(m2) - int(m)
	if AddMonths(from, months) > to {
		months--
	}
	moved := AddMonths(day, months)
	if year, month, dom := day.Date(); dom == gregorian.DaysIn(year, month) {
		year, month, _ = moved.Date()
		moved = date.New(year, month, gregorian.DaysIn(year, month))
	}
	return moved + (to - AddMonths(from, months))
}

// EndOfNotice returns the last day of a contract when notice of so many months
// is given on a day. Notice given on the last day of a month lets it run to the
// last day of one: six months from 30 June end on 31 December. That reading is
// ours; by the number of the day, no day of June would end it with the year.
func EndOfNotice(given date.Date, months int) date.Date {
	end := AddMonths(given, months)
	if year, month, dom := given.Date(); dom < gregorian.DaysIn(year, month) {
		return end
	}
	year, month, _ := end.Date()
	return date.New(year, month, gregorian.DaysIn(year, month))
}

// AddWeekdays counts n days from Monday to Friday onwards from a day, or back
// for a negative n; 0 is the day itself.
func AddWeekdays(day date.Date, n int) date.Date {
	step := date.Date(1)
	if n < 0 {
		n, step = -n, -1
	}
	for n > 0 {
		day += step
		if w := day.Weekday(); w != time.Saturday && w != time.Sunday {
			n--
		}
	}
	return day
}
