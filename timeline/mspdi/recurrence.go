package mspdi

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickb777/date/v2"
)

// Exception is a day, or days that recur, on which a calendar differs.
type Exception struct {
	Name          string
	From, To      *Moment // the first and the last day
	ByOccurrences bool    // the number of occurrences ends it, not To
	Occurrences   int
	Type          Recurrence
	Period        int // every so many days, weeks or months; 0 is 1
	DaysOfWeek    int // a bit for each: Sunday 1, Monday 2 … Saturday 64
	MonthItem     int // 0 a day, 1 a weekday, 2 a day of the weekend, 3 Sunday … 9 Saturday
	MonthPosition int // 0 the first … 3 the fourth, 4 the last
	Month         int // 0 January … 11 December
	MonthDay      int // from 1; beyond the month's end it is the last
	Working       bool
	Shifts        []Shift
}

// Recurrence is how an exception recurs. The numbers are the file's; others
// than these are read as Daily.
type Recurrence int

// The recurrences.
const (
	Daily Recurrence = iota + 1
	YearlyByDay
	YearlyByPosition
	MonthlyByDay
	MonthlyByPosition
	Weekly
)

// maxOccurrences bounds the days of an exception: some sixty years.
const maxOccurrences = 22_000

// span is a range of days, both ends included.
type span struct{ first, last cpm.Day }

// maxDays bounds the days of exceptions, all together, that one computation
// takes.
const maxDays = 1 << 21

// days returns the days of an exception, in order.
func (e *Exception) days() []span {
	if e.From == nil || e.To == nil && !e.ByOccurrences {
		return nil
	}
	first := floorDay(*e.From)
	last := first + maxOccurrences
	if !e.ByOccurrences {
		last = min(last, floorDay(*e.To))
	}
	if first > last {
		return nil
	}
	if !e.recurs() {
		if e.ByOccurrences {
			last = min(last, first+cpm.Day(max(e.Occurrences, 1)-1))
		}
		return []span{{first, last}}
	}
	var days []span
	for _, day := range e.recur(first, last) {
		if e.ByOccurrences && len(days) >= e.Occurrences {
			break
		}
		days = append(days, span{day, day})
	}
	return days
}

// Days goes through the ranges of days of an exception, in order, each with its
// first and last day.
func (e *Exception) Days() iter.Seq2[date.Date, date.Date] {
	return func(yield func(first, last date.Date) bool) {
		for _, s := range e.days() {
			if !yield(dateOf(s.first), dateOf(s.last)) {
				return
			}
		}
	}
}

// times gives the days of an exception their times.
func (e *Exception) times() []cpm.Exception {
	shifts := (&Day{e.Working, e.Shifts}).shifts()
	var out []cpm.Exception
	for _, s := range e.days() {
		out = append(out, cpm.Exception{First: s.first, Last: s.last, Shifts: shifts})
	}
	return out
}

// period is how many days, weeks or months lie between two occurrences: as many
// as a file can say.
func (e *Exception) period() int { return min(max(e.Period, 1), maxOccurrences) }

// recurs reports whether there is more to an exception than one range of days.
func (e *Exception) recurs() bool { return e.period() > 1 || e.Type >= YearlyByDay && e.Type <= Weekly }

// rank orders exceptions by what counts where they meet: Microsoft Project
// takes a day that does not recur before one that does, and of those a yearly
// one before a monthly, a weekly and a daily one.
func (e *Exception) rank() int {
	switch {
	case !e.recurs():
		return 4
	case e.Type == YearlyByDay || e.Type == YearlyByPosition:
		return 3
	case e.Type == MonthlyByDay || e.Type == MonthlyByPosition:
		return 2
	case e.Type == Weekly:
		return 1
	}
	return 0
}

// ByPrecedence are a calendar's exceptions, each counting before those ahead of
// it; of one rank the later in the file.
func (c *Calendar) ByPrecedence() []*Exception {
	list := make([]*Exception, len(c.Exceptions))
	for i := range c.Exceptions {
		list[i] = &c.Exceptions[i]
	}
	slices.SortStableFunc(list, func(a, b *Exception) int { return cmp.Compare(a.rank(), b.rank()) })
	return list
}

// recur returns the single days from the first to the last.
func (e *Exception) recur(first, last cpm.Day) []cpm.Day {
	var days []cpm.Day
	add := func(day cpm.Day) {
		if day >= first && day <= last {
			days = append(days, day)
		}
	}
	switch e.Type {
	case Weekly:
		sunday := first - cpm.Day(first.Weekday())
		for week := sunday; week <= last && e.DaysOfWeek != 0; week += cpm.Day(7 * e.period()) {
			for day := range cpm.Day(7) {
				if e.DaysOfWeek>>day&1 == 1 {
					add(week + day)
				}
			}
		}
	case MonthlyByDay, MonthlyByPosition:
		for month := firstOfMonth(first); month <= last; month = addMonths(month, e.period()) {
			add(e.inMonth(month, e.Type == MonthlyByPosition))
		}
	case YearlyByDay, YearlyByPosition:
		year, _, _ := first.Civil()
		for month := cpm.Date(year, time.Month(e.Month%12+1), 1); month <= last; month = addMonths(month, 12) {
			add(e.inMonth(month, e.Type == YearlyByPosition))
		}
	default:
		for day := first; day <= last; day += cpm.Day(e.period()) {
			add(day)
		}
	}
	return days
}

func firstOfMonth(day cpm.Day) cpm.Day {
	year, month, _ := day.Civil()
	return cpm.Date(year, month, 1)
}

// addMonths goes from the first of a month to the first of another.
func addMonths(first cpm.Day, months int) cpm.Day {
	year, month, _ := first.Civil()
	return cpm.Date(year, month+time.Month(months), 1)
}

// inMonth returns the day of the month that begins on a day.
func (e *Exception) inMonth(first cpm.Day, byPosition bool) cpm.Day {
	last := addMonths(first, 1) - 1
	if !byPosition {
		return min(first+cpm.Day(max(e.MonthDay, 1)-1), last)
	}
	var found cpm.Day
	for day, n := first, 0; day <= last; day++ {
		if !e.isItem(day.Weekday()) {
			continue
		}
		found = day
		if n == e.MonthPosition && e.MonthPosition < 4 {
			break
		}
		n++
	}
	return found
}

// isItem reports whether a day of the week is what MonthItem counts.
func (e *Exception) isItem(day time.Weekday) bool {
	weekend := day == time.Saturday || day == time.Sunday
	switch e.MonthItem {
	case 0:
		return true
	case 1:
		return !weekend
	case 2:
		return weekend
	default:
		return int(day) == e.MonthItem-3
	}
}
