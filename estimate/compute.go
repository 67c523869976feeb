package estimate

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/contribution"
	"github.com/drejebog/monopolbrud/estimate/internal/vocabulary"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/drejebog/monopolbrud/timeline"
)

var (
	errNoSchedule = errors.New("estimate: a schedule that timeline.Compute made is needed")
	errPriceLevel = fmt.Errorf("estimate: the price level of the assumptions is no year from %d to %d", plan.FirstYear, plan.LastYear)
)

// one is the factor that changes nothing.
var one = decimal.NewFromInt(1)

// Compute estimates what a schedule costs, from the contributions that were
// published by its as-of day, with the rates and drivers that are assumed where the
// plan is silent, by the data files that the schedule's book was loaded from. The
// error says that nothing could be computed, or is that of LoadFS; everything else,
// a line that cannot be used among it, is a finding.
func Compute(sched *timeline.Schedule, contributions []Contribution) (*Estimate, error) {
	if sched == nil || sched.Book == nil {
		return nil, errNoSchedule
	}
	assumptions, err := assumptionsOf(sched.Book)
	if err != nil {
		return nil, err
	}
	return computed(assumptions, sched, contributions)
}

// Compute is the function Compute with assumptions of the caller's own.
func (a *Assumptions) Compute(sched *timeline.Schedule, contributions []Contribution) (*Estimate, error) {
	return computed((*contribution.Assumptions)(a).Copy(), sched, contributions)
}

func computed(a *contribution.Assumptions, sched *timeline.Schedule, contributions []Contribution) (*Estimate, error) {
	c, err := newComputation(a, sched, contributions)
	if err != nil {
		return nil, err
	}
	c.amounts()
	c.years()
	c.options()
	c.running()
	c.notes()
	c.how = c
	return c.Estimate, nil
}

// On is the estimate of the same contributions, assumptions and handed figures on another
// schedule. The error is that of Compute.
func (e *Estimate) On(sched *timeline.Schedule) (*Estimate, error) {
	if e == nil || e.how == nil {
		return nil, ErrNotComputed
	}
	given := e.how.handedOver
	if given == nil {
		given = e.how.given
	}
	return computed(e.how.assumptions, sched, given)
}

// amounts computes the cells, from the lines and the plan's adjustments.
func (c *computation) amounts() {
	c.lines()
	c.unpricedLines = slices.Clone(c.NotEstimable)
	c.planned()
	c.ownTasks()
	c.adjust()
	c.lacking()
	// By task, so that a person finds what a task costs in one place.
	slices.SortStableFunc(c.items, func(a, b *item) int { return a.order - b.order })
	c.cells()
}

// computation is an estimate on its way.
type computation struct {
	*Estimate
	assumptions *contribution.Assumptions
	given       []Contribution        // all of them, published or not, each once
	handedOver  []Contribution        // as they were handed in, if some of it cannot be
	whole       *drejebog.Playbook    // with every edition, to tell a word that is not known yet from one that never was
	words       vocabulary.Vocabulary // of the whole book

	items    []*item
	room     []item         // for those to come
	used     []*Input       // drivers and rates, in the order in which they were first used
	inputAt  map[string]int // place in used by Input.ID
	driverAt map[scoped]int
	rateAt   map[paid]int                // place in used of a rate, −1 of one that cannot be used
	byStep   map[string][]*timeline.Task // instances of a step
	order    map[string]int              // of a task or milestone in the schedule
	handed   map[string]*Figure          // by key
	lengths  []*product.Input            // that are the length of a step
	indices  indices
	fall     map[*timeline.Task][]Part // how the days of tasks fall, while the lines are placed

	unpricedLines []NotEstimable // before the plan's adjustments price some
	unsourced     []string       // keys of figures that say no certainty or no source
}

// item is one line for one task or milestone, on its way.
type item struct {
	Basis
	asking asking
	order  int
}

// wholeKey is of the book with all that was published later. It names the book, since
// copies of a book share what is kept.
type wholeKey struct{ book *drejebog.Playbook }

// wholeOf is a book with all that was published later, and its words.
func wholeOf(book *drejebog.Playbook) (*drejebog.Playbook, vocabulary.Vocabulary, error) {
	type outcome struct {
		book  *drejebog.Playbook
		words vocabulary.Vocabulary
		err   error
	}
	whole := book.Kept(wholeKey{book}, func() any {
		whole, err := book.AsOf(date.Max())
		if err != nil {
			return outcome{err: err}
		}
		return outcome{whole, vocabulary.Of(whole), nil}
	}).(outcome)
	return whole.book, whole.words, whole.err
}

