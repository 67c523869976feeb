package timeline

import (
	"cmp"
	"math"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Compare orders Whens: dates, then distances, then what is open. It is -1, 0 or
// +1 as the one comes before, with or after the other.
func (w When) Compare(other When) int { return cmp.Compare(w.sortKey(), other.sortKey()) }

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

// Until counts the calendar days to another When; false where one of them has no
// date, or they hang on different milestones.
func (w When) Until(other When) (days int, ok bool) {
	switch {
	case w.Kind == OnDate && other.Kind == OnDate:
		return int(other.Date - w.Date), true
	case w.Kind == RelativeTo && other.Kind == RelativeTo && w.Milestone == other.Milestone:
		return other.Days - w.Days, true
	}
	return 0, false
}

// WhenSaid says when that is: "15. oktober 2014"; "ca. 3 mdr. før idriftsættelse
// (SAPA)"; "ingen dato".
func (s *Schedule) WhenSaid(w When) lang.Said {
	switch w.Kind {
	case OnDate:
		return lang.OwnWords(lang.DayText(w.Date))
	case RelativeTo:
		milestone := lang.Both(w.Milestone)
		if m := s.Milestone(w.Milestone); m != nil {
			milestone = s.Label(&m.Node).Lower()
		}
		if w.Days == 0 {
			return s.say("timeline/at-milestone", lang.Args{"milestone": milestone})
		}
		far := w.Distance()
		distance := s.DistanceSaid(far.Unit, lang.Whole(far.Count))
		if !far.Exact {
			distance = s.say("timeline/about", lang.Args{"distance": distance})
		}
		if w.Days < 0 {
			return s.say("timeline/before-milestone", lang.Args{"distance": distance, "milestone": milestone})
		}
		return s.say("timeline/after-milestone", lang.Args{"distance": distance, "milestone": milestone})
	}
	return s.say("common/no-date", nil)
}

// Distance is how far a relative When lies from its milestone.
type Distance struct {
	Count int // not negative
	Unit  DistanceUnit
	Exact bool // not rounded
}

// DistanceUnit is what a distance is counted in.
type DistanceUnit uint8

// The units.
const (
	InDays DistanceUnit = iota
	InWeeks
	InMonths // of 30.44 days
)

// Distance counts in days up to two weeks, in weeks up to two months, and then
// in months of 30.44 days, rounded.
func (w When) Distance() Distance {
	switch days := max(w.Days, -w.Days); {
	case days < 14:
		return Distance{days, InDays, true}
	case days <= 61:
		return Distance{(days + 3) / 7, InWeeks, days%7 == 0}
	default:
		return Distance{int(math.Round(float64(days) / 30.44)), InMonths, false}
	}
}

// DistanceSaid is a number, or a range of them, with the unit.
func (s *Schedule) DistanceSaid(unit DistanceUnit, count lang.Value) lang.Said {
	switch unit {
	case InWeeks:
		return s.say("common/weeks", lang.Args{"n": count})
	case InMonths:
		return s.say("common/months-short", lang.Args{"n": count})
	}
	return s.say("common/days", lang.Args{"n": count})
}
