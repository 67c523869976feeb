package businesscase

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/assumed"
	"github.com/drejebog/monopolbrud/estimate/running"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// model is a case before it is turned into rows: what is paid from when to
// when. A sensitivity is the same model with one thing changed.
type model struct {
	words  *lang.Catalogue
	names  func(systems []string) lang.Text // of legacy systems, as a sentence lists them
	source func(path string) string         // of what the plan says

	first running.Month // January of the first year
	run   running.Month // of the first go-live
	to    running.Month // the month after the last

	running        *running.Costs // payments for the legacy systems, and their falls
	replaced       []string       // ids of the projects that take the place of a system that is paid for
	prices         []price
	benefits       []benefitValue
	implementation []drejebog.Kroner  // by year, below zero: likely new money
	ownTime        []drejebog.Kroner  // by year, below zero
	costs          drejebog.Certainty // of implementation
	rate           Figure
	infrastructure *Infrastructure
	complete       bool
}

// price is what a new system costs from its go-live.
type price struct {
	id       string
	name     lang.Text
	yearly   drejebog.Kroner
	from     running.Month
	onTarget bool
	fixed    bool // from is a day of its own, which no go-live moves
	Figure
}

// benefitValue is what a benefit is worth from a month on.
type benefitValue struct {
	id     string
	name   string
	yearly drejebog.Kroner
	from   running.Month
	source string
}

func (m *model) years() int { return (m.to - 1).Year() - m.first.Year() + 1 }

// model takes together what the plan, the schedule and the estimate say.
// What is missing gives findings.
func (c *computation) model() *model {
	m := &model{complete: true, words: c.book.Words, names: c.systemNames, source: c.est.PlanSource}
	m.rate = c.discountRate()
	c.payments(m)
	c.prices(m)
	c.span(m)
	c.benefitValues(m)
	c.costs(m)
	return m
}

// fromPlan is a figure of the kommune's own.
func (c *computation) fromPlan(path string, value decimal.Decimal) Figure {
	return Figure{Value: value, Certainty: drejebog.Stated, Source: c.est.PlanSource(path)}
}

func (c *computation) discountRate() Figure {
	if own := c.plan.BusinessCase; own != nil && own.DiscountRate != nil {
		return c.fromPlan("businessCase.discountRate", *own.DiscountRate)
	}
	return figureOf(&c.assumptions.Case.DiscountRate)
}

func figureOf(f *assumed.Figure) Figure {
	return Figure{Value: f.Value, Certainty: f.Certainty, Source: f.Address, Why: f.Why}
}

// payments is what the legacy systems cost, and until when, in the estimate's prices.
// Where an index on the way there is missing, a finding says how they were brought.
func (c *computation) payments(m *model) {
	m.running = c.est.RunningCosts(nil)
	c.PaymentLevel = m.running.Level
	for _, id := range m.running.Unstated {
		c.missing(m, "DB-440", strict.Join("contracts", id), lang.Args{"system": lang.Both(c.book.ScopeName(id)), "id": lang.Both(id)})
	}
	open := map[string]bool{}
	for i := range m.running.Payments {
		p := &m.running.Payments[i]
		m.replaced = append(m.replaced, c.replacing(p.Systems)...)
		if p.Unused == running.Open && !open[p.System] {
			open[p.System] = true
			c.dated(m, c.book.MilestoneOf(drejebog.SystemEnd, p.System))
		}
		if p.Certainty != drejebog.Assumed {
			continue
		}
		growth := &c.assumptions.Case.Growth
		c.found("DB-446", p.Path, lang.Args{
			"contract": lang.Both(p.Name), "from": lang.Plain(p.StatedAt), "level": lang.Plain(c.PriceLevel), "asOf": lang.Day(c.AsOf),
			"percent": lang.PercentOf(growth.Likely.Shift(-2)), "low": lang.PercentOf(growth.Low.Shift(-2)), "high": lang.PercentOf(growth.High.Shift(-2)),
		})
	}
}

// systemNames are the names of a contract's legacy systems, as a sentence lists
// them.
func (c *computation) systemNames(ids []string) lang.Text {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = c.book.ScopeName(id)
	}
	return c.book.ListedNames(names...)
}

// replacing are the ids of the projects that replace legacy systems.
func (c *computation) replacing(systems []string) []string {
	var projects []string
	for _, id := range systems {
		if system := c.book.System(id); system != nil {
			projects = append(projects, system.Project)
		}
	}
	return projects
}

// missing notes what a case cannot be computed without.
func (c *computation) missing(m *model, code, path string, args lang.Args) {
	m.complete = false
	c.found(code, path, args)
}

// dated is the day of a milestone; false, with a finding, when it has none.
func (c *computation) dated(m *model, id string) (date.Date, bool) {
	milestone := c.sched.Milestone(id)
	if milestone != nil && milestone.Date.Known() {
		return milestone.Date.Date, true
	}
	name := lang.Both(id)
	if milestone != nil {
		name = c.sched.Label(&milestone.Node)
	}
	c.missing(m, "DB-441", id, lang.Args{"milestone": name})
	return 0, false
}

