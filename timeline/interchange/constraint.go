package interchange

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/rickb777/date/v2"
)

// constraint takes over the day that a task may not start before, where its own
// dates do not say it already, and tells of what else binds the task, unless
// its dates agree with it. Dated says whether they were taken over; latest takes
// the last day that a task may finish.
func (b *planBuilder) constraint(t *mspdi.Task, f *plan.Task, dated bool, latest func(day date.Date)) {
	if t.ConstraintDate == nil && t.Constraint > mspdi.AsLateAsPossible {
		b.unbound(t, b.text("interchange/undated-constraint", nil))
		return
	}
	if t.Constraint <= mspdi.AsLateAsPossible { // what an earlier constraint left binds nothing
		if t.Constraint == mspdi.AsLateAsPossible && !b.project.FromFinish {
			b.unbound(t, b.text("interchange/as-late-as-possible", nil))
		}
		return
	}
	first, last, ok := b.span(t)
	dated = dated && ok
	switch start, finish := t.ConstraintDate.Day(), t.ConstraintDate.LastDay(); {
	case t.Constraint == mspdi.FinishNoLaterThan:
		latest(finish)
	case (t.Constraint == mspdi.StartNoEarlierThan || t.Constraint == mspdi.MustStartOn) && !dated:
		f.PlannedStart = &start
	case dated && t.Constraint == mspdi.StartNoEarlierThan && start <= first:
	case dated && t.Constraint == mspdi.FinishNoEarlierThan && finish <= last:
	case dated && t.Constraint == mspdi.MustStartOn && start == first:
	case dated && t.Constraint == mspdi.MustFinishOn && finish == last:
	default:
		b.unbound(t, b.constraintText(t))
	}
}

// unbound tells of a constraint that is not taken over.
func (b *planBuilder) unbound(t *mspdi.Task, what lang.Text) {
	b.found("DB-613", t, lang.Args{"what": what})
}

// constraintText says what a date binds a task by: "start senest 5. maj 2015".
func (b *planBuilder) constraintText(t *mspdi.Task) lang.Text {
	start, finish := lang.Day(t.ConstraintDate.Day()), lang.Day(t.ConstraintDate.LastDay())
	switch t.Constraint {
	case mspdi.MustStartOn:
		return b.text("interchange/must-start-on", lang.Args{"day": start})
	case mspdi.MustFinishOn:
		return b.text("interchange/must-finish-on", lang.Args{"day": finish})
	case mspdi.StartNoEarlierThan:
		return b.text("interchange/start-no-earlier", lang.Args{"day": start})
	case mspdi.StartNoLaterThan:
		return b.text("interchange/start-no-later", lang.Args{"day": start})
	case mspdi.FinishNoEarlierThan:
		return b.text("interchange/finish-no-earlier", lang.Args{"day": finish})
	case mspdi.FinishNoLaterThan:
		return b.text("interchange/finish-no-later", lang.Args{"day": finish})
	}
	return b.text("interchange/as-late-as-possible", nil)
}

// deadlineOnPlaybook tells of the last day that one of the playbook's tasks may
// finish.
func (b *planBuilder) deadlineOnPlaybook(t *mspdi.Task) func(day date.Date) {
	return func(day date.Date) { b.found("DB-612", t, lang.Args{"deadline": lang.Day(day)}) }
}

// undatable tells what binds a task or milestone to a day that the plan has no
// place for: it is dated by others.
func (b *planBuilder) undatable(t *mspdi.Task) {
	if t.Inactive || b.unchanged(t).constraint || t.Constraint == mspdi.AsSoonAsPossible || t.ConstraintDate == nil {
		return
	}
	b.unbound(t, b.constraintText(t))
}
