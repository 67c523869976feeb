package period

import (
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
	read := r.named
	if _, ok := lang.ParseWeekday(words[0]); ok {
		read = r.weekday
	}
	period, err := read(words)
	if err != nil {
		return Period{}, err
	}
	if period.Span != nil { // "ca. start uge 23" is so from its first day on
		period.Span.From.Approximate = approximate
		return period, nil
	}
	period.Approximate = approximate
	return period, nil
}

// weekday reads a day with its day of the week, "mandag den 2. juni 2014", which it
// must be, or one of a week, "mandag i uge 23 2014".
func (r reader) weekday(words []string) (Period, error) {
	named, _ := lang.ParseWeekday(words[0])
	rest, _ := stripped(words[1:])
	if len(rest) == 0 {
		return Period{}, r.fail(words, periodWant)
	}
	period, err := r.named(rest)
	switch {
	case err != nil:
		return Period{}, err
	case period.Precision == PrecisionWeek:
		return dayPeriod(period.First + date.Date((named+6)%7)), nil
	case period.Precision != PrecisionDay:
		return Period{}, r.fail(words, periodWant)
	case period.First.Weekday() != named:
		return Period{}, r.fail(words, weekdayWant(period.First, named))
	}
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
	_, isPart := r.row(first, MonthPart, QuarterPart, YearPart, WeekPart)
	row, taken := r.rowAt(words)
	switch {
	case first == "udgangen", first == "årets" && len(rest) > 0 && rest[0] == "udgang":
		return r.endOf(words)
	case isPart:
		return r.part(words)
	case strings.HasPrefix(first, "uge"):
		return r.week(words)
	case isMonth:
		return r.month(words)
	case taken > 0:
		return r.byRow(row, words, words[taken:])
	case numericDate.MatchString(first):
		return r.numeric(words)
	case len(rest) > 0 && unitOf(rest[0]) != 0:
		return r.counted(words)
	}
	if day, ok := number(strings.TrimSuffix(first, ".")); ok && len(first) <= 3 && len(rest) > 0 {
		return r.day(day, words)
	}
	return r.wholeYear(words)
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
	if full, short := lang.ShortYear(words[0]); short && len(words) == 1 && len(whole) > 1 {
		return 0, r.fail(whole, meantWant(strings.Join(whole[:len(whole)-1], " ")+" "+full))
	}
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
	case len(fields) == 2 && month > time.December && parts[1] <= weeksIn(year): // "2014-23"
		return Period{}, r.fail(words, monthNotWeek(year, parts[1]))
	case month > time.December && day >= 1 && day <= monthsInYear && parts[1] <= gregorian.DaysIn(year, time.Month(day)):
		return Period{}, r.fail(words, meantWant(lang.Day(date.New(year, time.Month(day), parts[1])).In(lang.Danish)))
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

// byRow reads what has a row of its own: "julen 2014", "foråret 2014", "årsskiftet
// 2013/14".
func (r reader) byRow(row Row, words, rest []string) (Period, error) {
	switch {
	case row.Kind == AskedRow:
		return r.askedRow(row, words, rest)
	case row.Begins && (len(rest) == 0 || len(rest) == 1 && isYear(rest[0])):
		year, err := r.yearIn(rest, words)
		if err != nil {
			return Period{}, err
		}
		return row.in(year), nil
	case !row.overTheTurn():
		year, err := r.yearIn(rest, words)
		if err != nil {
			return Period{}, err
		}
		return row.in(year), nil
	case len(rest) == 1 && len(rest[0]) == 4 && isYear(rest[0]):
		year, _ := number(rest[0])
		return Period{}, r.fail(words, severalWant(row.Name.DA+" "+yearPairOf(year-1), row.Name.DA+" "+yearPairOf(year)))
	}
	want := newYearWant
	if row.Kind == SeasonRow {
		want = seasonWant
	}
	year, err := r.yearPair(rest, words, want)
	if err != nil {
		return Period{}, err
	}
	return row.in(year), nil
}

// askedRow asks which of two a row means, where the text does not say it: "vinterferien
// (uge 7) 2015".
func (r reader) askedRow(row Row, words, rest []string) (Period, error) {
	behind := ""
	if len(rest) > 0 && isYear(rest[len(rest)-1]) {
		behind = " " + rest[len(rest)-1]
	}
	if len(row.Meant) == 2 {
		return Period{}, r.fail(words, severalWant(row.Meant[0]+behind, row.Meant[1]+behind))
	}
	if len(rest) > 1 && rest[0] == "uge" {
		for _, week := range []Edge{row.From, row.Until} {
			if strings.Join(rest[:2], " ") == week.week() {
				return r.week(rest)
			}
		}
	}
	return Period{}, r.fail(words, severalWant(row.From.week()+behind, row.Until.week()+behind))
}

func isYear(word string) bool {
	year, ok := number(word)
	return ok && year > lang.FirstYear && year < lang.LastYear
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
