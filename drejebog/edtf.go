package drejebog

import (
	"fmt"
	"strings"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// The second parts of a year that ISO 8601-2:2019 (4.8) numbers beyond the
// months: seasons independent of the hemisphere, quarters and semesters.
const (
	edtfSpring   = 21
	edtfQuarter  = 33
	edtfSemester = 40
)

// edtfUnspecified is a year of which no digit is known.
const edtfUnspecified = "XXXX"

// EDTF returns the period in the Extended Date/Time Format of ISO 8601-2:2019:
// "2014-05", "2014-35" (third quarter), "2014-23" (autumn), "2013-41" (second
// half), "2014-05~", "2014-05/2014-10", "2014-01-01/..", "../2014-06-01". What
// the format has no name for (a week, primo, årsskiftet) is the interval of its
// days, so the days and the kind are kept, its precision is not. A winter has
// the year that it begins in. "Løbende" is "../..", unknown "XXXX"; a relative
// period, which the format cannot say, and the zero value are "".
func (p Period) EDTF() string {
	about := ""
	if p.Approximate {
		about = "~"
	}
	switch p.Kind {
	case Closed:
		return p.closedEDTF(about)
	case OpenStart:
		return "../" + p.Last.String() + about
	case OpenEnd:
		if p.First == 0 {
			return "../.."
		}
		return p.First.String() + about + "/.."
	case Unknown:
		return edtfUnspecified
	}
	return ""
}

func (p Period) closedEDTF(about string) string {
	year, month := p.First.Year(), int(p.First.Month())
	switch p.Precision {
	case PrecisionYear:
		return fmt.Sprintf("%04d%s", year, about)
	case PrecisionMonth:
		return fmt.Sprintf("%04d-%02d%s", year, month, about)
	case PrecisionQuarter:
		return fmt.Sprintf("%04d-%02d%s", year, edtfQuarter+quarter(p.First.Month())-1, about)
	case PrecisionHalfYear:
		return fmt.Sprintf("%04d-%02d%s", year, edtfSemester+half(p.First.Month() > time.June), about)
	case PrecisionSeason:
		return fmt.Sprintf("%04d-%02d%s", year, edtfSpring+month/3-1, about)
	case PrecisionSpan:
		if p.Span != nil {
			return p.Span.From.edtfStart() + "/" + p.Span.Until.edtfEnd()
		}
	}
	if p.First == p.Last {
		return p.First.String() + about
	}
	return p.First.String() + about + "/" + p.Last.String() + about
}

// edtfStart returns the period, or its first day where it is an interval
// itself: intervals do not nest.
func (p Period) edtfStart() string {
	start, _, _ := strings.Cut(p.EDTF(), "/")
	return start
}

func (p Period) edtfEnd() string {
	text := p.EDTF()
	return text[strings.LastIndexByte(text, '/')+1:]
}

// ParseEDTF reads what EDTF writes: a day, month, year, season, quarter or
// semester, an interval of two of them, either end of it open (".." or
// nothing), and the qualifiers "~", "?" and "%", all three as approximate. Text
// is the period in Danish. The error is a *PeriodError.
func ParseEDTF(text string) (Period, error) {
	from, until, interval := strings.Cut(text, "/")
	var period Period
	var err error
	switch {
	case len(text) > maxPeriodLength:
		return Period{}, &PeriodError{Text: text[:maxPeriodLength] + "…", Part: text[:maxPeriodLength] + "…", Want: lengthWant}
	case text == edtfUnspecified:
		period = Period{Kind: Unknown}
	case !interval:
		period, err = parseEDTFDate(text, text)
	default:
		period, err = parseEDTFInterval(text, from, until)
	}
	if err == nil && !period.within() {
		err = &PeriodError{Text: text, Part: text, Want: yearOutside}
	}
	if err != nil {
		return Period{}, err
	}
	period.Text = period.String()
	return period, nil
}

func parseEDTFInterval(text, from, until string) (Period, error) {
	openFrom, openUntil := from == ".." || from == "", until == ".." || until == ""
	if openFrom && openUntil {
		if from+until != "...." {
			return Period{}, &PeriodError{Text: text, Part: text, Want: edtfWant}
		}
		return Period{Kind: OpenEnd}, nil
	}
	var first, last Period
	var err error
	if !openFrom {
		if first, err = parseEDTFDate(text, from); err != nil {
			return Period{}, err
		}
	}
	if !openUntil {
		if last, err = parseEDTFDate(text, until); err != nil {
			return Period{}, err
		}
	}
	switch {
	case openFrom:
		opened := openStartPeriod(last.Last)
		opened.Approximate = last.Approximate
		return opened, nil
	case openUntil:
		opened := openEndPeriod(first.First)
		opened.Approximate = first.Approximate
		return opened, nil
	case first.First > last.First || first.First > last.Last:
		return Period{}, &PeriodError{Text: text, Part: text, Want: orderWant}
	}
	return spanPeriod(first, last), nil
}

// parseEDTFDate reads one date of a text that may be an interval.
func parseEDTFDate(text, part string) (Period, error) {
	fail := func(want strict.Part) (Period, error) {
		return Period{}, &PeriodError{Text: text, Part: part, Want: want}
	}
	plain := strings.TrimRight(part, "~?%")
	if len(part)-len(plain) > 1 {
		return fail(edtfWant)
	}
	var period Period
	switch len(plain) {
	case len("2014-05-01"):
		day, err := lang.ParseISO(plain)
		if err != nil {
			return fail(edtfDayWant)
		}
		period = dayPeriod(day)
	case len("2014-05"), len("2014"):
		year, ok := number(plain[:4])
		if !ok || len(plain) > 4 && plain[4] != '-' {
			return fail(edtfWant)
		}
		if year < lang.FirstYear || year > lang.LastYear {
			return fail(yearOutside)
		}
		if period, ok = edtfPart(year, plain[4:]); !ok {
			return fail(edtfWant)
		}
	default:
		return fail(edtfWant)
	}
	period.Approximate = len(part) > len(plain)
	return period, nil
}

// edtfPart returns the part of a year that "-05", "-33" or nothing names.
func edtfPart(year int, suffix string) (Period, bool) {
	if suffix == "" {
		return monthsPeriod(year, time.January, 12, PrecisionYear), true
	}
	n, ok := number(suffix[1:])
	switch {
	case !ok:
		return Period{}, false
	case n >= 1 && n <= 12:
		return monthsPeriod(year, time.Month(n), 1, PrecisionMonth), true
	case n >= edtfSpring && n < edtfSpring+4:
		return monthsPeriod(year, seasons[n-edtfSpring].first, 3, PrecisionSeason), true
	case n >= edtfQuarter && n < edtfQuarter+4:
		return monthsPeriod(year, time.Month(3*(n-edtfQuarter)+1), 3, PrecisionQuarter), true
	case n >= edtfSemester && n < edtfSemester+2:
		return monthsPeriod(year, time.Month(6*(n-edtfSemester)+1), 6, PrecisionHalfYear), true
	}
	return Period{}, false
}

var (
	edtfWant    = strict.Part{Kind: "drejebog/edtf"}
	edtfDayWant = strict.Part{Kind: "drejebog/a-day-within", Values: years}
)
