package businesscase

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// model is a case before it is turned into rows: what is paid from when to
// when. A sensitivity is the same model with one thing changed.
type model struct {
	words *lang.Catalogue

	first Month // January of the first year
	run   Month // of the first go-live
	to    Month // the month after the last

	payments       []payment
	falls          []priceFall
	prices         []price
	benefits       []benefitValue
	implementation []drejebog.Kroner  // by year, below zero: likely new money
	ownTime        []drejebog.Kroner  // by year, below zero
	costs          drejebog.Certainty // of implementation
	rate           Figure
	infrastructure *Infrastructure
	complete       bool
}

// payment is what a legacy system costs until it is used no more and its contract
// binds no longer.
type payment struct {
	system, project string    // ids
	name            string    // of the system
	of              lang.Text // names of all systems that the contract is for
	projects        []string  // ids of those that replace them
	yearly          drejebog.Kroner
	unused          Month // the first month in which it is not used
	unbound         Month // the first that its contract does not bind to, where that stays whatever the go-lives are; else 0
	Figure
}

// end is the first month that is not paid for.
func (p *payment) end() Month { return max(p.unused, p.unbound) }

// priceFall is a fall of a legacy system's price.
type priceFall struct {
	*estimate.PriceFall
	system string // the one that it happens to
	from   Month
}

// price is what a new system costs from its go-live.
type price struct {
	id       string
	name     lang.Text
	yearly   drejebog.Kroner
	from     Month
	onTarget bool
	Figure
}

// benefitValue is what a benefit is worth from a month on.
type benefitValue struct {
	id     string
	name   string
	yearly drejebog.Kroner
	from   Month
	source string
}

func (m *model) years() int { return (m.to - 1).Year() - m.first.Year() + 1 }

