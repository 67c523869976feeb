package mspdi

import (
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// start takes over the project's start, or the finish from which it is scheduled
// back. Without a start it is the first date of any task.
func (b *networkBuilder) start() {
	if b.project.FromFinish && b.project.Finish != nil {
		b.Input.FromFinish, b.Input.MustFinish = true, new(cpm.Instant(*b.project.Finish))
	} else if b.project.FromFinish {
		b.note(None, "FinishDate", Missing)
	}
	start := b.project.Start
	if start == nil {
		if !b.Input.FromFinish {
			b.note(None, "StartDate", Missing)
		}
		for i := range b.project.Tasks {
			t := &b.project.Tasks[i]
			for _, at := range [...]*Moment{t.Start, t.ActualStart, t.ConstraintDate} {
				if t.counts() && i != b.own && at != nil && (start == nil || *at < *start) {
					start = at
				}
			}
		}
	}
	if start != nil {
		b.Input.Start = cpm.Instant(*start)
	}
	if b.project.ManyPaths {
		b.note(None, "MultipleCriticalPaths", ManyPaths)
	}
}

// starts gives each activity its lowest date. The project's start binds what
// waits for nothing, and what must finish when something else does. It does not
// bind what has a first date of its own, or what waits for work that may begin
// before it: so Microsoft Project has it by the samples that MPXJ's scheduler was
// held against.
func (b *networkBuilder) starts() {
	n := &b.Network.Network
	waits, finishes := make([]bool, len(n.Activities)), make([]bool, len(n.Activities))
	for _, l := range n.Links {
		waits[l.To] = true
		finishes[l.To] = finishes[l.To] || l.Type == cpm.FF
	}
	starts := make([]cpm.Instant, len(n.Activities))
	for activity, i := range b.Tasks {
		if above := n.Parents[activity]; above >= 0 { // which comes first
			waits[activity] = waits[activity] || waits[above]
			finishes[activity] = finishes[activity] || finishes[above]
		}
		starts[activity] = b.Input.Start
		t := &b.project.Tasks[i]
		own := t.Constraint == StartNoEarlierThan || t.Constraint == FinishNoEarlierThan
		switch {
		case b.isSummary(activity) || finishes[activity]:
		case waits[activity] || b.outside[activity] || own && t.ConstraintDate != nil:
			starts[activity] = firstInstant
		}
	}
	if slices.ContainsFunc(starts, func(x cpm.Instant) bool { return x != b.Input.Start }) {
		b.Input.Starts = starts
	}
}

// firstInstant is before all that a file can say: the first of lang's years.
var firstInstant = cpm.Instant(cpm.Date(1900, 1, 1)) * minutesPerDay
