package lang

import (
	"strconv"

	"github.com/rickb777/date/v2"
)

// The years that a date may lie in, both inclusive.
const (
	FirstYear = 1900
	LastYear  = 2199
)

// ISOError says why a text is no date. Its message is what was expected.
type ISOError struct {
	Text   string
	Reason ISOFault
}

// ISOFault is the reason why a text is no date.
type ISOFault uint8

// The reasons.
const (
	NotISO      ISOFault = iota + 1 // not of the form 2013-10-15
	NoSuchDay                       // of the form, but not in the calendar
	YearOutside                     // a day before FirstYear or after LastYear
	notADay                         // in no form of a day
)

// Fault returns the kind, that of NotISO for an unknown reason, and its values.
func (e *ISOError) Fault() (kind string, values map[string]any) {
	switch e.Reason {
	case NoSuchDay:
		return "lang/no-such-day", map[string]any{"text": e.Text}
	case YearOutside:
		return "lang/year-outside", map[string]any{"text": e.Text, "first": strconv.Itoa(FirstYear), "last": strconv.Itoa(LastYear)}
	}
	if e.Reason == notADay {
		return "lang/a-date", map[string]any{"text": e.Text}
	}
	return "lang/not-iso", map[string]any{"text": e.Text}
}

// Error returns kind and values.
func (e *ISOError) Error() string { return Described(e) }

// ParseISO reads an ISO date, "2013-10-15", and nothing else: four, two and two
// digits, a real day of the calendar, years FirstYear to LastYear. The error
// is a *ISOError.
//
// Every date that comes from outside is read here, because the date library's
// own readers take 2025-02-30 for 2 March.
func ParseISO(s string) (date.Date, error) {
	if !isoShape(s) {
		return 0, &ISOError{Text: s, Reason: NotISO}
	}
	day, err := date.Parse("2006-01-02", s)
	if err != nil {
		return 0, &ISOError{Text: s, Reason: NoSuchDay}
	}
	if year := day.Year(); year < FirstYear || year > LastYear {
		return 0, &ISOError{Text: s, Reason: YearOutside}
	}
	return day, nil
}

func isoShape(s string) bool {
	if len(s) != len("2013-10-15") {
		return false
	}
	for i := range len(s) {
		if i == 4 || i == 7 {
			if s[i] != '-' {
				return false
			}
		} else if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
