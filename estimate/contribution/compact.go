package contribution

import (
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/seeds/compact"
)

// Reference returns the contributions in the order in which they came, with
// the lines of our reference set in the place of KOMBIT's own figures, which
// are not public. Every figure is assumed and says why. The caller may change
// what is returned.
func Reference() ([]Contribution, error) {
	read, err := readCompact()
	return read.contributions, err
}

// Assume returns the rates and the sizes of drivers that the module assumes.
// The caller may change what is returned.
func Assume() (Assumptions, error) {
	read, err := readCompact()
	return read.assumptions, err
}

// tables are what the module's data files hold.
type tables struct {
	contributions []Contribution
	assumptions   Assumptions
}

// parts are the tables in the order of the compact form.
func (t *tables) parts() []any {
	return []any{
		&t.contributions, &t.assumptions.PriceLevel, &t.assumptions.Rates, &t.assumptions.Drivers,
		&t.assumptions.Knee, &t.assumptions.GoLive, &t.assumptions.Together, &t.assumptions.Case, &t.assumptions.Inputs,
		&t.assumptions.Yardsticks,
	}
}

// readCompact reads the tables anew from their compact form, so that what one
// caller does to them no other sees.
func readCompact() (tables, error) {
	var t tables
	if err := compact.Read(seeds.CompactEstimate(), t.parts()...); err != nil {
		return tables{}, err
	}
	return t, nil
}
