package timeline

import (
	"github.com/rickb777/date/v2"
)

// YearDays is how many of a task's working days fall in one budget year.
type YearDays struct {
	Year     int `json:"year"`
	Workdays int `json:"workdays"`
}

// Spread returns how a task's scheduled working days fall on budget years,
// oldest first and only years with any; nil for a task without dates.
func (s *Schedule) Spread(t *Task) []YearDays {
	if t == nil || !t.Start.Known() || !t.Finish.Known() {
		return nil
	}
	var spread []YearDays
	for year := t.Start.Date.Year(); year <= t.Finish.Date.Year(); year++ {
		first := max(t.Start.Date, date.New(year, 1, 1))
		last := min(t.Finish.Date, date.New(year, 12, 31))
		if n := s.Workdays(first, last); n > 0 {
			spread = append(spread, YearDays{year, n})
		}
	}
	return spread
}

// Workdays counts the working days of the kommune's calendar from first to
// last, both included.
func (s *Schedule) Workdays(first, last date.Date) int {
	if !s.IsComputed() {
		return 0
	}
	return s.days.Count(first, last)
}
