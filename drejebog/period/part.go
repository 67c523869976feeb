package period

import (
	"strconv"
	"strings"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// units are what an ordinal counts, by their words.
var units = map[string]unit{
	"kvartal": quarterUnit, "kvt.": quarterUnit, "kv.": quarterUnit, "halvår": halfYearUnit, "halvdel": halfUnit, "tredjedel": thirdUnit,
	"del": partUnit, "uge": weekUnit, "dag": dayUnit, "hverdag": workingDayUnit, "arbejdsdag": workingDayUnit, "bankdag": workingDayUnit,
}

// unit is what an ordinal counts; zero is none.
type unit uint8

const (
	quarterUnit unit = iota + 1
	halfYearUnit
	halfUnit // of a month or a year
	thirdUnit
	partUnit
	weekUnit
	dayUnit
	workingDayUnit
	weekdayUnit
)

// unitOf returns the unit that an ordinal counts.
func unitOf(word string) unit {
	if _, ok := lang.ParseWeekday(word); ok {
		return weekdayUnit
	}
	return units[word]
}

// last is the ordinal of "sidste".
const last = -1

// counted reads quarters, half-years and halves of a month or a year, and the weeks
// and days of a month.
func (r reader) counted(words []string) (Period, error) {
	n, ok := ordinal(words[0])
	if !ok {
		return Period{}, r.fail(words, periodWant)
	}
	unit, rest := unitOf(words[1]), words[2:]
	switch unit {
	case thirdUnit, partUnit, weekUnit, dayUnit, workingDayUnit, weekdayUnit:
		return r.ofMonth(n, unit, words)
	}
	most := 2
	if unit == quarterUnit {
		most = quartersInYear
	}
	if n == last && len(rest) > 0 { // "sidste kvartal" alone may be the one before
		n = most
	}
	switch {
	case n == last:
		return Period{}, r.fail(words, todayWant)
	case unit == quarterUnit && (n < 1 || n > most):
		return Period{}, r.fail(words[:2], quarterWant)
	case n < 1 || n > most:
		return Period{}, r.fail(words[:2], halfWant)
	}
	if unit == halfUnit {
		rest = behindPart(rest)
		if month, left, ok := monthAt(rest); ok {
			return r.halfMonth(n, month, left, words)
		}
	}
	year, err := r.yearIn(rest, words)
	if unit == quarterUnit {
		return monthsPeriod(year, time.Month(3*n-2), 3, PrecisionQuarter), err
	}
	return monthsPeriod(year, time.Month(6*n-5), 6, PrecisionHalfYear), err
}

func (r reader) halfMonth(n int, month time.Month, rest, words []string) (Period, error) {
	year, err := r.yearIn(rest, words)
	if err != nil {
		return Period{}, err
	}
	half, ok := r.rowOf(MonthHalf, n)
	if !ok {
		return Period{}, r.fail(words, periodWant)
	}
	return half.inMonth(year, month), nil
}

// ofMonth reads what is counted within a month: "sidste fredag i juni 2014", "2. uge i
// september 2014", "sidste tredjedel af maj 2014". A week that lies in two months is
// asked about, and so is a working day and a "del", which no calendar settles.
func (r reader) ofMonth(n int, unit unit, words []string) (Period, error) {
	rest := behindPart(words[2:])
	month, left, ok := monthAt(rest)
	if !ok {
		return Period{}, r.notOfMonth(n, unit, rest, words)
	}
	year, err := r.yearIn(left, words)
	if err != nil {
		return Period{}, err
	}
	first, final := date.New(year, month, 1), date.New(year, month+1, 0)
	switch unit {
	case weekUnit:
		return r.weekOf(n, first, final, words)
	case weekdayUnit:
		named, _ := lang.ParseWeekday(words[1])
		day := first + date.Date((named-first.Weekday()+7)%7) + date.Date(7*(n-1))
		if n == last {
			day = final - date.Date((final.Weekday()-named+7)%7)
		}
		if n == 0 || day > final {
			return Period{}, r.fail(words, periodWant)
		}
		return dayPeriod(day), nil
	case dayUnit:
		if n == last {
			return dayPeriod(final), nil
		}
		return r.dayOf(year, month, n, words)
	case workingDayUnit: // by the week alone: holidays are not looked at, so it is asked
		day := first
		for left := n; day <= final && (left > 1 || isWeekend(day)); day++ {
			if !isWeekend(day) {
				left--
			}
		}
		if n == last {
			for day = final; isWeekend(day); {
				day--
			}
		}
		if n == 0 || day > final {
			return Period{}, r.fail(words, periodWant)
		}
		return Period{}, r.fail(words, meantWant(lang.Day(day).In(lang.Danish)))
	case thirdUnit:
		if n == last {
			n = 3
		}
		if third, ok := r.rowOf(MonthPart, n); ok && n > 0 {
			return third.inMonth(year, month), nil
		}
		return Period{}, r.fail(words, periodWant)
	}
	behind := " " + strings.Join(rest, " ")
	if n == 1 {
		return Period{}, r.fail(words, severalWant("primo"+behind, "første halvdel af"+behind))
	}
	return Period{}, r.fail(words, severalWant("ultimo"+behind, "anden halvdel af"+behind))
}

// notOfMonth says what is wrong with what is counted, but not within a month.
func (r reader) notOfMonth(n int, unit unit, rest, words []string) error {
	if len(rest) == 0 && n == last {
		return r.fail(words, todayWant) // "sidste uge"
	}
	if year, err := r.yearIn(rest, words); err == nil && unit == partUnit {
		behind := " " + strconv.Itoa(year)
		if n == 1 {
			return r.fail(words, severalWant("begyndelsen af"+behind, "første halvår"+behind))
		}
		return r.fail(words, severalWant("slutningen af"+behind, "andet halvår"+behind))
	}
	return r.fail(words, periodWant)
}

// weekOf reads a week that is counted within a month. Where its first or last week
// has working days of the month beside it too, it may be counted or not.
func (r reader) weekOf(n int, first, final date.Date, words []string) (Period, error) {
	touched, whole := mondayBefore(first), mondayBefore(first+6) // that with its first day, and the first that begins in it
	if isWeekend(first) {
		touched = whole
	}
	if n == last {
		touched, whole = mondayBefore(final), mondayBefore(final)
		if final.Weekday() >= time.Monday && final.Weekday() < time.Friday {
			whole -= 7
		}
		n = 1
	}
	touched, whole = touched+date.Date(7*(n-1)), whole+date.Date(7*(n-1))
	switch {
	case n < 1 || touched > final:
		return Period{}, r.fail(words, periodWant)
	case touched == whole || whole > final:
		return closed(touched, touched+6, PrecisionWeek), nil
	}
	one, other := min(touched, whole), max(touched, whole)
	return Period{}, r.fail(words, severalWant(weekNamed(one), weekNamed(other)))
}

// mondayBefore is the Monday of a day's week.
func mondayBefore(day date.Date) date.Date { return day - date.Date((day.Weekday()+6)%7) }

func isWeekend(day date.Date) bool {
	return day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
}

// weekNamed is the week of a day as it is read.
func weekNamed(day date.Date) string {
	return closed(mondayBefore(day), mondayBefore(day)+6, PrecisionWeek).String()
}

// behindPart takes off the word between a part and what it is part of.
func behindPart(words []string) []string {
	if len(words) > 0 && (words[0] == "af" || words[0] == "i" || words[0] == "på") {
		return words[1:]
	}
	return words
}

// part reads primo, medio, ultimo and the beginning, middle and end of a week, a
// month, a quarter, a season, a half-year or a year.
func (r reader) part(words []string) (Period, error) {
	first, rest := words[0], behindPart(words[1:])
	if len(rest) > 1 && (unitOf(rest[1]) == quarterUnit || unitOf(rest[1]) == halfYearUnit) {
		whole, err := r.counted(rest)
		if err != nil {
			return Period{}, err
		}
		return r.partOfMonths(words, whole)
	}
	if len(rest) > 0 && rest[0] == "uge" {
		return r.partOfWeek(words, rest)
	}
	if month, left, ok := monthAt(rest); ok {
		year, err := r.yearIn(left, words)
		row, known := r.row(first, MonthPart)
		if err == nil && !known {
			err = r.fail(words, periodWant)
		}
		if err != nil {
			return Period{}, err
		}
		return row.inMonth(year, month), nil
	}
	if row, taken := r.rowAt(rest); taken > 0 {
		whole, err := r.byRow(row, rest, rest[taken:])
		switch {
		case err != nil:
			return Period{}, err
		case row.Kind == SeasonRow:
			return r.partOfMonths(words, whole)
		}
		return Period{}, r.fail(words, r.partWant(first, whole))
	}
	year, err := r.yearIn(rest, words)
	row, known := r.row(first, YearPart)
	if err == nil && !known {
		err = r.fail(words, periodWant)
	}
	if err != nil {
		return Period{}, err
	}
	return row.in(year), nil
}

// partWant asks which days are meant by a part of the holidays.
func (r reader) partWant(part string, whole Period) error {
	row, _ := r.row(part, WeekPart)
	switch {
	case row.From.Day == 1:
		return meantWant(weekNamed(whole.First))
	case row.Until.Day >= 5:
		return meantWant(weekNamed(whole.Last))
	}
	return periodWant
}

// partOfWeek reads "slut uge 12 2014".
func (r reader) partOfWeek(words, rest []string) (Period, error) {
	week, err := r.week(rest)
	if err != nil {
		return Period{}, err
	}
	row, known := r.row(words[0], WeekPart)
	if !known {
		return Period{}, r.fail(words, periodWant)
	}
	sunday := week.First - 1 // before it
	return spanPeriod(dayPeriod(sunday+date.Date(row.From.Day)), dayPeriod(sunday+date.Date(row.Until.Day))), nil
}

// partOfMonths reads a part of a quarter, "ultimo 3. kvartal 2014", of a season, or of
// a half-year, whose part has twice as many months.
func (r reader) partOfMonths(words []string, whole Period) (Period, error) {
	row, known := r.row(words[0], QuarterPart)
	if !known {
		return Period{}, r.fail(words, periodWant)
	}
	year, month := whole.First.Year(), whole.First.Month()
	if row.From.Day == 0 && row.Until.Day == 0 { // whole months
		factor := 1
		if whole.Precision == PrecisionHalfYear {
			factor = 2
		}
		from := monthsPeriod(year, month+time.Month(factor*(row.From.Month-1)), 1, PrecisionMonth)
		until := monthsPeriod(year, month+time.Month(factor*row.Until.Month-1), 1, PrecisionMonth)
		return spanPeriod(from, until), nil
	}
	day, known := r.row(row.Name.DA, MonthPart)
	switch {
	case !known:
		return Period{}, r.fail(words, periodWant)
	case whole.Precision != PrecisionHalfYear:
		at := date.New(year, month+time.Month(row.From.Month-1), 1)
		return day.inMonth(at.Year(), at.Month()), nil
	case row.From.Month == 1:
		return day.inMonth(year, month), nil
	case row.From.Month == 3:
		return day.inMonth(year, whole.Last.Month()), nil
	}
	return Period{}, r.fail(words, periodWant)
}

// rowOf returns the nth row of a kind, counted from 1.
func (c *Conventions) rowOf(kind RowKind, n int) (Row, bool) {
	if c != nil {
		for i := range c.Rows {
			if c.Rows[i].Kind == kind {
				if n--; n == 0 {
					return c.Rows[i], true
				}
			}
		}
	}
	return Row{}, false
}
