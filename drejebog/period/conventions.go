package period

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/seeds/compact"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Conventions are what the words mean that leave room: when primo ends, which weeks
// the summer holiday is, which days Christmas. They are data, the rows of
// periods.yaml; a playbook carries those of its files. Conventions are not changed
// once they are read by: goroutines may share them. The zero value, and nil, know
// none of these words.
type Conventions struct {
	Rows []Row
}

// Row is one convention: a name, the words that mean the same, and from when until
// when.
type Row struct {
	Kind  RowKind   `yaml:"kind,required"`
	Name  lang.Text `yaml:"name,required"` // lower case, as it is written before the month or the year: "primo", "early"
	Words []string  `yaml:"words"`         // what means the same in Danish, lower case
	From  Edge      `yaml:"from"`
	Until Edge      `yaml:"until"`
	Meant []string  `yaml:"meant"` // of an asked row without weeks: the two that it may be, as they are written before the year

	// Begins says that a year alone is that in which the row begins, where it lasts over
	// the turn of one: "juleferien 2014" is not that of January.
	Begins bool   `yaml:"begins"`
	After  *After `yaml:"after"` // what "efter" before it means; without it, from the day after on
}

// After is the period that begins on the day after a row ends.
type After struct {
	Name  lang.Text `yaml:"name,required"` // "efter sommerferien", "after the summer holidays"
	Until Edge      `yaml:"until,required"`
}

// Edge is where a row begins or ends. What is zero is not given.
type Edge struct {
	Month int    `yaml:"month"` // 1 to 12; of a part of a quarter, the quarter's month 1 to 3
	Day   int    `yaml:"day"`   // of the month, or 1 to 7 of the week from Monday; not given: the first, or the last
	Week  int    `yaml:"week"`  // the ISO week
	Feast string `yaml:"feast"` // "easter": Day is counted from Easter Sunday, negative before it
}

// easterFeast is the feast that days are counted from.
const easterFeast = "easter"

// RowKind says what a row is part of, and so which edges it has. The zero value is
// invalid.
type RowKind uint8

// The kinds of rows.
const (
	MonthPart   RowKind = iota + 1 // days of a month
	MonthHalf                      // days of a month, the first half or the second
	QuarterPart                    // a month of a quarter, or days of it
	YearPart                       // days of a year
	SeasonRow                      // months of a year, or over the turn of one
	HolidayRow                     // ISO weeks
	FeastRow                       // days of a year, counted from Easter or not, or over the turn of one
	AskedRow                       // one of two ISO weeks, which differ from kommune to kommune, or of two others: it is asked about
	WeekPart                       // days of a week
)

var rowKindNames = [...]string{
	MonthPart: "monthPart", MonthHalf: "monthHalf", QuarterPart: "quarterPart", YearPart: "yearPart",
	SeasonRow: "season", HolidayRow: "holiday", FeastRow: "feast", AskedRow: "asked", WeekPart: "weekPart",
}

// builtIn are the conventions among the module's own data files.
var builtIn = sync.OnceValue(func() *Conventions {
	var c Conventions
	_ = compact.Read(seeds.CompactPeriods(), &c) // a test holds that it can be read
	return &c
})

// BuiltIn returns the conventions of the module's own data files, which Parse reads
// by. Nobody may change them.
func BuiltIn() *Conventions { return builtIn() }

// row returns the row of one of some kinds that a word opens.
func (c *Conventions) row(word string, kinds ...RowKind) (Row, bool) {
	if c == nil {
		return Row{}, false
	}
	for i := range c.Rows {
		if row := &c.Rows[i]; slices.Contains(kinds, row.Kind) && row.is(word) {
			return *row, true
		}
	}
	return Row{}, false
}

func (r *Row) is(word string) bool {
	return word == strings.ToLower(r.Name.DA) || slices.Contains(r.Words, word)
}

