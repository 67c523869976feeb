package model

import (
	"fmt"
	"slices"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/workday"
	"github.com/rickb777/date/v2"
)

// Basis is what a schedule rests on beside the plan's own dates: the playbook
// as it was known, and the working days. It is never changed, so
// that the schedules of many kommuner share one.
type Basis struct {
	Book     *drejebog.Playbook // as it was known
	Days     *workday.Days
	calendar cpm.Calendar // the engine's form of days
}

// NewBasis cuts the playbook to the plan's as-of and takes the working days
// from its calendar.
func NewBasis(book *drejebog.Playbook, p *plan.Plan) (*Basis, error) {
	days := calendarOf(book, p)
	if p.AsOf != nil {
		var err error
		if book, err = book.AsOf(*p.AsOf); err != nil {
			return nil, err
		}
	}
	return &Basis{Book: book, Days: days.days, calendar: days.calendar}, nil
}

// calendarKey is of the working days with certain days off.
type calendarKey struct{ off string }

// calendar are working days, with the engine's form of them.
type calendar struct {
	days     *workday.Days
	calendar cpm.Calendar
}

// calendarOf returns the working days of a plan. Those of a plan without closed
// days are kept with the book: numbering the days of three hundred years takes
// longer than scheduling a kommune.
func calendarOf(book *drejebog.Playbook, p *plan.Plan) *calendar {
	off, closed := DaysOff(book, p.Calendar), closedDays(p)
	if len(closed) > 0 {
		return newCalendar(off, closed)
	}
	return book.Kept(calendarKey{fmt.Sprint(off)}, func() any { return newCalendar(off, nil) }).(*calendar)
}

func newCalendar(off []workday.DayOff, closed []date.Date) *calendar {
	days := workday.New(off, closed)
	return &calendar{days, days.Calendar("danske arbejdsdage").Compiled(workday.Epoch, 1)}
}

// DaysOff returns the free days beside the public holidays: those that a plan's calendar
// switches on, and of the others those that count as free when a plan says nothing.
func DaysOff(book *drejebog.Playbook, c *plan.Calendar) []workday.DayOff {
	var off []workday.DayOff
	for _, d := range book.DaysOff {
		free := d.Free
		if c != nil {
			if says, ok := c.DaysOff[d.ID]; ok {
				free = says
			}
		}
		if free {
			off = append(off, dayOff(d))
		}
	}
	return off
}

// dayOff is a row of the playbook as days of the calendar.
func dayOff(d drejebog.DayOff) workday.DayOff {
	if d.Weeks != nil {
		return workday.DayOff{FromWeek: d.Weeks.From, ToWeek: d.Weeks.To}
	}
	return workday.DayOff{Month: time.Month(d.Month), Day: d.Day}
}

// maxClosedDays bounds the closed days of a plan, so that a mistaken year does
// not cost memory; reading a plan allows less.
const maxClosedDays = 100_000

// closedDays returns the single days that the kommune is closed.
func closedDays(p *plan.Plan) []date.Date {
	if p.Calendar == nil {
		return nil
	}
	var closed []date.Date
	for i := range p.Calendar.Closed {
		c := &p.Calendar.Closed[i]
		for day := c.From; day <= c.Last() && len(closed) < maxClosedDays; day++ {
			closed = append(closed, day)
		}
	}
	return closed
}

// nationalKey is of the network of a kommune that says nothing of its own. It names the
// book, since copies of a book share what is kept, and may be changed.
type nationalKey struct{ book *drejebog.Playbook }

// national is the network that all kommuner have, where each node of it is, and the
// milestones of each project. It is never changed.
type national struct {
	nodes  []drejebog.Node
	edges  []drejebog.Edge
	index  map[string]int
	starts map[string]starts
}

func nationalOf(book *drejebog.Playbook) *national {
	return book.Kept(nationalKey{book}, func() any {
		nodes, edges := new(plan.Plan).Network(book)
		return &national{slices.Clip(nodes), slices.Clip(edges), indexOf(nodes), startsOf(book)}
	}).(*national)
}

// indexOf is where each node is, by its id.
func indexOf(nodes []drejebog.Node) map[string]int {
	index := make(map[string]int, len(nodes))
	for i := range nodes {
		if _, twice := index[nodes[i].ID]; !twice {
			index[nodes[i].ID] = i
		}
	}
	return index
}

// startsOf are the ids of each project's milestones, which are asked for by every node.
func startsOf(book *drejebog.Playbook) map[string]starts {
	of := map[string]starts{}
	for i := range book.Projects {
		id := book.Projects[i].ID
		of[id] = starts{book.MilestoneOf(drejebog.GoLive, id), book.MilestoneOf(drejebog.Implementation, id)}
	}
	return of
}
