package estimate

import (
	"cmp"

	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// Difference is what one adjustment of the plan changes for one task and one
// role and kind, in all years. Both figures are sums of rounded cells, so the
// differences add up to what all adjustments change.
type Difference struct {
	Adjustment    *plan.Adjustment
	Project       string // id, or ""
	Task          string // id
	Role          string // id
	Kind          Kind
	Before, After Amount // without the adjustment, and with it
}

// differences compares the items with what they would be without adjustments.
func (c *computation) differences() {
	for i := range c.plan.Adjustments {
		a := &c.plan.Adjustments[i]
		for _, it := range c.items {
			before, after, touched := it.changedBy(a)
			if !touched {
				continue
			}
			d := c.difference(a, it)
			d.Before.add(before)
			d.After.add(after)
		}
	}
}

// changedBy is an item without and with an adjustment; false where it does not
// touch the item. Years that no adjustment touches go with the first one, since
// what a year is rounded to hangs on the years before it.
func (it *item) changedBy(a *plan.Adjustment) (before, after Amount, touched bool) {
	if it.Adjustment == a {
		for _, amount := range it.amounts(true, nil) {
			after.add(amount)
		}
		return before, after, true
	}
	var first *plan.Adjustment
	for k := range it.Parts {
		first = cmp.Or(first, it.Parts[k].Adjustment)
		touched = touched || it.Parts[k].Adjustment == a
	}
	if !touched {
		return before, after, false
	}
	was, now := it.amounts(false, nil), it.amounts(true, nil)
	for k := range it.Parts {
		if cmp.Or(it.Parts[k].Adjustment, first) == a {
			before.add(was[k])
			after.add(now[k])
		}
	}
	return before, after, true
}

// difference is the row of an adjustment for an item's task, role and kind.
func (c *computation) difference(a *plan.Adjustment, it *item) *Difference {
	for i := range c.Differences {
		d := &c.Differences[i]
		if d.Adjustment == a && d.Task == it.Task && d.Role == it.Line.Role && d.Kind == it.Line.Kind {
			return d
		}
	}
	c.Differences = append(c.Differences, Difference{Adjustment: a, Project: it.Project, Task: it.Task, Role: it.Line.Role, Kind: it.Line.Kind})
	return &c.Differences[len(c.Differences)-1]
}

// Change is what is more, or less where negative, than without the adjustment.
func (d *Difference) Change() Amount {
	return Amount{
		Low: d.After.Low.Sub(d.Before.Low), Likely: d.After.Likely.Sub(d.Before.Likely), High: d.After.High.Sub(d.Before.High),
		Hours: d.After.Hours.Sub(d.Before.Hours),
	}
}

// Changes are the sums of all differences, without the adjustments and with
// them.
func (e *Estimate) Changes() (before, after Amount) {
	for i := range e.Differences {
		before.add(e.Differences[i].Before)
		after.add(e.Differences[i].After)
	}
	return before, after
}

func (a *Amount) add(other Amount) {
	a.Low, a.Likely, a.High = a.Low.Add(other.Low), a.Likely.Add(other.Likely), a.High.Add(other.High)
	a.Hours = a.Hours.Add(other.Hours)
}
