package estimate

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// CaseAssumptions are what a business case rests on beside the kommune's own
// figures. Each entry counts from the day that it was published.
type CaseAssumptions struct {
	Joint          JointCase     `yaml:"joint,required"`
	DiscountRate   DatedFigure   `yaml:"discountRate,required"` // a year, where the plan states none
	Ranges         CaseRanges    `yaml:"ranges,required"`
	Infrastructure Tariff        `yaml:"infrastructure,required"`
	Falls          []PriceFall   `yaml:"falls"`
	Outcomes       []CaseOutcome `yaml:"outcomes"`
}

// JointCase is what the kommuner agreed on together.
type JointCase struct {
	Years      DatedFigure `yaml:"years,required"`      // of operation
	PriceLevel DatedFigure `yaml:"priceLevel,required"` // the year whose prices the payments for the legacy systems are in
	Target     DatedFigure `yaml:"target,required"`     // the share that the sector is to save on what it paid
}

// DatedFigure is a number with its day.
type DatedFigure struct {
	Value               decimal.Decimal `yaml:"value,required"`
	drejebog.Provenance `yaml:",inline"`
}

// CaseRanges say how far the answer is tried.
type CaseRanges struct {
	DiscountRate DatedFigure `yaml:"discountRate,required"` // added and taken
	Prices       DatedFigure `yaml:"prices,required"`       // share added and taken
	Benefits     DatedFigure `yaml:"benefits,required"`     // share that is left when they come out low
}

// Tariff is a yearly price by the number of inhabitants.
type Tariff struct {
	PerInhabitant       drejebog.Kroner `yaml:"perInhabitant,required"`
	Knee                int             `yaml:"knee,required"`   // inhabitants
	Factor              decimal.Decimal `yaml:"factor,required"` // what each inhabitant above counts
	From                date.Date       `yaml:"from,required"`   // the first day that it is billed for
	drejebog.Provenance `yaml:",inline"`
}

// PriceFall lowers the price of a legacy system.
type PriceFall struct {
	System              string          `yaml:"system,required"` // id of the system that becomes cheaper
	When                string          `yaml:"when,required"`   // "end" or "golive": what happens to one of the others
	Of                  []string        `yaml:"of,required"`     // ids of legacy systems
	Share               decimal.Decimal `yaml:"share,required"`  // of the price on the day of the baseline, each time
	drejebog.Provenance `yaml:",inline"`
}

// CaseOutcome is what the joint case came to.
type CaseOutcome struct {
	Text                lang.Text `yaml:"text,required"`
	drejebog.Provenance `yaml:",inline"`
}

// Price is what a kommune of so many inhabitants pays a year, exactly.
func (t *Tariff) Price(inhabitants int) drejebog.Kroner {
	knee := Knee{Inhabitants: t.Knee, Factor: t.Factor}
	return t.PerInhabitant.Mul(knee.weighted(inhabitants))
}