// prices is what the new systems cost: what the plan says, and where it is
// silent the sector's target on what they replace.
func (c *computation) prices(m *model) {
	for i := range c.book.Projects {
		project := &c.book.Projects[i]
		stated := m.running.Price(project.ID)
		p := price{id: "price/" + project.ID, name: lang.Both(project.Name)}
		switch {
		case stated != nil:
			p.yearly, p.from, p.fixed = stated.Yearly, stated.From, stated.Own
			p.Figure = c.fromPlan(stated.Path, p.yearly.Decimal())
			p.Certainty = p.Certainty.Weaker(stated.Since)
		case c.onTarget(m, project.ID).IsZero():
			continue
		default:
			p.yearly, p.onTarget, p.from = c.onTarget(m, project.ID), true, running.Open
			p.Figure = figureOf(&c.assumptions.Case.Joint.Target)
			p.Certainty = drejebog.Assumed // that this kommune comes out as the sector does
		}
		if !p.fixed {
			goLive, ok := c.dated(m, c.book.MilestoneOf(drejebog.GoLive, project.ID))
			if !ok {
				continue
			}
			p.from = running.MonthOf(goLive)
		}
		m.prices = append(m.prices, p)
	}
	c.covered(m)
	c.infrastructure(m)
}

// covered takes out the prices of shared infrastructure where the sector's
// target, which covers it, stands for any other price.
func (c *computation) covered(m *model) {
	if !slices.ContainsFunc(m.prices, func(p price) bool { return p.onTarget }) {
		return
	}
	m.prices = slices.DeleteFunc(m.prices, func(p price) bool {
		if m.replaces(&p) {
			return false
		}
		project := strings.TrimPrefix(p.id, "price/")
		c.found("DB-445", strict.Join("businessCase.prices", project), lang.Args{"project": p.name})
		return true
	})
}

// onTarget is what a project's legacy systems cost less the sector's target.
func (c *computation) onTarget(m *model, project string) drejebog.Kroner {
	var replaced drejebog.Kroner
	for _, p := range m.running.PaidIn(running.MonthOf(c.AsOf)) {
		if system := c.book.System(p.System); system != nil && system.Project == project {
			replaced = replaced.Add(p.Yearly)
		}
	}
	return replaced.Mul(one.Sub(c.assumptions.Case.Joint.Target.Value))
}

// infrastructure adds the price of the shared infrastructure, once it is
// known and billed, to prices of the kommune's own that do not hold it. The
// sector's target covers it.
func (c *computation) infrastructure(m *model) {
	tariff := &c.assumptions.Case.Infrastructure
	if !tariff.PublishedBy(c.AsOf) {
		return
	}
	m.infrastructure = &Infrastructure{Yearly: tariff.Price(c.Population.Count), Tariff: *tariff}
	own := func(p price) bool { return !p.onTarget && m.replaces(&p) }
	if slices.ContainsFunc(m.prices, own) && !slices.ContainsFunc(m.prices, func(p price) bool { return !own(p) }) {
		m.prices = append(m.prices, price{
			id: "infrastructure", name: c.book.Words.Say("businesscase/shared-infrastructure", nil),
			yearly: m.infrastructure.Yearly, from: running.MonthOf(tariff.From), fixed: true,
			Figure: Figure{Value: tariff.PerInhabitant.Decimal(), Certainty: tariff.Certainty, Source: tariff.Address},
		})
	}
}

// span is from the first year with costs to the end of the years of
// operation, counted from the first go-live of a system that replaces another.
func (c *computation) span(m *model) {
	first, last := c.AsOf.Year(), 0
	for i := range c.est.Years {
		if c.est.Years[i].Year != estimate.Undated {
			first, last = min(first, c.est.Years[i].Year), max(last, c.est.Years[i].Year)
		}
	}
	m.run = running.January(first)
	var from []running.Month
	for i := range m.prices {
		if m.replaces(&m.prices[i]) {
			from = append(from, m.prices[i].from)
		}
	}
	if len(from) > 0 {
		m.run = slices.Min(from)
		first = min(first, m.run.Year())
	}
	m.first = running.January(first)
	m.to = m.run + running.Month(12*c.assumptions.Case.Joint.Years.Value.IntPart())
	if !m.complete {
		m.to = running.January(max(first, last) + 1)
	}
}

// benefitValues is what the plan's benefits are worth in kroner.
func (c *computation) benefitValues(m *model) {
	for _, id := range c.benefitIDs() {
		benefit := c.plan.Benefits[id]
		if benefit.Value.Sign() <= 0 {
			continue
		}
		from := m.run
		if price := m.price(benefit.Project); price != nil {
			from = price.from
		}
		if benefit.From != nil {
			from = running.MonthFrom(*benefit.From)
		}
		path := strict.Join("benefits", id)
		m.benefits = append(m.benefits, benefitValue{id: id, name: benefit.Name, yearly: benefit.Value, from: from, source: c.est.PlanSource(path)})
	}
}

