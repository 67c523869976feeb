package estimate

import (
	"errors"
	"fmt"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// one is the factor that changes nothing.
var one = decimal.NewFromInt(1)

// Compute estimates what a schedule costs, from the contributions that were
// published by its as-of day, with the rates and drivers that the module
// assumes where the plan is silent. The error says that nothing could be
// computed; everything else, a line that cannot be used among it, is a finding.
func Compute(sched *timeline.Schedule, contributions []Contribution) (*Estimate, error) {
	assumptions, err := Assume()
	if err != nil {
		return nil, err
	}
	return assumptions.Compute(sched, contributions)
}

// Compute is the function Compute with assumptions of the caller's own.
func (a *Assumptions) Compute(sched *timeline.Schedule, contributions []Contribution) (*Estimate, error) {
	c, err := newComputation(a, sched, contributions)
	if err != nil {
		return nil, err
	}
	c.lines()
	c.cells()
	c.years()
	c.options()
	c.notes()
	c.how = c
	return c.Estimate, nil
}

// computation is an estimate on its way.
type computation struct {
	*Estimate
	assumptions *Assumptions
	given       []Contribution     // all of them, published or not
	whole       *drejebog.Playbook // with every edition, to tell a word that is not known yet from one that never was
	words       vocabulary         // of the whole book
	weighted    decimal.Decimal    // inhabitants, those above the knee counted in part

	items   []item
	used    []Input                     // drivers and rates, in the order in which they were first used
	inputAt map[string]int              // place in used by Input.ID
	byStep  map[string][]*timeline.Task // instances of a step
}

// item is one line for one task or milestone.
type item struct {
	line    *Line
	project string
	task    string
	order   int // of the task in the schedule
	driver  int // place in computation.used, or −1 for a fixed line
	rate    int // likewise, −1 for kroner
	shares  []share
}

func newComputation(a *Assumptions, sched *timeline.Schedule, contributions []Contribution) (*computation, error) {
	if sched == nil || sched.Book == nil || sched.Plan == nil || len(sched.Kommune.Population) == 0 {
		return nil, errors.New("estimate: a schedule that timeline.Compute made is needed")
	}
	whole, err := sched.Book.AsOf(date.Max())
	if err != nil {
		return nil, fmt.Errorf("estimate: %w", err)
	}
	population := sched.Kommune.PopulationOn(sched.AsOf)
	c := &computation{
		Estimate: &Estimate{
			Kommune: sched.Kommune, Population: population, AsOf: sched.AsOf, PriceLevel: a.PriceLevel, Local: sched.Plan.Local(),
			CriticalPath: slices.Clone(sched.CriticalPath), book: sched.Book, plan: sched.Plan, sched: sched,
		},
		assumptions: a, given: contributions, whole: whole, words: vocabularyOf(whole), weighted: a.Knee.weighted(population.Count),
		inputAt: map[string]int{}, byStep: map[string][]*timeline.Task{},
	}
	for i := range sched.Tasks {
		base := sched.Tasks[i].Base()
		c.byStep[base] = append(c.byStep[base], &sched.Tasks[i])
	}
	for i := range contributions {
		switch {
		case contributions[i].PublishedBy(sched.AsOf):
			c.Contributions = append(c.Contributions, contributions[i])
		case contributions[i].AwaitedOn(sched.AsOf):
			c.Awaited = append(c.Awaited, contributions[i])
		}
	}
	return c, nil
}

// lines makes the items of every line that counts, and lists those that
// cannot be estimated.
func (c *computation) lines() {
	order := map[string]int{}
	for i := range c.sched.Tasks {
		order[c.sched.Tasks[i].ID] = i
	}
	for i := range c.sched.Milestones {
		order[c.sched.Milestones[i].ID] = len(c.sched.Tasks) + i
	}
	for i := range c.given {
		contribution := &c.given[i]
		published, awaited := contribution.PublishedBy(c.AsOf), contribution.AwaitedOn(c.AsOf)
		if !published && !awaited {
			continue
		}
		for j := range contribution.Lines {
			line := &contribution.Lines[j]
			if !c.usable(line) {
				continue
			}
			c.place(line, contribution, published, order)
		}
	}
	// By task, so that a person finds what a task costs in one place.
	slices.SortStableFunc(c.items, func(a, b item) int { return a.order - b.order })
}

// place finds the tasks or milestones that a line is for.
func (c *computation) place(line *Line, contribution *Contribution, published bool, order map[string]int) {
	if line.Milestone != "" {
		for i := range c.sched.Milestones {
			m := &c.sched.Milestones[i]
			if m.Base() == line.Milestone && c.isFor(line, &m.Node) {
				c.item(line, contribution, published, &m.Node, order[m.ID], func() []share { return sharesFrom(c.sched, m, line.Days) })
			}
		}
		return
	}
	for _, t := range c.byStep[line.Step] {
		if t.NotRelevant == "" && c.isFor(line, &t.Node) {
			c.item(line, contribution, published, &t.Node, order[t.ID], func() []share { return sharesOfTask(c.sched, t) })
		}
	}
}

func (c *computation) isFor(line *Line, node *drejebog.Node) bool {
	return len(line.Projects) == 0 || slices.Contains(line.Projects, node.Project)
}

// item notes one line for one node: as money when it is published and has
// figures, else as something that cannot be estimated.
func (c *computation) item(line *Line, contribution *Contribution, published bool, node *drejebog.Node, order int, shares func() []share) {
	if line.NotEstimable != nil || !published {
		c.NotEstimable = append(c.NotEstimable, c.notEstimable(line, contribution, node))
		return
	}
	it := item{line: line, project: node.Project, task: node.ID, order: order, driver: -1, rate: -1}
	if line.Per != "" {
		if it.driver = c.driver(line, node); it.driver < 0 {
			return
		}
	}
	if line.Hours != nil {
		if it.rate = c.rate(line); it.rate < 0 {
			return
		}
	}
	it.shares = shares()
	c.items = append(c.items, it)
}

func (c *computation) notEstimable(line *Line, contribution *Contribution, node *drejebog.Node) NotEstimable {
	n := NotEstimable{Project: node.Project, Task: node.ID, Kind: line.Kind, What: line.What, Source: contribution.ID}
	if n.What.IsZero() {
		n.What = c.sched.Label(node)
	}
	if line.NotEstimable != nil {
		n.Reason, n.Owes = line.NotEstimable.Reason, line.NotEstimable.Owes
		return n
	}
	n.Owes = contribution.By
	n.Reason = drejebog.Text{
		DA: contribution.Name.DA + " er ikke kendt som kommet",
		EN: contribution.Name.EN + " is not known to have come",
	}
	return n
}

// cells computes the amounts of every item.
func (c *computation) cells() {
	contributed := map[string]string{}
	for i := range c.items {
		it := &c.items[i]
		low, likely, high, hours := c.amounts(it)
		cells := [4][]decimal.Decimal{}
		for k, total := range [4]decimal.Decimal{low, likely, high, hours} {
			cells[k] = cumulative(total, it.shares)
		}
		certainty, source := c.trace(it)
		if known, ok := contributed[source]; ok {
			source = known // one string for all that have the same source
		}
		contributed[source] = source
		for k, s := range it.shares {
			c.Cells = append(c.Cells, Cell{
				Project: it.project, Task: it.task, Role: it.line.Role, Kind: it.line.Kind, Year: s.year,
				Low: drejebog.NewKroner(cells[0][k]), Likely: drejebog.NewKroner(cells[1][k]), High: drejebog.NewKroner(cells[2][k]),
				Hours: drejebog.NewHours(cells[3][k]), Certainty: certainty, Source: source, Line: it.line,
				Decision: c.decision(it, s.year),
			})
		}
	}
}

// amounts is what an item costs in all, exactly: three amounts in kroner and
// the likely hours.
func (c *computation) amounts(it *item) (low, likely, high, hours decimal.Decimal) {
	units, rate := c.unitsAndRate(it)
	if k := it.line.Kroner; k != nil {
		return k.Low.Decimal().Mul(units), k.Likely.Decimal().Mul(units), k.High.Decimal().Mul(units), decimal.Zero
	}
	h := it.line.Hours
	hours = h.Likely.Decimal().Mul(units)
	unitPrice := units.Mul(rate)
	return h.Low.Decimal().Mul(unitPrice), h.Likely.Decimal().Mul(unitPrice), h.High.Decimal().Mul(unitPrice), hours
}

func (c *computation) unitsAndRate(it *item) (units, rate decimal.Decimal) {
	units, rate = one, one
	if it.driver >= 0 {
		units = c.used[it.driver].Likely
	}
	if it.rate >= 0 {
		rate = c.used[it.rate].Likely
	}
	return units, rate
}

// trace says how sure an item's amount is and where it comes from.
func (c *computation) trace(it *item) (drejebog.Certainty, string) {
	certainty, source := it.line.Certainty, it.line.Contribution
	if it.line.Address != "" {
		source += ": " + it.line.Address
	}
	for _, input := range []int{it.driver, it.rate} {
		if input < 0 {
			continue
		}
		certainty = certainty.Weaker(c.used[input].Certainty)
		if from := c.used[input].Source; from != "" {
			source += "; " + from
		}
	}
	return certainty, source
}

// years lists the budget years from the first to the last with money or a
// contribution, and sums the cells of each.
func (c *computation) years() {
	first, last, undated := 0, 0, false
	within := func(year int) {
		if first == 0 || year < first {
			first = year
		}
		last = max(last, year)
	}
	for i := range c.Cells {
		if c.Cells[i].Year == Undated {
			undated = true
			continue
		}
		within(c.Cells[i].Year)
	}
	contributed := map[int]bool{}
	for i := range c.Contributions {
		contributed[c.Contributions[i].BudgetYear] = true
		within(c.Contributions[i].BudgetYear)
	}
	for year := first; year <= last && year > 0; year++ {
		y := Year{Year: year, Contributed: contributed[year]}
		if budget, ok := c.book.BudgetYear(year); ok {
			y.DecisionBy = &budget.AdoptedBy
			if c.DecisionYear == 0 && budget.AdoptedBy >= c.AsOf {
				c.DecisionYear = year
			}
		}
		c.Years = append(c.Years, y)
	}
	if undated {
		c.Years = append(c.Years, Year{Year: Undated})
	}
	column := c.columns()
	for i := range c.Cells {
		c.Years[column[c.Cells[i].Year]].add(&c.Cells[i])
	}
}

// options lists what can be bought and nobody has chosen.
func (c *computation) options() {
	for i := range c.book.Options {
		o := &c.book.Options[i]
		projects := o.Projects
		if len(projects) == 0 {
			projects = []string{""}
			if a := c.book.Activity(o.Section); a != nil && len(a.Projects) > 0 {
				projects = a.Projects
			}
		}
		for _, project := range projects {
			c.NotEstimable = append(c.NotEstimable, NotEstimable{
				Project: project, Task: c.firstTask(o.Section, project), Kind: External, What: o.Name, Source: o.Section,
				Reason: drejebog.Text{DA: "option, ikke valgt; der er ingen pris", EN: "option, not chosen; there is no price"},
			})
		}
	}
}

// firstTask is the first task of a section for a project, or the section.
func (c *computation) firstTask(section, project string) string {
	for i := range c.sched.Tasks {
		t := &c.sched.Tasks[i]
		if t.Activity != nil && t.Activity.ID == section && t.Project == project {
			return t.ID
		}
	}
	return section
}
