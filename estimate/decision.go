package estimate

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// decision is what the plan has decided on the money of an item in a year. Of
// several decisions that fit, the last one in the plan holds.
func (c *computation) decision(b *Basis, year int) plan.DecisionState {
	var state plan.DecisionState
	for i := range c.plan.Decisions {
		if d := &c.plan.Decisions[i]; decides(d, b, year) {
			state = d.State
		}
	}
	return state
}

func decides(d *plan.Decision, b *Basis, year int) bool {
	return fits(&d.Line, b.Task, b.Line) && (d.Year == nil || *d.Year == year)
}

// idleDecisions notes the decisions that no money fits, with the money that
// there is for the step.
func (c *computation) idleDecisions() {
	for i := range c.plan.Decisions {
		d := &c.plan.Decisions[i]
		hits := false
		var there []string
		for k := range c.Cells {
			cell := &c.Cells[k]
			hits = hits || decides(d, cell.Basis, cell.Year)
			if sameStep(d.Step, cell.Task) {
				there = append(there, lineIn(cell.Basis, cell.Year))
			}
		}
		if hits {
			continue
		}
		f := c.book.Finding("DB-420", lang.Args{
			"task": lang.Both(d.Step), "state": c.decisionName(d.State),
			"lines": c.thereText(d.Step, there, c.text("estimate/no-money-there", nil)),
		})
		f.Subject, f.Actor, f.Place = "decisions["+digits(i)+"]", "kommune", c.placeOf("decisions", i)
		f.Section = drejebog.SectionOf(d.Step)
		c.Findings = append(c.Findings, f)
	}
}
