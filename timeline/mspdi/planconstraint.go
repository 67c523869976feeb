package mspdi

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// constraint takes over the day that a task may not start before, where its own
// dates do not say it already, and tells of what else binds the task, unless
// its dates agree with it. Dated says whether they were taken over; latest takes
// the last day that a task may finish.
func (b *planBuilder) constraint(t *Task, f *plan.Task, dated bool, latest func(day date.Date)) {
	if t.ConstraintDate == nil || t.Constraint <= AsLateAsPossible { // what an earlier constraint left binds nothing
		if t.Constraint == AsLateAsPossible && !b.project.FromFinish {
			b.unbound(t, words("så sent som muligt", "as late as possible"))
		}
		return
	}
	first, last, ok := b.span(t)
	dated = dated && ok
	switch start, finish := t.ConstraintDate.Day(), t.ConstraintDate.LastDay(); {
	case t.Constraint == FinishNoLaterThan:
		latest(finish)
	case (t.Constraint == StartNoEarlierThan || t.Constraint == MustStartOn) && !dated:
		f.PlannedStart = &start
	case dated && t.Constraint == StartNoEarlierThan && start <= first:
	case dated && t.Constraint == FinishNoEarlierThan && finish <= last:
	case dated && t.Constraint == MustStartOn && start == first:
	case dated && t.Constraint == MustFinishOn && finish == last:
	default:
		b.unbound(t, constraintText(t))
	}
}

// unbound tells of a constraint that is not taken over.
func (b *planBuilder) unbound(t *Task, what lang.Text) {
	b.found("DB-613", t, lang.Args{"what": what})
}

var constraintTexts = map[Constraint]lang.Text{
	MustStartOn:         words("start netop ", "start on "),
	MustFinishOn:        words("slut netop ", "finish on "),
	StartNoEarlierThan:  words("start tidligst ", "start no earlier than "),
	StartNoLaterThan:    words("start senest ", "start no later than "),
	FinishNoEarlierThan: words("slut tidligst ", "finish no earlier than "),
	FinishNoLaterThan:   words("slut senest ", "finish no later than "),
}

// constraintText says what a date binds a task by: "start senest 5. maj 2015".
func constraintText(t *Task) lang.Text {
	text := constraintTexts[t.Constraint]
	day := t.ConstraintDate.Day()
	switch t.Constraint {
	case MustFinishOn, FinishNoEarlierThan, FinishNoLaterThan:
		day = t.ConstraintDate.LastDay()
	}
	when := lang.DayText(day)
	return lang.Text{DA: text.DA + when.DA, EN: text.EN + when.EN}
}

// deadlineOnPlaybook tells of the last day that one of the playbook's tasks may
// finish.
func (b *planBuilder) deadlineOnPlaybook(t *Task) func(day date.Date) {
	return func(day date.Date) { b.found("DB-612", t, lang.Args{"deadline": lang.DayText(day)}) }
}

// undatable tells what binds a task or milestone to a day that the plan has no
// place for: it is dated by others.
func (b *planBuilder) undatable(t *Task) {
	if t.Inactive || b.unchanged(t).constraint || t.Constraint == AsSoonAsPossible || t.ConstraintDate == nil {
		return
	}
	b.unbound(t, constraintText(t))
}
