package drejebog

import (
	"time"

	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Fit says how an edge stands against the windows of its two ends.
type Fit uint8

// The fits. An edge is held only where both ends have windows and it is not soft.
const (
	NotHeld    Fit = iota // soft, or an end without a window
	Holds                 // even with the predecessor at its window's end and the successor at its window's start; or that end is open
	Strained              // holds, but not with the predecessor at its window's end and the successor at its window's start
	Impossible            // cannot hold with the predecessor as early and the successor as late as their windows allow
)

var fitNames = [...]string{NotHeld: "notHeld", Holds: "holds", Strained: "strained", Impossible: "impossible"}

// String returns "notHeld", "holds", "strained" or "impossible".
func (f Fit) String() string { return strict.NameOf(f, fitNames[:]) }

// Fit holds an edge of Network against the windows of its ends. A step's
// window is the printed one, or its own expected one; a milestone's is its
// date. Steps have at least their low duration, in days from Monday to Friday.
func (b *Playbook) Fit(from, to *Node, d *Dependency) Fit {
	before, ok1 := b.windowOf(from)
	after, ok2 := b.windowOf(to)
	if d.Soft || !ok1 || !ok2 {
		return NotHeld
	}
	if d.Lag.after(before.early(d.Type)) > after.late(d.Type) {
		return Impossible
	}
	sameWindow := from.Activity != nil && from.Activity == to.Activity && before.Days == after.Days
	if !sameWindow && before.Last < far && d.Lag.after(before.late(d.Type.reversed())) > after.early(d.Type.reversed()) {
		return Strained
	}
	return Holds
}

// span is a window with the least time that its task takes.
type span struct {
	Days
	low int // days from Monday to Friday
}

// far lies after every date of the data.
var far = date.New(2199, time.December, 31)

func (b *Playbook) windowOf(n *Node) (span, bool) {
	if n.Milestone != nil {
		days, ok := b.DatesOf(n, nil)
		return span{Days: days}, ok
	}
	days := n.Activity.DaysOf(n.Step)
	s := span{Days: days}
	if n.Step.Duration != nil {
		s.low = n.Step.Duration.Low
	}
	return s, true
}

// DaysOf returns the days of a step's window: its own expected one or the
// printed one. A start that is not printed is the first day of the calendar
// that the data covers, an open end the last.
func (a *Activity) DaysOf(s *Step) Days {
	days := Days{date.New(1900, time.January, 1), far}
	start, end := (*Period)(nil), (*Period)(nil)
	if window := a.WindowOf(s); window != nil {
		start, end = window.Start, &window.End
	}
	if s.Expected != nil {
		start, end = s.Expected.Start, s.Expected.End
	}
	if start != nil && start.First != 0 {
		days.First = start.First
	}
	if end != nil && end.Closed() {
		days.Last = end.Last
	}
	if a.Closed != nil {
		days.Last = min(days.Last, a.Closed.On)
	}
	return days
}

// early returns the earliest day of the end that a link leaves: the start for
// SS and SF, else the finish.
func (s span) early(t LinkType) date.Date {
	if t == SS || t == SF {
		return s.First
	}
	return addWeekdays(s.First, max(s.low-1, 0))
}

// late returns the latest day of the end that a link reaches: the start for
// FS and SS, else the finish.
func (s span) late(t LinkType) date.Date {
	if t == FS || t == SS {
		return addWeekdays(s.Last, -max(s.low-1, 0))
	}
	return s.Last
}

// reversed swaps the ends of a link, for asking early of a successor and late
// of a predecessor.
func (t LinkType) reversed() LinkType {
	switch t {
	case FS:
		return SF
	case SF:
		return FS
	}
	return t
}

// after returns the day that is the lag later than a day. Working days are
// counted from Monday to Friday, without holidays.
func (l Lag) after(day date.Date) date.Date {
	switch l.Unit {
	case Workdays:
		return addWeekdays(day, l.Value)
	case CalendarDays:
		return day + date.Date(l.Value)
	case Months:
		return AddMonths(day, l.Value)
	}
	return day
}

// EndOfNotice is the last day of a contract when notice with this distance to its end
// is given on a day: that of EndOfNotice for months.
func (l Lag) EndOfNotice(given date.Date) date.Date {
	if l.Unit == Months {
		return EndOfNotice(given, l.Value)
	}
	return l.after(given)
}

// LatestNotice returns the last day whose notice is over by another day.
func (l Lag) LatestNotice(by date.Date) date.Date {
	latest := Lag{Value: -l.Value, Unit: l.Unit}.after(by) + 31 // a month is counted from its last day
	for l.EndOfNotice(latest) > by {
		latest--
	}
	return latest
}

// addWeekdays counts n days from Monday to Friday onwards from a day, or back
// for a negative n; 0 is the day itself.
func addWeekdays(day date.Date, n int) date.Date {
	step := date.Date(1)
	if n < 0 {
		n, step = -n, -1
	}
	for n > 0 {
		day += step
		if w := day.Weekday(); w != time.Saturday && w != time.Sunday {
			n--
		}
	}
	return day
}
