package timeline

import (
	"math"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
)

// sortKey orders Whens: dates, then distances, then what is open.
func (w When) sortKey() int64 {
	switch w.Kind {
	case OnDate:
		return int64(w.Date)
	case RelativeTo:
		return math.MaxInt32 + int64(w.Days)
	}
	return math.MaxInt64
}

// WhenText writes a When in words: "15. oktober 2014"; "ca. 3 måneder før
// Idriftsættelse (SAPA)"; "ingen dato".
func (s *Schedule) WhenText(w When) drejebog.Text {
	switch w.Kind {
	case OnDate:
		return drejebog.DayText(w.Date)
	case RelativeTo:
		return s.distanceText(w)
	}
	return drejebog.Text{DA: "ingen dato", EN: "no date"}
}

// distanceText counts in days up to two weeks, in weeks up to two months, and
// then in months of 30.44 days, rounded.
func (s *Schedule) distanceText(w When) drejebog.Text {
	milestone := drejebog.Both(w.Milestone)
	if m := s.Milestone(w.Milestone); m != nil {
		milestone = lower(s.Label(&m.Node))
	}
	if w.Days == 0 {
		return drejebog.Text{DA: "ved " + milestone.DA, EN: "at " + milestone.EN}
	}
	days := max(w.Days, -w.Days)
	count, da, en := days, [2]string{"dag", "dage"}, [2]string{"day", "days"}
	exact := true
	switch {
	case days > 61:
		count, da, en, exact = int(math.Round(float64(days)/30.44)), [2]string{"måned", "måneder"}, [2]string{"month", "months"}, false
	case days >= 14:
		count, da, en, exact = (days+3)/7, [2]string{"uge", "uger"}, [2]string{"week", "weeks"}, days%7 == 0
	}
	about := drejebog.Text{}
	if !exact {
		about = drejebog.Text{DA: "ca. ", EN: "about "}
	}
	before := drejebog.Text{DA: " efter ", EN: " after "}
	if w.Days < 0 {
		before = drejebog.Text{DA: " før ", EN: " before "}
	}
	unit := min(count, 2) - 1
	return drejebog.Text{
		DA: about.DA + strconv.Itoa(count) + " " + da[unit] + before.DA + milestone.DA,
		EN: about.EN + strconv.Itoa(count) + " " + en[unit] + before.EN + milestone.EN,
	}
}
