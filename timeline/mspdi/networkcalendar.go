package mspdi

import (
	"slices"
	"strconv"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func (b *networkBuilder) add(c cpm.Calendar) int {
	b.Network.Network.Calendars = append(b.Network.Network.Calendars, c)
	return len(b.Network.Network.Calendars) - 1
}

// calendar returns a calendar of the file by its UID, the first of several.
func (b *networkBuilder) calendar(uid int) *Calendar {
	if b.byUID == nil {
		b.byUID = make(map[int]*Calendar, len(b.project.Calendars))
		for i := range slices.Backward(b.project.Calendars) {
			b.byUID[b.project.Calendars[i].UID] = &b.project.Calendars[i]
		}
	}
	return b.byUID[uid]
}

// calendarOf returns the index of the calendar of a task.
func (b *networkBuilder) calendarOf(t *Task) int {
	if t.Duration.Elapsed() {
		return b.roundTheClock
	}
	uid := t.Calendar
	if b.calendar(uid) == nil {
		if uid != None {
			b.tell(t, "CalendarUID", UnknownCalendar)
		}
		uid = b.project.Calendar
	}
	return b.timesOf(uid)
}

// maxCalendars bounds the calendars of a network: the engine takes no more than
// 65,534.
const maxCalendars = 1 << 15

// timesOf returns the index of a calendar of the file, and tells what of it is
// not honoured.
func (b *networkBuilder) timesOf(uid int) int {
	if at, known := b.calendars[uid]; known {
		return at
	}
	if len(b.calendars) >= maxCalendars {
		b.note(None, "Calendars", TooMany)
		return b.calendars[b.project.Calendar]
	}
	chain := bases(uid, b.calendar)
	if len(chain) == 0 && uid != None {
		b.note(None, "CalendarUID", UnknownCalendar)
	}
	for i, c := range chain {
		b.oddTimes(c)
		if c.Base != None && i == len(chain)-1 {
			b.note(None, c.path()+"BaseCalendarUID", UnknownCalendar)
		}
	}
	times, worked := workingTimes(chain, &b.daysLeft)
	if b.daysLeft < 0 {
		b.note(None, chain[0].path()+"Exceptions", TooMany)
	}
	if !worked {
		b.note(None, chain[0].path()+"WeekDays", NoWorkingTime)
	}
	times.Key = strconv.Itoa(uid)
	b.calendars[uid] = b.add(times.Compiled(0, minutesPerDay))
	return b.calendars[uid]
}

func (c *Calendar) path() string { return "Calendar[" + strconv.Itoa(c.UID) + "]." }

// oddTimes tells of the exceptions and work weeks of a calendar that are none.
func (b *networkBuilder) oddTimes(c *Calendar) {
	span := func(element string, from, to *Moment, open bool) {
		switch {
		case from == nil || to == nil && !open:
			b.note(None, c.path()+element+".TimePeriod", Missing)
		case to != nil && !open && floorDay(*to) < floorDay(*from):
			b.note(None, c.path()+element+".TimePeriod", Reversed)
		}
	}
	for i := range c.Exceptions {
		e := &c.Exceptions[i]
		span("Exception", e.From, e.To, e.ByOccurrences)
		if e.Type < 0 || e.Type > Weekly {
			b.note(None, c.path()+"Exception.Type", UnknownRecurrence)
		}
	}
	for i := range c.WorkWeeks {
		span("WorkWeek", c.WorkWeeks[i].From, c.WorkWeeks[i].To, false)
	}
}
