package period

import (
	"slices"
	"strings"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/rickb777/date/v2/gregorian"
)

// one reads a single period, without a dash and without an open end.
func (r reader) one(words []string) (Period, error) {
	words, approximate := stripped(words)
	if len(words) == 0 {
		return Period{}, r.fail(nil, periodWant)
	}
	period, err := r.named(words)
	if err != nil {
		return Period{}, err
	}
	period.Approximate = approximate
	return period, nil
}

// stripped takes off the words before a period that do not change it.
func stripped(words []string) ([]string, bool) {
	approximate := false
	for len(words) > 0 {
		switch {
		case len(words) > 2 && words[0] == "løbet" && words[1] == "af":
			words = words[2:]
		case approximations[words[0]]:
			approximate, words = true, words[1:]
		case fillers[words[0]]:
			words = words[1:]
		default:
			return words, approximate
		}
	}
	return words, approximate
}

// named tells the forms apart by their first word.
func (r reader) named(words []string) (Period, error) {
	first, rest := words[0], words[1:]
	_, isMonth := lang.ParseMonth(first)
	_, isSeason := seasonOf(first)
	switch {
	case first == "udgangen", first == "årets" && len(rest) > 0 && rest[0] == "udgang":
		return r.endOf(words)
	case thirds[first] != 0:
		return r.part(words)
	case strings.HasPrefix(first, "uge"):
		return r.week(words)
	case first == "årsskiftet", first == "nytår", first == "nytåret":
		return r.newYear(words)
	case strings.HasPrefix(first, "sommerferie"):
		return r.holiday(words)
	case isSeason:
		return r.season(words)
	case isMonth:
		return r.month(words)
	case numericDate.MatchString(first):
		return r.numeric(words)
	case len(rest) > 0 && unitOf(rest[0]) != "":
		return r.counted(words)
	case strings.HasPrefix(first, "q") && len(first) == 2:
		return r.counted(append([]string{first[1:] + ".", "kvartal"}, rest...))
	}
	if day, ok := number(strings.TrimSuffix(first, ".")); ok && len(first) <= 3 && len(rest) > 0 {
		return r.day(day, words)
	}
	return r.wholeYear(words)
}

// unitOf returns the unit that an ordinal counts.
func unitOf(word string) string {
	switch word {
	case "kvartal", "kvt.", "kv.":
		return "kvartal"
	case "halvår":
		return "halvår"
	case "halvdel":
		return "halvdel"
	}
	return ""
}

// yearIn reads the year that ends a text: "2014", "af 2013", "i 2013", "året",
// or nothing with a reference date.
func (r reader) yearIn(words, whole []string) (int, error) {
	for len(words) > 0 && (words[0] == "af" || words[0] == "i" || words[0] == "året" || words[0] == "år") {
		words = words[1:]
	}
	if len(words) == 0 {
		if r.year == 0 {
			return 0, r.fail(whole, yearWant)
		}
		return r.year, nil
	}
	year, ok := number(words[0])
	if !ok || len(words) > 1 || len(words[0]) != 4 {
		return 0, r.fail(whole, periodWant)
	}
	if year < lang.FirstYear || year > lang.LastYear {
		return 0, r.fail(words[:1], yearOutside)
	}
	return year, nil
}

func (r reader) wholeYear(words []string) (Period, error) {
	year, err := r.yearIn(words, words)
	return monthsPeriod(year, time.January, 12, PrecisionYear), err
}

func (r reader) month(words []string) (Period, error) {
	month, rest, _ := monthAt(words)
	year, err := r.yearIn(rest, words)
	return monthsPeriod(year, month, 1, PrecisionMonth), err
}

// day reads "15. oktober 2013".
func (r reader) day(day int, words []string) (Period, error) {
	month, rest, ok := monthAt(words[1:])
	if !ok {
		return Period{}, r.fail(words, periodWant)
	}
	year, err := r.yearIn(rest, words)
	if err != nil {
		return Period{}, err
	}
	return r.dayOf(year, month, day, words)
}

