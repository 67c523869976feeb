package estimate

import (
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
	var parts []Part
	for _, y := range sched.Spread(t) {
		parts = append(parts, partIn(y.Year, y.Workdays))
	}
	if len(parts) == 0 {
		return []Part{partIn(t.Finish.Date.Year(), 1)}
	}
	return parts
}

// partsFrom is how the working days of so many calendar days from a milestone,
// itself included, fall on budget years.
func partsFrom(sched *timeline.Schedule, m *timeline.Milestone, days int) []Part {
	if !m.Date.Known() {
		return []Part{partIn(Undated, 1)}
	}
	period := timeline.Task{Start: m.Date, Finish: m.Date}
	period.Finish.Date += date.Date(max(days, 1) - 1)
	return partsOfTask(sched, &period)
}

func partIn(year, workdays int) Part {
	return Part{Year: year, Workdays: workdays, Factor: one, Index: one}
}
