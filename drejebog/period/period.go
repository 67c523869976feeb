package period

import (
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Period is a time as planners write it: the text, and what it means.
//
// A start counts from First, an end counts to Last; both days are part of the
// period. What words mean that leave room (primo, the parts of a quarter and of a
// year, seasons, holidays, feasts) is data: the rows of Conventions. The grammar is
// this, the same everywhere:
//
//   - "Udgangen af" something is its last day.
//   - "Inden" a holiday or a feast is up to the day before it, and so are "senest"
//     and "til"; "efter" is from the day after it.
//   - "Jul 2014" may be Christmas or July and is asked about.
//   - "Senest", "frem til" and "til og med" go up to the last day of what
//     follows, "inden" and "før" up to the day before it; "fra" begins with its
//     first day, "efter" with the day after it.
//   - "Tredje eller fjerde kvartal" and "2014 og 2015" are one period from the
//     first day of the one to the last day of the other.
//   - A text without a year means the year of the reference date.
//
// The zero value is no period. Parse with Parse; compare with Same.
type Period struct {
	Text        string    // as written
	First, Last date.Date // both inclusive; zero where Kind says that there is none
	Precision   Precision // how exactly the text says it
	Kind        Kind      // what is known of First and Last
	Approximate bool      // "ca.", "omkring"; EDTF "~"
	Span        *Span     // the two ends, for PrecisionSpan only
	Name        lang.Text // that of its row of Conventions, "primo", "julen"; zero where it needs none
	Relative    *Distance
}

// Span is a period that the text gives by its two ends, each with its
// own precision.
type Span struct{ From, Until Period }

// Kind says what is known of a period. The zero value is no period.
type Kind uint8

// The kinds.
const (
	Closed    Kind = iota + 1 // from First to Last
	OpenEnd                   // from First on without a last day; "løbende" has no First either
	OpenStart                 // no later than Last, the only day that is named: First is the same
	Relative                  // counted from an event: the field Relative says how, First and Last are zero
	Unknown                   // said to be not known: First and Last are zero
)

var kindNames = [...]string{Closed: "closed", OpenEnd: "openEnd", OpenStart: "openStart", Relative: "relative", Unknown: "unknown"}

// String returns the kind's name in JSON.
func (k Kind) String() string { return nameOf(int(k), kindNames[:]) }

// Precision says how exactly a period is given. It is zero for a period that
// names no day.
type Precision uint8

// The precisions.
const (
	PrecisionDay        Precision = iota + 1
	PrecisionWeek                 // ISO week
	PrecisionMonthThird           // primo, medio, ultimo of a month
	PrecisionHalfMonth
	PrecisionMonth
	PrecisionQuarter
	PrecisionHalfYear
	PrecisionSeason
	PrecisionHoliday  // sommerferien, and the weeks after it
	PrecisionFeast    // julen, påsken
	PrecisionNewYear  // årsskiftet: a feast over the turn of the year
	PrecisionYearPart // primo, medio, ultimo, beginning, middle, end of a year
	PrecisionYear
	PrecisionSpan // two ends: the field Span
)

var precisionNames = [...]string{
	PrecisionDay: "day", PrecisionWeek: "week", PrecisionMonthThird: "monthThird", PrecisionHalfMonth: "halfMonth",
	PrecisionMonth: "month", PrecisionQuarter: "quarter", PrecisionHalfYear: "halfYear", PrecisionSeason: "season",
	PrecisionHoliday: "holiday", PrecisionFeast: "feast", PrecisionNewYear: "newYear", PrecisionYearPart: "yearPart", PrecisionYear: "year",
	PrecisionSpan: "span",
}

// String returns the precision's name in JSON.
func (p Precision) String() string { return nameOf(int(p), precisionNames[:]) }

// Closed reports whether the period has a last day, so that it can be an end.
func (p Period) Closed() bool { return p.Kind == Closed || p.Kind == OpenStart }

// Same reports whether two periods mean the same, whatever their texts.
func (p Period) Same(other Period) bool {
	if p.First != other.First || p.Last != other.Last || p.Precision != other.Precision ||
		p.Kind != other.Kind || p.Approximate != other.Approximate {
		return false
	}
	if (p.Span == nil) != (other.Span == nil) || (p.Relative == nil) != (other.Relative == nil) {
		return false
	}
	if p.Span != nil && (!p.Span.From.Same(other.Span.From) || !p.Span.Until.Same(other.Span.Until)) {
		return false
	}
	return p.Relative == nil || *p.Relative == *other.Relative
}

// MarshalText writes the text as it was written where Parse reads the
// same from it, and else what String returns: a text without a year does not
// mean the same away from its reference date. What was read by conventions of
// another meaning is written by its days.
func (p Period) MarshalText() ([]byte, error) {
	days := p
	days.Precision, days.Name = PrecisionSpan, lang.Text{}
	for _, text := range []string{p.Text, p.String(), days.String()} {
		read, err := Parse(text)
		if err == nil && (read.Same(p) || p.Name.DA != "" && read.First == p.First && read.Last == p.Last) {
			return []byte(text), nil
		}
	}
	return nil, &Error{Text: p.String(), Part: p.String(), Want: periodWant}
}

// UnmarshalText reads what Parse reads. The error is a *Error.
func (p *Period) UnmarshalText(text []byte) error {
	read, err := Parse(string(text))
	if err == nil {
		*p = read
	}
	return err
}

func closed(first, last date.Date, precision Precision) Period {
	return Period{First: first, Last: last, Precision: precision, Kind: Closed}
}

func dayPeriod(day date.Date) Period { return closed(day, day, PrecisionDay) }

// isFeast reports whether a period is one of holidays or a feast.
func (p Period) isFeast() bool {
	return p.Precision == PrecisionHoliday || p.Precision == PrecisionFeast
}

// monthsPeriod is a number of whole months from a month on.
func monthsPeriod(year int, month time.Month, months int, precision Precision) Period {
	return closed(date.New(year, month, 1), date.New(year, month+time.Month(months), 0), precision)
}

// spanPeriod joins two closed periods. Two that mean the same are one.
func spanPeriod(from, until Period) Period {
	if from.Same(until) {
		return from
	}
	joined := closed(from.First, until.Last, PrecisionSpan)
	joined.Span = &Span{From: from, Until: until}
	return joined
}

// openStartPeriod is any time up to and including a day.
func openStartPeriod(last date.Date) Period {
	return Period{First: last, Last: last, Precision: PrecisionDay, Kind: OpenStart}
}

// openEndPeriod is from a day on.
func openEndPeriod(first date.Date) Period {
	return Period{First: first, Precision: PrecisionDay, Kind: OpenEnd}
}

// within reports whether the days lie in the years that dates may lie in. What
// reaches over the edge could not be written as a date and read again.
func (p Period) within() bool {
	return (p.First == 0 || inYears(p.First)) && (p.Last == 0 || inYears(p.Last))
}

func inYears(day date.Date) bool {
	return day.Year() >= lang.FirstYear && day.Year() <= lang.LastYear
}

func nameOf(value int, names []string) string {
	if value < len(names) {
		return names[value]
	}
	return ""
}
