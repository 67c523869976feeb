package lang

import (
	"slices"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
)

// TimeUnit is a length of time that people count in.
type TimeUnit uint8

// The units of time.
const (
	UnitDay TimeUnit = iota + 1
	UnitWeek
	UnitMonth
	UnitYear
)

// timeUnits are the words for one and for several, and what is written for both.
var timeUnits = [...]struct {
	one, several Text
	also         []string
}{
	UnitDay:   {Text{"dag", "day"}, Text{"dage", "days"}, []string{"d", "arbejdsdag", "arbejdsdage"}},
	UnitWeek:  {Text{"uge", "week"}, Text{"uger", "weeks"}, []string{"u"}},
	UnitMonth: {Text{"måned", "month"}, Text{"måneder", "months"}, []string{"md", "mdr", "mån"}},
	UnitYear:  {Text{"år", "year"}, Text{"år", "years"}, nil},
}

// Name returns the word for so many of a unit; nothing for a unit that does not exist.
func (u TimeUnit) Name(n int) Text {
	switch {
	case int(u) >= len(timeUnits):
		return Text{}
	case n == 1:
		return timeUnits[u].one
	}
	return timeUnits[u].several
}

// unitOf returns the unit of time that a word stands for, 0 for none.
func unitOf(word string) TimeUnit {
	for u := UnitDay; int(u) < len(timeUnits); u++ {
		names := timeUnits[u]
		if slices.Contains(append([]string{names.one.DA, names.one.EN, names.several.DA, names.several.EN}, names.also...), word) {
			return u
		}
	}
	return 0
}

// workdaysOfWeek is how many working days a week of a length has.
const workdaysOfWeek = 5

// ParseWorkdays reads a length in working days as ParseCount reads a number, with its
// unit behind it or without: "15", "15 dage", "3 uger", and "15 dage?", as Microsoft
// Project shows a length that it was not told. A month has no certain number of them.
func ParseWorkdays(text string) (decimal.Decimal, error) {
	return parseTime(text, map[TimeUnit]int64{UnitDay: 1, UnitWeek: workdaysOfWeek})
}

// ParseMonths reads a length in months likewise: "6", "6 mdr.", "2 år".
func ParseMonths(text string) (decimal.Decimal, error) {
	return parseTime(text, map[TimeUnit]int64{UnitMonth: 1, UnitYear: 12})
}

// parseTime reads a number of units of time, by how many each unit counts that may stand
// behind it.
func parseTime(text string, counts map[TimeUnit]int64) (decimal.Decimal, error) {
	number, word := cutUnit(numberText(text))
	unit := unitOf(strings.TrimSuffix(word, "?"))
	switch each := counts[unit]; {
	case unit == 0:
		return ParseCount(text)
	case each == 0:
		return decimal.Decimal{}, &NumberError{Text: shown(text), Reason: NotANumber}
	default:
		n, err := ParseCount(number)
		return n.Mul(decimal.NewFromInt(each)), err
	}
}

// HasUnit reports whether a unit of time stands behind a number.
func HasUnit(text string) bool {
	_, word := cutUnit(numberText(text))
	return unitOf(word) != 0
}

// cutUnit parts a number from what stands behind its last digit, in small letters
// without spaces and points.
func cutUnit(text string) (number, unit string) {
	end := strings.LastIndexAny(text, "0123456789") + 1
	return strings.TrimSpace(text[:end]), strings.ToLower(unitMarks.Replace(text[end:]))
}

// cutScale parts a number from a word for a power of ten before it: "tkr. 150".
func cutScale(text string) (number, scale string) {
	begin := strings.IndexAny(text, "0123456789")
	if begin <= 0 {
		return text, ""
	}
	word := strings.ToLower(unitMarks.Replace(text[:begin]))
	if _, ok := scaleOf(word); !ok {
		return text, ""
	}
	return text[begin:], word
}

// isForeign reports whether a number stands beside another currency's name or sign.
func isForeign(text string) bool {
	number, unit := cutUnit(text)
	if unit == "" {
		begin := max(strings.IndexAny(text, "0123456789"), 0)
		number, unit = text[begin:], strings.ToLower(unitMarks.Replace(text[:begin]))
	}
	_, fault := readNumber(number, kroner)
	return fault == nil && slices.Contains(foreign, unit)
}

var unitMarks = strings.NewReplacer(" ", "", ".", "")

// scales are the words for powers of ten beside an amount.
var scales = []struct {
	power int32
	words []string
}{
	{3, []string{"t", "tusind", "tusinde", "tusen", "thousand"}},
	{6, []string{"mio", "mill", "million", "millioner", "millions"}},
	{9, []string{"mia", "mrd", "milliard", "milliarder", "billion"}},
}

var (
	currencies = []string{"kroner", "kr", "dkk"}
	foreign    = []string{"euro", "eur", "€", "usd", "dollar", "dollars", "$", "sek", "nok", "gbp", "£"}
	hourWords  = []string{"time", "timer", "t", "tim", "hour", "hours", "h"}
	percents   = []string{"%", "pct", "procent", "percent"}
)

// withoutUnit is how a number with something behind it could be written without: nil
// where nobody knows.
func withoutUnit(text string, of counted) []string {
	number, unit := cutUnit(text)
	if unit == "" {
		number, unit = cutScale(text)
	}
	value, fault := readNumber(number, of)
	if fault != nil || unit == "" || unit != "%" && strings.ContainsFunc(unit, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return nil
	}
	alone := func(n decimal.Decimal) string { return strings.Replace(n.String(), ".", ",", 1) }
	if power, ok := scaleOf(unit); ok && of != measures {
		return []string{alone(value.Shift(power))}
	}
	switch {
	case of == kroner:
		return nil
	case slices.Contains(percents, unit) && of == measures:
		return []string{alone(value.Shift(-2)), alone(value)}
	case of == measures && !slices.Contains(hourWords, unit):
		return nil
	case unitOf(unit) != 0: // of what is counted in another unit
		return nil
	case strings.Count(text, " ") > strings.Count(number, " ")+1: // more than a word
		return nil
	}
	return []string{alone(value)}
}

// scaleOf returns the power of ten that a unit stands for: "tkr", "mio", "miokr".
func scaleOf(unit string) (power int32, ok bool) {
	for _, currency := range currencies {
		unit = strings.TrimSuffix(unit, currency)
	}
	for _, scale := range scales {
		if slices.Contains(scale.words, unit) {
			return scale.power, true
		}
	}
	return 0, false
}
