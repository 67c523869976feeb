package running

import (
	"maps"
	"slices"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Lack is what an adopted budget is lower by than is saved on a contract: paid all the
// same, and in no budget.
type Lack struct {
	Contract  string // id in the plan
	Name      string
	System    string // id of the legacy system that is used longest of those that it is for
	Year      int
	TakenOut  drejebog.Kroner // of the budget
	Saved     drejebog.Kroner
	Amount    drejebog.Kroner // TakenOut less Saved, above zero
	Certainty drejebog.Certainty
	Path      string // in the plan
}

// lacks finds what adopted budgets lack, by contract and year, from the first year that
// is told of on.
func (c *computation) lacks() {
	for _, id := range slices.Sorted(maps.Keys(c.plan.Contracts)) {
		contract := c.plan.Contracts[id]
		if contract.Payment == nil || len(contract.Payment.TakenOut) == 0 {
			continue
		}
		var longest *Payment
		for i := range c.Payments {
			if p := &c.Payments[i]; p.Contract == id && (longest == nil || p.Unused > longest.Unused) {
				longest = p
			}
		}
		if longest == nil {
			continue
		}
		flows := c.flows(func(p *Payment) bool { return p.Contract == id })
		for _, word := range slices.Sorted(maps.Keys(contract.Payment.TakenOut)) {
			year, err := strconv.Atoi(word)
			if err != nil || year < c.terms.First {
				continue
			}
			amount, certainty := c.carried(contract.Payment.TakenOut[word], longest.StatedAt, c.Level)
			l := Lack{
				Contract: id, Name: contract.Name, System: longest.System, Year: year, TakenOut: amount.Round(2), Certainty: certainty,
				Path: strict.Join(strict.Join("contracts", id)+".payment.takenOut", word),
			}
			for i := range flows {
				f := &flows[i]
				if !f.fall {
					l.Saved = l.Saved.Add(f.in(c.first, f.from, f.last, year))
				}
				l.Saved = l.Saved.Sub(f.in(c.first, f.from, f.to, year))
				l.Certainty = l.Certainty.Weaker(f.certaintyIn(January(year), January(year+1)))
			}
			c.giveUp(year, l.TakenOut, l.Saved)
			if l.Amount = l.TakenOut.Sub(l.Saved); l.Amount.Sign() > 0 {
				c.Lacks = append(c.Lacks, l)
			}
		}
	}
}

// giveUp counts what of a saving a budget is lower by already.
func (c *computation) giveUp(year int, takenOut, saved drejebog.Kroner) {
	of := takenOut
	if saved.Cmp(of) < 0 {
		of = saved
	}
	if of.Sign() <= 0 {
		return
	}
	if c.GivenUp == nil {
		c.GivenUp = map[int]drejebog.Kroner{}
	}
	c.GivenUp[year] = c.GivenUp[year].Add(of)
}