func (r reader) dayOf(year int, month time.Month, day int, words []string) (Period, error) {
	if day < 1 || day > gregorian.DaysIn(year, month) {
		return Period{}, r.fail(words, dayWant(year, month))
	}
	return dayPeriod(date.New(year, month, day)), nil
}

// numeric reads "2013-10-15", "2013-10", "15.10.2013", "15-10-2013" and
// "15/10/2013".
func (r reader) numeric(words []string) (Period, error) {
	if len(words) != 1 {
		return Period{}, r.fail(words, periodWant)
	}
	fields := strings.FieldsFunc(words[0], func(c rune) bool { return c < '0' || c > '9' })
	var parts [3]int
	for i, field := range fields {
		parts[i], _ = number(field)
	}
	if len(fields[0]) < 4 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	year, month, day := parts[0], time.Month(parts[1]), parts[2]
	switch {
	case year < lang.FirstYear || year > lang.LastYear:
		return Period{}, r.fail(words, yearOutside)
	case month < time.January || month > time.December:
		return Period{}, r.fail(words, monthWant)
	case len(fields) == 2:
		return monthsPeriod(year, month, 1, PrecisionMonth), nil
	}
	return r.dayOf(year, month, day, words)
}

func (r reader) week(words []string) (Period, error) {
	if len(words) < 2 || words[0] != "uge" && words[0] != "ugerne" && words[0] != "uger" {
		return Period{}, r.fail(words, periodWant)
	}
	week, ok := number(strings.TrimSuffix(words[1], "."))
	if !ok {
		return Period{}, r.fail(words, periodWant)
	}
	year, err := r.yearIn(words[2:], words)
	if err != nil {
		return Period{}, err
	}
	if weeks := weeksIn(year); week < 1 || week > weeks {
		return Period{}, r.fail(words, weekWant(year, weeks))
	}
	monday := mondayOf(year, week)
	return closed(monday, monday+6, PrecisionWeek), nil
}

// weeksIn returns 52 or 53: 28 December lies in the last ISO week of its year.
func weeksIn(year int) int {
	_, week := date.New(year, time.December, 28).ISOWeek()
	return week
}

// mondayOf returns the first day of an ISO week: 4 January lies in week 1.
func mondayOf(year, week int) date.Date {
	fourth := date.New(year, time.January, 4)
	return fourth - date.Date((fourth.Weekday()+6)%7) + date.Date(7*(week-1))
}

// counted reads quarters, half-years and halves of a month or a year.
func (r reader) counted(words []string) (Period, error) {
	n, ok := ordinal(words[0])
	if !ok {
		return Period{}, r.fail(words, periodWant)
	}
	unit, rest := unitOf(words[1]), words[2:]
	if unit == "kvartal" && (n < 1 || n > 4) {
		return Period{}, r.fail(words[:2], quarterWant)
	}
	if unit != "kvartal" && (n < 1 || n > 2) {
		return Period{}, r.fail(words[:2], halfWant)
	}
	if unit == "halvdel" {
		if len(rest) > 0 && rest[0] == "af" {
			rest = rest[1:]
		}
		if month, left, ok := monthAt(rest); ok {
			return r.halfMonth(n, month, left, words)
		}
	}
	year, err := r.yearIn(rest, words)
	if unit == "kvartal" {
		return monthsPeriod(year, time.Month(3*n-2), 3, PrecisionQuarter), err
	}
	return monthsPeriod(year, time.Month(6*n-5), 6, PrecisionHalfYear), err
}

func (r reader) halfMonth(n int, month time.Month, rest, words []string) (Period, error) {
	year, err := r.yearIn(rest, words)
	if n == 1 {
		return closed(date.New(year, month, 1), date.New(year, month, 15), PrecisionHalfMonth), err
	}
	return closed(date.New(year, month, 16), date.New(year, month+1, 0), PrecisionHalfMonth), err
}

