package timeline

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/rickb777/date/v2"
)

// Cut says which tasks to shorten, and by how many working days, so that a
// milestone is reached by a day.
type Cut struct {
	ID     string    `json:"id" form:"set"` // of the milestone or task
	Name   lang.Text `json:"name" form:"set"`
	Day    date.Date `json:"day"`    // that was asked about: the day of a milestone, the last day of a task
	Limits []Limit   `json:"limits"` // that were asked with

	// Before is the day on which it is reached without any shortening: by what it
	// waits for, also where the plan or the playbook puts it on a day of its own.
	Before date.Date `json:"before"`

	// Met says that the shortening meets the day. Where it is false and Exact,
	// no shortening within the limits does; where it is false and not Exact,
	// none was found.
	Met bool `json:"met"`

	// Shorten lists the tasks to shorten, in the schedule's order: none where
	// the day is met as things are, or is not met at all. With any of them a day
	// longer, the day is missed.
	Shorten []Shortening `json:"shorten"`

	// Cost is the price of the shortening, Bound what every shortening that
	// meets the day costs at least; Exact says that nothing cheaper meets it, or
	// that nothing at all does.
	Cost  int64 `json:"cost"`
	Bound int64 `json:"bound"`
	Exact bool  `json:"exact"`

	// Date is the day on which it is reached with the shortening, or with every
	// task as short as the limits allow where the day is not met.
	Date date.Date `json:"date"`

	// Holds is why the day is not met: the chain that keeps Date where it is when
	// all is as short as the limits allow, from the milestone back to what waits
	// for nothing. Empty where the day is met.
	Holds []Hold `json:"holds"`

	from *Schedule
	plan *plan.Plan // with the day of the question where it is one that a plan gives
}

// Shortening is by how many working days a task is to be shorter; if it is
// under way, what remains of it.
type Shortening struct {
	Task  string    `json:"task" form:"set"`
	Name  lang.Text `json:"name" form:"set"`
	From  int       `json:"from"`  // the working days that it has, or that remain by the plan's word
	Days  int       `json:"days"`  // by how many it is shorter
	Price int64     `json:"price"` // of each of them
}

// A QuestionError says why a question to ToMeet has no answer.
type QuestionError struct {
	Kind QuestionFault
	ID   string    // of the task or milestone that it is about
	On   string    // for QuestionUndated: the milestone without date that it hangs on, or ""
	Day  date.Date // for QuestionDay
}

// QuestionFault is what is wrong with a question.
type QuestionFault string

// What can be wrong with a question.
const (
	QuestionEffort  QuestionFault = "effort"  // a level of effort has no date that work could meet
	QuestionUndated QuestionFault = "undated" // it hangs on a milestone without date, or nobody has promised it
	QuestionDay     QuestionFault = "day"     // outside the years that the calendar knows
	QuestionLimit   QuestionFault = "limit"   // days or a price below what is possible, or too dear
	QuestionTwice   QuestionFault = "twice"   // two limits for one task
)

// What the engine does not reckon with in a question, each its cpm.Part.
const (
	QuestionDelays     QuestionFault = "unsupported-delays"
	QuestionPauses     QuestionFault = "unsupported-pauses"
	QuestionFromFinish QuestionFault = "unsupported-from-finish"
	QuestionStartLag   QuestionFault = "unsupported-start-lag"
	QuestionFinished   QuestionFault = "unsupported-finished"
)

// Fault is the error as data.
func (e *QuestionError) Fault() (kind string, values map[string]any) {
	if e == nil {
		e = &QuestionError{}
	}
	values = map[string]any{"id": e.ID}
	if e.On != "" {
		values["on"] = e.On
	}
	if e.Kind == QuestionDay {
		values["day"] = lang.Day(e.Day)
	}
	return "timeline-question/" + string(e.Kind), values
}

// Error returns kind and values.
func (e *QuestionError) Error() string { return lang.Described(e) }

