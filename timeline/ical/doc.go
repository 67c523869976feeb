// Package ical writes the dates of a schedule as an iCalendar file (RFC 5545),
// for Outlook and every other calendar.
//
//	package main
//
//	import (
//		"log"
//		"os"
//		"time"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/lang"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//		"github.com/drejebog/monopolbrud/timeline"
//		"github.com/drejebog/monopolbrud/timeline/ical"
//		"github.com/drejebog/monopolbrud/timeline/keydate"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		sched, err := timeline.Compute(book, plan.New("Roskilde"))
//		if err != nil {
//			log.Fatal(err)
//		}
//		own := []keydate.Mark{{
//			Date:  sched.AsOf + 30,
//			Label: lang.Both("Styregruppemøde"),
//			Kind:  keydate.Other,
//		}}
//		stamp := time.Date(2014, 6, 27, 12, 0, 0, 0, time.UTC)
//		if err := ical.Write(os.Stdout, sched, own, stamp, lang.Danish); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// # What is in it
//
// Every mark of the schedule (keydate.Marks) and of the caller's is an
// all-day event that does not occupy the day: hard dates, go-lives, ends of
// legacy systems, the kommune's reports, last days of notice, the days of the
// budgets, and what others deliver. The summary says what to do and in which
// section of the playbook it stands; the description who must act, how sure the
// date is, and what else there is to know. The categories are the kind and the
// project. An event is tentative where nobody has stated its date: where it is
// implied or assumed.
//
// # A new export updates the old
//
// An event keeps its UID from one export to the next, whatever its date: it is
// made of the kommune's code and the mark's ID. A caller's mark without an ID
// goes by its kind and label. DTSTAMP is the stamp that the caller hands in, and
// SEQUENCE counts the minutes to it, so that of two exports the one with the
// later stamp wins in every calendar: hand in a later one each time. With the
// stamp of an earlier export a calendar may keep that one's dates. Nothing reads
// the clock; the same schedule and stamp give the same bytes.
//
// A mark that is gone is cancelled where the earlier export is handed in: Read
// returns its events, and Write adds those that are gone with STATUS:CANCELLED and
// a higher SEQUENCE. One that is back, or that has moved, has a higher one than it had
// too, whatever the stamp. Without the earlier export the file says only what there is.
//
// Events that this package did not write are nobody's to cancel, nor are those of
// another kommune: X-MONOPOLBRUD-KOMMUNE holds the code of the kommune that an event is
// of. Where a calendar program has dropped it, an event is the kommune's if another of
// what is handed in is one that is still there. A calendar with events of this package
// of which none is the kommune's is refused, with ErrOtherKommune.
//
// # Reminders
//
// A day of a kind that the playbook has a row for (Playbook.Reminders) is reminded of
// as many days before as the row says, at nine in the morning.
//
// # Promises
//
// Lines end with CRLF, are folded at 75 bytes between characters, and text is
// escaped; control characters in a plan's text become spaces, so that no text
// can add a line, and what turns the direction of writing is shown as [U+202E].
// Write refuses another kommune's calendar; its other errors are the writer's. Any
// number of goroutines may write one schedule at once.
package ical
