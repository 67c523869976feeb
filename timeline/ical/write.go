package ical

import (
	"fmt"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/rickb777/date/v2"
)

// Write writes the schedule's marks and the caller's own as a calendar, in the
// order of their dates. The stamp is when the caller's knowledge stood so; it is
// counted in whole seconds. Events of earlier exports of the kommune, which Read
// returns, that are no longer there follow, cancelled. The error is ErrOtherKommune,
// and nothing is written, where those of earlier exports are all another kommune's;
// else it is the writer's.
func Write(w io.Writer, s *timeline.Schedule, own []keydate.Mark, stamp time.Time, language lang.Lang, earlier ...Event) error {
	stamp = stamp.UTC().Truncate(time.Second)
	cal := ics.NewCalendarFor("monopolbrud")
	cal.SetProductId("-//drejebog//monopolbrud//" + strings.ToUpper(language.Tag()))
	cal.SetCalscale("GREGORIAN")
	cal.SetMethod(ics.MethodPublish)
	cal.SetName(clean(s.Book.Words.Say("ical/name", lang.Args{"kommune": lang.Both(s.Kommune.FullName())}).In(language)))
	unique := uids{kommune: s.Kommune.Code, taken: map[string]int{}, written: map[string]bool{}}
	before := earlierOf(earlier)
	for _, m := range byDate(keydate.Marks(s), own) {
		uid := unique.of(&m)
		unique.written[uid] = true
		was := before.byUID[uid]
		event := addEvent(cal, s, &m, uid, stamp, language)
		event.SetSequence(sequenceAfter(stamp, was, was != nil && (was.Cancelled || was.Start != compact(m.Date))))
	}
	gone, err := before.gone(s.Kommune.Code, unique.written)
	if err != nil {
		return err
	}
	for _, event := range gone {
		cancel(cal, event, s.Kommune.Code, stamp)
	}
	return cal.SerializeTo(w, ics.WithNewLineWindows)
}

func addEvent(cal *ics.Calendar, s *timeline.Schedule, m *keydate.Mark, uid string, stamp time.Time, language lang.Lang) *ics.VEvent {
	event := cal.AddEvent(uid)
	event.SetDtStampTime(stamp)
	event.SetSequence(sequence(stamp))
	event.SetProperty(kommuneProperty, s.Kommune.Code)
	event.SetProperty(ics.ComponentPropertyDtStart, compact(m.Date), ics.WithValue(string(ics.ValueDataTypeDate)))
	event.SetProperty(ics.ComponentPropertyDtEnd, compact(m.Date+1), ics.WithValue(string(ics.ValueDataTypeDate)))
	event.SetSummary(clean(summary(s.Book.Words, m).In(language)))
	event.SetDescription(clean(description(s, m, language)))
	event.AddCategory(clean(s.Book.Words.Key("mark", m.Kind.String(), nil).In(language)))
	if project := s.Book.Project(m.Project); project != nil {
		event.AddCategory(clean(project.Name))
	}
	event.SetStatus(status(m))
	event.SetTimeTransparency(ics.TransparencyTransparent)
	addReminders(event, s, m, language)
	return event
}

// reminderHour is when on its day a calendar reminds.
const reminderHour = 9

// addReminders reminds of an event as many days before as the rows of its kind say, in
// the morning.
func addReminders(event *ics.VEvent, s *timeline.Schedule, m *keydate.Mark, language lang.Lang) {
	for _, row := range s.Book.Reminders {
		if row.Kind != m.Kind.String() {
			continue
		}
		for _, days := range row.Days {
			alarm := event.AddAlarm()
			alarm.SetAction(ics.ActionDisplay)
			alarm.SetTrigger(trigger(days))
			alarm.SetDescription(clean(s.Book.Words.Say("ical/reminder", lang.Args{
				"summary": summary(s.Book.Words, m), "n": lang.Whole(days), "day": lang.Day(m.Date),
			}).In(language)))
		}
	}
}

// trigger is how long before midnight of its day an event is reminded of, so many days
// before at reminderHour: "-P27DT15H".
func trigger(days int) string {
	if days == 0 {
		return fmt.Sprintf("PT%dH", reminderHour)
	}
	if days == 1 {
		return fmt.Sprintf("-PT%dH", 24-reminderHour)
	}
	return fmt.Sprintf("-P%dDT%dH", days-1, 24-reminderHour)
}

// epoch is where SEQUENCE counts from. It lies before the playbook.
var epoch = time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC)

// maxSequence is the largest integer that RFC 5545 has.
const maxSequence = 1<<31 - 1

// sequence is the whole minutes from the epoch to the stamp, none before it: a
// later export has a higher one.
func sequence(stamp time.Time) int {
	return int(min(max(stamp.Unix()-epoch.Unix(), 0)/60, maxSequence))
}

// compact writes a day as RFC 5545 does: 20141015.
func compact(day date.Date) string { return day.Format(compactDay) }

const compactDay = "20060102"

// status is tentative for a date that nobody has stated.
func status(m *keydate.Mark) ics.ObjectStatus {
	switch m.Certainty {
	case drejebog.Assumed, drejebog.Implied:
		return ics.ObjectStatusTentative
	}
	return ics.ObjectStatusConfirmed
}
