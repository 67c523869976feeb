package main

import (
	"time"

	"github.com/drejebog/monopolbrud/drejebog/period"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/ical"
	"github.com/rickb777/date/v2"
)

// calendar is the format that is stamped.
const calendar = "ics"

// stampOf is the time that a calendar is stamped with: what the flag says, or
// noon of the day that the schedule is seen from.
func stampOf(word string, s *timeline.Schedule, flags *cli.Flags) (time.Time, bool) {
	if !flags.Given("stamp") {
		return noon(s.SeenFrom()), true
	}
	if day, err := period.ParseDay(word); err == nil {
		return noon(day), true
	}
	at, err := time.Parse("2006-01-02T15:04", word)
	return at, err == nil
}

// eventsOf are the events of an earlier calendar; none without one.
func eventsOf(name string) ([]ical.Event, error) {
	if name == "" {
		return nil, nil
	}
	file, err := cli.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // nothing was written to it
	events, err := ical.Read(file)
	if err != nil || len(events) == 0 {
		return nil, strict.Part{Kind: "flag/no-calendar", Values: map[string]any{"file": name}}
	}
	return events, nil
}

func noon(day date.Date) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), 12, 0, 0, 0, time.UTC)
}
