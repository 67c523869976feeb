package mspdi

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickb777/date/v2"
)

// Moment is a local point in time, in minutes since 1 January 1970: what an
// instant of the engine is with a minute to the tick.
type Moment cpm.Instant

const minutesPerDay = 24 * 60

// At returns the moment of a minute of a day.
func At(day date.Date, minute int) *Moment {
	return new(Moment(dayNumber(day))*minutesPerDay + Moment(minute))
}

// dayNumber counts days as the engine does, from 1970.
func dayNumber(day date.Date) cpm.Day { return cpm.Day(day - date.New(1970, time.January, 1)) }

func dateOf(day cpm.Day) date.Date { return date.New(1970, time.January, 1) + date.Date(day) }

// Day returns the day that a start lies on.
func (m Moment) Day() date.Date { return dateOf(floorDay(m)) }

// LastDay returns the day that a finish lies on: midnight belongs to the day
// before.
func (m Moment) LastDay() date.Date { return dateOf(floorDay(m - 1)) }

func floorDay(m Moment) cpm.Day {
	day := m / minutesPerDay
	if m%minutesPerDay < 0 {
		day--
	}
	return cpm.Day(day)
}

// Minute returns the minute of the day, from 0.
func (m Moment) Minute() int { return int(m) - int(floorDay(m))*minutesPerDay }

// String writes it as the file does: "2014-10-15T08:00:00".
func (m Moment) String() string {
	return m.Day().String() + "T" + clock(m.Minute())
}

// isKnown reports whether a moment lies in the years that a file can say, the end
// of the last day included.
func (m Moment) isKnown() bool {
	return m >= *At(date.New(lang.FirstYear, time.January, 1), 0) && m <= *At(date.New(lang.LastYear, time.December, 31), minutesPerDay)
}

// parseMoment reads "2014-10-15T08:00:00", seconds dropped; a day without a
// time is its first moment, and of a time zone the clock time counts. The years
// are those that lang.ParseISO takes.
func parseMoment(text string) (Moment, Reason) {
	const day = len("2014-10-15")
	if len(text) < day {
		return 0, Unreadable
	}
	on, err := lang.ParseISO(text[:day])
	switch fault, _ := errors.AsType[*lang.ISOError](err); {
	case fault != nil && fault.Reason == lang.YearOutside:
		return 0, OutOfBounds // "0001-01-01T00:00:00" is how .NET says that there is none
	case err != nil:
		return 0, Unreadable
	case len(text) == day:
		return *At(on, 0), TimeAssumed
	case text[day] != 'T' && text[day] != ' ':
		return 0, Unreadable
	}
	minute, why := parseClock(text[day+1:])
	return *At(on, minute), why
}

// clock writes a minute of the day, "08:00:00".
func clock(minute int) string {
	return fmt.Sprintf("%02d:%02d:00", minute/60%24, minute%60)
}

// parseClock reads "08:00" or "08:00:00", seconds dropped; 24:00 is the end of
// the day.
func parseClock(text string) (int, Reason) {
	why := Reason("")
	if at := strings.IndexAny(text, "Zz+-"); at >= 0 {
		if !isZone(text[at:]) {
			return 0, Unreadable
		}
		text, why = text[:at], ZoneDropped
	}
	text, fraction, point := strings.Cut(text, ".")
	if point && (len(text) != 8 || !isDigits(fraction)) {
		return 0, Unreadable
	}
	if len(text) != 5 && len(text) != 8 || text[2] != ':' || len(text) == 8 && (text[5] != ':' || !isDigits(text[6:])) {
		return 0, Unreadable
	}
	if !isDigits(text[:2]) || !isDigits(text[3:5]) || digits(text[3:5]) >= 60 {
		return 0, Unreadable
	}
	minute := digits(text[:2])*60 + digits(text[3:5])
	if minute > minutesPerDay {
		return 0, Unreadable
	}
	return minute, why
}

// isZone reports whether a text is "Z", "+02:00", "+0200" or "+02".
func isZone(text string) bool {
	hours := strings.Replace(text[1:], ":", "", 1)
	if hours == "" {
		return text[0] == 'Z' || text[0] == 'z'
	}
	return (text[0] == '+' || text[0] == '-') && isDigits(hours) && (len(hours) == 2 || len(hours) == 4)
}

func isDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return text != ""
}

func digits(text string) int {
	n := 0
	for i := range len(text) {
		n = n*10 + int(text[i]-'0')
	}
	return n
}
