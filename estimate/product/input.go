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

	Low    decimal.Decimal `yaml:"low,required"`
	Likely decimal.Decimal `yaml:"likely,required"` // above zero
	High   decimal.Decimal `yaml:"high,required"`

	drejebog.Provenance `yaml:",inline"`
}
