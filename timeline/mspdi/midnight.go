package mspdi

import (
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// passMidnight gives what a calendar's shifts have after midnight to the day
// that follows, as the engine wants it.
func passMidnight(c *cpm.Calendar) {
	passes := func(shifts []cpm.Shift) bool {
		return slices.ContainsFunc(shifts, func(s cpm.Shift) bool { return s.To > minutesPerDay })
	}
	if !slices.ContainsFunc(c.Week[:], passes) && !slices.ContainsFunc(c.Exceptions, func(e cpm.Exception) bool { return passes(e.Shifts) }) {
		return
	}
	dated, begun := datedTimes(c), *c
	c.Exceptions = nil
	days := map[cpm.Day]bool{}
	for day := range dated {
		days[day], days[day+1] = true, true
	}
	for _, day := range slices.Sorted(maps.Keys(days)) {
		c.Exceptions = append(c.Exceptions, cpm.Exception{
			First: day, Last: day, Shifts: within(timesOn(&begun, dated, day), timesOn(&begun, dated, day-1)),
		})
	}
	for day := range c.Week {
		c.Week[day] = within(begun.Week[day], begun.Week[(day+6)%7])
	}
}

// within are the shifts of a day up to midnight, and what the day before left.
func within(own, before []cpm.Shift) []cpm.Shift {
	var shifts []cpm.Shift
	for _, s := range before {
		if s.To > minutesPerDay {
			shifts = append(shifts, cpm.Shift{From: 0, To: s.To - minutesPerDay})
		}
	}
	for _, s := range own {
		shifts = append(shifts, cpm.Shift{From: s.From, To: min(s.To, minutesPerDay)})
	}
	return shifts
}

// datedTimes are the shifts of each day that a calendar's exceptions name.
func datedTimes(c *cpm.Calendar) map[cpm.Day][]cpm.Shift {
	dated := map[cpm.Day][]cpm.Shift{}
	for _, e := range c.Exceptions {
		for day := e.First; day <= e.Last; day++ {
			dated[day] = e.Shifts
		}
	}
	return dated
}

// timesOn are the shifts of a day, as the exceptions or the week have them.
func timesOn(c *cpm.Calendar, dated map[cpm.Day][]cpm.Shift, day cpm.Day) []cpm.Shift {
	if shifts, ok := dated[day]; ok {
		return shifts
	}
	return c.Week[day.Weekday()]
}
