package mspdi

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// resources tells of the resources that would date their tasks otherwise.
func (b *networkBuilder) resources() {
	byUID := make(map[int]*Resource, len(b.project.Resources))
	for i := range b.project.Resources {
		byUID[b.project.Resources[i].UID] = &b.project.Resources[i]
	}
	assigned := map[int][]*Assignment{} // by activity
	for i := range b.project.Assignments {
		a := &b.project.Assignments[i]
		if activity, known := b.Index[a.Task]; known && !b.isSummary(activity) {
			assigned[activity] = append(assigned[activity], a)
		}
	}
	differ := map[[2]int]bool{} // by calendar of the task and of the resource
	for activity, i := range b.Tasks {
		t := &b.project.Tasks[i]
		if len(assigned[activity]) == 0 || t.Manual || t.ActualFinish != nil {
			continue
		}
		late := func(a *Assignment) bool { return a.Delay > 0 }
		if !slices.ContainsFunc(assigned[activity], func(a *Assignment) bool { return !late(a) }) {
			b.tell(t, "Assignment.Delay", AssignmentDelay)
		}
		if t.Duration.Elapsed() || t.IgnoreResourceCalendar && b.calendar(t.Calendar) != nil {
			continue
		}
		for _, a := range assigned[activity] {
			if r := byUID[a.Resource]; r != nil && b.differs(b.Network.Network.Activities[activity].Calendar, r, differ) {
				b.tell(t, "Assignment.ResourceUID", ResourceCalendar)
				break
			}
		}
	}
}

// differs reports whether a resource works at other times than a calendar of
// the network has; it may, where there are too many days to compare.
func (b *networkBuilder) differs(calendar int, r *Resource, known map[[2]int]bool) bool {
	chain := bases(r.Calendar, b.calendar)
	if len(chain) == 0 {
		return false
	}
	pair := [2]int{calendar, r.Calendar}
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
