package product

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
)

// Input is a number that figures are products of: a public fact with its source, or a
// guess that says so.
type Input struct {
	ID   string    `yaml:"id,required"`
	Name lang.Text `yaml:"name,required"` // with what it is counted in and for
	Unit string    `yaml:"unit,required"` // "hours/workdays", "meetings", "1" for a share; see Unit

	Step string `yaml:"step"` // id of the step, without scope, whose length in working days the numbers are; "": they stand here

	Low    decimal.Decimal `yaml:"low"`
	Likely decimal.Decimal `yaml:"likely"` // above zero
	High   decimal.Decimal `yaml:"high"`
	Ends   lang.Text       `yaml:"ends"` // why low and high lie where they do; none where they are those of an ordinary guess (Check)

	drejebog.Provenance `yaml:",inline"`
}
