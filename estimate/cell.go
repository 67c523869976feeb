package estimate

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Undated is the year of money that hangs on a date nobody knows.
const Undated = 0

// Cell is what one line costs in one budget year: the finest amount there is,
// and the only one that is rounded. Every total is a sum of cells.
//
// Low, Likely and High are kroner in all, rounded to øre. They span the line's
// own three figures; drivers and rates stand at their likely values, and what
// those would change is told by the estimate's inputs.
type Cell struct {
	Project string // id, or "" for the kommune as such
	Task    string // id of the task, or of the milestone that the line starts at
	Role    string // id
	Kind    Kind
	Year    int // Undated where the date is not known

	Low, Likely, High drejebog.Kroner
	Hours             drejebog.Hours // likely; of own people, whether a stand-in does their ordinary work or not

	Decision plan.DecisionState // what the plan says of the money; zero where it says nothing, which is undecided too

	Certainty drejebog.Certainty // of the amount: the weakest of line, driver and rate
	Source    string             // the contribution, and where figures of the kommune's own stand
	Line      *Line              // what it was computed from
}

// share is how much of a line falls in one year.
type share struct {
	year     int
	workdays int
}

// cumulative parts a total over shares so that the parts add up to the total
// rounded once: part k is ROUND(c₁+…+cₖ) − ROUND(c₁+…+cₖ₋₁), to two decimals,
// half away from zero. The products are divided last, so that no third or
// seventh is ever cut short.
func cumulative(total decimal.Decimal, shares []share) []decimal.Decimal {
	whole := int64(0)
	for _, s := range shares {
		whole += int64(s.workdays)
	}
	parts := make([]decimal.Decimal, len(shares))
	before, sum := decimal.Zero, int64(0)
	for i, s := range shares {
		sum += int64(s.workdays)
		after := total.Round(2)
		if sum < whole {
			after = total.Mul(decimal.NewFromInt(sum)).DivRound(decimal.NewFromInt(whole), 2)
		}
		parts[i] = after.Sub(before)
		before = after
	}
	return parts
}

// sharesOfTask is how a task's working days fall on budget years. A task that
// holds none (it lies on a weekend) falls where it finishes; one without dates
// is undated.
func sharesOfTask(sched *timeline.Schedule, t *timeline.Task) []share {
	if !t.Start.Known() || !t.Finish.Known() {
		return []share{{Undated, 1}}
	}
	var shares []share
	for _, y := range sched.Spread(t) {
		shares = append(shares, share{y.Year, y.Workdays})
	}
	if len(shares) == 0 {
		return []share{{t.Finish.Date.Year(), 1}}
	}
	return shares
}

// sharesFrom is how the working days of so many calendar days from a
// milestone, itself included, fall on budget years.
func sharesFrom(sched *timeline.Schedule, m *timeline.Milestone, days int) []share {
	if !m.Date.Known() {
		return []share{{Undated, 1}}
	}
	period := timeline.Task{Start: m.Date, Finish: m.Date}
	period.Finish.Date += date.Date(max(days, 1) - 1)
	return sharesOfTask(sched, &period)
}
