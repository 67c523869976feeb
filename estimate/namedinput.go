package estimate

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
)

// NamedInput is a number that the figures of the reference set are products of: a
// public fact with its source, or a guess that says so.
type NamedInput struct {
	ID   string    `yaml:"id,required"`
	Name lang.Text `yaml:"name,required"` // with what it is counted in and for
	Unit string    `yaml:"unit,required"` // "hours/workdays", "meetings", "1" for a share; as package doc says

	Low    decimal.Decimal `yaml:"low,required"`
	Likely decimal.Decimal `yaml:"likely,required"` // above zero
	High   decimal.Decimal `yaml:"high,required"`

	drejebog.Provenance `yaml:",inline"`
}

// Input is the named input of an id; nil for none.
func (a *Assumptions) Input(id string) *NamedInput {
	i := slices.IndexFunc(a.Inputs, func(n NamedInput) bool { return n.ID == id })
	if i < 0 {
		return nil
	}
	return &a.Inputs[i]
}
