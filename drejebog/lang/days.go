package lang

import (
	"strings"

	"github.com/rickb777/date/v2"
)

// Days are the days from the first to the last in words, each month and year
// once: "1.–14. juli 2015", "17. oktober – 2. november 2015".
type Days struct{ First, Last date.Date }

// In writes the days in the language.
func (d Days) In(language Lang) string {
	from, to := Day(d.First).In(language), Day(d.Last).In(language)
	day, month, _ := strings.Cut(from, " ")
	month, _, _ = strings.Cut(month, " ")
	switch {
	case d.First == d.Last:
		return from
	case d.First.Year() != d.Last.Year():
		return from + " – " + to
	case d.First.Month() == d.Last.Month():
		return day + "–" + to
	default:
		return day + " " + month + " – " + to
	}
}

// ShortDays are the days from the first to the last for narrow columns:
// "01.07.2015–14.07.2015"; one day once.
type ShortDays struct{ First, Last date.Date }

// In writes the days in the language.
func (d ShortDays) In(language Lang) string {
	if d.First == d.Last {
		return ShortDay(d.First).In(language)
	}
	return ShortDay(d.First).In(language) + "–" + ShortDay(d.Last).In(language)
}
