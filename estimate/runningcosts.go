package estimate

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/running"
	"github.com/shopspring/decimal"
)

// runningYears are how many years are told of after that of as-of: a budget year and
// its three estimate years.
const runningYears = 4

// running computes what is paid by system and year: at the price level of the plan's
// payments where they have but one and no index carries it to the estimate's.
func (c *computation) running() {
	terms := c.runningTerms(c.assumptions.Case.Growth.Likely)
	terms.AsStated = true
	c.Running = running.Of(c.sched, terms)
	c.Findings = append(c.Findings, c.Running.Findings...)
	c.unknownFalls()
}

// unknownFalls lists what lowers the price of a system that is paid for, and nobody knows
// what sets it off.
func (c *computation) unknownFalls() {
	for i := range c.assumptions.Case.Falls {
		fall := &c.assumptions.Case.Falls[i]
		paid := func(p running.Payment) bool { return slices.Contains(p.Systems, fall.System) }
		if fall.When != "unknown" || !fall.PublishedBy(c.AsOf) || !slices.ContainsFunc(c.Running.Payments, paid) {
			continue
		}
		c.NotEstimable = append(c.NotEstimable, NotEstimable{
			Task: c.book.MilestoneOf(drejebog.SystemEnd, fall.System), Kind: External, Owes: "kmd", Source: fall.Address, Reason: fall.Why,
			What: c.text("estimate/price-falls-more", lang.Args{"system": lang.Both(c.book.ScopeName(fall.System)), "share": lang.PercentOf(fall.Share)}),
		})
	}
}

func (c *computation) runningTerms(growth decimal.Decimal) running.Terms {
	assumed := &c.assumptions.Case
	return running.Terms{
		First: c.AsOf.Year(), Last: c.AsOf.Year() + runningYears, Stated: c.paymentLevel(), Level: c.PriceLevel,
		Carry: func(amount drejebog.Kroner, from, to int) (drejebog.Kroner, drejebog.Certainty) {
			factor, certainty := c.indices.of.Brought(from, to, growth)
			return amount.Mul(factor), certainty
		},
		Falls: assumed.Falls, Exclusive: assumed.Exclusive,
	}
}

// RunningCosts are those of Running in the prices of the estimate's level, where
// prices grow by so many percent a year that no index is known of: nil is what is
// likely by Assumptions.Case.Growth. Those of an estimate that nobody computed are nil.
func (e *Estimate) RunningCosts(growth *decimal.Decimal) *running.Costs {
	if e == nil || e.how == nil {
		return nil
	}
	if growth == nil {
		growth = &e.how.assumptions.Case.Growth.Likely
	}
	return running.Of(e.sched, e.how.runningTerms(*growth))
}

// RunningCostsOf are those of RunningCosts in the prices that the estimate has a budget
// year in: Estimate.Current has each in its own. Only a year with a Total of its own is.
func (e *Estimate) RunningCostsOf(year int) *running.Costs {
	if e == nil || e.how == nil {
		return nil
	}
	terms := e.how.runningTerms(e.how.assumptions.Case.Growth.Likely)
	for i := range e.Years {
		if e.Years[i].Year == year {
			terms.Level = e.Years[i].PriceLevel
		}
	}
	return running.Of(e.sched, terms)
}

// PaymentLevel is the year whose prices a plan's payments are in where it says
// nothing of them; 0 for an estimate that nobody computed.
func (e *Estimate) PaymentLevel() int {
	if e.how == nil {
		return 0
	}
	return e.how.paymentLevel()
}

func (c *computation) paymentLevel() int {
	return int(c.assumptions.Case.Joint.PriceLevel.Value.IntPart())
}
