package estimate

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/contribution"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Input is something that the estimate was computed from and that a kommune
// can find out better: how much of a driver it has, what an hour costs, when a
// system goes live.
type Input struct {
	Kind    InputKind
	ID      string // "users@sapa", "rate/slutbruger/own", "golive@sapa"
	Project string // id, or ""
	Name    lang.Text

	Low, Likely, High decimal.Decimal // of a driver its number, of a rate kroner per hour
	Early, On, Late   date.Date       // of a go-live

	// The swing: how far the likely kroner in all lie apart between the ends of
	// the range, with all other inputs at their likely values. A go-live moves
	// money between years, and little or nothing in all.
	DecisionYear drejebog.Kroner // in the budget year to be decided
	Total        drejebog.Kroner // in all years

	Certainty drejebog.Certainty
	Source    string // where the plan gives it, "file:line"; "" for an assumption
	Why       lang.Text
}

// InputKind says what an input is. The zero value is invalid.
type InputKind uint8

// The kinds.
const (
	DriverInput InputKind = iota + 1
	RateInput
	GoLiveInput
)

// String returns "driver", "rate" or "golive".
func (k InputKind) String() string {
	switch k {
	case DriverInput:
		return "driver"
	case RateInput:
		return "rate"
	case GoLiveInput:
		return "golive"
	default:
		return ""
	}
}

