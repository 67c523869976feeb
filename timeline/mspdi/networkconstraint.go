package mspdi

import "github.com/drejebog/monopolbrud/timeline/cpm"

func (b *networkBuilder) bind(activity int, kind cpm.ConstraintKind, at Moment) {
	b.Input.Constraints = append(b.Input.Constraints, cpm.Constraint{Activity: activity, Kind: kind, At: cpm.Instant(at)})
}

var constraintKinds = map[Constraint]cpm.ConstraintKind{
	AsLateAsPossible: cpm.AsLateAsPossible, MustStartOn: cpm.MustStartOn, MustFinishOn: cpm.MustFinishOn,
	StartNoEarlierThan: cpm.StartNoEarlierThan, StartNoLaterThan: cpm.StartNoLaterThan,
	FinishNoEarlierThan: cpm.FinishNoEarlierThan, FinishNoLaterThan: cpm.FinishNoLaterThan,
}

// constrain adds what binds a task. The constraint of one that logic does not
// move only says where it was.
func (b *networkBuilder) constrain(activity int, t *Task) {
	switch {
	case !t.stands():
		if t.Manual && !t.hasStarted() && !b.isSummary(activity) {
			b.tell(t, "Start", Missing)
		}
		b.constraint(activity, t)
	case b.isSummary(activity):
		if t.Manual {
			b.tell(t, "Manual", OfSummary)
		}
		b.constraint(activity, t)
	default:
		b.fix(activity, t)
	}
	if t.Deadline != nil {
		b.bind(activity, cpm.Deadline, *t.Deadline)
	}
}

// constraint adds the constraint of a task. The engine takes few kinds on a
// summary; the others do not bind there. A date without a kind is what an
// earlier constraint left behind. What is scheduled back from a finish is as late
// as possible, unless it is said to be as soon.
func (b *networkBuilder) constraint(activity int, t *Task) {
	kind, known := constraintKinds[t.Constraint]
	onSummary := kind == cpm.StartNoEarlierThan || kind == cpm.FinishNoLaterThan
	switch {
	case b.Input.FromFinish && t.Constraint == AsSoonAsPossible && !b.isSummary(activity):
		b.bind(activity, cpm.AsSoonAsPossible, 0)
	case b.Input.FromFinish && t.Constraint == AsLateAsPossible: // as everything is
	case !known:
	case b.isSummary(activity) && !onSummary:
		b.tell(t, "ConstraintType", OfSummary)
	case kind == cpm.AsLateAsPossible:
		b.bind(activity, kind, 0)
	case t.ConstraintDate == nil:
		b.tell(t, "ConstraintDate", Missing)
	default:
		b.bind(activity, kind, *t.ConstraintDate)
	}
}
