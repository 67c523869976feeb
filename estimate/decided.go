package estimate

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

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

// decision is what the plan has decided on the money of an item in a year.
func (c *computation) decision(b *Basis, year int) plan.DecisionState {
	if d := c.decided(b, year); d != nil {
		return d.State
	}
	return 0
}

// decided is the decision on the money of an item in a year: of several that fit, the
// last one in the plan; else that which set money aside for an earlier year that none of
// it falls in any more: it is carried over, not granted again.
func (c *computation) decided(b *Basis, year int) *plan.Decision {
	var last *plan.Decision
	for i := range c.plan.Decisions {
		if d := &c.plan.Decisions[i]; decides(d, b, year) {
			last = d
		}
	}
	for i := range c.plan.Decisions {
		if d := &c.plan.Decisions[i]; last == nil && c.carries(d, b, year) {
			last = d
		}
	}
	return last
}

// carries reports whether new money that a decision set aside for a year is used in a
// later one, and nothing that it is about in that year.
func (c *computation) carries(d *plan.Decision, b *Basis, year int) bool {
	if d.State != plan.SetAside || d.Year == nil || *d.Year >= year || b.Lack || !b.Line.Kind.NewMoney() || !fits(&d.Line, b.Task, b.Line) {
		return false
	}
	return !slices.ContainsFunc(c.items, func(it *item) bool {
		return fits(&d.Line, it.Task, it.Line) && slices.ContainsFunc(it.Parts, func(p Part) bool { return cmp.Or(p.From, p.Year) <= *d.Year && p.Year != Undated })
	})
}

func decides(d *plan.Decision, b *Basis, year int) bool {
	return fits(&d.Line, b.Task, b.Line) && (d.Year == nil || *d.Year == year)
}

// idleDecisions notes the decisions that no money fits, with the money that
// there is for the step.
func (c *computation) idleDecisions() {
	for i := range c.plan.Decisions {
		d := &c.plan.Decisions[i]
		hits, carried, to := false, drejebog.Kroner{}, 0
		var there []string
		for k := range c.Cells {
			cell := &c.Cells[k]
			hits = hits || decides(d, cell.Basis, cell.Year)
			if c.decided(cell.Basis, cell.Year) == d && c.carries(d, cell.Basis, cell.Year) {
				carried, to = carried.Add(cell.Likely), max(to, cell.Year)
			}
			if sameStep(d.Step, cell.Task) {
				there = append(there, lineIn(cell.Basis, cell.Year))
			}
		}
		if hits {
			continue
		}
		if carried.Sign() > 0 {
			c.ofDecision("DB-429", i, lang.Args{"amount": carried.ToThousands(), "year": lang.Plain(*d.Year), "later": lang.Plain(to)})
			continue
		}
		c.ofDecision("DB-420", i, lang.Args{
			"state": c.decisionName(d.State), "lines": c.thereText(d.Step, there, c.text("estimate/no-money-there", nil)),
		})
	}
}

// ofDecision notes a finding about a decision.
func (c *computation) ofDecision(code string, decision int, args lang.Args) {
	step := c.plan.Decisions[decision].Step
	args["task"] = lang.Both(step)
	c.raise(code, drejebog.Finding{Subject: "decisions[" + digits(decision) + "]", Section: c.book.SectionOf(step), Place: c.placeOf("decisions", decision)}, args)
}
