package estimate

import (
	"slices"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// Undated is the year of money that hangs on a date nobody knows.
const Undated = 0

// Cell is what one line costs in one budget year: the finest amount there is,
// and the only one that is rounded. Every total is a sum of cells.
//
// Low, Likely and High are kroner in all, rounded to øre. They span the line's
// own three figures; drivers and rates stand at their likely values, and what
// those would change is told by the estimate's inputs.
type Cell struct {
	Project string // id, or "" for the kommune as such
	Task    string // id of the task, or of the milestone that the line starts at
	Role    string // id
	Kind    Kind
	Year    int // Undated where the date is not known

	Low, Likely, High drejebog.Kroner
	Hours             drejebog.Hours // likely; of own people, whether a stand-in does their ordinary work or not

	// Provisional is new money in its contribution's year because nobody knows the date.
	Provisional bool

	Decision plan.DecisionState // what the plan says of the money; zero where it says nothing, which is undecided too

	Certainty drejebog.Certainty // of the amount: the weakest of line, driver and rate
	Source    string             // the contribution, and where figures of the kommune's own stand
	Line      *Line              // the line that it is of
	Basis     *Basis             // what it was computed from, shared by the line's cells for the task
	Part      int                // its place among Basis.Parts
}

// partsOfTask is how a task's working days fall on budget years. A task that
// holds none (it lies on a weekend) falls where it finishes; one without dates
// is undated.
func partsOfTask(sched *timeline.Schedule, t *timeline.Task) []Part {
	if !t.Start.Known() || !t.Finish.Known() {
		return []Part{partIn(Undated, 1)}
	}
	years := sched.Spread(t)
	parts := make([]Part, 0, max(len(years), 1))
	for _, y := range years {
		parts = append(parts, partIn(y.Year, y.Workdays))
	}
	if len(parts) == 0 {
		parts = append(parts, partIn(t.Finish.Date.Year(), 1))
	}
	return parts
}

// partsFrom is how the working days of so many calendar days from a milestone,
// itself included, or before it, fall on budget years.
func partsFrom(sched *timeline.Schedule, m *timeline.Milestone, days int) []Part {
	period := daysFrom(m, days)
	return partsOfTask(sched, &period)
}

// daysFrom is so many calendar days from a milestone as a task that lies on them.
func daysFrom(m *timeline.Milestone, days int) timeline.Task {
	period := timeline.Task{Start: m.Date, Finish: m.Date}
	switch {
	case !m.Date.Known():
	case days < 0:
		period.Start.Date += date.Date(days)
		period.Finish.Date--
	default:
		period.Finish.Date += date.Date(max(days, 1) - 1)
	}
	return period
}

// Span is the first and the last day that the work of a cell falls on: those of its
// task, or from its milestone, that lie in the cell's year. Where none does, because the
// plan has put the work in another year, all of them count; false where they are not
// known, or nobody computed the estimate.
func (e *Estimate) Span(c *Cell) (first, last date.Date, known bool) {
	if e == nil || e.how == nil || c == nil || c.Line == nil {
		return 0, 0, false
	}
	over := e.how.spanOf(c.Task, c.Line)
	if over == nil || !over.Start.Known() || !over.Finish.Known() {
		return 0, 0, false
	}
	first, last = over.Start.Date, over.Finish.Date
	from, to := max(first, date.New(c.Year, time.January, 1)), min(last, date.New(c.Year, time.December, 31))
	if c.Year == Undated || from > to {
		return first, last, true
	}
	return from, to, true
}

// IsUntold reports whether what a cell is for is over on days that nobody tells: it has no
// Span, and waits for none.
func (e *Estimate) IsUntold(c *Cell) bool {
	if e == nil || e.how == nil || c == nil || c.Line == nil {
		return false
	}
	t := e.how.sched.Task(c.Task)
	return t != nil && e.PaidAt(c.Line, t) == nil && t.Start.Kind == timeline.Open && t.Finish.Kind == timeline.Open
}

// spanOf is a task with the days that a line falls on; nil for what is not scheduled.
func (c *computation) spanOf(task string, line *Line) *timeline.Task {
	t, m := c.sched.Task(task), c.sched.Milestone(task)
	if t != nil {
		m = c.PaidAt(line, t)
	}
	if m != nil {
		period := daysFrom(m, line.Days)
		return &period
	}
	return t
}

// partsOf is how a line of a task or milestone falls on budget years.
func (c *computation) partsOf(task string, line *Line) []Part {
	t := c.sched.Task(task)
	if t == nil {
		return partsFrom(c.sched, c.sched.Milestone(task), line.Days)
	}
	return c.partsFor(t, line)
}

// partsFor is partsOf a line of a task. How the days of a task fall is asked for once
// while the lines are placed: most tasks have several.
func (c *computation) partsFor(t *timeline.Task, line *Line) []Part {
	if m := c.PaidAt(line, t); m != nil {
		return partsFrom(c.sched, m, line.Days)
	}
	if c.fall == nil {
		return partsOfTask(c.sched, t)
	}
	if c.fall[t] == nil {
		c.fall[t] = partsOfTask(c.sched, t)
	}
	return slices.Clone(c.fall[t])
}

// PaidAt is the milestone of a task's own scope that a line for the task falls at; nil
// for a line that falls on the task's days.
func (e *Estimate) PaidAt(line *Line, t *timeline.Task) *timeline.Milestone {
	if e == nil || e.sched == nil || line == nil || t == nil || line.Milestone == "" {
		return nil
	}
	for i := range e.sched.Milestones {
		if m := &e.sched.Milestones[i]; m.Base() == line.Milestone && m.Project == t.Project {
			return m
		}
	}
	return nil
}

// relaid is how the parts of a line fall on budget years when its task does
// not fall as it was but as it is now: each goes with the share of the task's
// working days that lay in its year, and keeps its factor. One of a year that
// the task did not lie in stays there.
//
// A year may have several parts then. Days are counted in parts so small that
// both the old and the new fall on whole ones, so that nothing is lost.
func relaid(parts, was, now []Part) []Part {
	if slices.EqualFunc(was, now, func(a, b Part) bool { return a.Year == b.Year && a.Workdays == b.Workdays }) {
		return slices.Clone(parts)
	}
	wasDays, nowDays := workdays(was), workdays(now)
	var laid []Part
	wasFrom := 0
	for _, w := range was {
		wasTo := wasFrom + w.Workdays*nowDays
		at := slices.IndexFunc(parts, func(p Part) bool { return p.Year == w.Year })
		nowFrom := 0
		for _, n := range now {
			nowTo := nowFrom + n.Workdays*wasDays
			if days := min(wasTo, nowTo) - max(wasFrom, nowFrom); at >= 0 && days > 0 {
				part := partIn(n.Year, days)
				part.Factor, part.Adjustment, part.Provisional = parts[at].Factor, parts[at].Adjustment, parts[at].Provisional
				if n.Year != w.Year {
					part.From = w.Year
				}
				laid = append(laid, part)
			}
			nowFrom = nowTo
		}
		wasFrom = wasTo
	}
	if len(laid) == 0 {
		return slices.Clone(parts)
	}
	return laid
}

func workdays(parts []Part) int {
	days := 0
	for i := range parts {
		days += parts[i].Workdays
	}
	return days
}

func partIn(year, workdays int) Part {
	return Part{Year: year, Workdays: workdays, Factor: one, Index: one}
}
