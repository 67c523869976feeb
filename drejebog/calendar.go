package drejebog

import (
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/period"
	"github.com/rickb777/date/v2"
	"github.com/rickb777/date/v2/gregorian"
)

// Period is a time as planners write it: the text, and what it means.
type Period = period.Period

// ParsePeriod reads a period as package period does, by the module's own
// conventions: "uge 25 2014", "medio maj 2014 – oktober 2014". The error is a
// *period.Error.
func ParsePeriod(text string) (Period, error) { return period.Parse(text) }

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

// DayOff is a day of each year, or some weeks, in which Danish workplaces close, or may
// close, beside the public holidays in law.
type DayOff struct {
	ID         string    `yaml:"id,required"` // "juleaftensdag"
	Name       lang.Text `yaml:"name,required"`
	Month      int       `yaml:"month"` // 1–12; 0 where weeks are given
	Day        int       `yaml:"day"`   // 1–31; 0 where weeks are given
	Weeks      *Weeks    `yaml:"weeks"` // nil for a day
	Free       bool      `yaml:"free"`  // whether it counts as free when a plan says nothing
	Half       bool      `yaml:"half"`  // whether work stops at noon by most agreements; dates count it as a working day
	Provenance `yaml:",inline"`
}

// Weeks are ISO weeks of a year, both included.
type Weeks struct {
	From int `yaml:"from,required"` // 1–52
	To   int `yaml:"to,required"`
}

// VagueLength is what an imprecise length of the source counts as.
type VagueLength struct {
	Words      string `yaml:"words,required"` // "nogle uger"
	Days       int    `yaml:"days,required"`  // calendar days
	Provenance `yaml:",inline"`
}

// after returns the day that is the lag later than a day. Working days are
// counted from Monday to Friday, without holidays.
func (l Lag) after(day date.Date) date.Date {
	switch l.Unit {
	case Workdays:
		return addWeekdays(day, l.Value)
	case CalendarDays:
		return day + date.Date(l.Value)
	case Months:
		return AddMonths(day, l.Value)
	}
	return day
}

// EndOfNotice is the last day of a contract when notice with this distance to its end
// is given on a day: that of EndOfNotice for months.
func (l Lag) EndOfNotice(given date.Date) date.Date {
	if l.Unit == Months {
		return EndOfNotice(given, l.Value)
	}
	return l.after(given)
}

// LatestNotice returns the last day whose notice is over by another day.
func (l Lag) LatestNotice(by date.Date) date.Date {
	latest := Lag{Value: -l.Value, Unit: l.Unit}.after(by) + 31 // a month is counted from its last day
	for l.EndOfNotice(latest) > by {
		latest--
	}
	return latest
}

// addWeekdays counts n days from Monday to Friday onwards from a day, or back
// for a negative n; 0 is the day itself.
func addWeekdays(day date.Date, n int) date.Date {
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
