package interchange

import (
	"slices"
	"time"

	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// The numbers of the calendars in what FromSchedule writes.
const (
	workdays       = 1
	aroundTheClock = 2
)

// onDaysOff gives the milestones that stand on a day off a calendar without any:
// there are programs that move a milestone to the next working day of its calendar,
// and what waits for it with it. One that others reach by a lag of working days keeps
// the kommune's calendar, as the lag counts on it.
func (b *scheduleBuilder) onDaysOff() {
	found := false
	for i := range b.Tasks {
		t := &b.Tasks[i]
		if !t.Milestone || t.Start == nil || b.sched.Workdays(t.Start.Day(), t.Start.Day()) > 0 || slices.ContainsFunc(t.Links, isOfWork) {
			continue
		}
		t.Calendar, found = aroundTheClock, true
	}
	if !found {
		return
	}
	c := mspdi.Calendar{UID: aroundTheClock, Name: b.say("interchange/around-the-clock", nil), IsBase: true, Base: mspdi.None}
	for day := time.Sunday; day <= time.Saturday; day++ {
		c.Week[day] = &mspdi.Day{Working: true, Shifts: []mspdi.Shift{{From: 0, To: minutesPerDay}}}
	}
	b.Calendars = append(b.Calendars, c)
}

// isOfWork reports whether a link has a lag that counts working time.
func isOfWork(l mspdi.Link) bool { return l.Lag != 0 && !l.Elapsed() }
