package mspdi

import (
	"slices"
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

// Shift is a time of work, in minutes of the day on which it begins, half-open.
// One that passes midnight ends after 1440 minutes, and is worked on that day's
// account: the next day may be closed.
type Shift struct{ From, To int }

// isWork reports whether a shift begins on its day and lasts for some of a day.
func (s Shift) isWork() bool {
	return s.From >= 0 && s.From < minutesPerDay && s.To > s.From && s.To <= s.From+minutesPerDay
}

// WorkWeek is another week for some time.
type WorkWeek struct {
	Name     string
	From, To *Moment // the first and the last day
	Week     [7]*Day
}

// standardDay is what a day of the standard calendar is.
var standardDay = []cpm.Shift{{From: 8 * 60, To: 12 * 60}, {From: 13 * 60, To: 17 * 60}}

// shifts are the working times of a day, as the engine takes them but that they
// may pass midnight.
func (d *Day) shifts() []cpm.Shift {
	if !d.Working {
		return nil
	}
	if len(d.Shifts) == 0 {
		return standardDay
	}
	shifts := make([]cpm.Shift, 0, len(d.Shifts))
	for _, s := range d.Shifts {
		if s.isWork() {
			shifts = append(shifts, cpm.Shift{From: int32(s.From), To: int32(s.To)})
		}
	}
	return shifts
}

// WorkingTime returns the working times of a calendar with those of its bases,
// for a network of minutes. What no base says is worked as in the standard
// calendar; an unknown UID, and a week without work, is that calendar's.
func (p *Project) WorkingTime(uid int) cpm.Calendar {
	left := maxDays
	out, _ := workingTimes(p.Bases(uid), &left)
	out.Key = strconv.Itoa(uid)
	return out
}

// workingTimes lays calendars over each other, the last first, and reports
// whether any day of the week is worked; if none is, the standard week stands.
// Left is how many days of exceptions it may take, and is counted down; below 0
// some are left out.
func workingTimes(chain []*Calendar, left *int) (out cpm.Calendar, worked bool) {
	out.Week = standardWeek()
	for _, c := range slices.Backward(chain) {
		c.over(&out, left)
	}
	for _, shifts := range out.Week {
		worked = worked || len(shifts) > 0
	}
	if !worked {
		out.Week = standardWeek()
	}
	passMidnight(&out)
	return out, worked
}

func standardWeek() (week [7][]cpm.Shift) {
	for day := time.Monday; day <= time.Friday; day++ {
		week[day] = standardDay
	}
	return week
}

// maxBases bounds a chain of calendars, which might be a ring.
const maxBases = 10

// Bases returns a calendar and those that it rests on, ten at most, each after
// the one that rests on it.
func (p *Project) Bases(uid int) []*Calendar { return bases(uid, p.calendar) }

func bases(uid int, find func(uid int) *Calendar) []*Calendar {
	var chain []*Calendar
	for len(chain) < maxBases {
		calendar := find(uid)
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
func (c *Calendar) over(out *cpm.Calendar, left *int) {
	for day, worked := range c.Week {
		if worked != nil {
			out.Week[day] = worked.shifts()
		}
	}
	for i := range c.WorkWeeks {
		take(out, left, c.WorkWeeks[i].days)
	}
	for _, e := range c.ByPrecedence() {
		take(out, left, e.times)
	}
}

// take adds exceptions to a calendar while there are days left for them.
func take(out *cpm.Calendar, left *int, of func() []cpm.Exception) {
	if *left < 0 {
		return
	}
	for _, e := range of() {
		if *left -= int(e.Last-e.First) + 1; *left < 0 {
			return
		}
		out.Exceptions = append(out.Exceptions, e)
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
