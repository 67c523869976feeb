package estimate

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/shopspring/decimal"
)

// Basis is what one line costs for one task or milestone, term by term. Its
// cells follow from it and from nothing else:
//
//	amount = figure × Units × Months × Rate
//	cell k = ROUND(c₁+…+cₖ) − ROUND(c₁+…+cₖ₋₁), with
//	cₖ     = amount × Workdaysₖ/ΣWorkdays × Factorₖ × Indexₖ
//
// to two decimals, half away from zero. The figure is the low, the likely or
// the high of Hours or Kroner; a term that a line does not have counts as 1.
// Hours come about in the same way without Rate and Index.
type Basis struct {
	Line    *Line  // as published, or as the plan adds it
	Project string // id, or "" for the kommune as such
	Task    string // id of the task, or of the milestone that the line starts at

	Hours  *HoursRange  // for each unit: the line's, or what was handed in; nil for a line in kroner
	Kroner *KronerRange // likewise; nil for a line in hours
	Driver *Input       // nil for a line without
	Months int          // started calendar months of the task; 0 for a line that is not monthly
	Rate   *Input       // nil for a line in kroner

	Parts []Part // by budget year, oldest first

	Figure     *Figure          // the figure that was handed in for the line; nil without
	Adjustment *plan.Adjustment // that put the line there; nil for one of a contribution

	Certainty drejebog.Certainty // of the amounts: the weakest of figure, driver, rate
	Source    string             // the contribution, and where figures of the kommune's own stand

	driver, rate int // places in computation.used, or −1
}

// Part is how much of a line falls in one budget year, and what changes it
// there.
type Part struct {
	Year       int // Undated where the date is not known
	Workdays   int // of the task's; 1 where it has no working days or no dates
	Factor     decimal.Decimal
	Adjustment *plan.Adjustment // that set Factor; nil where it is 1
	Index      decimal.Decimal  // from the price level of the rates to the estimate's
}

// Units is how many units the line's figure is for: the driver's value, 1
// without one.
func (b *Basis) Units() decimal.Decimal {
	if b.Driver == nil {
		return one
	}
	return b.Driver.Likely
}

// figures are the low, likely and high of one unit.
func (b *Basis) figures() (low, likely, high decimal.Decimal) {
	if h := b.Hours; h != nil {
		return h.Low.Decimal(), h.Likely.Decimal(), h.High.Decimal()
	}
	k := b.Kroner
	return k.Low.Decimal(), k.Likely.Decimal(), k.High.Decimal()
}

// quantity is what a figure of one unit is multiplied by before it is priced.
func (b *Basis) quantity(units decimal.Decimal) decimal.Decimal {
	if b.Months > 0 {
		units = units.Mul(decimal.NewFromInt(int64(b.Months)))
	}
	return units
}

// price is kroner per hour, and 1 for a line in kroner.
func (b *Basis) price() decimal.Decimal {
	if b.Rate == nil {
		return one
	}
	return b.Rate.Likely
}

// spread parts a total over the budget years, so that the parts add up to it
// rounded once. The products are divided last, so that no third or seventh is
// ever cut short.
func (b *Basis) spread(total decimal.Decimal, priced bool) []decimal.Decimal {
	return cumulative(total, b.Parts, func(p *Part) decimal.Decimal {
		if priced {
			return p.Factor.Mul(p.Index)
		}
		return p.Factor
	})
}

// unchanged parts a total as spread does, without the plan's adjustments.
func (b *Basis) unchanged(total decimal.Decimal, priced bool) []decimal.Decimal {
	return cumulative(total, b.Parts, func(p *Part) decimal.Decimal {
		if priced {
			return p.Index
		}
		return one
	})
}

// Amount is what something costs: kroner in all, and hours that are likely.
type Amount struct {
	Low, Likely, High drejebog.Kroner
	Hours             drejebog.Hours
}

// amounts are the cells' amounts, spread in one way or the other.
func (b *Basis) amounts(spread func(decimal.Decimal, bool) []decimal.Decimal) []Amount {
	low, likely, high := b.figures()
	quantity := b.quantity(b.Units())
	each := quantity.Mul(b.price())
	lows, likelies, highs := spread(low.Mul(each), true), spread(likely.Mul(each), true), spread(high.Mul(each), true)
	amounts := make([]Amount, len(b.Parts))
	for k := range amounts {
		amounts[k] = Amount{Low: drejebog.NewKroner(lows[k]), Likely: drejebog.NewKroner(likelies[k]), High: drejebog.NewKroner(highs[k])}
	}
	if b.Hours != nil {
		for k, hours := range spread(likely.Mul(quantity), false) {
			amounts[k].Hours = drejebog.NewHours(hours)
		}
	}
	return amounts
}

// likelyWith is the likely cells with one input at another value.
func (b *Basis) likelyWith(input int, value decimal.Decimal) []decimal.Decimal {
	units, price := b.Units(), b.price()
	if b.driver == input {
		units = value
	}
	if b.rate == input {
		price = value
	}
	_, likely, _ := b.figures()
	return b.spread(likely.Mul(b.quantity(units)).Mul(price), true)
}

// cumulative parts a total over the parts' working days, each times its
// weight: part k is ROUND(c₁+…+cₖ) − ROUND(c₁+…+cₖ₋₁), to two decimals, half
// away from zero.
func cumulative(total decimal.Decimal, parts []Part, weight func(*Part) decimal.Decimal) []decimal.Decimal {
	workdays := int64(0)
	for i := range parts {
		workdays += int64(parts[i].Workdays)
	}
	whole := decimal.NewFromInt(workdays)
	cells := make([]decimal.Decimal, len(parts))
	before, sum := decimal.Zero, decimal.Zero
	for i := range parts {
		sum = sum.Add(decimal.NewFromInt(int64(parts[i].Workdays)).Mul(weight(&parts[i])))
		after := total.Mul(sum).DivRound(whole, 2)
		cells[i] = after.Sub(before)
		before = after
	}
	return cells
}
