package interchange

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/rickb777/date/v2"
)

// facts are the dates, the progress, who answers, and the note, over what the
// plan has. The usual role goes without saying; latest takes the last day that
// the task may finish.
func (b *planBuilder) facts(t *mspdi.Task, had plan.Task, usual string, latest func(day date.Date)) plan.Task {
	f, same := had, b.unchanged(t)
	if t.Value(notRelevantField) != "" {
		f.NotRelevant = nil // it has been made active
	}
	if t.Duration.Minutes < 0 {
		b.unread(t, b.text("interchange/duration", nil), b.text("interchange/negative", nil))
	}
	dated := !same.dates && !b.onlyReported(t, same)
	if dated {
		b.dates(t, &f)
	}
	if !same.constraint {
		b.constraint(t, &f, dated, latest)
	}
	if !same.progress {
		b.progress(t, &f)
	}
	b.status(t, &f)
	b.note(t, &f)
	b.responsible(t, usual, &f)
	return f
}

// onlyReported reports whether the dates of a task that was written have moved
// because it has finished since: the actual dates say so.
func (b *planBuilder) onlyReported(t *mspdi.Task, same unchanged) bool {
	_, ours := asWritten(t)
	return ours && !b.afresh && !same.progress && t.ActualStart != nil && t.ActualFinish != nil
}

// status takes over what a new plan's task was called where its dates do not say so: that
// it is done on a day that nobody knows, or on hold.
func (b *planBuilder) status(t *mspdi.Task, f *plan.Task) {
	var status plan.Status
	if !b.afresh || f.Status != 0 || f.ActualStart != nil || f.ActualFinish != nil {
		return
	}
	if err := status.UnmarshalText([]byte(t.Value(statusField))); err == nil {
		f.Status = status
	}
}

// note takes over the kommune's own note, but one that is the plan's as files show it.
func (b *planBuilder) note(t *mspdi.Task, f *plan.Task) {
	if note := ownNote(noteBegin(b.book.Words), t.Notes); note != "" {
		f.Note = lang.Kept(f.Note, note)
	}
}

// dates takes over when a task is planned, or how long it takes.
func (b *planBuilder) dates(t *mspdi.Task, f *plan.Task) {
	first, last, ok := b.span(t)
	switch {
	case ok:
		f.Duration, f.PlannedStart, f.PlannedFinish = nil, &first, &last
		return
	case t.Duration.Minutes > 0:
		f.Duration, f.PlannedFinish = new(b.days(t.Duration)), nil
	}
	switch {
	case t.Start != nil && t.Finish == nil:
		f.PlannedStart = new(t.Start.Day())
	case t.Finish != nil && t.Start == nil && f.Duration != nil:
		f.PlannedStart, f.PlannedFinish = nil, new(t.Finish.LastDay())
	}
}

// span returns the first and the last day of a task, and false where the file
// has none that can be; a milestone has one.
func (b *planBuilder) span(t *mspdi.Task) (first, last date.Date, ok bool) {
	if t.Start == nil || t.Finish == nil {
		return 0, 0, false
	}
	first = t.Start.Day()
	if *t.Finish < *t.Start {
		b.unread(t, b.text("interchange/dates", nil), b.reversed(t.Start, t.Finish))
		return 0, 0, false
	}
	return first, max(first, t.Finish.LastDay()), true
}

func (b *planBuilder) reversed(start, finish *mspdi.Moment) lang.Text {
	return b.text("interchange/reversed", lang.Args{"start": lang.Day(start.Day()), "finish": lang.Day(finish.LastDay())})
}

// unread tells of values that cannot be.
func (b *planBuilder) unread(t *mspdi.Task, what, why lang.Text) {
	b.found("DB-611", t, lang.Args{"what": what, "why": why})
}

// days rounds a length up to working days.
func (b *planBuilder) days(d mspdi.Duration) int {
	day := max(b.project.MinutesPerDay, 1)
	if d.Elapsed() {
		day = minutesPerDay
	}
	return (max(d.Minutes, 0) + day - 1) / day
}

