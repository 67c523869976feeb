package ical

import (
	"errors"
	"time"
)

// ErrOtherKommune says that an earlier calendar is that of another kommune.
var ErrOtherKommune = errors.New("ical: the earlier calendar is another kommune's")

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

// gone returns the kommune's events that are not written any more, in their order. What
// does not say whose it is, as a calendar program may have dropped it, is the kommune's
// where another event of the same calendar is: two kommuner share no UID.
func (e *earlierEvents) gone(kommune string, written map[string]bool) ([]*Event, error) {
	shared := false
	for i := range e.all {
		shared = shared || written[e.all[i].UID]
	}
	var gone []*Event
	own := shared
	for i := range e.all {
		event := e.byUID[e.all[i].UID]
		if event.Kommune != kommune && (event.Kommune != "" || !shared) {
			continue
		}
		own = true
		if !written[event.UID] {
			gone = append(gone, event)
		}
	}
	if len(e.all) > 0 && !own {
		return nil, ErrOtherKommune
	}
	return gone, nil
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
