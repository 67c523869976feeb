package period

import (
	"strings"
	"time"

	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2/gregorian"
)

// Wants returns what is expected of a row, and whether it is so: the edges of its
// kind, the one not after the other, and words in lower case.
func (r *Row) Wants() (strict.Part, bool) {
	for _, word := range r.Words {
		if word == "" || word != strings.ToLower(word) || len(strings.Fields(word)) > longestName {
			return strict.Part{Kind: "seeds/lower-case"}, false
		}
	}
	switch r.Kind {
	case MonthPart, MonthHalf:
		return strict.Part{Kind: "seeds/days-of-month"}, r.From.ofMonth() && r.Until.ofMonth() && (r.Until.Day == 0 || r.From.Day <= r.Until.Day)
	case QuarterPart:
		return strict.Part{Kind: "seeds/month-of-quarter"}, r.From.ofQuarter() && r.Until.ofQuarter() && r.From.Month <= r.Until.Month
	case WeekPart:
		return strict.Part{Kind: "seeds/days-of-week"}, r.From.ofMonth() && r.Until.ofMonth() && r.From.Day >= 1 && r.From.Day <= r.Until.Day && r.Until.Day <= 7
	case HolidayRow, AskedRow:
		if len(r.Meant) > 0 {
			return strict.Part{Kind: "seeds/two-meant"}, r.Kind == AskedRow && len(r.Meant) == 2 && r.From == Edge{} && r.Until == Edge{}
		}
		return strict.Part{Kind: "seeds/weeks"}, r.From.ofWeeks() && r.Until.ofWeeks() && r.From.Week <= r.Until.Week && (r.After == nil || r.After.Until.ofYear())
	case FeastRow:
		if r.From.Feast != "" || r.Until.Feast != "" {
			return strict.Part{Kind: "seeds/days-of-easter"}, r.From.ofEaster() && r.Until.ofEaster() && r.From.Day <= r.Until.Day
		}
	}
	return strict.Part{Kind: "seeds/days-of-year"}, r.From.ofYear() && r.Until.ofYear() && (r.From.Month != r.Until.Month || r.Until.Day == 0 || r.From.Day <= r.Until.Day)
}

// mostFromEaster, in days, keeps a feast that is counted from Easter in its year.
const mostFromEaster = 80

// Room is what a row's words are told apart in: a word may be part of a month and of
// a year, but not two feasts.
func (r *Row) Room() string {
	switch r.Kind {
	case SeasonRow, HolidayRow, FeastRow, AskedRow:
		return rowKindNames[FeastRow]
	}
	return nameOf(int(r.Kind), rowKindNames[:])
}

func (e Edge) ofEaster() bool {
	return e.Feast == easterFeast && e.Month == 0 && e.Week == 0 && max(-e.Day, e.Day) <= mostFromEaster
}

func (e Edge) ofMonth() bool {
	return e.Month == 0 && e.Week == 0 && e.Feast == "" && e.Day >= 0 && e.Day <= 31
}

func (e Edge) ofQuarter() bool {
	return e.Month >= 1 && e.Month <= 3 && e.Week == 0 && e.Feast == "" && e.Day >= 0 && e.Day <= 31
}

func (e Edge) ofWeeks() bool {
	return e.Week >= 1 && e.Week <= 52 && e.Month == 0 && e.Day == 0 && e.Feast == ""
}

func (e Edge) ofYear() bool {
	return e.Month >= 1 && e.Month <= 12 && e.Week == 0 && e.Feast == "" && e.Day >= 0 && e.Day <= mostDays(e.Month)
}

// mostDays are the days that a month has in every year.
func mostDays(month int) int {
	if month == 2 {
		return 28
	}
	return gregorian.DaysIn(2013, time.Month(month))
}
