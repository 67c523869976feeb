package ical

import (
	"bytes"
	"errors"
	"strconv"
	"strings"

	ics "github.com/arran4/golang-ical"

	"github.com/drejebog/monopolbrud/seeds/strict"
)

// maxDepth bounds how deep components stand in each other: an alarm in an event in a
// calendar are three.
const maxDepth = 8

// maxEvents is many times what the calendar of a plan has.
const maxEvents = 50_000

var errNoCalendar = errors.New("ical: no calendar")

// tooMuch is the fault of a calendar beyond a bound; the message counts what it has.
func tooMuch(kind strict.Kind, message string, most int) strict.Fault {
	return strict.Fault{Kind: kind, Want: strict.Part{Kind: message, Values: map[string]any{"n": most}}}
}

// eventsOf reads the events of a calendar in one pass over its lines (RFC 5545, 3.1),
// whatever they hold.
func eventsOf(data []byte) ([]Event, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	for _, fold := range []string{"\r\n ", "\r\n\t", "\n ", "\n\t"} {
		data = bytes.ReplaceAll(data, []byte(fold), nil)
	}
	var events []Event
	var open []string // the components that the line stands in
	whole := false
	for line := range bytes.Lines(data) {
		name, value, ok := property(strings.TrimRight(string(line), "\r\n"))
		switch {
		case name == "" && !ok:
		case !ok || whole || len(open) == 0 && (name != "BEGIN" || !strings.EqualFold(value, "VCALENDAR")):
			return nil, errNoCalendar
		case name == "BEGIN":
			if open = append(open, strings.ToUpper(value)); len(open) > maxDepth {
				return nil, tooMuch(strict.KindTooDeep, "strict/levels", maxDepth)
			}
			if len(open) == 2 && open[1] == "VEVENT" {
				if events = append(events, Event{}); len(events) > maxEvents {
					return nil, tooMuch(strict.KindTooLarge, "ical/events", maxEvents)
				}
			}
		case name == "END":
			if !strings.EqualFold(value, open[len(open)-1]) {
				return nil, errNoCalendar
			}
			open = open[:len(open)-1]
			whole = len(open) == 0
		case len(open) == 2 && open[1] == "VEVENT":
			events[len(events)-1].set(name, value)
		}
	}
	if !whole {
		return nil, errNoCalendar
	}
	return events, nil
}

// property parts a line into name and value; parameters, whose quotes may hold a
// colon, are left out. An empty line has neither.
func property(line string) (name, value string, ok bool) {
	quoted := false
	for i := range len(line) {
		switch {
		case line[i] == '"':
			quoted = !quoted
		case line[i] == ':' && !quoted:
			name, _, _ = strings.Cut(line[:i], ";")
			return strings.ToUpper(name), line[i+1:], name != ""
		}
	}
	return line, "", false
}

// set takes over a property; of one that is there twice, the first, but the last sequence and status.
func (e *Event) set(name, value string) {
	put := func(field *string) {
		if *field == "" {
			*field = ics.FromText(value)
		}
	}
	switch name {
	case string(ics.ComponentPropertyUniqueId):
		put(&e.UID)
	case string(ics.ComponentPropertyDtStart):
		put(&e.Start)
	case string(ics.ComponentPropertyDtEnd):
		put(&e.End)
	case string(ics.ComponentPropertySummary):
		put(&e.Summary)
	case string(kommuneProperty):
		put(&e.Kommune)
	case string(ics.ComponentPropertySequence):
		e.Sequence, _ = strconv.Atoi(value) // none is 0
	case string(ics.ComponentPropertyStatus):
		e.Cancelled = strings.EqualFold(value, string(ics.ObjectStatusCancelled))
	}
}