// rowAt returns the row that words begin with, of those that need no month or
// quarter behind them, and how many words it takes: "store bededag 2015" two.
func (c *Conventions) rowAt(words []string) (Row, int) {
	for n := min(len(words), longestName); n > 0; n-- {
		if row, ok := c.row(strings.Join(words[:n], " "), SeasonRow, HolidayRow, FeastRow, AskedRow); ok {
			return row, n
		}
	}
	return Row{}, 0
}

// longestName is the most words of a name.
const longestName = 3

// feastOrMonth is the row of a feast whose word is short for a month as well: "jul"
// is Christmas, or July.
func (c *Conventions) feastOrMonth(word string) (Row, time.Month, bool) {
	plain := strings.TrimSuffix(word, ".")
	month, isMonth := lang.ParseMonth(plain)
	feast, isFeast := c.row(plain, FeastRow)
	return feast, month, isMonth && isFeast
}

// overTheTurn reports whether a row begins in one year and ends in the next.
func (r *Row) overTheTurn() bool { return r.Until.Month != 0 && r.Until.Month < r.From.Month }

// in is the row in a year, the first of two where it lasts over the turn.
func (r *Row) in(year int) Period {
	last := year
	if r.overTheTurn() {
		last++
	}
	read := closed(r.From.first(year), r.Until.last(last), r.precision())
	read.Name = r.Name
	return read
}

func (r *Row) precision() Precision {
	switch r.Kind {
	case YearPart:
		return PrecisionYearPart
	case SeasonRow:
		return PrecisionSeason
	case HolidayRow:
		return PrecisionHoliday
	}
	if r.overTheTurn() && !r.Begins {
		return PrecisionNewYear
	}
	return PrecisionFeast
}

// inMonth is the row in a month.
func (r *Row) inMonth(year int, month time.Month) Period {
	last := date.New(year, month+1, 0)
	if r.Until.Day > 0 {
		last = min(last, date.New(year, month, r.Until.Day))
	}
	precision := PrecisionMonthThird
	if r.Kind == MonthHalf {
		precision = PrecisionHalfMonth
	}
	read := closed(date.New(year, month, max(r.From.Day, 1)), last, precision)
	read.Name = r.Name
	return read
}

func (e Edge) first(year int) date.Date {
	switch {
	case e.Feast == easterFeast:
		return easter(year) + date.Date(e.Day)
	case e.Week != 0:
		return mondayOf(year, e.Week)
	}
	return date.New(year, time.Month(e.Month), max(e.Day, 1))
}

// week names the ISO week, as it is read.
func (e Edge) week() string { return "uge " + strconv.Itoa(e.Week) }

func (e Edge) last(year int) date.Date {
	switch {
	case e.Feast == easterFeast:
		return easter(year) + date.Date(e.Day)
	case e.Week != 0:
		return mondayOf(year, e.Week) + 6
	case e.Day == 0:
		return date.New(year, time.Month(e.Month)+1, 0)
	}
	return date.New(year, time.Month(e.Month), e.Day)
}

// easter returns Easter Sunday by the method of Meeus, Jones and Butcher, which
// holds for every year of the Gregorian calendar (J. Meeus, Astronomical Algorithms,
// 1991, chapter 8).
func easter(year int) date.Date {
	golden, century, rest := year%19, year/100, year%100
	epact := (19*golden + century - century/4 - (century-(century+8)/25+1)/3 + 15) % 30
	weekday := (32 + 2*(century%4) + 2*(rest/4) - epact - rest%4) % 7
	late := (golden + 11*epact + 22*weekday) / 451
	days := epact + weekday - 7*late + 114
	return date.New(year, time.Month(days/31), days%31+1)
}

// MarshalText writes the name that UnmarshalText reads.
func (k RowKind) MarshalText() ([]byte, error) { return []byte(nameOf(int(k), rowKindNames[:])), nil }

// UnmarshalText reads the name of a kind.
func (k *RowKind) UnmarshalText(text []byte) error {
	return strict.ReadName(k, text, rowKindNames[:])
}