// ToMeet finds what to shorten so that a milestone is reached by a day, at the
// least price. Of a milestone that the plan or the playbook puts on a day of its
// own (a go-live, a start of implementation, a budget's adoption), the question
// is whether it can be that other day: what moves with it moves, and what must
// come before it must be done by then. The day of a task is its last.
//
// Limits says how far each task can be shortened and at what price; without any
// they are those of Limits. Lags, notice periods, given dates and the calendar
// stand. What the answer is worth, cpm.Graph.ToMeet says: it is exact where all
// that precedes the milestone counts in working days, and else never worse than
// its Bound shows.
//
// The error is an *UnknownTaskError or a *QuestionError.
func (s *Schedule) ToMeet(milestone string, day date.Date, limits ...Limit) (*Cut, error) {
	if len(limits) == 0 {
		limits = s.Limits()
	}
	q, err := s.question(milestone, day)
	if err != nil {
		return nil, err
	}
	crashes, err := q.crashes(limits)
	if err != nil {
		return nil, err
	}
	found, err := q.ToMeet(crashes)
	if err != nil {
		return nil, questionFault(milestone, err)
	}
	return q.cut(day, limits, crashes, found)
}

// cut turns the engine's answer into tasks and days.
func (q *question) cut(day date.Date, limits []Limit, crashes []cpm.Crash, found *cpm.Cut) (*Cut, error) {
	c := &Cut{
		ID: q.Nodes[q.node].ID, Name: q.from.Label(&q.Nodes[q.node]), Day: day, Limits: slices.Clone(limits),
		Met: found.Met, Exact: found.Exact, Cost: found.Cost, Bound: found.Bound,
		Before: q.lastDay(q.node, q.EarlyFinish(q.node)), Date: q.lastDay(q.node, found.Finish),
		from: q.from, plan: q.plan,
	}
	price := map[int]int64{}
	for _, crash := range crashes {
		price[crash.Activity] = crash.Price
	}
	for _, short := range found.Shorten {
		node := &q.Nodes[short.Activity]
		c.Shorten = append(c.Shorten, Shortening{
			Task: node.ID, Name: q.from.Label(node), From: q.lengthOf(node), Days: int(short.Ticks), Price: price[short.Activity],
		})
	}
	if c.Met {
		return c, nil
	}
	return c, q.hold(c, crashes)
}

// Hold is a part of the chain that keeps a day from being met.
type Hold struct {
	ID   string    `json:"id" form:"set"` // of a task or milestone
	Name lang.Text `json:"name" form:"set"`
	Date date.Date `json:"date"` // of a milestone its day, of a task its last; with all as short as the limits allow
	Days int       `json:"days"` // working days of the task when it is as short as that; 0 for a milestone
	Cut  int       `json:"cut"`  // by how many days that is shorter than it is

	By   driver.Kind          `json:"rule"` // what its date rests on
	Edge *drejebog.Dependency `json:"edge"` // for driver.Link
	On   string               `json:"on"`   // the task or milestone that the date rests on, or ""
}

// hold tells what keeps the target from the day when everything is as short as
// the limits allow.
func (q *question) hold(c *Cut, crashes []cpm.Crash) error {
	shortest, shorter, err := q.Shortest(crashes)
	if err != nil {
		return err
	}
	c.Date = q.lastDay(q.node, shortest.EarlyFinish(q.node))
	for i := q.node; i >= 0 && q.Has(i) && len(c.Holds) < len(q.Nodes); {
		rests := shortest.Early(i)
		h := Hold{
			ID: q.Nodes[i].ID, Name: q.from.Label(&q.Nodes[i]), Date: q.lastDay(i, shortest.EarlyFinish(i)),
			Cut: shorter[i], Days: shortest.Length(i), By: rests.By, Edge: rests.Edge,
		}
		if i = rests.Node; i >= 0 {
			h.On = q.Nodes[i].ID
		}
		c.Holds = append(c.Holds, h)
	}
	return nil
}

// lastDay is the date of a milestone, or the last day of a task, from its
// finish.
func (q *question) lastDay(i int, finish cpm.Instant) date.Date {
	if node := &q.Nodes[i]; node.Milestone != nil {
		return dayOf(dating{}, node, finish).Date
	}
	return date.Date(finish) - 1
}

// MarshalJSON is the form that seeds/schema/timeline-cut.schema.json describes.
func (c Cut) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// cutFields are a cut's own.
type cutFields Cut

// Form is the question and its answer.
func (c Cut) Form() any {
	return struct {
		drejebog.Head
		cutFields
	}{c.from.Head("timeline-cut"), cutFields(c)}
}

// MarshalJSON is the shortening's form.
func (s Shortening) MarshalJSON() ([]byte, error) { return form.JSON(s) }

// MarshalJSON is the limit's form.
func (l Limit) MarshalJSON() ([]byte, error) { return form.JSON(l) }

// MarshalJSON is the hold's form.
func (h Hold) MarshalJSON() ([]byte, error) { return form.JSON(h) }
