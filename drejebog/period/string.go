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
func (p Period) String() string { return p.in(lang.Danish) }

// English returns the period in English.
func (p Period) English() string { return p.in(lang.English) }

// Written is the period in its own words, and what English returns.
func (p Period) Written() lang.Text { return lang.Text{DA: p.Text, EN: p.English()} }

func (p Period) in(language lang.Lang) string {
	about := ""
	if p.Approximate {
		about = lang.Text{DA: "ca. ", EN: "about "}.In(language)
	}
	switch p.Kind {
	case Closed:
		return about + p.closed(language)
	case OpenStart:
		return lang.Text{DA: "senest ", EN: "by "}.In(language) + about + lang.Day(p.Last).In(language)
	case OpenEnd:
		if p.First == 0 {
			return lang.Text{DA: "løbende", EN: "ongoing"}.In(language)
		}
		return lang.Text{DA: "fra ", EN: "from "}.In(language) + about + lang.Day(p.First).In(language)
	case Relative:
		if p.Relative != nil {
			return lang.Text{DA: p.Relative.String(), EN: p.Relative.English()}.In(language)
		}
	case Unknown:
		return lang.Text{DA: "ukendt", EN: "unknown"}.In(language)
	}
	return ""
}

// closed is a period with both ends.
func (p Period) closed(language lang.Lang) string {
	year, month := strconv.Itoa(p.First.Year()), p.First.Month()
	inMonth := lang.MonthName(month).In(language) + " " + year
	switch p.Precision {
	case PrecisionWeek:
		y, week := p.First.ISOWeek()
		return fmt.Sprintf(lang.Text{DA: "uge %d %d", EN: "week %d of %d"}.In(language), week, y)
	case PrecisionMonthThird, PrecisionHalfMonth:
		return p.named(language, inMonth)
	case PrecisionMonth:
		return inMonth
	case PrecisionQuarter:
		return fmt.Sprintf(lang.Text{DA: "%d. kvartal %s", EN: "Q%d %s"}.In(language), quarter(month), year)
	case PrecisionHalfYear:
		if month > time.June {
			return lang.Text{DA: "andet halvår ", EN: "second half of "}.In(language) + year
		}
		return lang.Text{DA: "første halvår ", EN: "first half of "}.In(language) + year
	case PrecisionSeason, PrecisionHoliday, PrecisionFeast, PrecisionNewYear, PrecisionYearPart:
		return p.named(language, p.years())
	case PrecisionYear:
		return year
	case PrecisionSpan:
		if p.Span != nil {
			return p.Span.From.in(language) + " – " + p.Span.Until.in(language)
		}
	}
	return p.days(language)
}

// named is the period by its name, as in "primo maj 2014" and "mid-May 2014"; one
// without a name by its days.
func (p Period) named(language lang.Lang, when string) string {
	name := p.Name.In(language)
	switch {
	case name == "":
		return p.days(language)
	case strings.HasSuffix(name, "-"):
		return name + when
	}
	return name + " " + when
}

// days is the period by its first and last day.
func (p Period) days(language lang.Lang) string {
	if p.First == p.Last {
		return lang.Day(p.First).In(language)
	}
	return lang.Day(p.First).In(language) + " – " + lang.Day(p.Last).In(language)
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
