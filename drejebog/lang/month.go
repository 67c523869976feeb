package lang

import (
	"strings"
	"time"
)

var monthNames = [...]string{
	"januar", "februar", "marts", "april", "maj", "juni",
	"juli", "august", "september", "oktober", "november", "december",
}

// MonthName returns the month's name, "januar" to "december" and "January" to
// "December", and nothing for a month that does not exist.
func MonthName(month time.Month) Text {
	if month < time.January || month > time.December {
		return Text{}
	}
	return Text{DA: monthNames[month-1], EN: month.String()}
}

// ShortMonthName returns the first three letters of the month's name, for the head of a
// narrow column, and nothing for a month that does not exist.
func ShortMonthName(month time.Month) Text {
	name := MonthName(month)
	if name.IsZero() {
		return name
	}
	return Text{DA: name.DA[:3], EN: name.EN[:3]}
}

// ParseMonth reads a month's name in any case, in Danish or as English programs write it:
// in full, or its first three letters with or without a dot ("okt", "okt.", "oct"), "sept"
// or "febr".
func ParseMonth(text string) (time.Month, bool) {
	name := strings.ToLower(text)
	short, dotted := strings.CutSuffix(name, ".")
	for i, full := range monthNames {
		english := strings.ToLower(time.Month(i + 1).String())
		if name == english || short == english[:3] {
			return time.Month(i + 1), true
		}
		if name == full && !dotted || short == full[:3] || short == "sept" && i == int(time.September)-1 || short == "febr" && i == int(time.February)-1 {
			return time.Month(i + 1), true
		}
	}
	return 0, false
}
