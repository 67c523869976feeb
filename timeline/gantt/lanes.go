package gantt

import "github.com/rickb777/date/v2"

// lanes keeps bars of one row apart: those that overlap lie one below the other.
type lanes struct{ until []date.Date }

func newLanes() *lanes { return &lanes{} }

// take returns the first lane that is free from a day on, and takes it to
// another.
func (l *lanes) take(first, last date.Date) int {
	for i := range l.until {
		if l.until[i] < first {
			l.until[i] = last
			return i
		}
	}
	l.until = append(l.until, last)
	return len(l.until) - 1
}

func (l *lanes) count() int { return len(l.until) }
