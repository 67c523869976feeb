package plan

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Benefit is a gain that the kommune expects, with how it is measured.
type Benefit struct {
	Name     string                     `yaml:"name,required"`
	Project  string                     `yaml:"project" plan:"of=project"`         // id of the project that it comes from; "": all
	Owner    string                     `yaml:"owner" plan:"of=person"`            // id of a person or a role
	Unit     string                     `yaml:"unit"`                              // what is counted: "minutter pr. sag"
	Baseline *decimal.Decimal           `yaml:"baseline" plan:"measure"`           // before
	Target   *decimal.Decimal           `yaml:"target" plan:"measure"`             // after
	Realised map[string]decimal.Decimal `yaml:"realised" plan:"keys=year measure"` // as measured, by year: "2016"
	Value    drejebog.Kroner            `yaml:"value" plan:"kroner"`               // kr. a year that the kommune's budget is lower by when the target is reached; zero: none
	From     *date.Date                 `yaml:"from"`                              // the first day that it is expected
	Note     string                     `yaml:"note"`
}

// BusinessCase is what the kommune knows that it will pay for the systems that
// replace those of the monopoly. What it pays for those stands on its contracts.
type BusinessCase struct {
	DiscountRate *decimal.Decimal           `yaml:"discountRate" plan:"0..0.5"`        // a year: 0.04 is four per cent; nil: the module's
	Prices       map[string]drejebog.Kroner `yaml:"prices" plan:"keys=project kroner"` // by project id: kr. a year for the new system
	PriceLevel   *date.Date                 `yaml:"priceLevel"`                        // the day whose prices Prices are in; nil: those that the estimate is in
	PricesFrom   map[string]date.Date       `yaml:"pricesFrom" plan:"keys=project"`    // by project id: the first day that its price is paid for; without: its go-live
	Note         string                     `yaml:"note"`
}

// AddOn is a module to a legacy system that the kommune is offered (6.4).
type AddOn struct {
	Name     string          `yaml:"name,required"`
	System   string          `yaml:"system,required" plan:"of=system"` // id of the legacy system that it is for
	From     date.Date       `yaml:"from,required"`                    // first day in use
	Price    drejebog.Kroner `yaml:"price" plan:"kroner"`              // once
	Yearly   drejebog.Kroner `yaml:"yearly" plan:"kroner"`             // a year to run
	Saving   drejebog.Kroner `yaml:"saving" plan:"kroner"`             // a year
	ExitCost drejebog.Kroner `yaml:"exitCost" plan:"kroner"`           // what the phase-out of the system becomes dearer by
	BoundTo  *date.Date      `yaml:"boundTo"`                          // last day that it is paid for whatever happens; nil: it can be left at any time
	Note     string          `yaml:"note"`
}
