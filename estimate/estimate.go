package estimate

import (
	"errors"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/price"
	"github.com/drejebog/monopolbrud/estimate/running"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Estimate is what a kommune's tasks cost it, by budget year.
type Estimate struct {
	Kommune    drejebog.Kommune
	Population drejebog.Population // the newest at as-of
	AsOf       date.Date           // what was known by the end of this day counts
	PriceLevel int                 // the year whose prices and wages all amounts are in, where Current is false
	Current    bool                // each budget year is in the prices and wages of its own PriceLevel
	Local      bool                // whether anything rests on data of the kommune's own

	// DecisionYear is the next budget to be adopted, whether it is among Years or not.
	DecisionYear int

	Indices []price.Index // that turn the prices and wages of the rates into the estimate's; nil where they are the same

	Contributions []Contribution // those that count, in the order they came
	Awaited       []Contribution // promised by as-of and not published; Came says of which the plan knows otherwise

	Years        []Year // oldest first without gaps; Undated last, where there is any
	Cells        []Cell // by task, in the playbook's order, then by year
	NotEstimable []NotEstimable
	Differences  []Difference // what the plan's adjustments change, in their order

	// Running is what is paid by system and year; it is in no other amount of the
	// estimate.
	Running *running.Costs

	CriticalPath []string // ids of tasks and milestones, as the schedule has them

	// InputsThatMatter are those that change the answer most; nil until Weigh.
	InputsThatMatter []Input

	Findings []drejebog.Finding

	book  *drejebog.Playbook
	plan  *plan.Plan
	sched *timeline.Schedule
	how   *computation
}

// NotEstimable is something that will cost, and that no figure can be given
// for yet.
type NotEstimable struct {
	Project string    `json:"project"`           // id, or ""
	Task    string    `json:"task" form:"set"`   // id of the task, or of the section's first task for an option
	Kind    Kind      `json:"kind" form:"set"`   // what it would be
	What    lang.Text `json:"what" form:"set"`   // what it would pay for
	Reason  lang.Text `json:"reason" form:"set"` // why there is no figure
	Owes    string    `json:"owes"`              // id of the party that could give one; "" for an option that nobody chose
	Source  string    `json:"source"`            // the contribution that it belongs to, or the section

	line *Line // nil for an option
}

// ToMend is what the kommune should put right: first the faults, which leave
// something out of the estimate, then the figures and decisions of its own to look at
// again, most of which the estimate does not use. What waits for others is among Findings only.
func (e *Estimate) ToMend() []drejebog.Finding {
	return append(e.toMend(drejebog.SeverityError), e.toMend(drejebog.SeverityWarning)...)
}

func (e *Estimate) toMend(severity drejebog.Severity) []drejebog.Finding {
	var list []drejebog.Finding
	for _, f := range e.Findings {
		if f.Severity == severity && (severity == drejebog.SeverityError || f.Actor == "kommune") {
			list = append(list, f)
		}
	}
	return list
}

// Came is the day that a contribution that was promised came by the plan; nil
// where the plan knows of none by as-of. Its figures wait to be read in.
func (e *Estimate) Came(c *Contribution) *date.Date {
	if c.Awaited == nil || e.plan == nil {
		return nil
	}
	if came := e.plan.Deliverables[c.Awaited.Deliverable].Delivered; came != nil && *came <= e.AsOf {
		return came
	}
	return nil
}

// ErrNotComputed says that there is no schedule to compute from.
var ErrNotComputed = errors.New("estimate: only an estimate that Compute made has an answer")

// Total is the sum of all years.
func (e *Estimate) Total() Totals {
	var t Totals
	for i := range e.Cells {
		t.add(&e.Cells[i])
	}
	return t
}

// AssumedShare is the share of the likely kroner that rests on assumptions,
// from 0 to 1 with four decimals; 0 for an estimate without kroner.
func (e *Estimate) AssumedShare() decimal.Decimal {
	return e.assumed(func(c *Cell) decimal.Decimal { return c.Likely.Decimal() })
}

// Assumes reports whether any of the money or the hours is an assumption, or
// could be, where there are none yet.
func (e *Estimate) Assumes() bool {
	return len(e.Cells) == 0 || !e.AssumedShare().IsZero() || !e.AssumedHoursShare().IsZero()
}

// AssumedHoursShare is the share of the likely hours that rests on
// assumptions, as AssumedShare.
func (e *Estimate) AssumedHoursShare() decimal.Decimal {
	return e.assumed(func(c *Cell) decimal.Decimal { return c.Hours.Decimal() })
}

func (e *Estimate) assumed(of func(*Cell) decimal.Decimal) decimal.Decimal {
	assumed, all := decimal.Zero, decimal.Zero
	for i := range e.Cells {
		amount := of(&e.Cells[i])
		all = all.Add(amount)
		if e.Cells[i].Certainty == drejebog.Assumed {
			assumed = assumed.Add(amount)
		}
	}
	if all.IsZero() {
		return decimal.Zero
	}
	return assumed.DivRound(all, 4)
}

// InYear returns the estimate with the cells of one budget year only, which is
// then the one to be decided unless it is adopted already; false when the year
// is not among Years. Undated tells of all of them.
func (e *Estimate) InYear(year int) (*Estimate, bool) {
	only := *e
	only.Years, only.Cells = nil, nil
	for _, y := range e.Years {
		if y.Year == year {
			only.Years = append(only.Years, y)
			if y.DecisionBy != nil && !y.Adopted {
				only.DecisionYear = year
			}
		}
	}
	for i := range e.Cells {
		if e.Cells[i].Year == year {
			only.Cells = append(only.Cells, e.Cells[i])
		}
	}
	only.Running = e.Running.InYear(year)
	return &only, len(only.Years) > 0
}

// ToDecide is the year whose budget is to be adopted next; nil where Years has no such
// year or nobody knows by when it is decided.
func (e *Estimate) ToDecide() *Year {
	for i := range e.Years {
		if y := &e.Years[i]; y.Year == e.DecisionYear && y.DecisionBy != nil {
			return y
		}
	}
	return nil
}

// AllYears is the estimate of all years that InYear took one of; the estimate
// itself where it is of all, and nil for one that nobody computed.
func (e *Estimate) AllYears() *Estimate {
	if e == nil || e.how == nil {
		return nil
	}
	return e.how.Estimate
}

// Schedule is what the estimate was computed from, with its book and its plan;
// nil for an estimate that nobody computed.
func (e *Estimate) Schedule() *timeline.Schedule { return e.sched }

// Assumptions are a copy of what the estimate was computed with beside schedule and
// contributions; nil for one that nobody computed.
func (e *Estimate) Assumptions() *Assumptions {
	if e.how == nil {
		return nil
	}
	return (*Assumptions)(e.how.assumptions.Copy())
}

// Months is how many calendar months a task begins or goes on in; 0 for one
// without dates.
func (e *Estimate) Months(task string) int {
	t := e.sched.Task(task)
	if t == nil || !t.Start.Known() || !t.Finish.Known() {
		return 0
	}
	first, last := t.Start.Date, t.Finish.Date
	return 12*(last.Year()-first.Year()) + int(last.Month()) - int(first.Month()) + 1
}
