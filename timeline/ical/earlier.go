package ical

import (
	"time"
)

// earlierEvents are those of this package among the events of earlier exports.
type earlierEvents struct {
	all   []Event
	byUID map[string]*Event // of more with one UID that which has been changed most
}

func earlierOf(events []Event) *earlierEvents {
	e := &earlierEvents{byUID: map[string]*Event{}}
	for i := range events {
		event := &events[i]
		if !isOurs(event.UID) {
			continue
		}
		had := e.byUID[event.UID]
		if had == nil {
			e.all = append(e.all, *event)
		}
		if had == nil || event.Sequence > had.Sequence {
			e.byUID[event.UID] = event
		}
	}
	return e
}

// gone returns those that are not written any more, in their order.
func (e *earlierEvents) gone(written map[string]bool) []*Event {
	var gone []*Event
	for i := range e.all {
		if event := e.byUID[e.all[i].UID]; !written[event.UID] {
			gone = append(gone, event)
		}
	}
	return gone
}

// sequenceAfter is that of the stamp, but never lower than that which the event had,
// and higher where it is another now: calendars keep what has the higher.
func sequenceAfter(stamp time.Time, was *Event, changed bool) int {
	if was == nil {
		return sequence(stamp)
	}
	least := min(was.Sequence, maxSequence)
	if changed {
		least = min(was.Sequence, maxSequence-1) + 1
	}
	return max(sequence(stamp), least)
}
