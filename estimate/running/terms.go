package running

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Terms are what running costs are computed with beside a schedule.
type Terms struct {
	First, Last int // the years to tell of; more follow until a year is without payment for any system whose end is known
	Stated      int // the year whose prices a payment is in where the plan does not say
	Level       int // the year whose prices all amounts are to be in, and those of the plan's new prices are in
	AsStated    bool

	Carry     Carry // nil: no amount can be brought to another level
	Falls     []Fall
	Exclusive []Exclusive
}

// Carry brings an amount from the prices of one year to those of another, and says
// how sure that is: Assumed where an index on the way is missing.
type Carry func(amount drejebog.Kroner, from, to int) (drejebog.Kroner, drejebog.Certainty)

// Fall lowers the price of a legacy system when another is phased out.
type Fall struct {
	System              string          `yaml:"system,required"` // id of the system that becomes cheaper
	When                string          `yaml:"when,required"`   // "end": a system is phased out; "unknown": nobody knows what lowers it, and nothing is computed
	Of                  []string        `yaml:"of,required"`     // ids of legacy systems
	Share               decimal.Decimal `yaml:"share,required"`  // of the price as it stands on the contract, each time
	drejebog.Provenance `yaml:",inline"`
}

// Exclusive says that nobody pays for a legacy system and for the one that takes its
// place at once, whatever the contract says.
type Exclusive struct {
	System              string    `yaml:"system,required"` // id of the legacy system
	From                date.Date `yaml:"from,required"`   // the first day that it holds for
	drejebog.Provenance `yaml:",inline"`
}
