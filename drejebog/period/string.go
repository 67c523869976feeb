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
func (p Period) String() string {
	about := ""
	if p.Approximate {
		about = "ca. "
	}
	switch p.Kind {
	case Closed:
		return about + p.closedDanish()
	case OpenStart:
		return "senest " + about + lang.Day(p.Last).In(lang.Danish)
	case OpenEnd:
		if p.First == 0 {
			return "løbende"
		}
		return "fra " + about + lang.Day(p.First).In(lang.Danish)
	case Relative:
		if p.Relative != nil {
			return p.Relative.String()
		}
	case Unknown:
		return "ukendt"
	}
	return ""
}

// English returns the period in English.
func (p Period) English() string {
	about := ""
	if p.Approximate {
		about = "about "
	}
	switch p.Kind {
	case Closed:
		return about + p.closedEnglish()
	case OpenStart:
		return "by " + about + lang.Day(p.Last).In(lang.English)
	case OpenEnd:
		if p.First == 0 {
			return "ongoing"
		}
		return "from " + about + lang.Day(p.First).In(lang.English)
	case Relative:
		if p.Relative != nil {
			return p.Relative.English()
		}
	case Unknown:
		return "unknown"
	}
	return ""
}

// Written is the period in its own words, and what English returns.
func (p Period) Written() lang.Text { return lang.Text{DA: p.Text, EN: p.English()} }

func (p Period) closedDanish() string {
	year, month := strconv.Itoa(p.First.Year()), p.First.Month()
	inMonth := lang.MonthName(month).DA + " " + year
	switch p.Precision {
	case PrecisionWeek:
		y, week := p.First.ISOWeek()
		return fmt.Sprintf("uge %d %d", week, y)
	case PrecisionMonthThird:
		return p.named(lang.Danish, inMonth)
	case PrecisionHalfMonth:
		return p.named(lang.Danish, inMonth)
	case PrecisionMonth:
		return inMonth
	case PrecisionQuarter:
		return fmt.Sprintf("%d. kvartal %s", quarter(month), year)
	case PrecisionHalfYear:
		return [...]string{"første halvår ", "andet halvår "}[half(month > time.June)] + year
	case PrecisionSeason, PrecisionHoliday, PrecisionFeast, PrecisionNewYear, PrecisionYearPart:
		return p.named(lang.Danish, p.years())
	case PrecisionYear:
		return year
	case PrecisionSpan:
		if p.Span != nil {
			return p.Span.From.String() + " – " + p.Span.Until.String()
		}
	}
	return p.days(lang.Danish)
}

func (p Period) closedEnglish() string {
	year, month := strconv.Itoa(p.First.Year()), p.First.Month()
	inMonth := lang.MonthName(month).EN + " " + year
	switch p.Precision {
	case PrecisionWeek:
		y, week := p.First.ISOWeek()
		return fmt.Sprintf("week %d of %d", week, y)
	case PrecisionMonthThird:
		return p.named(lang.English, inMonth)
	case PrecisionHalfMonth:
		return p.named(lang.English, inMonth)
	case PrecisionMonth:
		return inMonth
	case PrecisionQuarter:
		return fmt.Sprintf("Q%d %s", quarter(month), year)
	case PrecisionHalfYear:
		return [...]string{"first half of ", "second half of "}[half(month > time.June)] + year
	case PrecisionSeason, PrecisionHoliday, PrecisionFeast, PrecisionNewYear, PrecisionYearPart:
		return p.named(lang.English, p.years())
	case PrecisionYear:
		return year
	case PrecisionSpan:
		if p.Span != nil {
			return p.Span.From.English() + " – " + p.Span.Until.English()
		}
	}
	return p.days(lang.English)
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

func half(second bool) int {
	if second {
		return 1
	}
	return 0
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
