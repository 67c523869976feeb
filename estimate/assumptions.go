package estimate

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/drejebog/monopolbrud/estimate/running"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Assumptions are what an estimate uses where a plan is silent: what an hour
// costs, and how much of each driver a kommune of a certain size has.
type Assumptions struct {
	PriceLevel int // the year whose prices and wages the rates and the lines have
	Rates      []Rate
	Drivers    []DriverDefault
	Knee       Knee
	GoLive     GoLiveRange
	Together   Together
	Inputs     []product.Input // that the figures of the reference set are products of
	Yardsticks Yardsticks      // that its sums over all kommuner are held against
	Prices     Prices          // the prices and wages that the estimate is in
	Figures    []Figure        // handed in, in the place of what is assumed
	Case       CaseAssumptions
}

// Rate is what an hour costs in one role and kind.
type Rate struct {
	Role                string      `yaml:"role,required"` // id
	Kind                Kind        `yaml:"kind,required"` // Own or Backfill
	Kroner              KronerRange `yaml:"kroner,required"`
	drejebog.Provenance `yaml:",inline"`
}

// DriverDefault is what a driver is assumed to be, from the population.
type DriverDefault struct {
	Driver              string           `yaml:"driver,required"` // id
	Unit                string           `yaml:"unit"`            // what it counts, as named inputs say it; "": its id
	Scope               string           `yaml:"scope"`           // id of the project or legacy system; "": of every scope
	Fixed               decimal.Decimal  `yaml:"fixed,required"`
	Of                  []string         `yaml:"of"`          // ids of named inputs whose product PerThousand is, Low and High its ends; nil for numbers of the entry's own
	PerThousand         decimal.Decimal  `yaml:"perThousand"` // for each 1,000 inhabitants, those above the knee counted in part
	AboveKnee           *decimal.Decimal `yaml:"aboveKnee"`   // what each inhabitant above the knee counts; nil: Knee.Factor
	Low                 decimal.Decimal  `yaml:"low"`         // factor on the value
	High                decimal.Decimal  `yaml:"high"`        // factor on the value
	drejebog.Provenance `yaml:",inline"`
}

// Knee says from where an inhabitant counts in part.
type Knee struct {
	Inhabitants         int             `yaml:"inhabitants,required"`
	Factor              decimal.Decimal `yaml:"factor,required"` // what each inhabitant above counts
	drejebog.Provenance `yaml:",inline"`
}

// GoLiveRange says how far a go-live may move.
type GoLiveRange struct {
	EarlierMonths       int `yaml:"earlierMonths,required"`
	LaterMonths         int `yaml:"laterMonths,required"`
	drejebog.Provenance `yaml:",inline"`
}

// Together says how far what one party does is late together.
type Together struct {
	Loading             decimal.Decimal `yaml:"loading,required"` // from 0 to 1: two lengths of one party have its square as the correlation of their normal scores
	drejebog.Provenance `yaml:",inline"`
}

// weighted is the population with those above the knee counted in part.
func (k Knee) weighted(population int) decimal.Decimal {
	below := min(population, k.Inhabitants)
	above := decimal.NewFromInt(int64(population - below))
	return decimal.NewFromInt(int64(below)).Add(above.Mul(k.Factor))
}

// value is the driver's whole number in a kommune of so many inhabitants,
// rounded half away from zero.
func (d *DriverDefault) value(knee Knee, population int) decimal.Decimal {
	if d.AboveKnee != nil {
		knee.Factor = *d.AboveKnee
	}
	return d.Fixed.Add(d.PerThousand.Mul(knee.weighted(population)).Shift(-3)).Round(0)
}

func (a *Assumptions) rate(role string, kind Kind) *Rate {
	i := slices.IndexFunc(a.Rates, func(r Rate) bool { return r.Role == role && r.Kind == kind })
	if i < 0 {
		return nil
	}
	return &a.Rates[i]
}

// driver returns the default of a driver for a scope: the scope's own before
// the one for every scope.
func (a *Assumptions) driver(id, scope string) *DriverDefault {
	var found *DriverDefault
	for i := range a.Drivers {
		d := &a.Drivers[i]
		switch {
		case d.Driver != id:
		case d.Scope == scope:
			return d
		case d.Scope == "":
			found = d
		}
	}
	return found
}

// CaseAssumptions are what a business case rests on beside the kommune's own
// figures. Each entry counts from the day that it was published.
type CaseAssumptions struct {
	Joint          JointCase   `yaml:"joint,required"`
	DiscountRate   DatedFigure `yaml:"discountRate,required"` // a year, where the plan states none
	Ranges         CaseRanges  `yaml:"ranges,required"`
	Infrastructure Tariff      `yaml:"infrastructure,required"`
	Growth         Growth      `yaml:"growth,required"`

	Falls     []running.Fall      `yaml:"falls"`
	Exclusive []running.Exclusive `yaml:"exclusive"`
	Outcomes  []CaseOutcome       `yaml:"outcomes"`
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

// Growth is how prices move a year where no index is known, in percent.
type Growth struct {
	Low                 decimal.Decimal `yaml:"low,required"`
	Likely              decimal.Decimal `yaml:"likely,required"`
	High                decimal.Decimal `yaml:"high,required"`
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

// input is the named input of an id; nil for none.
func (a *Assumptions) input(id string) *product.Input {
	i := slices.IndexFunc(a.Inputs, func(n product.Input) bool { return n.ID == id })
	if i < 0 {
		return nil
	}
	return &a.Inputs[i]
}
