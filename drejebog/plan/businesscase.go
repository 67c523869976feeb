package plan

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// BusinessCase is what the kommune pays for the systems of the monopoly, and
// what it knows that it will pay for those that replace them.
type BusinessCase struct {
	DiscountRate *decimal.Decimal           `yaml:"discountRate"` // a year: 0.04 is four per cent; nil: the module's
	Payments     map[string]drejebog.Kroner `yaml:"payments"`     // by id of a legacy system: kr. a year as of 1 January 2013, KMD Dagpenge without Barsel
	Prices       map[string]drejebog.Kroner `yaml:"prices"`       // by project id: kr. a year for the new system
	Note         string                     `yaml:"note"`
}

// AddOn is a module to a legacy system that the kommune is offered (6.4).
type AddOn struct {
	Name     string          `yaml:"name,required"`
	System   string          `yaml:"system,required"` // id of the legacy system that it is for
	From     date.Date       `yaml:"from,required"`   // first day in use
	Price    drejebog.Kroner `yaml:"price"`           // once
	Yearly   drejebog.Kroner `yaml:"yearly"`          // a year to run
	Saving   drejebog.Kroner `yaml:"saving"`          // a year
	ExitCost drejebog.Kroner `yaml:"exitCost"`        // what the phase-out of the system becomes dearer by
	BoundTo  *date.Date      `yaml:"boundTo"`         // last day that it is paid for whatever happens; nil: it can be left at any time
	Note     string          `yaml:"note"`
}
