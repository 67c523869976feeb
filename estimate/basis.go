package estimate

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/contribution"
	"github.com/drejebog/monopolbrud/estimate/internal/short"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/shopspring/decimal"
)

// Basis is what one line costs for one task or milestone, term by term. Its
// cells follow from it and from nothing else:
//
//	amount = figure × units × Months × Rate
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

	Counts     Count            // what of the amounts
	Figure     *Figure          // the figure that was handed in for the line; nil without
	Adjustment *plan.Adjustment // that put the line there; nil for one of a contribution

	Lack bool // a saving that is taken out of the budget and not reached

	Certainty drejebog.Certainty // of the amounts: the weakest of figure, driver, rate
	Source    string             // the contribution, and where figures of the kommune's own stand

	driver, rate int // places in computation.used, or −1

	inputs []*product.Input // whose product the figure is, where the plan says one of them; nil: as Line.Of names them
}

// Part is how much of a line falls in one budget year, and what changes it
// there.
type Part struct {
	Year        int  // Undated where the date is not known
	Provisional bool // of new money that nobody knows the date of: asked for in its contribution's year
	Workdays    int  // of the task's; 1 where it has no working days or no dates
	Factor      decimal.Decimal
	Adjustment  *plan.Adjustment // that set Factor; nil where it is 1
	From        int              // of what a slip moves: the year that it lay in, whose decision it keeps; 0 for what stays
	Index       decimal.Decimal  // from the price level of the rates to the estimate's
}

// units is how many units the line's figure is for: the driver's value, 1
// without one.
func (b *Basis) units() decimal.Decimal {
	if b.Driver == nil {
		return one
	}
	return b.Driver.Likely
}

// Figures are the low, likely and high of one unit, in hours or in kroner.
func (b *Basis) Figures() (low, likely, high decimal.Decimal) {
	return contribution.FiguresOf(b.Hours, b.Kroner)
}

// quantity is what a figure of one unit is multiplied by before it is priced.
func (b *Basis) quantity(units decimal.Decimal) decimal.Decimal {
	if b.Months > 0 {
		units = units.Mul(decimal.NewFromInt(int64(b.Months)))
	}
	return units
}

// Quantity is the likely figure for all units and months, in hours or in
// kroner, before it is priced and parted over the years.
func (b *Basis) Quantity() decimal.Decimal {
	_, likely, _ := b.Figures()
	return likely.Mul(b.quantity(b.units()))
}

// price is kroner per hour, and 1 for a line in kroner.
func (b *Basis) price() decimal.Decimal {
	if b.Rate == nil {
		return one
	}
	return b.Rate.Likely
}

// Product is the likely kroner for all units and months, before they are parted
// over the years.
func (b *Basis) Product() decimal.Decimal { return b.Quantity().Mul(b.price()) }

// Workdays are those of all parts.
func (b *Basis) Workdays() int { return workdays(b.Parts) }

// Amount is what something costs: kroner in all, and hours that are likely.
type Amount struct {
	Low    drejebog.Kroner `json:"low"`
	Likely drejebog.Kroner `json:"likely"`
	High   drejebog.Kroner `json:"high"`
	Hours  drejebog.Hours  `json:"hours"`
}

// amounts are the cells' amounts, with the plan's adjustments or without; in the room, where
// that is large enough.
func (b *Basis) amounts(adjusted bool, room []Amount) []Amount {
	amounts, ok := b.shortAmounts(adjusted, room)
	if !ok {
		amounts = b.longAmounts(adjusted)
	}
	return b.only(amounts)
}

// longAmounts are the amounts whatever the numbers.
func (b *Basis) longAmounts(adjusted bool) []Amount {
	low, likely, high := b.Figures()
	quantity := b.quantity(b.units())
	each := quantity.Mul(b.price())
	money := b.ladder(adjusted, true)
	lows, likelies, highs := money.Parts(low.Mul(each)), money.Parts(likely.Mul(each)), money.Parts(high.Mul(each))
	amounts := make([]Amount, len(b.Parts))
	for k := range amounts {
		amounts[k] = Amount{Low: drejebog.NewKroner(lows[k]), Likely: drejebog.NewKroner(likelies[k]), High: drejebog.NewKroner(highs[k])}
	}
	if b.Hours != nil {
		work := b.ladder(adjusted, false)
		for k, hours := range work.Parts(likely.Mul(quantity)) {
			amounts[k].Hours = drejebog.NewHours(hours)
		}
	}
	return amounts
}

