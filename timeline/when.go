package timeline

import (
	"math"

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
			milestone = s.Label(&m.Node).Lower()
		}
		if w.Days == 0 {
			return s.text("timeline/at-milestone", lang.Args{"milestone": milestone})
		}
		far := w.distance()
		distance := s.distanceText(far.unit, lang.Whole(far.count))
		if !far.exact {
			distance = s.text("timeline/about", lang.Args{"distance": distance})
		}
		if w.Days < 0 {
			return s.text("timeline/before-milestone", lang.Args{"distance": distance, "milestone": milestone})
		}
		return s.text("timeline/after-milestone", lang.Args{"distance": distance, "milestone": milestone})
	}
	return s.text("timeline/no-date", nil)
}

// distance is how far a relative When lies from its milestone.
type distance struct {
	count int
	unit  distanceUnit
	exact bool
}

// distanceUnit is what a distance is counted in.
type distanceUnit uint8

const (
	inDays distanceUnit = iota
	inWeeks
	inMonths // of 30.44 days
)

// distance counts in days up to two weeks, in weeks up to two months, and then
// in months of 30.44 days, rounded.
func (w When) distance() distance {
	switch days := max(w.Days, -w.Days); {
	case days < 14:
		return distance{days, inDays, true}
	case days <= 61:
		return distance{(days + 3) / 7, inWeeks, days%7 == 0}
	default:
		return distance{int(math.Round(float64(days) / 30.44)), inMonths, false}
	}
}

// distanceText is a number, or a range of them, with the unit.
func (s *Schedule) distanceText(unit distanceUnit, count lang.Value) lang.Text {
	switch unit {
	case inWeeks:
		return s.text("common/weeks", lang.Args{"n": count})
	case inMonths:
		return s.text("common/months-short", lang.Args{"n": count})
	}
	return s.text("common/days", lang.Args{"n": count})
}
