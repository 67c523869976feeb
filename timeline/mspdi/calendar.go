package mspdi

import (
	"strconv"
	"time"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// Calendar is a week of working times with exceptions. A calendar with a base
// says only where it differs from it.
type Calendar struct {
	UID        int
	Name       string
	IsBase     bool
	Base       int     // UID; None for a calendar of its own
	Week       [7]*Day // by time.Weekday; nil: not said
	Exceptions []Exception
	WorkWeeks  []WorkWeek
}

// Day is how a day is worked. One that is worked without shifts has those of
// the standard calendar, 8 to 12 and 13 to 17.
type Day struct {
	Working bool
	Shifts  []Shift
}

// Shift is a time of work, in minutes of the day, half-open.
type Shift struct{ From, To int }

// WorkWeek is another week for some time.
type WorkWeek struct {
	Name     string
	From, To *Moment // the first and the last day
	Week     [7]*Day
}

// standardDay is what a day of the standard calendar is.
var standardDay = []cpm.Shift{{From: 8 * 60, To: 12 * 60}, {From: 13 * 60, To: 17 * 60}}

// shifts are the working times of a day, as the engine takes them.
func (d *Day) shifts() []cpm.Shift {
	if !d.Working {
		return nil
	}
	if len(d.Shifts) == 0 {
		return standardDay
	}
	shifts := make([]cpm.Shift, len(d.Shifts))
	for i, s := range d.Shifts {
		shifts[i] = cpm.Shift{From: int32(s.From), To: int32(s.To)}
	}
	return shifts
}

// WorkingTime returns the working times of a calendar with those of its bases,
// for a network of minutes. What no base says is worked as in the standard
// calendar; an unknown UID is that calendar.
func (p *Project) WorkingTime(uid int) cpm.Calendar {
	out := cpm.Calendar{Key: strconv.Itoa(uid)}
	for day := time.Monday; day <= time.Friday; day++ {
		out.Week[day] = standardDay
	}
	chain := p.bases(uid)
	for i := len(chain) - 1; i >= 0; i-- {
		chain[i].over(&out)
	}
	return out
}

// maxBases bounds a chain of calendars, which might be a ring.
const maxBases = 10

// bases returns a calendar and those that it rests on.
func (p *Project) bases(uid int) []*Calendar {
	var chain []*Calendar
	for len(chain) < maxBases {
		calendar := p.calendar(uid)
		if calendar == nil {
			break
		}
		chain = append(chain, calendar)
		uid = calendar.Base
	}
	return chain
}

func (p *Project) calendar(uid int) *Calendar {
	for i := range p.Calendars {
		if p.Calendars[i].UID == uid {
			return &p.Calendars[i]
		}
	}
	return nil
}

// over lays what a calendar says over what its bases said: its exceptions
// count before its work weeks, and these before its week. Its own week leaves
// the exceptions of its bases standing.
func (c *Calendar) over(out *cpm.Calendar) {
	for day, worked := range c.Week {
		if worked != nil {
			out.Week[day] = worked.shifts()
		}
	}
	for i := range c.WorkWeeks {
		out.Exceptions = append(out.Exceptions, c.WorkWeeks[i].days()...)
	}
	for i := range c.Exceptions {
		e := &c.Exceptions[i]
		shifts := (&Day{e.Working, e.Shifts}).shifts()
		for _, s := range e.days() {
			out.Exceptions = append(out.Exceptions, cpm.Exception{First: s.first, Last: s.last, Shifts: shifts})
		}
	}
}

// days gives each day of a work week that says something its times.
func (w *WorkWeek) days() []cpm.Exception {
	if w.From == nil || w.To == nil {
		return nil
	}
	var days []cpm.Exception
	last := min(floorDay(*w.To), floorDay(*w.From)+maxOccurrences)
	for day := floorDay(*w.From); day <= last; day++ {
		if worked := w.Week[day.Weekday()]; worked != nil {
			days = append(days, cpm.Exception{First: day, Last: day, Shifts: worked.shifts()})
		}
	}
	return days
}