func newComputation(a *contribution.Assumptions, sched *timeline.Schedule, contributions []Contribution) (*computation, error) {
	if sched == nil || sched.Book == nil || sched.Plan == nil || len(sched.Kommune.Population) == 0 {
		return nil, errNoSchedule
	}
	if !isYear(a.PriceLevel) {
		return nil, errPriceLevel
	}
	whole, words, err := wholeOf(sched.Book)
	if err != nil {
		return nil, fmt.Errorf("estimate: %w", err)
	}
	population, kommune := sched.Kommune.PopulationOn(sched.AsOf), sched.Kommune
	kommune.Population = slices.Clone(kommune.Population)
	c := &computation{
		Estimate: &Estimate{
			Kommune: kommune, Population: population, AsOf: sched.AsOf, PriceLevel: a.PriceLevel, Local: sched.Plan.Local() || len(a.Figures) > 0,
			CriticalPath: slices.Clone(sched.CriticalPath), book: sched.Book, plan: sched.Plan, sched: sched,
		},
		assumptions: a, whole: whole, words: words.With(sched.Plan.Own),
		inputAt: map[string]int{}, driverAt: map[scoped]int{}, rateAt: map[paid]int{},
		byStep: make(map[string][]*timeline.Task, len(sched.Tasks)), order: make(map[string]int, len(sched.Tasks)+len(sched.Milestones)),
	}
	if c.given = c.onlyOnce(contributions); len(c.Findings)+len(c.unsourced) > 0 {
		c.handedOver = slices.Clone(contributions)
		for i := range c.handedOver {
			c.handedOver[i] = contributions[i].Copy()
		}
	}
	c.handed = c.figures(a.Figures)
	c.lengths = stepLengths(a.Inputs)
	c.indices = newIndices(c)
	for i := range sched.Milestones {
		c.order[sched.Milestones[i].ID] = len(sched.Tasks) + i
	}
	for i := range sched.Tasks {
		base := sched.Tasks[i].Base()
		c.byStep[base] = append(c.byStep[base], &sched.Tasks[i])
		c.order[sched.Tasks[i].ID] = i
	}
	for i := range c.given {
		switch {
		case c.out(&c.given[i]):
			c.Contributions = append(c.Contributions, c.given[i])
		case c.given[i].AwaitedOn(sched.AsOf):
			c.Awaited = append(c.Awaited, c.given[i])
		}
	}
	return c, nil
}

// lines makes the items of every line that counts, and lists those that
// cannot be estimated.
func (c *computation) lines() {
	c.fall = make(map[*timeline.Task][]Part, len(c.sched.Tasks))
	defer func() { c.fall = nil }()
	for i := range c.given {
		contribution := &c.given[i]
		out := c.out(contribution)
		if !out && !contribution.AwaitedOn(c.AsOf) {
			continue
		}
		for j := range contribution.Lines {
			line := &contribution.Lines[j]
			figure := c.figureOf(line)
			if figure != nil {
				line = line.With(figure)
			}
			if c.usable(line) && c.within(line, contribution) {
				c.place(line, contribution, out, figure)
			}
		}
	}
}

// figureOf is the figure that was handed in for a line, or nil.
func (c *computation) figureOf(line *Line) *Figure {
	if len(c.handed) == 0 {
		return nil
	}
	return c.handed[line.Key()]
}

// out reports whether a contribution counts: it was published, or the kommune
// hands in figures of one that had been promised.
func (c *computation) out(contribution *Contribution) bool {
	return contribution.PublishedBy(c.AsOf) || contribution.AwaitedOn(c.AsOf) &&
		slices.ContainsFunc(contribution.Lines, func(l Line) bool { return c.figureOf(&l) != nil })
}