// progress takes over how far a task is, where the file says so.
func (b *planBuilder) progress(t *mspdi.Task, f *plan.Task) {
	if t.ActualStart == nil && t.ActualFinish == nil && t.PercentComplete == 0 {
		return
	}
	start, finish := cmp.Or(t.ActualStart, t.Start), t.ActualFinish
	done := finish != nil || t.PercentComplete == 100
	if done {
		finish = cmp.Or(finish, t.Finish)
	}
	what := b.text("interchange/progress", nil)
	switch {
	case start == nil || done && finish == nil:
		b.unread(t, what, b.text("interchange/no-actual-dates", nil))
		return
	case done && *finish < *start:
		b.unread(t, what, b.reversed(start, finish))
		return
	case t.ActualStart != nil && start.Day() > b.reported() || t.ActualFinish != nil && finish.LastDay() > b.reported():
		b.unread(t, what, b.text("interchange/ahead", lang.Args{"day": lang.Day(b.reported())}))
		return
	}
	f.ActualStart, f.ActualFinish = new(start.Day()), nil
	if t.ActualStart == nil {
		*f.ActualStart = min(*f.ActualStart, b.reported())
	}
	if done {
		last := finish.LastDay()
		if t.ActualFinish == nil {
			last = min(last, b.reported())
		}
		f.ActualFinish = new(max(last, *f.ActualStart))
	} else if left, said := b.left(t); said {
		f.Remaining = &left
	}
	f.Settle()
	if t.ActualStart == nil || done && t.ActualFinish == nil {
		b.assumed(t, f)
	}
}

// assumed tells which dates a percentage was read as.
func (b *planBuilder) assumed(t *mspdi.Task, f *plan.Task) {
	from, percent := lang.Day(*f.ActualStart), t.PercentComplete
	dates := b.text("interchange/begun", lang.Args{"start": from})
	if f.ActualFinish != nil {
		dates, percent = b.text("interchange/begun-and-finished", lang.Args{"start": from, "finish": lang.Day(*f.ActualFinish)}), 100
	}
	b.found("DB-610", t, lang.Args{"percent": lang.Plain(percent), "dates": dates})
}

// reported is the last day that a plan can hold actual dates of.
func (b *planBuilder) reported() date.Date {
	if b.plan.DataDate != nil {
		return *b.plan.DataDate
	}
	return b.plan.SeenFrom(b.book)
}

// left returns the working days that are left of a task under way, and false
// where nothing tells them.
func (b *planBuilder) left(t *mspdi.Task) (int, bool) {
	if t.Remaining != nil && *t.Remaining < 0 {
		b.unread(t, b.text("interchange/remaining", nil), b.text("interchange/negative", nil))
	} else if t.Remaining != nil {
		return b.days(mspdi.Duration{Minutes: *t.Remaining, Format: t.Duration.Format}), true
	}
	length := t.Duration
	if length.Minutes <= 0 && t.Start != nil && t.Finish != nil {
		length = mspdi.Duration{Minutes: weekdays(t.Start.Day(), t.Finish.LastDay()) * b.project.MinutesPerDay, Format: mspdi.FormatDays}
	}
	length.Minutes = int(int64(length.Minutes) * int64(100-t.PercentComplete) / 100)
	return b.days(length), t.Duration.Minutes > 0 || length.Minutes > 0
}

// weekdays counts the days from Monday to Friday in a range, both ends
// included.
func weekdays(first, last date.Date) int {
	weeks := max(int(last-first)+1, 0) / 7
	count := weeks * 5
	for day := first + date.Date(7*weeks); day <= last; day++ {
		if weekday := day.Weekday(); weekday != time.Saturday && weekday != time.Sunday {
			count++
		}
	}
	return count
}

// responsible finds the person or role that the contact, or else the first resource,
// names. Whom the plan does not know yet has no place in it but the note.
func (b *planBuilder) responsible(t *mspdi.Task, usual string, f *plan.Task) {
	names := b.who[t.UID]
	if _, ours := asWritten(t); ours {
		names = nil // those that the schedule was written with
	}
	if who := strings.TrimSpace(t.Contact); who != "" {
		names = slices.Insert(slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name == who }), 0, who)
	}
	var unknown []string
	for i, who := range names {
		switch id := b.plan.Who(b.book, who); {
		case id == "":
			unknown = append(unknown, who)
		case i == 0 && (id != usual || f.Responsible != ""):
			f.Responsible = id
		}
	}
	if len(unknown) == 0 {
		return
	}
	who := lang.Both(strings.Join(unknown, ", "))
	b.found("DB-607", t, lang.Args{"id": who})
	if line := b.text("interchange/note-responsible", lang.Args{"name": who}).DA; !strings.Contains(f.Note, line) {
		f.Note = strings.TrimSpace(f.Note + "\n" + line)
	}
}

// mostResources bounds the people of a task who are looked at.
const mostResources = 20

// assigned notes the resources of each task, in the order of the file.
func (b *planBuilder) assigned() {
	names := make(map[int]string, len(b.project.Resources))
	for i := range b.project.Resources {
		r := &b.project.Resources[i]
		if _, twice := names[r.UID]; !twice {
			names[r.UID] = strings.TrimSpace(r.Name)
		}
	}
	b.who = map[int][]string{}
	for i := range b.project.Assignments {
		a := &b.project.Assignments[i]
		if name := names[a.Resource]; name != "" && len(b.who[a.Task]) < mostResources && !slices.Contains(b.who[a.Task], name) {
			b.who[a.Task] = append(b.who[a.Task], name)
		}
	}
}
