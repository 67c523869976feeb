package outlook

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
)

// Uncertainty is how far an estimate may miss, by Lichtenberg's successive
// principle. What is uncertain are the lines, each on its own, and the general
// conditions that they share: how much of a driver there is, and what an hour
// costs. Those are items of their own, so that what is left is independent.
//
// It is no better than the low, likely and high that it is computed from, and
// knows nothing of what has no figure. Go-lives count as they stand: they move
// money between years more than they change it.
type Uncertainty struct {
	InAll    Spread // new money and the value of own hours
	NewMoney Spread // of it, purchases and backfill

	Items []Item // by their share of the variance in all, the largest first: what to split next

	Simulated []Simulated // on the same inputs, in the order that was asked for

	est *estimate.Estimate
}

// Estimate is what the uncertainty is of; nil for one that nobody computed.
func (u *Uncertainty) Estimate() *estimate.Estimate {
	if u == nil {
		return nil
	}
	return u.est
}

// Spread is a sum of uncertain amounts, rounded to whole kroner.
type Spread struct {
	Likely  drejebog.Kroner // the sum of what is most likely, as the estimate has it
	OfLines drejebog.Kroner // what is expected of the lines alone, as Totals.Mean: drivers and rates at their likely values
	Mean    drejebog.Kroner // what is expected when drivers and rates count as general conditions too
	SD      drejebog.Kroner // standard deviation

	normal threepoint.Normal
}

// Within is the amount that the sum stays within with a probability from 0 to
// 1, taking it as normally distributed; rounded to whole kroner.
func (s Spread) Within(probability float64) drejebog.Kroner {
	return wholeKroner(s.normal.Quantile(probability))
}

// Item is one source of the uncertainty: a line for a task, or a
// general condition.
type Item struct {
	ID      string          // of a line its key and the task; of a condition the input's
	Basis   *estimate.Basis // nil for a condition
	Input   *estimate.Input // nil for a line
	Project string          // id, or ""
	Name    lang.Text

	Mean  drejebog.Kroner // of a line; a condition adds to the spread only
	SD    drejebog.Kroner
	Share float64 // of the variance in all, from 0 to 1; all of them add up to 1
}

// Of computes how uncertain an estimate is, in the budget years that it holds, and
// simulates it as often as it is asked to. The error, of a line or a simulation beyond
// bounds, is a *threepoint.ValueError or a *SimulationError; of an estimate that nobody
// computed it is estimate.ErrNotComputed.
func Of(e *estimate.Estimate, simulations ...Simulation) (*Uncertainty, error) {
	if e.AllYears() == nil {
		return nil, estimate.ErrNotComputed
	}
	u := uncertainOf(e)
	inAll, err := u.successive(func(*uncertainLine) bool { return true })
	if err != nil {
		return nil, err
	}
	newMoney, err := u.successive(func(l *uncertainLine) bool { return l.newMoney })
	if err != nil {
		return nil, err
	}
	out := &Uncertainty{InAll: inAll.spread(), NewMoney: newMoney.spread(), est: e}
	total := e.Total()
	out.InAll.OfLines = total.Mean().Round(0)
	out.NewMoney.OfLines = estimate.Totals{Low: total.NewMoneyLow, Likely: total.NewMoney, High: total.NewMoneyHigh}.Mean().Round(0)
	for _, i := range inAll.Rank {
		out.Items = append(out.Items, u.item(i, inAll))
	}
	for _, s := range simulations {
		s = s.usual()
		if err := s.check(); err != nil {
			return nil, err
		}
		simulated, err := u.simulate(s)
		if err != nil {
			return nil, err
		}
		out.Simulated = append(out.Simulated, simulated)
	}
	return out, nil
}

// successive is a sum by the successive principle: an item per line, then one
// per condition.
type successive struct {
	threepoint.Sum
	items  []threepoint.Moments
	likely float64
}

// successive adds the lines that count. A line's variance is its own, with the
// conditions at their means; a condition's is what it does to all the lines
// that share it, with those at their means.
func (u *uncertain) successive(counts func(*uncertainLine) bool) (successive, error) {
	s := successive{items: make([]threepoint.Moments, len(u.lines)+len(u.conditions))}
	conditions := make([]threepoint.Moments, len(u.conditions))
	for i := range u.conditions {
		var err error
		if conditions[i], err = u.conditions[i].value.Lichtenberg(); err != nil {
			return s, err
		}
	}
	sensitivity := make([]float64, len(u.conditions)) // kroner per unit of the condition
	for i := range u.lines {
		line := &u.lines[i]
		if !counts(line) {
			continue
		}
		own, err := line.value.Lichtenberg()
		if err != nil {
			return s, err
		}
		factor := 1.0
		for _, c := range line.shares {
			factor *= conditions[c].Mean
		}
		s.items[i] = own.Scaled(factor)
		s.likely += line.likely
		for _, c := range line.shares {
			sensitivity[c] += own.Mean * factor / conditions[c].Mean
		}
	}
	for i, per := range sensitivity {
		s.items[len(u.lines)+i] = threepoint.Moments{Variance: per * per * conditions[i].Variance}
	}
	s.Sum = threepoint.Successive(s.items)
	return s, nil
}

func (s *successive) spread() Spread {
	return Spread{Likely: wholeKroner(s.likely), Mean: wholeKroner(s.Mean), SD: wholeKroner(s.SD()), normal: s.Normal()}
}

// item tells of one item of a sum.
func (u *uncertain) item(i int, s successive) Item {
	item := Item{Mean: wholeKroner(s.items[i].Mean), SD: wholeKroner(s.items[i].SD()), Share: s.Shares[i]}
	if i >= len(u.lines) {
		input := u.conditions[i-len(u.lines)].input
		item.ID, item.Input, item.Project, item.Name = input.ID, input, input.Project, input.Name
		return item
	}
	b := u.lines[i].basis
	item.ID, item.Basis, item.Project, item.Name = keyOf(b), b, b.Project, u.est.LineName(b)
	return item
}

// keyOf names a line for one task or milestone.
func keyOf(b *estimate.Basis) string { return b.Line.Key() + " @ " + b.Task }
