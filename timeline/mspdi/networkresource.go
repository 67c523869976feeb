package mspdi

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// work is who is given which task.
type work struct {
	resources   map[int]*Resource     // by UID
	assignments map[int][]*Assignment // by activity
	differ      map[[2]int]bool       // by calendar of the network and of the resource: whether they do
}

func (b *networkBuilder) assign() {
	b.work = work{map[int]*Resource{}, map[int][]*Assignment{}, map[[2]int]bool{}}
	for i := range b.project.Resources {
		b.work.resources[b.project.Resources[i].UID] = &b.project.Resources[i]
	}
	for i := range b.project.Assignments {
		a := &b.project.Assignments[i]
		if activity, known := b.Index[a.Task]; known && !b.isSummary(activity) {
			b.work.assignments[activity] = append(b.work.assignments[activity], a)
		}
	}
}

// resources tells of resources that would date a task otherwise, and reports
// whether there are any.
func (b *networkBuilder) resources(activity int, t *Task) bool {
	assigned := b.work.assignments[activity]
	if len(assigned) == 0 || t.stands() || t.ActualFinish != nil {
		return false
	}
	late := !slices.ContainsFunc(assigned, func(a *Assignment) bool { return a.Delay <= 0 && a.LevelingDelay <= 0 })
	if late {
		b.tell(t, "Assignment.Delay", AssignmentDelay)
	}
	if t.Duration.Elapsed() || t.IgnoreResourceCalendar && b.calendar(t.Calendar) != nil {
		return late
	}
	for _, a := range assigned {
		if r := b.work.resources[a.Resource]; r != nil && b.differs(b.Network.Network.Activities[activity].Calendar, r) {
			b.tell(t, "Assignment.ResourceUID", ResourceCalendar)
			return true
		}
	}
	return late
}

// differs reports whether a resource works at other times than a calendar of
// the network has; it may, where there are too many days to compare.
func (b *networkBuilder) differs(calendar int, r *Resource) bool {
	chain := bases(r.Calendar, b.calendar)
	if len(chain) == 0 {
		return false
	}
	known, pair := b.work.differ, [2]int{calendar, r.Calendar}
	if _, looked := known[pair]; !looked {
		of := &b.Network.Network.Calendars[calendar]
		times, _ := workingTimes(chain, &b.daysLeft)
		b.daysLeft -= countDays(of)
		known[pair] = b.daysLeft < 0 || !sameTimes(of, &times)
	}
	return known[pair]
}

// sameTimes reports whether two calendars are worked at the same times.
func sameTimes(a, b *cpm.Calendar) bool {
	for day := range a.Week {
		if !sameShifts(a.Week[day], b.Week[day]) {
			return false
		}
	}
	ofA, ofB := datedTimes(a), datedTimes(b)
	for _, dated := range [...]map[cpm.Day][]cpm.Shift{ofA, ofB} {
		for day := range dated {
			if !sameShifts(timesOn(a, ofA, day), timesOn(b, ofB, day)) {
				return false
			}
		}
	}
	return true
}

// countDays counts the days of a calendar's exceptions.
func countDays(c *cpm.Calendar) int {
	days := 0
	for _, e := range c.Exceptions {
		days += int(e.Last-e.First) + 1
	}
	return days
}

func sameShifts(a, b []cpm.Shift) bool { return slices.Equal(united(a), united(b)) }

// united are shifts in order that neither touch nor overlap.
func united(shifts []cpm.Shift) []cpm.Shift {
	shifts = slices.Clone(shifts)
	slices.SortFunc(shifts, func(a, b cpm.Shift) int { return cmp.Compare(a.From, b.From) })
	out := shifts[:0]
	for _, s := range shifts {
		if n := len(out); n > 0 && s.From <= out[n-1].To {
			out[n-1].To = max(out[n-1].To, s.To)
		} else {
			out = append(out, s)
		}
	}
	return out
}
