package period

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// String returns the period in Danish, in the one form that stands for all
// ways to write it; Parse reads the same from it. It is "" for the zero
// value.
func (p Period) String() string { return p.told().DA }

// English returns the period in English.
func (p Period) English() string { return p.told().EN }

// Written is the period in its own words, and what English returns.
func (p Period) Written() lang.Text { return lang.Text{DA: p.Text, EN: p.English()} }

func (p Period) told() lang.Text {
	about := func(time lang.Text) lang.Text { return time }
	if p.Approximate {
		about = lang.Approximately
	}
	switch p.Kind {
	case Closed:
		return about(p.closed())
	case OpenStart:
		return lang.NoLaterThan(about(lang.DayText(p.Last)))
	case OpenEnd:
		if p.First == 0 {
			return lang.Ongoing()
		}
		return lang.NoEarlierThan(about(lang.DayText(p.First)))
	case Relative:
		if p.Relative != nil {
			return p.Relative.told()
		}
	case Unknown:
		return lang.NotKnown()
	}
	return lang.Text{}
}

// closed is a period with both ends.
func (p Period) closed() lang.Text {
	year, month := p.First.Year(), p.First.Month()
	inMonth := lang.Joined(" ", lang.MonthName(month), lang.Written(lang.Plain(year)))
	switch p.Precision {
	case PrecisionWeek:
		y, week := p.First.ISOWeek()
		return lang.Week(week, y)
	case PrecisionMonthThird, PrecisionHalfMonth:
		return p.named(inMonth)
	case PrecisionMonth:
		return inMonth
	case PrecisionQuarter:
		return lang.Quarter(quarter(month), year)
	case PrecisionHalfYear:
		if month > time.June {
			return lang.SecondHalf(year)
		}
		return lang.FirstHalf(year)
	case PrecisionSeason, PrecisionHoliday, PrecisionFeast, PrecisionNewYear, PrecisionYearPart:
		return p.named(lang.Both(p.years()))
	case PrecisionYear:
		return lang.Written(lang.Plain(year))
	case PrecisionSpan:
		if p.Span != nil {
			return lang.Joined(" – ", p.Span.From.told(), p.Span.Until.told())
		}
	}
	return p.days()
}

// named is the period by its name, as in "primo maj 2014" and "mid-May 2014"; one
// without a name by its days.
func (p Period) named(when lang.Text) lang.Text {
	days := p.days()
	return lang.Text{DA: called(p.Name.DA, when.DA, days.DA), EN: called(p.Name.EN, when.EN, days.EN)}
}

func called(name, when, days string) string {
	switch {
	case name == "":
		return days
	case strings.HasSuffix(name, "-"):
		return name + when
	}
	return name + " " + when
}

// days is the period by its first and last day.
func (p Period) days() lang.Text {
	if p.First == p.Last {
		return lang.DayText(p.First)
	}
	return lang.Joined(" – ", lang.DayText(p.First), lang.DayText(p.Last))
}

func quarter(month time.Month) int { return (int(month) + 2) / 3 }

// years is the year of a period, both where it lasts over the turn of one. The
// weeks of a holiday are those of its last day's year.
func (p Period) years() string {
	if p.First.Year() != p.Last.Year() && p.Precision != PrecisionHoliday {
		return yearPairOf(p.First.Year())
	}
	return strconv.Itoa(p.Last.Year())
}

func yearPairOf(year int) string { return fmt.Sprintf("%d/%02d", year, (year+1)%100) }
