package assumed

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/running"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Case is what a business case rests on beside the kommune's own
// figures. Each entry counts from the day that it was published.
type Case struct {
	Joint          JointCase  `yaml:"joint,required"`
	DiscountRate   Figure     `yaml:"discountRate,required"` // a year, where the plan states none
	Ranges         CaseRanges `yaml:"ranges,required"`
	Infrastructure Tariff     `yaml:"infrastructure,required"`
	Growth         Growth     `yaml:"growth,required"`

	Lack Lack `yaml:"lack,required"`

	Falls     []running.Fall      `yaml:"falls"`
	Exclusive []running.Exclusive `yaml:"exclusive"`
	Outcomes  []Outcome           `yaml:"outcomes"`
}

// Lack is where a saving is asked for that was taken out of the budget and is not reached.
type Lack struct {
	Step                string `yaml:"step,required"` // of the legacy system's scope
	Role                string `yaml:"role,required"` // who answers for it
	drejebog.Provenance `yaml:",inline"`
}

// JointCase is what the kommuner agreed on together.
type JointCase struct {
	Years      Figure `yaml:"years,required"`      // of operation
	PriceLevel Figure `yaml:"priceLevel,required"` // the year whose prices the payments for the legacy systems are in
	Target     Figure `yaml:"target,required"`     // the share that the sector is to save on what it paid
}

// Figure is a number with its day.
type Figure struct {
	Value               decimal.Decimal `yaml:"value,required"`
	drejebog.Provenance `yaml:",inline"`
}

// CaseRanges say how far the answer is tried.
type CaseRanges struct {
	DiscountRate Figure `yaml:"discountRate,required"` // added and taken
	Prices       Figure `yaml:"prices,required"`       // share added and taken
	Benefits     Figure `yaml:"benefits,required"`     // share that is left when they come out low
}

// Tariff is a yearly price by the number of inhabitants.
type Tariff struct {
	PerInhabitant       drejebog.Kroner `yaml:"perInhabitant,required"`
	Knee                int             `yaml:"knee,required"`   // inhabitants
	Factor              decimal.Decimal `yaml:"factor,required"` // what each inhabitant above counts
	From                date.Date       `yaml:"from,required"`   // the first day that it is billed for
	drejebog.Provenance `yaml:",inline"`
}

// Growth is how prices move a year where no index is known, in percent.
type Growth struct {
	Low                 decimal.Decimal `yaml:"low,required"`
	Likely              decimal.Decimal `yaml:"likely,required"`
	High                decimal.Decimal `yaml:"high,required"`
	drejebog.Provenance `yaml:",inline"`
}

// Outcome is what the joint case came to.
type Outcome struct {
	Text                lang.Text `yaml:"text,required"`
	drejebog.Provenance `yaml:",inline"`
}

// Price is what a kommune of so many inhabitants pays a year, exactly.
func (t *Tariff) Price(inhabitants int) drejebog.Kroner {
	knee := Knee{Inhabitants: t.Knee, Factor: t.Factor}
	return t.PerInhabitant.Mul(knee.weighted(inhabitants))
}
