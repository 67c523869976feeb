package mspdi

import (
	"fmt"
	"slices"
)

// BoundsError says that a project holds what no file can: a moment outside the
// years that are read, a number that is too large.
type BoundsError struct{ Beyond []NotHonoured }

// Error names the first of them.
func (e *BoundsError) Error() string {
	if e == nil || len(e.Beyond) == 0 {
		return "mspdi: beyond what a file can hold"
	}
	return fmt.Sprintf("mspdi: beyond what a file can hold: %s of %d, and %d more", e.Beyond[0].Field, e.Beyond[0].UID, len(e.Beyond)-1)
}

// Bounded returns a project with nothing in it that no file can hold, each such
// value as when absent and told: a program can make a project of any.
func (p *Project) Bounded() (*Project, []NotHonoured) {
	b := bounds{}
	q := *p
	projectFields.bound(&q, New(), func(element string) { b.tell(None, element) })
	q.Tasks, _ = eachBounded(p.Tasks, b.task)
	q.Calendars, _ = eachBounded(p.Calendars, b.calendar)
	q.Assignments, _ = eachBounded(p.Assignments, func(a Assignment) (Assignment, bool) {
		changed := assignmentFields.bound(&a, &Assignment{}, func(element string) { b.tell(a.Task, "Assignment."+element) })
		return a, changed
	})
	return &q, b.told
}

// bounds tells what lies beyond them.
type bounds struct{ told []NotHonoured }

func (b *bounds) tell(uid int, element string) {
	b.told = append(b.told, NotHonoured{uid, element, OutOfBounds})
}

func (b *bounds) task(t Task) (Task, bool) {
	changed := taskFields.bound(&t, &Task{Calendar: None}, func(element string) { b.tell(t.UID, element) })
	links, more := eachBounded(t.Links, func(l Link) (Link, bool) {
		changed := linkFields.bound(&l, &Link{}, func(element string) { b.tell(t.UID, "PredecessorLink."+element) })
		return l, changed
	})
	t.Links = links
	return t, changed || more
}

func (b *bounds) calendar(c Calendar) (Calendar, bool) {
	tell := func(element string) { b.tell(None, c.path()+element) }
	changed := calendarFields.bound(&c, &Calendar{Base: None}, tell)
	exceptions, more := eachBounded(c.Exceptions, func(e Exception) (Exception, bool) {
		changed := exceptionFields.bound(&e, &Exception{}, func(element string) { tell("Exception." + element) })
		if p := (period{e.From, e.To}); periodFields.bound(&p, &period{}, func(string) { tell("Exception.TimePeriod") }) {
			e.From, e.To, changed = p.from, p.to, true
		}
		tellShifts(e.Shifts, tell)
		return e, changed
	})
	weeks, yet := eachBounded(c.WorkWeeks, func(w WorkWeek) (WorkWeek, bool) {
		p := period{w.From, w.To}
		changed := periodFields.bound(&p, &period{}, func(string) { tell("WorkWeek.TimePeriod") })
		w.From, w.To = p.from, p.to
		tellDays(&w.Week, tell)
		return w, changed
	})
	tellDays(&c.Week, tell)
	c.Exceptions, c.WorkWeeks = exceptions, weeks
	return c, changed || more || yet
}

func tellDays(week *[7]*Day, tell func(string)) {
	for _, day := range week {
		if day != nil {
			tellShifts(day.Shifts, tell)
		}
	}
}

// tellShifts tells of shifts that are none, which Day.shifts leaves out.
func tellShifts(shifts []Shift, tell func(string)) {
	for _, s := range shifts {
		if !s.isWork() {
			tell("WorkingTime")
		}
	}
}

// bound resets the fields that no file can hold, and reports whether there are
// any.
func (f *fields[T]) bound(t, usual *T, tell func(element string)) bool {
	changed := false
	for i := range f.list {
		if of := &f.list[i]; of.holds != nil && !of.holds(t) {
			tell(of.name)
			of.reset(t, usual)
			changed = true
		}
	}
	return changed
}

// eachBounded returns a list with each item bounded: itself where none changes.
func eachBounded[T any](list []T, bound func(T) (T, bool)) ([]T, bool) {
	out, changed := list, false
	for i := range list {
		item, differs := bound(list[i])
		if !differs {
			continue
		}
		if !changed {
			out, changed = slices.Clone(list), true
		}
		out[i] = item
	}
	return out, changed
}
