package plan

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Benefit is a gain that the kommune expects, with how it is measured.
type Benefit struct {
	Name     string                     `yaml:"name,required"`
	Project  string                     `yaml:"project" plan:"of=project"`                                   // id of the project that it comes from; "": all
	Owner    string                     `yaml:"owner" plan:"of=person"`                                      // id of a person or a role
	Unit     string                     `yaml:"unit"`                                                        // what is counted: "minutter pr. sag"
	Baseline *decimal.Decimal           `yaml:"baseline" plan:"-999999999999999..999999999999999"`           // before
	Target   *decimal.Decimal           `yaml:"target" plan:"-999999999999999..999999999999999"`             // after
	Realised map[string]decimal.Decimal `yaml:"realised" plan:"keys=year -999999999999999..999999999999999"` // as measured, by year: "2016"
	Value    drejebog.Kroner            `yaml:"value" plan:"0..10000000000"`                                 // kr. a year that the kommune's budget is lower by when the target is reached; zero: none
	From     *date.Date                 `yaml:"from"`                                                        // the first day that it is expected
	Note     string                     `yaml:"note"`
}
