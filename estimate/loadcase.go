package estimate

import (
	"fmt"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// The bounds of a case.
var (
	mostYears = decimal.NewFromInt(50)
	mostRate  = decimal.New(5, -1)

	mostGrowth = decimal.NewFromInt(10) // percent a year
)

// checkCase holds the file of business cases against itself.
func (l *loader) checkCase() {
	c := &l.businessCase
	years := c.Joint.Years.Value
	l.caseFigure("joint.years", &c.Joint.Years, one, mostYears)
	if !years.IsInteger() {
		l.fault(caseFile, "joint.years.value", years.String(), strict.Part{Kind: "seeds/whole-years"})
	}
	l.caseFigure("joint.priceLevel", &c.Joint.PriceLevel, decimal.NewFromInt(2000), decimal.NewFromInt(2100))
	if level := c.Joint.PriceLevel.Value; !level.IsInteger() {
		l.fault(caseFile, "joint.priceLevel.value", level.String(), strict.Part{Kind: "seeds/a-year"})
	}
	l.caseFigure("joint.target", &c.Joint.Target, decimal.Zero, one)
	l.caseFigure("discountRate", &c.DiscountRate, decimal.Zero, mostRate)
	l.caseFigure("ranges.discountRate", &c.Ranges.DiscountRate, decimal.Zero, mostRate)
	l.caseFigure("ranges.prices", &c.Ranges.Prices, decimal.Zero, one)
	l.caseFigure("ranges.benefits", &c.Ranges.Benefits, decimal.Zero, one)
	l.dated("infrastructure", &c.Infrastructure.Provenance)
	l.within("infrastructure.factor", c.Infrastructure.Factor, decimal.Zero, one)
	if c.Infrastructure.PerInhabitant.Sign() < 0 || c.Infrastructure.Knee < 0 {
		l.fault(caseFile, "infrastructure", c.Infrastructure.PerInhabitant.String(), strict.Part{Kind: "seeds/price-and-knee"})
	}
	for i := range c.Falls {
		path := fmt.Sprintf("falls[%d]", i)
		l.dated(path, &c.Falls[i].Provenance)
		l.within(path+".share", c.Falls[i].Share, decimal.Zero, one)
		if when := c.Falls[i].When; when != "end" && when != "unknown" {
			l.fault(caseFile, path+".when", when, strict.Part{Kind: "seeds/end-or-unknown"})
		}
	}
	for i := range c.Exclusive {
		l.dated(fmt.Sprintf("exclusive[%d]", i), &c.Exclusive[i].Provenance)
	}
	l.dated("growth", &c.Growth.Provenance)
	for _, percent := range []decimal.Decimal{c.Growth.Low, c.Growth.Likely, c.Growth.High} {
		l.within("growth", percent, mostGrowth.Neg(), mostGrowth)
	}
	for i := range c.Outcomes {
		l.dated(fmt.Sprintf("outcomes[%d]", i), &c.Outcomes[i].Provenance)
	}
}

func (l *loader) caseFigure(path string, f *DatedFigure, least, most decimal.Decimal) {
	l.dated(path, &f.Provenance)
	l.within(path+".value", f.Value, least, most)
}

func (l *loader) within(path string, value, least, most decimal.Decimal) {
	if value.LessThan(least) || value.GreaterThan(most) {
		l.fault(caseFile, path, value.String(), strict.Part{Kind: "seeds/a-number", Values: map[string]any{"least": least, "most": most}})
	}
}

// dated checks that an entry says from which day it counts.
func (l *loader) dated(path string, p *drejebog.Provenance) {
	l.provenance(caseFile, path, *p)
	if p.Published == nil {
		l.fault(caseFile, path, strict.Part{Kind: "seeds/without-published"}, strict.Part{Kind: "seeds/day-it-counts-from"})
	}
}
