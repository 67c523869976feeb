package estimate

import "github.com/drejebog/monopolbrud/drejebog/plan"

// Decided is what the plan has decided on the money of a cell: the last of its decisions
// that fit; nil where none does, or nobody computed the estimate.
func (e *Estimate) Decided(c *Cell) *plan.Decision {
	if e == nil || e.how == nil || c == nil || c.Basis == nil || c.Part >= len(c.Basis.Parts) {
		return nil
	}
	year := c.Year
	if from := c.Basis.Parts[c.Part].From; from != 0 {
		year = from
	}
	var last *plan.Decision
	for i := range e.how.plan.Decisions {
		if d := &e.how.plan.Decisions[i]; decides(d, c.Basis, year) {
			last = d
		}
	}
	return last
}
