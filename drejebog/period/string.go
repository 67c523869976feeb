package period

import (
	"fmt"
	"strconv"
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
		return [...]string{"primo ", "medio ", "ultimo "}[third(p.First.Day())] + inMonth
	case PrecisionHalfMonth:
		return [...]string{"første halvdel af ", "anden halvdel af "}[half(p.First.Day() > 15)] + inMonth
	case PrecisionMonth:
		return inMonth
	case PrecisionQuarter:
		return fmt.Sprintf("%d. kvartal %s", quarter(month), year)
	case PrecisionHalfYear:
		return [...]string{"første halvår ", "andet halvår "}[half(month > time.June)] + year
	case PrecisionSeason:
		return seasonIn(month).name + " " + p.seasonYear()
	case PrecisionHoliday:
		if p.First == mondayOf(p.First.Year(), lastHolidayWeek+1) {
			return "efter sommerferien " + year
		}
		return "sommerferien " + strconv.Itoa(p.Last.Year())
	case PrecisionNewYear:
		return "årsskiftet " + yearPairOf(p.First.Year())
	case PrecisionYearPart:
		return p.yearPart().name + " " + year
	case PrecisionYear:
		return year
	case PrecisionSpan:
		if p.Span != nil {
			return p.Span.From.String() + " – " + p.Span.Until.String()
		}
	}
	if p.First == p.Last {
		return lang.Day(p.First).In(lang.Danish)
	}
	return lang.Day(p.First).In(lang.Danish) + " – " + lang.Day(p.Last).In(lang.Danish)
}

func (p Period) closedEnglish() string {
	year, month := strconv.Itoa(p.First.Year()), p.First.Month()
	inMonth := lang.MonthName(month).EN + " " + year
	switch p.Precision {
	case PrecisionWeek:
		y, week := p.First.ISOWeek()
		return fmt.Sprintf("week %d of %d", week, y)
	case PrecisionMonthThird:
		return [...]string{"early ", "mid-", "late "}[third(p.First.Day())] + inMonth
	case PrecisionHalfMonth:
		return [...]string{"first half of ", "second half of "}[half(p.First.Day() > 15)] + inMonth
	case PrecisionMonth:
		return inMonth
	case PrecisionQuarter:
		return fmt.Sprintf("Q%d %s", quarter(month), year)
	case PrecisionHalfYear:
		return [...]string{"first half of ", "second half of "}[half(month > time.June)] + year
	case PrecisionSeason:
		return seasonIn(month).english + " " + p.seasonYear()
	case PrecisionHoliday:
		if p.First == mondayOf(p.First.Year(), lastHolidayWeek+1) {
			return "after the summer holidays " + year
		}
		return "summer holidays " + strconv.Itoa(p.Last.Year())
	case PrecisionNewYear:
		return "New Year " + yearPairOf(p.First.Year())
	case PrecisionYearPart:
		return p.yearPart().english + year
	case PrecisionYear:
		return year
	case PrecisionSpan:
		if p.Span != nil {
			return p.Span.From.English() + " – " + p.Span.Until.English()
		}
	}
	if p.First == p.Last {
		return lang.Day(p.First).In(lang.English)
	}
	return lang.Day(p.First).In(lang.English) + " – " + lang.Day(p.Last).In(lang.English)
}

func third(day int) int { return min((day-1)/10, 2) }

func half(second bool) int {
	if second {
		return 1
	}
	return 0
}

func quarter(month time.Month) int { return (int(month) + 2) / 3 }

// seasonYear is the year of a season: a winter has two.
func (p Period) seasonYear() string {
	if p.First.Month() == time.December {
		return yearPairOf(p.First.Year())
	}
	return strconv.Itoa(p.First.Year())
}

func yearPairOf(year int) string { return fmt.Sprintf("%d/%02d", year, (year+1)%100) }

// seasonIn returns the season that begins in a month, March, June, September
// or December.
func seasonIn(month time.Month) season { return seasons[(int(month)+9)/3%4] }

// yearPart returns the row of yearParts with the period's days, the last one
// for a period that was not made by the parser.
func (p Period) yearPart() yearPart {
	for _, part := range yearParts {
		made := part.in(p.First.Year())
		if made.First == p.First && made.Last == p.Last {
			return part
		}
	}
	return yearParts[len(yearParts)-1]
}
