package period

import (
	"strconv"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/rickb777/date/v2/gregorian"
)

// Error says that a text is no period, which part of it is wrong, and
// what was expected there.
type Error struct {
	Text string // the whole text
	Part string // the part that is wrong
	Want error  // what was expected there, a fault of its own
}

// Fault returns the kind and its values.
func (e *Error) Fault() (kind string, values map[string]any) {
	return "period/no-period", map[string]any{"text": e.Text, "part": e.Part, "want": e.Want}
}

// Error returns kind and values.
func (e *Error) Error() string { return lang.Described(e) }

// Expects returns what was expected, for messages that name the text already.
func (e *Error) Expects() error { return e.Want }

var (
	periodWant   = strict.Part{Kind: "period/a-period"}
	yearWant     = strict.Part{Kind: "period/a-year"}
	yearOutside  = strict.Part{Kind: "period/year-within", Values: years}
	monthWant    = strict.Part{Kind: "period/a-month", Values: map[string]any{"least": 1, "most": monthsInYear}}
	quarterWant  = strict.Part{Kind: "period/a-quarter", Values: map[string]any{"least": 1, "most": quartersInYear}}
	halfWant     = strict.Part{Kind: "period/a-half"}
	seasonWant   = strict.Part{Kind: "period/a-winter"}
	newYearWant  = strict.Part{Kind: "period/two-years"}
	orderWant    = strict.Part{Kind: "period/end-after-begin"}
	lengthWant   = strict.Part{Kind: "period/short"}
	todayWant    = strict.Part{Kind: "period/not-from-today"}
	repeatWant   = strict.Part{Kind: "period/not-repeated"}
	relativeWant = strict.Part{Kind: "period/a-length", Values: map[string]any{"least": 1, "most": longestRelative}}
)

const (
	monthsInYear   = 12
	quartersInYear = 4

	// longestRelative bounds the length of a relative period, whatever its unit.
	longestRelative = 999
)

// years are the bounds of a year; a year has no thousands to part.
var years = map[string]any{"first": strconv.Itoa(lang.FirstYear), "last": strconv.Itoa(lang.LastYear)}

// feastOrMonthWant asks whether a word is the feast or the month.
func feastOrMonthWant(feast Row, month time.Month) strict.Part {
	return strict.Part{Kind: "period/feast-or-month", Values: map[string]any{"month": lang.MonthName(month).DA, "feast": feast.Name.DA}}
}

// severalWant asks which of two was meant.
func severalWant(one, other string) strict.Part {
	return strict.Part{Kind: "period/one-of-two", Values: map[string]any{"one": one, "other": other}}
}

// twoTimesWant asks whether all between two times is meant.
func twoTimesWant(between Period) strict.Part {
	return strict.Part{Kind: "period/not-two-times", Values: map[string]any{"between": between.String()}}
}

// meantWant asks whether something else was meant.
func meantWant(meant string) strict.Part {
	return strict.Part{Kind: "period/meant", Values: map[string]any{"meant": meant}}
}

func weekWant(year, weeks int) strict.Part {
	return strict.Part{Kind: "period/a-week", Values: map[string]any{"least": 1, "most": weeks, "year": strconv.Itoa(year)}}
}

// monthNotWeek asks whether the second number of "2014-23" was a week.
func monthNotWeek(year, week int) strict.Part {
	return strict.Part{Kind: "period/a-month-or-week", Values: map[string]any{"most": monthsInYear, "week": week, "year": strconv.Itoa(year)}}
}

func dayWant(year int, month time.Month) strict.Part {
	return strict.Part{Kind: "period/a-day-of", Values: map[string]any{
		"month": lang.MonthName(month), "year": strconv.Itoa(year), "days": gregorian.DaysIn(year, month),
	}}
}

func weekdayWant(day date.Date, said time.Weekday) error {
	return &lang.WeekdayError{Day: day, Said: said}
}