// MarshalText writes what String returns.
func (k InputKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// driver returns the place among the inputs of the driver that a line scales
// with, for one node; −1, with a finding, when there is no figure for it.
func (c *computation) driver(line *Line, node *drejebog.Node) int {
	driver := c.book.Driver(line.Per)
	of := scoped{driver: line.Per}
	switch driver.Scope {
	case drejebog.PerProject:
		of.scope = node.Project
	case drejebog.PerSystem:
		of.scope = node.System
	}
	if i, ok := c.driverAt[of]; ok {
		return i
	}
	scope, id, name := of.scope, driver.ID, driver.Name
	if scope != "" {
		id += "@" + scope
		name = lang.Joined(", ", name, lang.Both(c.book.ScopeName(scope)))
	}
	input := Input{Kind: DriverInput, ID: id, Project: node.Project, Name: name}
	if scope == "" {
		input.Project = ""
	}
	known := c.localDriver(&input) || c.assumedDriver(&input, driver.ID, scope)
	if !c.handedFor(&input, known) && !known {
		c.found("DB-407", line, lang.Args{"driver": name})
		return -1
	}
	c.driverAt[of] = c.use(input)
	return c.driverAt[of]
}

// scoped is a driver for a project or a legacy system, "" for the kommune.
type scoped struct{ driver, scope string }

// localDriver takes the plan's own figure. A negative one, which plan.Check tells,
// is not used.
func (c *computation) localDriver(input *Input) bool {
	count, ok := c.plan.Drivers[input.ID]
	if !ok || count < 0 {
		return false
	}
	place, _ := c.plan.Where(strict.Join("drivers", input.ID))
	input.Likely = decimal.NewFromInt(int64(count))
	input.Low, input.High = input.Likely, input.Likely
	input.Certainty, input.Source = drejebog.Stated, "plan: "+input.ID
	if place.Line > 0 {
		input.Source = "plan:" + digits(place.Line)
	}
	return true
}

func (c *computation) assumedDriver(input *Input, driver, scope string) bool {
	d := c.assumptions.Driver(driver, scope)
	if d == nil || !d.Possible() {
		return false
	}
	input.Likely = d.Value(c.assumptions.Knee, c.Population.Count)
	input.Low, input.High = input.Likely.Mul(d.Low).Round(0), input.Likely.Mul(d.High).Round(0)
	input.Certainty, input.Why = d.Certainty, d.Why
	return true
}

// rate returns the place among the inputs of a line's hourly rate; −1, with a
// finding, when there is none.
func (c *computation) rate(line *Line) int {
	of := paid{line.Role, line.Kind}
	i, ok := c.rateAt[of]
	if !ok {
		if i = c.newRate(line); i >= 0 || c.assumptions.Rate(line.Role, line.Kind) != nil {
			c.rateAt[of] = i // an assumed rate that cannot be is told once
		}
	}
	return i
}

// paid is whom an hourly rate is for.
type paid struct {
	role string
	kind Kind
}

func (c *computation) newRate(line *Line) int {
	role := c.book.Role(line.Role)
	input := Input{Kind: RateInput, ID: contribution.RateID(line.Role, line.Kind), Name: c.rateName(role, line.Kind)}
	known := c.assumedRate(&input, line.Role, line.Kind)
	switch {
	case c.handedFor(&input, known):
	case !known:
		c.found("DB-406", line, lang.Args{"role": role.Name})
		return -1
	case !c.rises(input.Low, input.Likely, input.High, input.ID, input.Name, strict.Place{}):
		return -1
	}
	return c.use(input)
}

func (c *computation) assumedRate(input *Input, role string, kind Kind) bool {
	r := c.assumptions.Rate(role, kind)
	if r == nil {
		return false
	}
	input.Low, input.Likely, input.High = r.Kroner.Low.Decimal(), r.Kroner.Likely.Decimal(), r.Kroner.High.Decimal()
	input.Certainty, input.Why = r.Certainty, r.Why
	return true
}

// rateName is what an hourly rate is called.
func (c *computation) rateName(role *drejebog.Role, kind Kind) lang.Text {
	if kind == Backfill {
		return c.text("estimate/rate-of-stand-in", lang.Args{"role": role.Name.Lower()})
	}
	return c.text("estimate/rate-of", lang.Args{"role": role.Name.Lower()})
}

// DriverOf is the figure of a driver for a project or a legacy system, "" for the kommune:
// what the estimate uses, else the plan's, else what is assumed by the population. It is
// false where there is none, or nobody computed the estimate.
func (e *Estimate) DriverOf(driver, scope string) (figure decimal.Decimal, certainty drejebog.Certainty, known bool) {
	if e == nil || e.how == nil {
		return decimal.Decimal{}, 0, false
	}
	input := Input{ID: driver}
	if scope != "" {
		input.ID += "@" + scope
	}
	known = e.how.localDriver(&input) || e.how.assumedDriver(&input, driver, scope)
	known = e.how.asUsed(&input, known)
	return input.Likely, input.Certainty, known
}

// HourPrice is what an hour of a role and kind costs in a budget year: the likely rate, as
// it was handed in or is assumed, carried to the estimate's prices, to the øre. It is false
// where no rate is known, or nobody computed the estimate.
func (e *Estimate) HourPrice(role string, kind Kind, year int) (price drejebog.Kroner, certainty drejebog.Certainty, known bool) {
	if e == nil || e.how == nil {
		return drejebog.Kroner{}, 0, false
	}
	input := Input{ID: contribution.RateID(role, kind)}
	if !e.how.asUsed(&input, e.how.assumedRate(&input, role, kind)) {
		return drejebog.Kroner{}, 0, false
	}
	likely := input.Likely
	if !product.InBounds(likely) || likely.IsNegative() { // refused, and told, where a line has it
		return drejebog.Kroner{}, 0, false
	}
	level := e.PriceLevel
	for i := range e.Years {
		if e.Years[i].Year == year {
			level = e.Years[i].PriceLevel
		}
	}
	if factor, ok := e.how.indices.of.Carried(drejebog.Wages, e.how.assumptions.PriceLevel, level); ok {
		likely = likely.Mul(factor)
	}
	return drejebog.NewKroner(likely.Round(2)), input.Certainty, true
}

// asUsed makes an input what the estimate uses, or would use, for its id: a figure that was
// handed in for it takes the place of what is known. It is false where there is none.
func (c *computation) asUsed(input *Input, known bool) bool {
	if i, ok := c.inputAt[input.ID]; ok {
		*input = *c.used[i]
		return true
	}
	if f := c.handed[input.ID]; f != nil && isUsable(f.Low, f.Likely, f.High) && (!known || !input.differs(f)) {
		input.take(f)
		return true
	}
	return known
}

// handedFor makes an input what was handed in for it, known or not, and reports whether
// anything was that can be used: it must rise from zero, and not say otherwise than the plan.
func (c *computation) handedFor(input *Input, known bool) bool {
	f := c.handed[input.ID]
	switch {
	case f == nil:
		return false
	case !c.rises(f.Low, f.Likely, f.High, input.ID, input.Name, f.Place):
		delete(c.handed, input.ID) // told once, however many lines ask for it
		return false
	case known && input.differs(f):
		c.raise("DB-418", drejebog.Finding{Subject: input.ID, Place: f.Place}, lang.Args{
			"id": input.Name, "planned": lang.Both(input.Likely.String()), "handed": lang.Both(f.Likely.String()), "where": lang.Both(input.Source),
		})
		return false
	}
	input.take(f)
	return true
}

// differs reports whether a figure says otherwise than the plan.
func (i *Input) differs(f *Figure) bool {
	return i.Certainty == drejebog.Stated && !i.Likely.Equal(f.Likely)
}

// take gives an input the numbers of a figure.
func (i *Input) take(f *Figure) {
	i.Low, i.Likely, i.High = f.Low, f.Likely, f.High
	i.Certainty, i.Source, i.Why = drejebog.Stated, f.Place.String(), lang.Text{}
}

// use notes an input.
func (c *computation) use(input Input) int {
	if input.Certainty.String() == "" {
		input.Certainty = c.certainty(drejebog.Provenance{}, "", strict.Place{}, input.ID)
	}
	c.inputAt[input.ID] = len(c.used)
	c.used = append(c.used, &input)
	return len(c.used) - 1
}

// Inputs tells what the estimate was computed from, the input that would
// change the answer most first: by its swing in the budget year to be decided,
// then in all. The kommune is scheduled again for each go-live that lies
// ahead, which takes far longer than the estimate itself.
func (e *Estimate) Inputs() ([]Input, error) { return e.inputs(context.Background()) }

// mostInputs is how many of the inputs that change the answer are worth a
// reader's time.
const mostInputs = 5

// Weigh finds the inputs that change the answer most and keeps them as
// InputsThatMatter. It takes as long as Inputs; the error is the context's, or
// that of scheduling the kommune again.
func (e *Estimate) Weigh(ctx context.Context) error {
	inputs, err := e.inputs(ctx)
	if err != nil {
		return err
	}
	matter := []Input{}
	for _, input := range inputs {
		if len(matter) < mostInputs && (input.DecisionYear.Sign() > 0 || input.Total.Sign() > 0) {
			matter = append(matter, input)
		}
	}
	e.InputsThatMatter = matter
	return nil
}

func (e *Estimate) inputs(ctx context.Context) ([]Input, error) {
	c := e.how
	if c == nil {
		return nil, nil
	}
	inputs := make([]Input, len(c.used))
	for i := range inputs {
		inputs[i] = *c.used[i]
		inputs[i].DecisionYear, inputs[i].Total = c.swing(i, e.DecisionYear)
	}
	for i := range c.sched.Milestones {
		m := &c.sched.Milestones[i]
		if m.Milestone.Kind != drejebog.GoLive || !m.Date.Known() || m.Date.Date <= c.AsOf {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		input, err := c.goLive(m, e.DecisionYear)
		if err != nil {
			return nil, err
		}
		inputs = append(inputs, input)
	}
	slices.SortStableFunc(inputs, func(a, b Input) int {
		return cmp.Or(b.DecisionYear.Cmp(a.DecisionYear), b.Total.Cmp(a.Total), cmp.Compare(a.ID, b.ID))
	})
	return inputs, nil
}

// swing recomputes the items that use an input with it at its low and at its
// high end: how far apart that is in one year and in all.
func (c *computation) swing(input, year int) (inYear, total drejebog.Kroner) {
	for _, it := range c.items {
		if it.driver != input && it.rate != input {
			continue
		}
		low, high := it.likelyWith(input, c.used[input].Low), it.likelyWith(input, c.used[input].High)
		for k := range it.Parts {
			width := drejebog.NewKroner(high[k].Sub(low[k]))
			total = total.Add(width)
			if it.Parts[k].Year == year && year != Undated {
				inYear = inYear.Add(width)
			}
		}
	}
	return inYear, total
}

// goLive schedules the kommune again with one go-live earlier and later.
func (c *computation) goLive(m *timeline.Milestone, year int) (Input, error) {
	on := m.Date.Date
	r := c.assumptions.GoLive
	input := Input{
		Kind: GoLiveInput, ID: m.ID, Project: m.Project, Name: c.sched.Label(&m.Node), On: on,
		Early: drejebog.AddMonths(on, -r.EarlierMonths), Late: drejebog.AddMonths(on, r.LaterMonths),
		Certainty: m.Certainty, Why: r.Why,
	}
	inYear, inAll := []drejebog.Kroner{c.likelyIn(year)}, []drejebog.Kroner{c.likely()}
	for _, day := range []date.Date{input.Early, input.Late} {
		moved, err := c.moved(map[string]move{m.Project: {on, day}})
		if err != nil {
			return Input{}, err
		}
		inYear, inAll = append(inYear, moved.likelyIn(year)), append(inAll, moved.likely())
	}
	input.DecisionYear, input.Total = apart(inYear), apart(inAll)
	return input, nil
}

// Slipped is the estimate as it would be if every go-live that lies ahead came so many
// months later, with the ids of the projects that slip; nil where none does. The
// kommune is scheduled again: what the lines and the plan's adjustments came to stays,
// and falls where the tasks then do. The error is that of scheduling.
func (e *Estimate) Slipped(months int) (slipped *Estimate, projects []string, err error) {
	c := e.how
	if c == nil || months <= 0 {
		return nil, nil, nil
	}
	moves := map[string]move{}
	for i := range c.sched.Milestones {
		m := &c.sched.Milestones[i]
		if m.Milestone.Kind == drejebog.GoLive && m.Date.Known() && m.Date.Date > c.AsOf {
			moves[m.Project] = move{m.Date.Date, drejebog.AddMonths(m.Date.Date, months)}
			projects = append(projects, m.Project)
		}
	}
	if len(moves) == 0 {
		return nil, nil, nil
	}
	moved, err := c.moved(moves)
	if err != nil {
		return nil, nil, err
	}
	moved.years()
	moved.running()
	moved.how = moved
	return moved.Estimate, projects, nil
}

// move is a go-live from one day to another.
type move struct{ from, to date.Date }

// moved is the computation up to its cells, with the go-lives of projects on
// other days and their implementations moved with them. What the lines and the
// plan's adjustments came to stays, and falls where the tasks then do.
func (c *computation) moved(moves map[string]move) (*computation, error) {
	p := *c.plan
	p.Projects = maps.Clone(c.plan.Projects)
	if p.Projects == nil {
		p.Projects = map[string]plan.Rollout{}
	}
	for project, move := range moves {
		facts := p.Projects[project]
		facts.GoLive = plan.On(move.to)
		if impl := facts.Implementation; impl != nil && !impl.Unknown {
			facts.Implementation = plan.On(impl.Date + move.to - move.from)
		}
		p.Projects[project] = facts
	}
	sched, err := timeline.Compute(c.book, &p)
	if err != nil {
		return nil, err
	}
	moved, err := newComputation(c.assumptions, sched, c.given)
	if err != nil {
		return nil, err
	}
	moved.used = c.used
	for _, it := range withoutLacks(c.items) {
		there := *it
		there.Parts = relaid(it.Parts, c.laid(it), moved.laid(it))
		if months := moved.Months(it.Task); it.Months > 0 && months > 0 {
			there.Months = months
		}
		moved.items = append(moved.items, &there)
	}
	moved.lacking()
	moved.cells()
	return moved, nil
}

func (c *computation) likely() drejebog.Kroner {
	var sum drejebog.Kroner
	for i := range c.Cells {
		sum = sum.Add(c.Cells[i].Likely)
	}
	return sum
}

func (c *computation) likelyIn(year int) drejebog.Kroner {
	var sum drejebog.Kroner
	for i := range c.Cells {
		if c.Cells[i].Year == year && year != Undated {
			sum = sum.Add(c.Cells[i].Likely)
		}
	}
	return sum
}

// apart is how far the least and the most of some amounts lie from each other.
func apart(amounts []drejebog.Kroner) drejebog.Kroner {
	return slices.MaxFunc(amounts, drejebog.Kroner.Cmp).Sub(slices.MinFunc(amounts, drejebog.Kroner.Cmp))
}
