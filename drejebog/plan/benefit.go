package plan

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Benefit is a gain that the kommune expects, with how it is measured.
type Benefit struct {
	Name     string                     `yaml:"name,required"`
	Project  string                     `yaml:"project"`  // id of the project that it comes from; "": all
	Owner    string                     `yaml:"owner"`    // id of a person or a role
	Unit     string                     `yaml:"unit"`     // what is counted: "minutter pr. sag"
	Baseline *decimal.Decimal           `yaml:"baseline"` // before
	Target   *decimal.Decimal           `yaml:"target"`   // after
	Realised map[string]decimal.Decimal `yaml:"realised"` // as measured, by year: "2016"
	Value    drejebog.Kroner            `yaml:"value"`    // kr. a year that the kommune's budget is lower by when the target is reached; zero: none
	From     *date.Date                 `yaml:"from"`     // the first day that it is expected
	Note     string                     `yaml:"note"`
}
