package assumed

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/shopspring/decimal"
)

// Driver is what a driver is assumed to be, from the population.
type Driver struct {
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

// GoLive says how far a go-live may move, and the slip that a budget request asks of.
type GoLive struct {
	EarlierMonths       int `yaml:"earlierMonths,required"`
	LaterMonths         int `yaml:"laterMonths,required"`
	SlipMonths          int `yaml:"slipMonths,required"`
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

// Value is the driver's whole number in a kommune of so many inhabitants,
// rounded half away from zero.
func (d *Driver) Value(knee Knee, population int) decimal.Decimal {
	if d.AboveKnee != nil {
		knee.Factor = *d.AboveKnee
	}
	return d.Fixed.Add(d.PerThousand.Mul(knee.weighted(population)).Shift(-3)).Round(0)
}

// Possible reports whether the driver's numbers can be: none below zero or beyond the
// bounds of a figure, and a range around 1.
func (d *Driver) Possible() bool {
	for _, number := range []decimal.Decimal{d.Fixed, d.PerThousand, d.Low, d.High} {
		if !product.InBounds(number) {
			return false
		}
	}
	if d.AboveKnee != nil && !product.InBounds(*d.AboveKnee) {
		return false
	}
	one := decimal.NewFromInt(1)
	return d.Fixed.Sign() >= 0 && d.PerThousand.Sign() >= 0 && (d.AboveKnee == nil || d.AboveKnee.Sign() >= 0) &&
		d.Low.Sign() >= 0 && d.Low.LessThanOrEqual(one) && d.High.GreaterThanOrEqual(one)
}
