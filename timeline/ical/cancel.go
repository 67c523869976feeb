package ical

import (
	"io"
	"time"

	ics "github.com/arran4/golang-ical"

	"github.com/drejebog/monopolbrud/seeds/strict"
)

// MaxBytes bounds a calendar that is read.
const MaxBytes = 16 << 20

// Event is what a calendar has of an event, as far as it takes to cancel it.
type Event struct {
	UID      string
	Start    string // the day, "20141015"
	End      string // the day after, likewise; "" for none
	Summary  string
	Sequence int // how often it has been changed

	Kommune   string // the code of the kommune that it is of; "": not said
	Cancelled bool
}

// kommuneProperty is where an event holds the code of its kommune.
const kommuneProperty = ics.ComponentProperty("X-MONOPOLBRUD-KOMMUNE")

// Read returns the events of a calendar that Write wrote. Those that are cancelled are
// among them: a calendar that has missed the cancellation gets it again. The error says
// that the file is no calendar, or is a strict.Fault where it goes beyond a bound.
func Read(r io.Reader) ([]Event, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	switch {
	case err != nil:
		return nil, err
	case len(data) > MaxBytes:
		return nil, tooMuch(strict.KindTooLarge, "table/mebibytes", MaxBytes>>20)
	}
	return eventsOf(data)
}

// cancel writes that an event of the kommune is no more.
func cancel(cal *ics.Calendar, gone *Event, kommune string, stamp time.Time) {
	event := cal.AddEvent(gone.UID)
	event.SetDtStampTime(stamp)
	event.SetSequence(sequenceAfter(stamp, gone, !gone.Cancelled))
	event.SetProperty(kommuneProperty, kommune)
	isDate := ics.WithValue(string(ics.ValueDataTypeDate))
	if day, err := time.Parse(compactDay, gone.Start); err == nil {
		end, err := time.Parse(compactDay, gone.End)
		if err != nil || !end.After(day) {
			end = day.AddDate(0, 0, 1)
		}
		event.SetProperty(ics.ComponentPropertyDtStart, gone.Start, isDate)
		event.SetProperty(ics.ComponentPropertyDtEnd, end.Format(compactDay), isDate)
	}
	event.SetSummary(clean(gone.Summary))
	event.SetStatus(ics.ObjectStatusCancelled)
	event.SetTimeTransparency(ics.TransparencyTransparent)
}
