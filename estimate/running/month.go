package running

import (
	"strconv"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Month is a calendar month, counted from January of year 0.
type Month int

// Open is the month after all others: of what nobody knows the end of.
const Open Month = 12 * 100_000

// MonthOf is the month of a day.
func MonthOf(day date.Date) Month { return Month(12*day.Year() + int(day.Month()) - 1) }

// January is the first month of a year.
func January(year int) Month { return Month(12 * year) }

// MonthFrom is the first whole month from a day on.
func MonthFrom(day date.Date) Month { return MonthOf(day.AddDate(0, 0, -1)) + 1 }

// monthAfter is the first whole month after a day.
func monthAfter(day date.Date) Month { return MonthFrom(day + 1) }

// first is the month's first day.
func (m Month) first() date.Date { return date.New(m.Year(), m.Month(), 1) }

// Year returns the month's year.
func (m Month) Year() int { return int(m) / 12 }

// Month returns the month of the year.
func (m Month) Month() time.Month { return time.Month(int(m)%12 + 1) }

// Text writes the month in words: "april 2018", "April 2018".
func (m Month) Text() lang.Text {
	return lang.Joined(" ", lang.MonthName(m.Month()), lang.Both(strconv.Itoa(m.Year())))
}

// ISO writes the month as data does: "2018-04".
func (m Month) ISO() string { return m.first().String()[:7] }

// MarshalText writes what ISO returns.
func (m Month) MarshalText() ([]byte, error) { return []byte(m.ISO()), nil }
