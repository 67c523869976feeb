package estimate

import "slices"

// Count is what of a line's amounts a basis is for. New money and the hours that it
// covers have a basis each where they do not fall in the same years.
type Count uint8

// What counts.
const (
	Everything Count = iota
	OnlyMoney
	OnlyHours
)

// asking is when new money that a contribution or the plan names is asked for.
type asking struct {
	earliest int // no budget year before it; 0: as the days fall
	undated  int // for what nobody knows the date of; 0: it has no year
}

// askingOf is when the new money of a contribution's lines is asked for.
func askingOf(contribution *Contribution) asking {
	return asking{earliest: contribution.BudgetYear, undated: contribution.BudgetYear}
}

// askingFor is when new money is asked for that no contribution names: where nobody
// knows its date, in the year of the last contribution for the project.
func (c *computation) askingFor(project string) asking {
	var a asking
	for i := range c.given {
		g := &c.given[i]
		if (c.out(g) || g.AwaitedOn(c.AsOf)) && (len(g.Projects) == 0 || slices.Contains(g.Projects, project)) {
			a.undated = max(a.undated, g.BudgetYear)
		}
	}
	return a
}

// askingOf is when what an adjustment puts on a task is asked for: as what it takes the
// place of.
func (a *adjusting) askingOf(c *computation, task, project string) asking {
	for _, it := range a.items {
		if it.Task == task {
			return it.asking
		}
	}
	for i := range a.unpriced {
		n := &a.unpriced[i]
		for k := range c.given {
			if n.Task == task && c.given[k].ID == n.Source {
				return askingOf(&c.given[k])
			}
		}
	}
	return c.askingFor(project)
}

// lay adds an item: hours where the work lies, new money in the budget year that it is
// asked for in.
func (c *computation) lay(it *item) {
	c.items = append(c.items, it)
	if !it.Line.Kind.NewMoney() {
		return
	}
	work := it.Parts
	it.Parts = it.budgeted(work)
	if it.Line.Hours == nil || slices.EqualFunc(work, it.Parts, func(a, b Part) bool { return a.Year == b.Year }) {
		return
	}
	hours := *it
	hours.Counts, hours.Parts = OnlyHours, work
	it.Counts = OnlyMoney
	c.items = append(c.items, &hours)
}

// budgeted is how new money falls on budget years where its work falls as the parts do.
func (it *item) budgeted(work []Part) []Part {
	parts := make([]Part, 0, len(work))
	for _, p := range work {
		if p.Year == Undated && it.asking.undated > 0 {
			p.Year, p.Provisional = it.asking.undated, true
		} else if p.Year != Undated {
			p.Year = max(p.Year, it.asking.earliest)
		}
		if last := len(parts) - 1; last >= 0 && parts[last].Year == p.Year {
			parts[last].Workdays += p.Workdays
			continue
		}
		parts = append(parts, p)
	}
	return parts
}

// laid is how an item falls on budget years before the plan's adjustments.
func (c *computation) laid(it *item) []Part {
	parts := c.partsOf(it.Task, it.Line)
	if it.Line.Kind.NewMoney() && it.Counts != OnlyHours {
		return it.budgeted(parts)
	}
	return parts
}

// only leaves of amounts what the basis is for.
func (b *Basis) only(amounts []Amount) []Amount {
	for k := range amounts {
		switch b.Counts {
		case OnlyMoney:
			amounts[k].Hours = Amount{}.Hours
		case OnlyHours:
			amounts[k] = Amount{Hours: amounts[k].Hours}
		}
	}
	return amounts
}

// Money reports whether the basis is for kroner.
func (b *Basis) Money() bool { return b.Counts != OnlyHours }
