package interchange

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/rickb777/date/v2"
)

// fit takes the dates and lengths that no plan can hold out of a copy of the
// project, and tells them: the rest of each task is taken over. A task that is as
// FromSchedule wrote it says nothing of them: a schedule goes further than a plan.
func (b *planBuilder) fit() {
	p := *b.project
	p.Tasks = slices.Clone(p.Tasks)
	b.project = &p
	first, last := plan.Days()
	outside := b.text("interchange/outside-years", lang.Args{"first": lang.Day(first), "last": lang.Day(last)})
	if at := p.StatusDate; at != nil && (at.LastDay() < first || at.LastDay() > last) {
		p.StatusDate = nil
		b.out.leave(outside, "StatusDate", -1)
	}
	own := p.OwnSummary()
	for i := range p.Tasks {
		t := &p.Tasks[i]
		if t.Null || i == own || b.unchanged(t) == (unchanged{true, true, true}) {
			continue
		}
		for _, d := range []struct {
			field string
			at    **mspdi.Moment
			day   func(mspdi.Moment) date.Date
		}{
			{"Start", &t.Start, mspdi.Moment.Day}, {"Finish", &t.Finish, mspdi.Moment.LastDay},
			{"ActualStart", &t.ActualStart, mspdi.Moment.Day}, {"ActualFinish", &t.ActualFinish, mspdi.Moment.LastDay},
			{"ConstraintDate", &t.ConstraintDate, mspdi.Moment.LastDay}, {"Deadline", &t.Deadline, mspdi.Moment.LastDay},
		} {
			if *d.at == nil {
				continue
			}
			if day := d.day(**d.at); day < first || day > last {
				*d.at = nil
				if d.field == "ConstraintDate" {
					t.Constraint = mspdi.AsSoonAsPossible
				}
				b.out.leave(outside, d.field, i)
			}
		}
		b.fitLengths(t, i)
	}
}

// fitLengths takes out the lengths that are longer than any of the plan's.
func (b *planBuilder) fitLengths(t *mspdi.Task, i int) {
	_, most := bounds("tasks.duration")
	tooLong := b.text("interchange/too-long", lang.Args{"most": lang.Whole(most)})
	if b.days(t.Duration) > most {
		t.Duration.Minutes = 0
		b.out.leave(tooLong, "Duration", i)
	}
	if t.Remaining != nil && b.days(mspdi.Duration{Minutes: *t.Remaining, Format: t.Duration.Format}) > most {
		t.Remaining = nil
		b.out.leave(tooLong, "RemainingDuration", i)
	}
}

// dataDate is the day of status or, where neither the file nor the plan says one,
// the last day on which something of the file has happened that the plan did not know
// of, if the plan is seen from an earlier one: what has happened cannot lie ahead.
func (b *planBuilder) dataDate() {
	if b.project.StatusDate != nil {
		b.plan.DataDate = new(b.project.StatusDate.LastDay())
	}
	if b.plan.DataDate != nil {
		return
	}
	last := b.reported()
	for _, i := range b.project.Leaves() {
		t := &b.project.Tasks[i]
		if b.unchanged(t).progress {
			continue
		}
		if t.ActualStart != nil {
			last = max(last, t.ActualStart.Day())
		}
		if t.ActualFinish != nil {
			last = max(last, t.ActualFinish.LastDay())
		}
	}
	if last > b.reported() {
		b.plan.DataDate = &last
		b.add("DB-641", "dataDate", strict.Place{File: b.file}, lang.Args{"date": lang.Day(last)})
	}
}

// bounds are the least and the most of the whole number at a key of a plan.
func bounds(path string) (least, most int) {
	rule := plan.Grammar().Field(path).Tag
	return int(rule.Least.IntPart()), int(rule.Most.IntPart())
}

// room is how many entries the list or mapping at a key of a plan may have.
func room(path string) int {
	rule := plan.Grammar().Field(path).Tag
	return rule.MostEntries()
}