// part reads primo, medio, ultimo and the beginning, middle and end of a month
// or a year.
func (r reader) part(words []string) (Period, error) {
	first, rest := words[0], words[1:]
	if len(rest) > 0 && rest[0] == "af" {
		rest = rest[1:]
	}
	if month, left, ok := monthAt(rest); ok {
		year, err := r.yearIn(left, words)
		from := date.New(year, month, thirds[first])
		until := from + 9
		if thirds[first] == 21 {
			until = date.New(year, month+1, 0)
		}
		return closed(from, until, PrecisionMonthThird), err
	}
	year, err := r.yearIn(rest, words)
	return yearParts[yearPartOf[first]].in(year), err
}

func (y yearPart) in(year int) Period {
	return closed(date.New(year, y.firstMonth, y.firstDay), date.New(year, y.lastMonth, y.lastDay), PrecisionYearPart)
}

// endOf reads "udgangen af …" and "årets udgang": the last day of something.
func (r reader) endOf(words []string) (Period, error) {
	rest := words[1:]
	if words[0] == "årets" {
		rest = words[2:]
	} else if len(rest) > 0 && rest[0] == "af" {
		rest = rest[1:]
	}
	if len(rest) == 0 || rest[0] == "året" {
		year, err := r.yearIn(rest, words)
		return dayPeriod(date.New(year, time.December, 31)), err
	}
	if rest[0] == "udgangen" || rest[0] == "årets" {
		return Period{}, r.fail(words, periodWant)
	}
	whole, err := r.one(rest)
	return dayPeriod(whole.Last), err
}

// newYear reads "årsskiftet 2013/14".
func (r reader) newYear(words []string) (Period, error) {
	year, err := r.yearPair(words[1:], words, newYearWant)
	return closed(date.New(year, time.December, 31), date.New(year+1, time.January, 1), PrecisionNewYear), err
}

// yearPair reads "2013/14" or "2013/2014" and returns the first of the two.
func (r reader) yearPair(words, whole []string, want strict.Part) (int, error) {
	if len(words) != 1 {
		return 0, r.fail(whole, want)
	}
	before, after, found := strings.Cut(words[0], "/")
	year, ok1 := number(before)
	next, ok2 := number(after)
	if !found || !ok1 || !ok2 || len(before) != 4 || len(after) != 2 && len(after) != 4 {
		return 0, r.fail(whole, want)
	}
	if next != year+1 && (len(after) != 2 || next != (year+1)%100) {
		return 0, r.fail(words, want)
	}
	if year < lang.FirstYear || year >= lang.LastYear {
		return 0, r.fail(words, yearOutside)
	}
	return year, nil
}

func (r reader) season(words []string) (Period, error) {
	found, _ := seasonOf(words[0])
	var year int
	var err error
	if found.first == time.December {
		year, err = r.yearPair(words[1:], words, seasonWant)
	} else {
		year, err = r.yearIn(words[1:], words)
	}
	return monthsPeriod(year, found.first, 3, PrecisionSeason), err
}

// The first and last ISO week of the summer holidays.
const (
	firstHolidayWeek = 27
	lastHolidayWeek  = 32
)

func (r reader) holiday(words []string) (Period, error) {
	if !slices.Contains([]string{"sommerferien", "sommerferie"}, words[0]) {
		return Period{}, r.fail(words, periodWant)
	}
	year, err := r.yearIn(words[1:], words)
	return closed(mondayOf(year, firstHolidayWeek), mondayOf(year, lastHolidayWeek)+6, PrecisionHoliday), err
}

// afterHoliday is from the Monday after the summer holidays to the end of
// September.
func afterHoliday(year int) Period {
	return closed(mondayOf(year, lastHolidayWeek+1), date.New(year, time.September, 30), PrecisionHoliday)
}
