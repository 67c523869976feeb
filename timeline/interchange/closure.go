package interchange

import (
	"slices"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline/internal/model"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	danish "github.com/drejebog/monopolbrud/timeline/workday"
	"github.com/rickb777/date/v2"
)

// The closures that a plan can have, and the days of one.
const (
	maxClosures    = 500
	maxClosureDays = 366
)

// maxOpened bounds the days of exceptions that are looked at for those that a
// calendar opens.
const maxOpened = 1 << 21

// span is a range of days, both ends included.
type span struct{ first, last date.Date }

func (s span) count() int { return int(s.last-s.first) + 1 }

// closures takes over the days off of the project's calendar that the plan
// works, and tells what else the calendar says.
func (b *planBuilder) closures() {
	chain := b.project.Bases(b.project.Calendar)
	if len(chain) == 0 {
		return
	}
	b.week(chain[0].Name)
	works, years := b.works(), b.years()
	opened := openedDays(chain, years)
	for _, calendar := range chain {
		for i := range calendar.WorkWeeks {
			b.otherTimes(calendar.WorkWeeks[i].Name)
		}
		for i := range calendar.Exceptions {
			e := &calendar.Exceptions[i]
			if e.Working {
				b.otherTimes(e.Name)
			}
			for _, days := range within(e, years) {
				switch {
				case days.count() > maxClosureDays:
					b.notOfCalendar(e.Name, b.text("interchange/closed-too-long", nil))
				case e.Working:
				case !b.closeAround(e.Name, days, works, opened):
					b.notOfCalendar(e.Name, b.text("interchange/closed-too-often", nil))
					return
				}
			}
		}
	}
}

// openedDays are the days that calendars are worked by an exception that counts
// before any that closes them. The first calendar counts before the next.
func openedDays(chain []*mspdi.Calendar, years span) map[date.Date]bool {
	opened, left := map[date.Date]bool{}, maxOpened
	for _, calendar := range chain {
		for _, e := range slices.Backward(calendar.ByPrecedence()) {
			for _, days := range within(e, years) {
				if left -= days.count(); left < 0 {
					return opened
				}
				for day := days.first; day <= days.last; day++ {
					if _, said := opened[day]; !said {
						opened[day] = e.Working
					}
				}
			}
		}
	}
	return opened
}

// closeAround closes days, but for those that are opened, and reports whether
// there was room for it.
func (b *planBuilder) closeAround(name string, days span, works *danish.Days, opened map[date.Date]bool) bool {
	first, last := days.first, days.last
	for day := first; day <= last; day++ {
		if opened[day] {
			if !b.close(name, first, day-1, works.Is) {
				return false
			}
			first = day + 1
		}
	}
	return b.close(name, first, last, works.Is)
}

// works are the days that the plan works.
func (b *planBuilder) works() *danish.Days {
	var closed []date.Date
	calendar := b.plan.Calendar
	if calendar == nil {
		calendar = &plan.Calendar{}
	}
	for i := range calendar.Closed {
		c := &calendar.Closed[i]
		for day := c.From; day <= min(c.Last(), c.From+maxClosureDays); day++ {
			closed = append(closed, day)
		}
	}
	return danish.New(model.DaysOff(b.book, calendar), closed)
}

// years are those in which the file has dates, and the one after.
func (b *planBuilder) years() span {
	first, last := b.reported(), b.reported()
	for i := range b.project.Tasks {
		t := &b.project.Tasks[i]
		for _, at := range []*mspdi.Moment{t.Start, t.Finish, t.ConstraintDate, t.Deadline} {
			if at != nil {
				first, last = min(first, at.Day()), max(last, at.Day())
			}
		}
	}
	return span{date.New(first.Year(), time.January, 1), date.New(last.Year()+1, time.December, 31)}
}

// within are the days of an exception: all of one that does not recur, else
// those of some years.
func within(e *mspdi.Exception, years span) []span {
	var days []span
	for first, last := range e.Days() {
		days = append(days, span{first, last})
	}
	if len(days) < 2 {
		return days
	}
	return slices.DeleteFunc(days, func(s span) bool { return s.first < years.first || s.last > years.last })
}

// close closes the days from the first to the last that the plan works, if it
// works any, and reports whether there was room for it.
func (b *planBuilder) close(name string, first, last date.Date, works func(day date.Date) bool) bool {
	for first <= last && !works(first) {
		first++
	}
	for first <= last && !works(last) {
		last--
	}
	if first > last {
		return true
	}
	closure := plan.Closure{From: first, Why: name}
	if last > first {
		closure.To = &last
	}
	if b.plan.Calendar == nil {
		b.plan.Calendar = &plan.Calendar{}
	}
	if len(b.plan.Calendar.Closed) >= maxClosures {
		return false
	}
	b.plan.Calendar.Closed = append(b.plan.Calendar.Closed, closure)
	return true
}

// week tells of a week that is not worked from Monday to Friday.
func (b *planBuilder) week(name string) {
	for day, shifts := range b.project.WorkingTime(b.project.Calendar).Week {
		weekend := time.Weekday(day) == time.Saturday || time.Weekday(day) == time.Sunday
		if weekend == (len(shifts) > 0) {
			b.notOfCalendar(name, b.text("interchange/other-week", nil))
			return
		}
	}
}

// otherTimes tells of days that are worked at other times.
func (b *planBuilder) otherTimes(name string) {
	b.notOfCalendar(name, b.text("interchange/other-times", nil))
}

// notOfCalendar tells what the plan has no place for.
func (b *planBuilder) notOfCalendar(name string, why lang.Text) {
	b.add("DB-614", "", strict.Place{File: b.file}, lang.Args{"id": lang.Both(name), "why": why})
}
