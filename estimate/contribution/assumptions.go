package contribution

import (
	"reflect"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate/assumed"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Assumptions are what an estimate uses where a plan is silent: what an hour
// costs, and how much of each driver a kommune of a certain size has.
type Assumptions struct {
	PriceLevel int // the year whose prices and wages the rates and the lines have
	Rates      []Rate
	Drivers    []assumed.Driver
	Knee       assumed.Knee
	GoLive     assumed.GoLive
	Together   assumed.Together
	Inputs     []product.Input    // that the figures of the reference set are products of
	Yardsticks assumed.Yardsticks // that its sums over all kommuner are held against
	Prices     Prices             // the prices and wages that the estimate is in
	Figures    []Figure           // handed in, in the place of what is assumed
	Case       assumed.Case
}

// Copy is a copy that shares nothing with the assumptions which an owner of either can change.
func (a *Assumptions) Copy() *Assumptions {
	own := *a
	strict.Unshare(reflect.ValueOf(&own).Elem())
	return &own
}

// Rate is what an hour costs in one role and kind.
type Rate struct {
	Role                string      `yaml:"role,required"` // id
	Kind                Kind        `yaml:"kind,required"` // Own or Backfill
	Kroner              KronerRange `yaml:"kroner,required"`
	drejebog.Provenance `yaml:",inline"`
}

// Rate is what an hour costs in a role and kind; nil where nothing says.
func (a *Assumptions) Rate(role string, kind Kind) *Rate {
	i := slices.IndexFunc(a.Rates, func(r Rate) bool { return r.Role == role && r.Kind == kind })
	if i < 0 {
		return nil
	}
	return &a.Rates[i]
}

// Driver returns the default of a driver for a scope: the scope's own before
// the one for every scope.
func (a *Assumptions) Driver(id, scope string) *assumed.Driver {
	var found *assumed.Driver
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

// Input is the named input of an id; nil for none.
func (a *Assumptions) Input(id string) *product.Input {
	i := slices.IndexFunc(a.Inputs, func(n product.Input) bool { return n.ID == id })
	if i < 0 {
		return nil
	}
	return &a.Inputs[i]
}

// Prices says in which year's prices and wages an estimate is. The zero value
// is those of the rates.
type Prices struct {
	Level   int  // fixed prices of this year; 0: of the rates
	Current bool // each budget year in its own prices and wages; Level is not used then
}

// RateID is the id of what an hour costs in a role and kind.
func RateID(role string, kind Kind) string { return "rate/" + role + "/" + kind.String() }
