package period

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/rickb777/date/v2"
)

// edtfUnspecified is a year of which no digit is known.
const edtfUnspecified = "XXXX"

// EDTF returns the period in the Extended Date/Time Format of ISO 8601-2:2019:
// "2014-05", "2014-05~", "2014-05/2014-10", "2014-01-01/..", "../2014-06-01". What
// has no name there (a week, primo, årsskiftet) is the interval of its days, and
// a quarter, a half-year, a season or several years that of its months: the days
// and the kind are kept, the precision is not. The format's numbers for seasons
// and quarters are not used, since most readers take "2014-23" for a week.
// "Løbende" is "../..", unknown "XXXX"; a relative period, which the format cannot
// say, and the zero value are "". Parse reads all of it.
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
	switch p.Precision {
	case PrecisionYear:
		return fmt.Sprintf("%04d%s", p.First.Year(), about)
	case PrecisionMonth:
		return edtfMonth(p.First) + about
	case PrecisionQuarter, PrecisionHalfYear, PrecisionSeason:
		return edtfMonth(p.First) + about + "/" + edtfMonth(p.Last) + about
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

func edtfMonth(day date.Date) string { return fmt.Sprintf("%04d-%02d", day.Year(), int(day.Month())) }

// inMonths is the period in months where it is a year: "2013/2014" is a winter or
// a school year to some, so intervals name months.
func (p Period) inMonths() Period {
	if p.Precision == PrecisionYear {
		p.Precision = PrecisionHalfYear // any that is written in months
	}
	return p
}

// edtfStart returns the period, or its first day where it is an interval
// itself: intervals do not nest.
func (p Period) edtfStart() string {
	start, _, _ := strings.Cut(p.inMonths().EDTF(), "/")
	return start
}

func (p Period) edtfEnd() string {
	text := p.inMonths().EDTF()
	return text[strings.LastIndexByte(text, '/')+1:]
}

// edtfDate is a day, month or year with or without a sign that it is uncertain.
const edtfDate = `\d{4}(?:-\d\d){0,2}[~?%]?`

var (
	edtfQualified = regexp.MustCompile(`^\d{4}(-\d\d){0,2}[~?%]$`)
	edtfInterval  = regexp.MustCompile(`^(\.\.|` + edtfDate + `)/(\.\.|` + edtfDate + `)$`)
	yearsAlone    = regexp.MustCompile(`^\d{4}/\d{4}$`)
)

// edtf reads what EDTF writes, and the signs "?" and "%" as "~". It returns false
// for a text of another form.
func (r reader) edtf() (Period, bool, error) {
	switch {
	case r.text == edtfUnspecified:
		return Period{Kind: Unknown}, true, nil
	case edtfQualified.MatchString(r.text):
		period, err := r.edtfOne(r.text)
		return period, true, err
	case yearsAlone.MatchString(r.text):
		return Period{}, false, nil
	}
	ends := edtfInterval.FindStringSubmatch(r.text)
	if ends == nil {
		return Period{}, false, nil
	}
	period, err := r.edtfBetween(ends[1], ends[2])
	return period, true, err
}

func (r reader) edtfBetween(from, until string) (Period, error) {
	const open = ".."
	if from == open && until == open {
		return Period{Kind: OpenEnd}, nil
	}
	var first, last Period
	var err error
	if from != open {
		first, err = r.edtfOne(from)
	}
	if until != open && err == nil {
		last, err = r.edtfOne(until)
	}
	switch {
	case err != nil:
		return Period{}, err
	case from == open:
		opened := openStartPeriod(last.Last)
		opened.Approximate = last.Approximate
		return opened, nil
	case until == open:
		opened := openEndPeriod(first.First)
		opened.Approximate = first.Approximate
		return opened, nil
	case first.First > last.First || first.First > last.Last:
		return Period{}, r.fail(nil, orderWant)
	}
	return spanPeriod(first, last), nil
}

// edtfOne reads one date of a text that may be an interval.
func (r reader) edtfOne(text string) (Period, error) {
	plain := strings.TrimRight(text, "~?%")
	period, err := r.one([]string{plain})
	period.Approximate = len(plain) < len(text)
	return period, err
}