// shortAmounts are the amounts where nothing but working days parts them, and the
// numbers are short.
func (b *Basis) shortAmounts(adjusted bool, room []Amount) (amounts []Amount, ok bool) {
	days := int64(0)
	for i := range b.Parts {
		p := &b.Parts[i]
		if adjusted && p.Adjustment != nil || !p.Index.Equal(one) {
			return nil, false
		}
		days += int64(p.Workdays)
	}
	quantity, ok1 := short.Of(b.units())
	price, ok2 := short.Of(b.price())
	if !ok1 || !ok2 || days < 1 {
		return nil, false
	}
	if b.Months > 0 {
		quantity, ok1 = quantity.Times(short.OfInt(int64(b.Months)))
	}
	each, ok2 := quantity.Times(price)
	if !ok1 || !ok2 {
		return nil, false
	}
	low, likely, high, fits := b.shortFigures()
	if !fits {
		return nil, false
	}
	amounts = slices.Grow(room[:0], len(b.Parts))[:len(b.Parts)]
	clear(amounts)
	ok = b.share(low, each, days, func(k int, oere int64) { amounts[k].Low = drejebog.KronerFromOere(oere) }) &&
		b.share(likely, each, days, func(k int, oere int64) { amounts[k].Likely = drejebog.KronerFromOere(oere) }) &&
		b.share(high, each, days, func(k int, oere int64) { amounts[k].High = drejebog.KronerFromOere(oere) })
	if ok && b.Hours != nil {
		ok = b.share(likely, quantity, days, func(k int, hundredths int64) { amounts[k].Hours = drejebog.HoursFromHundredths(hundredths) })
	}
	return amounts, ok
}

// shortFigures are the Figures, false where one has too many digits.
func (b *Basis) shortFigures() (low, likely, high short.Number, fits bool) {
	if h := b.Hours; h != nil {
		return short.OfAmounts(h.Low, h.Likely, h.High)
	}
	if k := b.Kroner; k != nil {
		return short.OfAmounts(k.Low, k.Likely, k.High)
	}
	return low, likely, high, true
}

// share parts a figure times what each of it counts over the working days, and gives out
// the parts in hundredths; false where they are not short.
func (b *Basis) share(figure, each short.Number, days int64, give func(part int, hundredths int64)) bool {
	total, ok := figure.Times(each)
	return ok && total.Parts(len(b.Parts), func(k int) int64 { return int64(b.Parts[k].Workdays) }, days, give)
}

// likelyWith is the likely cells with one input at another value.
func (b *Basis) likelyWith(input int, value decimal.Decimal) []decimal.Decimal {
	if !b.Money() {
		return make([]decimal.Decimal, len(b.Parts))
	}
	units, price := b.units(), b.price()
	if b.driver == input {
		units = value
	}
	if b.rate == input {
		price = value
	}
	_, likely, _ := b.Figures()
	money := b.ladder(true, true)
	return money.Parts(likely.Mul(b.quantity(units)).Mul(price))
}

// ladder weighs the line's parts: by their factors where the plan's adjustments
// count, by their indices where it is money that is parted.
func (b *Basis) ladder(adjusted, money bool) short.Ladder {
	if p := &b.Parts[0]; len(b.Parts) == 1 && (!adjusted || p.Adjustment == nil) && (!money || p.Index.Equal(one)) {
		return short.Ladder{}
	}
	l := short.Ladder{Steps: make([]decimal.Decimal, len(b.Parts)), Whole: decimal.NewFromInt(int64(b.Workdays()))}
	sum := decimal.Zero
	for i := range b.Parts {
		p := &b.Parts[i]
		step := decimal.NewFromInt(int64(p.Workdays))
		if adjusted && p.Adjustment != nil {
			step = step.Mul(p.Factor)
		}
		if money && !p.Index.Equal(one) {
			step = step.Mul(p.Index)
		}
		sum = sum.Add(step)
		l.Steps[i] = sum
	}
	return l
}
