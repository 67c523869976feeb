package main

import (
	"errors"
	"io"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/period"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/ical"
	"github.com/rickb777/date/v2"
)

// calendar is the format that is stamped.
const calendar = "ics"

// writeCalendar writes the schedule as a calendar with a stamp, and what is cancelled
// since an earlier one.
func writeCalendar(sched *timeline.Schedule, stamp, since string, flags *cli.Flags) int {
	at, ok := stampOf(stamp, sched, flags)
	if !ok {
		return flags.Fail(sched.Book.Words.Say("flag/stamp", lang.Args{"value": lang.Both(stamp)}))
	}
	earlier, err := eventsOf(since)
	if err != nil {
		return flags.FailError(err)
	}
	return flags.Write(func(w io.Writer) error {
		err := ical.Write(w, sched, nil, at, flags.Lang, earlier...)
		if errors.Is(err, ical.ErrOtherKommune) {
			return strict.Part{Kind: "flag/others-calendar", Values: map[string]any{"file": since, "kommune": sched.Kommune.FullName()}}
		}
		return err
	})
}

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
	var beyond strict.Fault
	if errors.As(err, &beyond) {
		kind, values := beyond.Fault()
		return nil, strict.Part{Kind: "flag/unread-calendar", Values: map[string]any{"file": name, "why": strict.Part{Kind: kind, Values: values}}}
	}
	if err != nil || len(events) == 0 {
		return nil, strict.Part{Kind: "flag/no-calendar", Values: map[string]any{"file": name}}
	}
	return events, nil
}

func noon(day date.Date) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), 12, 0, 0, 0, time.UTC)
}