// model takes together what the plan, the schedule and the estimate say.
// What is missing gives findings.
func (c *computation) model() *model {
	m := &model{complete: true, words: c.book.Words}
	m.rate = c.discountRate()
	c.payments(m)
	c.prices(m)
	c.span(m)
	c.falls(m)
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

func figureOf(f *estimate.DatedFigure) Figure {
	return Figure{Value: f.Value, Certainty: f.Certainty, Source: f.Address, Why: f.Why}
}

// payments is what the legacy systems cost today, and until when: carried
// from the prices of their own day to the estimate's. Each that no index carries
// stays as it is, and a finding says so.
func (c *computation) payments(m *model) {
	var all []estimate.ContractPayment
	for i := range c.book.Systems {
		system := &c.book.Systems[i]
		if !c.isPaid(system.ID) {
			c.missing(m, "DB-440", strict.Join("contracts", system.ID), lang.Args{"system": lang.Both(system.Name), "id": lang.Both(system.ID)})
			continue
		}
		payments := c.est.PaymentsFor(system.ID)
		if len(payments) == 0 {
			continue
		}
		last, ok := c.dated(m, c.book.MilestoneOf(drejebog.SystemEnd, system.ID))
		if !ok {
			continue
		}
		all = append(all, payments...)
		for j := range payments {
			p := &payments[j]
			m.payments = append(m.payments, payment{
				system: system.ID, project: system.Project, name: system.Name, yearly: p.Carried, unused: monthAfter(last), unbound: unbound(p, last),
				of: c.systemNames(p.Systems), projects: c.replacing(p.Systems), Figure: c.paid(p, last),
			})
		}
	}
	c.paymentLevel(all)
}

// unbound is the first month that a contract does not bind to, by its terms or by a
// notice that has its day; 0 where it follows the last day of use.
func unbound(p *estimate.ContractPayment, last date.Date) Month {
	if p.Notice == nil || p.Notice.Ends == nil {
		return 0
	}
	if p.Notice.Given == nil && monthAfter(*p.Notice.Ends) <= monthAfter(last) {
		return 0
	}
	return monthAfter(*p.Notice.Ends)
}

// paid is what a contract costs a year: the plan's word, but for use beyond the
// contract, which is assumed to cost the same.
func (c *computation) paid(p *estimate.ContractPayment, last date.Date) Figure {
	f := c.fromPlan(p.Path, p.Amount.Decimal())
	if p.Notice != nil && p.Notice.Ends != nil && *p.Notice.Ends < last {
		f.Certainty = drejebog.Assumed
		c.found("DB-447", p.Path, lang.Args{"contract": lang.Both(p.Contract), "ends": lang.Day(*p.Notice.Ends), "last": lang.Day(last)})
	}
	return f
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

// paymentLevel says which prices a case's payments are in, and which of them no
// index carries to the estimate's.
func (c *computation) paymentLevel(payments []estimate.ContractPayment) {
	c.PaymentLevel = c.PriceLevel
	if len(payments) == 0 {
		_, c.PaymentLevel = c.est.Carried(drejebog.Kroner{}, c.est.PaymentLevel()) // of the target alone
	}
	for i := range payments {
		p := &payments[i]
		if p.CarriedTo == c.PriceLevel {
			continue
		}
		if c.PaymentLevel == c.PriceLevel {
			c.PaymentLevel = p.CarriedTo
		}
		c.found("DB-446", p.Path, lang.Args{
			"contract": lang.Both(p.Contract), "from": lang.Plain(p.Level), "level": lang.Plain(c.PriceLevel), "asOf": lang.Day(c.AsOf),
		})
	}
}

// isPaid reports whether any contract of the plan with a payment is for a system.
func (c *computation) isPaid(system string) bool {
	for _, contract := range c.plan.Contracts {
		if contract.Payment != nil && slices.Contains(contract.Systems, system) {
			return true
		}
	}
	return false
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
	var own map[string]drejebog.Kroner
	if stated := c.plan.BusinessCase; stated != nil {
		own = stated.Prices
	}
	for i := range c.book.Projects {
		project := &c.book.Projects[i]
		yearly, stated := own[project.ID]
		figure := c.fromPlan(strict.Join("businessCase.prices", project.ID), yearly.Decimal())
		if !stated {
			if yearly = c.onTarget(m, project.ID); yearly.IsZero() {
				continue
			}
			figure = figureOf(&c.assumptions.Case.Joint.Target)
			figure.Certainty = drejebog.Assumed // that this kommune comes out as the sector does
		}
		goLive, ok := c.dated(m, c.book.MilestoneOf(drejebog.GoLive, project.ID))
		if !ok {
			continue
		}
		m.prices = append(m.prices, price{
			id: "price/" + project.ID, name: lang.Both(project.Name), yearly: yearly, from: monthOf(goLive), onTarget: !stated, Figure: figure,
		})
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
	for i := range m.payments {
		if m.payments[i].project == project {
			replaced = replaced.Add(m.payments[i].yearly)
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
			yearly: m.infrastructure.Yearly, from: monthOf(tariff.From),
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
	m.run = january(first)
	var from []Month
	for i := range m.prices {
		if m.replaces(&m.prices[i]) {
			from = append(from, m.prices[i].from)
		}
	}
	if len(from) > 0 {
		m.run = slices.Min(from)
		first = min(first, m.run.Year())
	}
	m.first = january(first)
	m.to = m.run + Month(12*c.assumptions.Case.Joint.Years.Value.IntPart())
	if !m.complete {
		m.to = january(max(first, last) + 1)
	}
}

// falls is how the price of a legacy system falls when others go.
func (c *computation) falls(m *model) {
	for i := range c.assumptions.Case.Falls {
		fall := &c.assumptions.Case.Falls[i]
		if !fall.PublishedBy(c.AsOf) {
			continue
		}
		for _, system := range fall.Of {
			goes := m.payment(system)
			if goes == nil {
				continue
			}
			from := goes.unused
			if fall.When == "golive" {
				price := m.price(goes.project)
				if price == nil {
					continue
				}
				from = price.from
			}
			m.falls = append(m.falls, priceFall{PriceFall: fall, system: system, from: from})
		}
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
			from = monthFrom(*benefit.From)
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
		m.implementation[k] = c.est.Years[i].NewMoney.Neg()
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
	for i := range m.payments {
		p := &m.payments[i]
		rows = m.with(rows, Row{
			ID: "payment/" + p.system, Category: OldSystems, Yearly: p.yearly, From: p.end(), To: m.to,
			Name:      m.words.Say("businesscase/saved", lang.Args{"system": p.of}),
			Certainty: p.Certainty, Source: p.Source, Why: p.Why,
		})
	}
	for i := range m.falls {
		f := &m.falls[i]
		falls, goes := m.payment(f.System), m.payment(f.system)
		if falls == nil || goes == nil {
			continue
		}
		rows = m.with(rows, Row{
			ID: strings.Join([]string{"fall", f.System, f.When, f.system}, "/"), Category: OldSystems, Yearly: falls.yearly.Mul(f.Share),
			Name: m.words.Say("businesscase/falls", lang.Args{"falls": lang.Both(falls.name), "goes": lang.Both(goes.name)}),
			From: f.from, To: min(falls.end(), m.to), Certainty: f.Certainty, Source: f.Address, Why: f.Why,
		})
	}
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

// with adds a row, where any of its months lie within the case: each year's
// part is ROUND(c₁+…+cₖ) − ROUND(c₁+…+cₖ₋₁), to øre.
func (m *model) with(rows []Row, r Row) []Row {
	r.From = max(r.From, m.first)
	if r.Yearly.IsZero() || r.From >= r.To {
		return rows
	}
	before, months := decimal.Zero, int64(0)
	for k := range m.years() {
		year := january(m.first.Year() + k)
		months += int64(max(0, min(r.To, year+12)-max(r.From, year)))
		after := r.Yearly.Decimal().Mul(decimal.NewFromInt(months)).DivRound(twelve, 2)
		r.Years = append(r.Years, drejebog.NewKroner(after.Sub(before)))
		before = after
	}
	return append(rows, r)
}

// one is the factor that changes nothing, twelve the months of a year.
var one, twelve = decimal.NewFromInt(1), decimal.NewFromInt(12)

// payment is what is paid for a legacy system, or nil.
func (m *model) payment(system string) *payment {
	at := slices.IndexFunc(m.payments, func(p payment) bool { return p.system == system })
	if at < 0 {
		return nil
	}
	return &m.payments[at]
}

// replaces reports whether a price is for the replacement of a legacy system.
func (m *model) replaces(p *price) bool {
	return slices.ContainsFunc(m.payments, func(old payment) bool { return slices.Contains(old.projects, strings.TrimPrefix(p.id, "price/")) })
}

// price is what the project that replaces a legacy system costs, or nil.
func (m *model) price(project string) *price {
	at := slices.IndexFunc(m.prices, func(p price) bool { return p.id == "price/"+project })
	if at < 0 {
		return nil
	}
	return &m.prices[at]
}
