package lang

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rickb777/date/v2"
)

// Day is a day in words: "15. oktober 2014", "15 October 2014".
type Day date.Date

// In writes the day in the language.
func (d Day) In(language Lang) string {
	day := date.Date(d)
	between, month := ". ", MonthName(day.Month()).In(language)
	if language == English {
		between = " "
	}
	text := strconv.AppendInt(make([]byte, 0, len("30. september 2014")), int64(day.Day()), 10)
	text = append(append(append(text, between...), month...), ' ')
	return string(strconv.AppendInt(text, int64(day.Year()), 10))
}

// DayPattern is how spreadsheets are told to write a day as Day does.
func DayPattern(language Lang) string {
	if language == English {
		return "d mmmm yyyy"
	}
	return "d. mmmm yyyy"
}

// DayText is Day in both languages.
func DayText(day date.Date) Text { return Written(Day(day)) }

// Form is the day in JSON: "2014-10-15".
func (d Day) Form() any { return date.Date(d) }

// ShortDay is a day for narrow columns: "15.10.2014", "2014-10-15".
type ShortDay date.Date

// In writes the day in the language.
func (d ShortDay) In(language Lang) string {
	day := date.Date(d)
	if language == English {
		return day.String()
	}
	return fmt.Sprintf("%02d.%02d.%d", day.Day(), int(day.Month()), day.Year())
}

// DateError says that a text is no date, or no day of the calendar.
type DateError struct {
	Text  string
	Cause error // what Date says of the day, nil when the form is wrong
}

// Fault returns the kind and its values.
func (e *DateError) Fault() (kind string, values map[string]any) {
	if e.Cause != nil {
		return "lang/no-day", map[string]any{"text": e.Text, "cause": e.Cause}
	}
	return "lang/not-a-date", map[string]any{"text": e.Text}
}

// Error returns kind and values.
func (e *DateError) Error() string { return Described(e) }

// Expects returns what was expected, for messages that name the text already.
func (e *DateError) Expects() error {
	if e.Cause != nil {
		return e.Cause
	}
	return &ISOError{Text: e.Text, Reason: notADay}
}

// MeantError asks whether a day was meant that a text is near to: one with its year
// in two digits behind the month in words, or with the month before the day.
type MeantError struct{ Day date.Date }

// Fault returns the kind and its values.
func (e *MeantError) Fault() (kind string, values map[string]any) {
	return "lang/day-meant", map[string]any{"meant": Day(e.Day)}
}

// Error returns kind and values.
func (e *MeantError) Error() string { return Described(e) }

// Unwrap returns the cause.
func (e *DateError) Unwrap() error { return e.Cause }

// ParseDate reads a day as Danes write it: "15. oktober 2013", with or without a
// day of the week, "den", "d.", "pr." and the dot, the month in full or short;
// "15.10.2013", with dots, hyphens or slashes; "15/10-2013", "15/10 2013",
// "15/10-13", "15.10.13"; or with the year first, "2013-10-15". A day of the week
// that the date is not is an error, and so is "10/15/2013", the order of other
// countries, which is asked about. The error is a *DateError.
func ParseDate(text string) (date.Date, error) {
	day, err := parseDate(text, strings.ToLower(text))
	if err != nil {
		return parseDate(text, Spelled(strings.ToLower(text)))
	}
	return day, nil
}

// parseDate reads a day with its month in words or its year in four digits.
func parseDate(text, spelled string) (date.Date, error) {
	words := strings.Fields(strings.ReplaceAll(spelled, ",", " "))
	weekday, named := time.Weekday(0), false
	if len(words) > 1 {
		if weekday, named = ParseWeekday(words[0]); named {
			words = words[1:]
		}
	}
	if len(words) > 1 && slices.Contains([]string{"den", "d.", "pr.", "pr", "per"}, words[0]) {
		words = words[1:]
	}
	iso, ok := "", false
	switch len(words) {
	case 1:
		iso, ok = isoOfNumbers(words[0])
	case 3:
		iso, ok = isoOfWords(words[0], words[1], words[2])
	}
	if !ok {
		return 0, &DateError{Text: shown(text), Cause: meantBy(words)}
	}
	day, err := ParseISO(iso)
	if err == nil && named && day.Weekday() != weekday {
		err = &WeekdayError{Day: day, Said: weekday}
	}
	if err != nil {
		return 0, &DateError{Text: shown(text), Cause: err}
	}
	return day, nil
}

