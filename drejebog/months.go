package drejebog

import (
	"time"

	"github.com/rickb777/date/v2"
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
	if last := daysIn(y, m); dom > last {
		dom = last
	}
	return date.New(y, m, dom)
}

// EndOfNotice returns the last day of a contract when notice of so many months
// is given on a day. Notice given on the last day of a month lets it run to the
// last day of one: six months from 30 June end on 31 December. That reading is
// ours; by the number of the day, no day of June would end it with the year.
func EndOfNotice(given date.Date, months int) date.Date {
	end := AddMonths(given, months)
	if year, month, dom := given.Date(); dom < daysIn(year, month) {
		return end
	}
	year, month, _ := end.Date()
	return date.New(year, month, daysIn(year, month))
}

func daysIn(year int, month time.Month) int { return date.New(year, month+1, 0).Day() }
