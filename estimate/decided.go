package estimate

import "github.com/drejebog/monopolbrud/drejebog/plan"

// Decided is what the plan has decided on the money of a cell, which may be of an earlier
// year that the money was set aside for; nil where none does, or nobody computed the estimate.
func (e *Estimate) Decided(c *Cell) *plan.Decision {
	if e == nil || e.how == nil || c == nil || c.Basis == nil || c.Part >= len(c.Basis.Parts) {
		return nil
	}
	year := c.Year
	if from := c.Basis.Parts[c.Part].From; from != 0 {
		year = from
	}
	return e.how.decided(c.Basis, year)
}
