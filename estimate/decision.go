package estimate

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// decision is what the plan has decided on the money of an item in a year. Of
// several decisions that fit, the last one in the plan holds.
func (c *computation) decision(it *item, year int) plan.DecisionState {
	var state plan.DecisionState
	base, _, _ := strings.Cut(it.task, "@")
	for i := range c.plan.Decisions {
		d := &c.plan.Decisions[i]
		fits := (d.Step == it.task || d.Step == base) &&
			(d.Role == "" || d.Role == it.line.Role) &&
			(d.Kind == 0 || d.Kind.String() == it.line.Kind.String()) &&
			(d.Year == nil || *d.Year == year)
		if fits {
			state = d.State
		}
	}
	return state
}