// place finds the tasks or milestones that a line is for.
func (c *computation) place(line *Line, contribution *Contribution, out bool, figure *Figure) {
	if line.Step == "" {
		for i := range c.sched.Milestones {
			m := &c.sched.Milestones[i]
			if m.Base() == line.Milestone && isFor(line, contribution, &m.Node) {
				c.estimate(line, contribution, out, figure, nil, &m.Node, func() []Part { return partsFrom(c.sched, m, line.Days) })
			}
		}
		return
	}
	for _, t := range c.byStep[line.Step] {
		if t.NotRelevant == "" && isFor(line, contribution, &t.Node) {
			own, inputs := c.lengthened(line, t)
			c.estimate(own, contribution, out, figure, inputs, &t.Node, func() []Part { return c.partsFor(t, line) })
		}
	}
}

// isFor reports whether a line is for a node: for one of a project that is charged, or
// for what is done once for all.
func isFor(line *Line, contribution *Contribution, node *drejebog.Node) bool {
	projects := chargedBy(line, contribution)
	return len(projects) == 0 || slices.Contains(projects, node.Project) || node.Project == "" && len(line.Projects) == 0
}

// estimate notes one line for one node: as money when it is out and has
// figures, else as something that cannot be estimated.
func (c *computation) estimate(line *Line, contribution *Contribution, out bool, figure *Figure, inputs []*product.Input, node *drejebog.Node, parts func() []Part) {
	if line.NotEstimable != nil && c.offered(line.NotEstimable, node) {
		return
	}
	if line.NotEstimable != nil || !out {
		c.NotEstimable = append(c.NotEstimable, c.notEstimable(line, contribution, node))
		return
	}
	if it := c.item(line, node, parts()); it != nil {
		it.Figure, it.asking, it.inputs = figure, askingOf(contribution), inputs
		c.lay(it)
	}
}

// offered reports whether what the kommune owes the price of is an add-on that the plan
// has a price of: what it costs stands in the business case.
func (c *computation) offered(owed *NotYet, node *drejebog.Node) bool {
	if node.Activity == nil || node.Step == nil || owed.Owes != "kommune" {
		return false
	}
	scope, _, _ := node.Activity.ScopeOf(node.Step)
	addOn := c.plan.AddOns[node.Instance]
	return scope == drejebog.PerAddOn && addOn.Price.Sign()+addOn.Yearly.Sign() > 0
}

// item makes the item of a line for a node; nil, with a finding, when its
// driver or its rate has no figure.
func (c *computation) item(line *Line, node *drejebog.Node, parts []Part) *item {
	it := c.more()
	*it = item{
		Basis: Basis{Line: line, Project: node.Project, Task: node.ID, Hours: line.Hours, Kroner: line.Kroner, Parts: parts, driver: -1, rate: -1},
		order: c.order[node.ID],
	}
	if line.Per != "" {
		if it.driver = c.driver(line, node); it.driver < 0 {
			return nil
		}
		it.Driver = c.used[it.driver]
	}
	if line.Hours != nil {
		if it.rate = c.rate(line); it.rate < 0 {
			return nil
		}
		it.Rate = c.used[it.rate]
	}
	if line.Monthly {
		if it.Months = c.Months(node.ID); it.Months == 0 {
			c.NotEstimable = append(c.NotEstimable, NotEstimable{
				Project: node.Project, Task: node.ID, Kind: line.Kind, What: c.sched.Label(node), Owes: "kombit", Source: line.Contribution,
				Reason: c.text("estimate/no-dates", nil),
			})
			return nil
		}
	}
	return it
}

// more is room for one more item: they are made by the block, since an estimate keeps
// all of them.
func (c *computation) more() *item {
	if len(c.room) == cap(c.room) {
		c.room = make([]item, 0, itemsOfBlock)
	}
	c.room = c.room[:len(c.room)+1]
	return &c.room[len(c.room)-1]
}

const itemsOfBlock = 64

func (c *computation) notEstimable(line *Line, contribution *Contribution, node *drejebog.Node) NotEstimable {
	n := NotEstimable{Project: node.Project, Task: node.ID, Kind: line.Kind, What: line.What, Source: contribution.ID, line: line}
	if n.What.IsZero() {
		n.What = c.sched.Label(node)
	}
	if came := c.Came(contribution); came != nil {
		n.Owes, n.Reason = "kommune", c.text("estimate/came-not-read", lang.Args{"name": contribution.Name, "day": lang.Day(*came)})
		return n
	}
	if line.NotEstimable != nil {
		n.Reason, n.Owes = line.NotEstimable.Reason, line.NotEstimable.Owes
		return n
	}
	n.Owes = contribution.By
	n.Reason = c.text("estimate/not-known-to-have-come", lang.Args{"name": contribution.Name})
	return n
}