// costs is what the estimate says, by year.
func (c *computation) costs(m *model) {
	m.costs = drejebog.Stated
	if c.est.AssumedShare().Sign() > 0 {
		m.costs = drejebog.Assumed
	}
	m.implementation, m.ownTime = make([]drejebog.Kroner, m.years()), make([]drejebog.Kroner, m.years())
	for i := range c.est.Years {
		k := c.est.Years[i].Year - m.first.Year()
		if c.est.Years[i].Year == estimate.Undated || k < 0 || k >= len(m.implementation) {
			continue
		}
		m.implementation[k] = c.est.Lacking(c.est.Years[i].Year).Sub(c.est.Years[i].NewMoney) // what is paid for the old systems stands with them
		m.ownTime[k] = c.est.Years[i].OwnTimeValue.Neg()
	}
}

// rows are the model's rows that hold anything.
func (m *model) rows() []Row {
	rows := []Row{{
		ID: "implementation", Category: Implementation, Name: m.words.Say("businesscase/implementation", nil),
		From: m.first, To: m.to, Years: m.implementation, Certainty: m.costs, Source: "estimate",
	}}
	if !m.complete {
		return rows
	}
	rows = m.saved(rows)
	for i := range m.prices {
		p := &m.prices[i]
		rows = m.with(rows, Row{
			ID: p.id, Category: NewSystems, Name: p.name, Yearly: p.yearly.Neg(), From: p.from, To: m.to,
			Certainty: p.Certainty, Source: p.Source, Why: p.Why,
		})
	}
	for i := range m.benefits {
		p := &m.benefits[i]
		rows = m.with(rows, Row{
			ID: "benefit/" + p.id, Category: OwnBenefits, Name: lang.Both(p.name), Yearly: p.yearly, From: p.from, To: m.to,
			Certainty: drejebog.Stated, Source: p.source,
		})
	}
	return rows
}

// saved adds the rows of what is no longer paid for the legacy systems.
func (m *model) saved(rows []Row) []Row {
	seen := map[string]bool{}
	for i := range m.running.Payments {
		p := &m.running.Payments[i]
		id := "payment/" + p.System
		if seen[id] {
			id += "/" + p.Contract
		}
		seen[id] = true
		rows = m.with(rows, Row{
			ID: id, Category: OldSystems, Yearly: p.Yearly, From: p.End, To: min(p.Instead, m.to),
			Name:      m.words.Say("businesscase/saved", lang.Args{"system": m.names(p.Systems)}),
			Certainty: p.Sure(), Source: m.source(p.Path),
		})
	}
	for i := range m.running.Falls {
		f := &m.running.Falls[i]
		for k := range m.running.Payments {
			p := &m.running.Payments[k]
			if !f.Lowers(p) {
				continue
			}
			rows = m.with(rows, Row{
				ID: strings.Join([]string{"fall", f.System, f.When, f.Gone}, "/"), Category: OldSystems, Yearly: p.Yearly.Mul(f.Share),
				Name: m.words.Say("businesscase/falls", lang.Args{"falls": m.names([]string{f.System}), "goes": m.names([]string{f.Gone})}),
				From: max(f.From, p.From), To: min(p.End, m.to), Certainty: f.Certainty, Source: f.Address, Why: f.Why,
			})
		}
	}
	return rows
}

// with adds a row, where any of its months lie within the case: each year's
// part is ROUND(c₁+…+cₖ) − ROUND(c₁+…+cₖ₋₁), to øre.
func (m *model) with(rows []Row, r Row) []Row {
	r.From = max(r.From, m.first)
	if r.Yearly.IsZero() || r.From >= r.To {
		return rows
	}
	before, months := decimal.Zero, int64(0)
	for k := range m.years() {
		year := running.January(m.first.Year() + k)
		months += int64(max(0, min(r.To, year+12)-max(r.From, year)))
		after := r.Yearly.Decimal().Mul(decimal.NewFromInt(months)).DivRound(twelve, 2)
		r.Years = append(r.Years, drejebog.NewKroner(after.Sub(before)))
		before = after
	}
	return append(rows, r)
}

// one is the factor that changes nothing, twelve the months of a year.
var one, twelve = decimal.NewFromInt(1), decimal.NewFromInt(12)

// replaces reports whether a price is for the replacement of a legacy system.
func (m *model) replaces(p *price) bool {
	return slices.Contains(m.replaced, strings.TrimPrefix(p.id, "price/"))
}

// price is what the project that replaces a legacy system costs, or nil.
func (m *model) price(project string) *price {
	at := slices.IndexFunc(m.prices, func(p price) bool { return p.id == "price/"+project })
	if at < 0 {
		return nil
	}
	return &m.prices[at]
}
