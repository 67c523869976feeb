package estimate

import (
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/running"
)

// lacking adds the new money of savings that are taken out of the budget and not reached:
// what is paid all the same. None of it is a cost of the project's own (Lacking).
func (c *computation) lacking() {
	if !slices.ContainsFunc(slices.Collect(maps.Values(c.plan.Contracts)), takesOut) {
		return
	}
	terms := c.runningTerms(c.assumptions.Case.Growth.Likely)
	terms.Level = c.assumptions.PriceLevel // as lines are, before the index
	where := &c.assumptions.Case.Lack
	for _, l := range running.Of(c.sched, terms).Lacks {
		place, _ := c.plan.Where(l.Path)
		line := Line{
			Contribution: sourceText(place, "plan"), Step: where.Step, Role: where.Role, Kind: External,
			Kroner: &KronerRange{Low: l.Amount, Likely: l.Amount, High: l.Amount},
		}.ReadAt(place)
		line.Certainty = l.Certainty
		if !c.usable(line) {
			return // as all of them, which name the same
		}
		node := c.sched.Node(where.Step + "@" + l.System)
		if node == nil {
			continue // of an edition before the step
		}
		it := c.item(line, node, []Part{partIn(l.Year, 1)})
		if it == nil {
			continue
		}
		it.Lack = true
		c.items = append(c.items, it)
		c.told(&l)
	}
}

func takesOut(contract plan.Contract) bool {
	return contract.Payment != nil && len(contract.Payment.TakenOut) > 0
}

// told notes what a budget lacks.
func (c *computation) told(l *running.Lack) {
	place, _ := c.plan.Where(l.Path)
	c.raise("DB-427", drejebog.Finding{Subject: l.Path, Place: place}, lang.Args{
		"contract": lang.Both(l.Name), "year": lang.Plain(l.Year), "taken": l.TakenOut.ToThousands(), "saved": l.Saved.ToThousands(), "lack": l.Amount.ToThousands(),
	})
}

// withoutLacks are the items that do not hang on what is saved.
func withoutLacks(items []*item) []*item {
	return slices.DeleteFunc(slices.Clone(items), func(it *item) bool { return it.Lack })
}

// Lacking is the part of a year's new money that is paid for legacy systems all the same,
// although its saving is taken out of the budget: Running has it among what is paid.
func (e *Estimate) Lacking(year int) drejebog.Kroner {
	var sum drejebog.Kroner
	if e == nil {
		return sum
	}
	for i := range e.Cells {
		if c := &e.Cells[i]; c.Year == year && c.Basis != nil && c.Basis.Lack {
			sum = sum.Add(c.Likely)
		}
	}
	return sum
}