// cells computes the amounts of every item. What the plan drops leaves none.
func (c *computation) cells() {
	same, parts := map[string]string{}, 0
	for _, it := range c.items {
		parts += len(it.Parts)
	}
	c.Cells = slices.Grow(c.Cells, parts)
	var amounts []Amount
	var said []byte
	for _, it := range c.items {
		it.Certainty, said = it.trace(said[:0])
		if it.Source = same[string(said)]; it.Source == "" { // one string for all that have the same source
			it.Source = string(said)
			same[it.Source] = it.Source
		}
		for i := range it.Parts {
			it.Parts[i].Index = c.indices.factorOf(&it.Basis, it.Parts[i].Year)
		}
		amounts = it.amounts(true, amounts)
		for k := range it.Parts {
			if it.Parts[k].Factor.IsZero() {
				continue
			}
			c.Cells = append(c.Cells, Cell{
				Project: it.Project, Task: it.Task, Role: it.Line.Role, Kind: it.Line.Kind, Year: it.Parts[k].Year,
				Low: amounts[k].Low, Likely: amounts[k].Likely, High: amounts[k].High, Hours: amounts[k].Hours,
				Certainty: it.Certainty, Source: it.sourceOf(k, c), Line: it.Line, Basis: &it.Basis, Part: k,
				Decision: c.decision(&it.Basis, cmp.Or(it.Parts[k].From, it.Parts[k].Year)), Provisional: it.Parts[k].Provisional,
			})
		}
	}
	c.differences()
}

// trace says how sure an item's amount is, and appends where it comes from.
func (b *Basis) trace(source []byte) (drejebog.Certainty, []byte) {
	certainty := b.Line.Certainty
	source = append(source, b.Line.Contribution...)
	if b.Line.Address != "" {
		source = append(append(source, ": "...), b.Line.Address...)
	}
	for _, n := range b.inputs {
		if n.Step != "" {
			source = append(append(source, "; "...), n.Address...)
		}
	}
	for _, input := range []*Input{b.Driver, b.Rate} {
		if input == nil {
			continue
		}
		certainty = certainty.Weaker(input.Certainty)
		if input.Source != "" {
			source = append(append(source, "; "...), input.Source...)
		}
	}
	return certainty, source
}

// years lists the budget years from the first to the last with money or a
// contribution, and sums the cells of each.
func (c *computation) years() {
	c.DecisionYear = c.nextBudget()
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
		y := Year{Year: year, Contributed: contributed[year], PriceLevel: c.indices.level(year)}
		if process := c.sched.BudgetProcess(year); process != nil {
			y.DecisionBy = new(process.Adoption.Day())
		}
		c.Years = append(c.Years, y)
	}
	if undated {
		c.Years = append(c.Years, Year{Year: Undated, PriceLevel: c.PriceLevel})
	}
	column := c.columns()
	for i := range c.Cells {
		c.Years[column[c.Cells[i].Year]].add(&c.Cells[i])
	}
}

// nextBudget is the first year, from that of as-of, whose budget is not adopted. Of that
// of as-of itself only the plan can say so: the law has it adopted the year before.
func (c *computation) nextBudget() int {
	for year := c.AsOf.Year(); ; year++ {
		process := c.sched.BudgetProcess(year)
		if process == nil && year > c.AsOf.Year() || process != nil && process.Adoption.Day() >= c.AsOf {
			return year
		}
	}
}

// options lists what can be bought and nobody has chosen. One is chosen when
// the plan adds a purchase to its section for the project.
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
			if c.chosen(o.Section, project) {
				continue
			}
			c.NotEstimable = append(c.NotEstimable, NotEstimable{
				Project: project, Task: c.firstTask(o.Section, project), Kind: External, What: o.Name, Source: o.Section,
				Reason: c.text("estimate/option-not-chosen", nil),
			})
		}
	}
}

// chosen reports whether the plan adds a purchase to a section for a project.
func (c *computation) chosen(section, project string) bool {
	return slices.ContainsFunc(c.items, func(it *item) bool {
		return it.Adjustment != nil && it.Line.Kind == External && it.Project == project && strings.HasPrefix(it.Task, section+"/")
	})
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
