package estimate

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// decision is what the plan has decided on the money of an item in a year. Of
// several decisions that fit, the last one in the plan holds.
func (c *computation) decision(b *Basis, year int) plan.DecisionState {
	var state plan.DecisionState
	base, _, _ := strings.Cut(b.Task, "@")
	for i := range c.plan.Decisions {
		d := &c.plan.Decisions[i]
		fits := (d.Step == b.Task || d.Step == base) &&
			(d.Role == "" || d.Role == b.Line.Role) &&
			(d.Kind == 0 || d.Kind.String() == b.Line.Kind.String()) &&
			(d.Year == nil || *d.Year == year)
		if fits {
			state = d.State
		}
	}
	return state
}