// WeekdayError says that a date is another day of the week than was written. Its
// message is what was expected.
type WeekdayError struct {
	Day  date.Date
	Said time.Weekday
}

// Fault returns the kind and its values.
func (e *WeekdayError) Fault() (kind string, values map[string]any) {
	return "lang/other-weekday", map[string]any{"day": Day(e.Day), "is": weekdayName(e.Day.Weekday()), "said": weekdayName(e.Said)}
}

// Error returns kind and values.
func (e *WeekdayError) Error() string { return Described(e) }

// meantBy is the *MeantError of words that are near to a day, else nil.
func meantBy(words []string) error {
	iso, ok := "", false
	switch len(words) {
	case 1:
		for _, separator := range []string{".", "-", "/"} {
			if parts := strings.Split(words[0], separator); len(parts) == 3 {
				iso, ok = isoOf(parts[1], parts[0], parts[2])
			}
		}
	case 3:
		if year, short := ShortYear(words[2]); short {
			iso, ok = isoOfWords(words[0], words[1], year)
		} else {
			iso, ok = isoOfWords(words[1], words[0], words[2])
		}
	}
	day, err := ParseISO(iso)
	if !ok || err != nil {
		return nil
	}
	return &MeantError{Day: day}
}

func isoOfWords(day, month, year string) (string, bool) {
	named, ok := ParseMonth(month)
	if !ok {
		return "", false
	}
	return isoOf(strings.TrimSuffix(day, "."), strconv.Itoa(int(named)), year)
}

func isoOfNumbers(text string) (string, bool) {
	for _, separator := range []string{".", "-", "/"} {
		parts := strings.Split(text, separator)
		if len(parts) != 3 {
			continue
		}
		if len(parts[0]) == 4 && separator == "-" && len(parts[1]) == 2 && len(parts[2]) == 2 {
			return text, true
		}
		return isoOf(parts[0], parts[1], parts[2])
	}
	return "", false
}

func isoOf(day, month, year string) (string, bool) {
	if !isDigits(day) || !isDigits(month) || !isDigits(year) || len(day) > 2 || len(month) > 2 || len(year) != 4 {
		return "", false
	}
	d, _ := strconv.Atoi(day)
	m, _ := strconv.Atoi(month)
	return fmt.Sprintf("%s-%02d-%02d", year, m, d), time.Month(m) <= time.December
}

// NarrowDay is ShortDay with a Danish year of two digits, for several narrow columns:
// "15.10.14", "2014-10-15".
type NarrowDay date.Date

// In writes the day in the language.
func (d NarrowDay) In(language Lang) string {
	if language == English {
		return ShortDay(d).In(language)
	}
	return date.Date(d).Format("02.01.06")
}

// LabelDay is a day beside others in a picture: "15.10.2014", "15 Oct 2014".
type LabelDay date.Date

// In writes the day in the language.
func (d LabelDay) In(language Lang) string {
	if language == English {
		return date.Date(d).Format("2 Jan 2006")
	}
	return ShortDay(d).In(language)
}

// YearlessDay is a day for narrow places beside its year: "15.10.", "15 Oct".
type YearlessDay date.Date

// In writes the day in the language.
func (d YearlessDay) In(language Lang) string {
	if language == English {
		return date.Date(d).Format("2 Jan")
	}
	return date.Date(d).Format("02.01.")
}

// Form is the day in JSON: "2014-10-15".
func (d YearlessDay) Form() any { return date.Date(d) }

// Form is the day in JSON: "2014-10-15".
func (d ShortDay) Form() any { return date.Date(d) }
