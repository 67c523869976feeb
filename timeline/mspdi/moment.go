package mspdi

import (
	"fmt"
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

// parseMoment reads "2014-10-15T08:00:00", seconds dropped, in the years that
// lang.ParseISO takes.
func parseMoment(text string) (Moment, bool) {
	if len(text) < len("2014-10-15T08:00") || text[10] != 'T' {
		return 0, false
	}
	day, err := lang.ParseISO(text[:10])
	minute, ok := parseClock(text[11:])
	if err != nil || !ok || minute >= minutesPerDay {
		return 0, false
	}
	return *At(day, minute), true
}

// clock writes a minute of the day, "08:00:00".
func clock(minute int) string {
	return fmt.Sprintf("%02d:%02d:00", minute/60%24, minute%60)
}

// parseClock reads "08:00" or "08:00:00", seconds dropped.
func parseClock(text string) (int, bool) {
	if len(text) != 5 && len(text) != 8 || text[2] != ':' || len(text) == 8 && (text[5] != ':' || !isDigits(text[6:])) {
		return 0, false
	}
	if !isDigits(text[:2]) || !isDigits(text[3:5]) {
		return 0, false
	}
	hour, minute := digits(text[:2]), digits(text[3:5])
	return hour*60 + minute, hour < 24 && minute < 60
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
