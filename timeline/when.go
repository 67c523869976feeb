package timeline

import (
	"math"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog/lang"
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

// WhenText writes a When in words: "15. oktober 2014"; "ca. 3 mdr. før
// idriftsættelse (SAPA)"; "ingen dato".
func (s *Schedule) WhenText(w When) lang.Text {
	switch w.Kind {
	case OnDate:
		return lang.DayText(w.Date)
	case RelativeTo:
		milestone := lang.Both(w.Milestone)
		if m := s.Milestone(w.Milestone); m != nil {
			milestone = lower(s.Label(&m.Node))
		}
		if w.Days == 0 {
			return both(words("ved ", "at "), milestone)
		}
		count, unit, exact := w.distance()
		about := lang.Text{}
		if !exact {
			about = words("ca. ", "about ")
		}
		return both(about, strconv.Itoa(count), unit, w.side(), milestone)
	}
	return words("ingen dato", "no date")
}

// distance counts how far a relative When lies from its milestone: in days up
// to two weeks, in weeks up to two months, and then in months of 30.44 days,
// rounded.
func (w When) distance() (count int, unit lang.Text, exact bool) {
	one := func(n int, single, several lang.Text) lang.Text {
		if n == 1 {
			return single
		}
		return several
	}
	switch days := max(w.Days, -w.Days); {
	case days < 14:
		return days, one(days, words(" dag", " day"), words(" dage", " days")), true
	case days <= 61:
		return (days + 3) / 7, words(" uger", " weeks"), days%7 == 0
	default:
		return int(math.Round(float64(days) / 30.44)), words(" mdr.", " months"), false
	}
}

// side says whether a relative When lies before or after its milestone.
func (w When) side() lang.Text {
	if w.Days < 0 {
		return words(" før ", " before ")
	}
	return words(" efter ", " after ")
}
