package estimate

import (
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// caseModel is a case before it is turned into rows: what is paid from when to
// when. A sensitivity is the same model with one thing changed.
type caseModel struct {
	words *lang.Catalogue

	first Month // January of the first year
	run   Month // of the first go-live
	to    Month // the month after the last

	payments       []casePayment
	falls          []caseFall
	prices         []casePrice
	benefits       []caseBenefit
	implementation []drejebog.Kroner  // by year, below zero: likely new money
	ownTime        []drejebog.Kroner  // by year, below zero
	costs          drejebog.Certainty // of implementation
	rate           CaseFigure
	infrastructure *Infrastructure
	complete       bool
}

// casePayment is what a legacy system costs until it ends.
type casePayment struct {
	system, project string    // ids
	name            string    // of the system
	of              lang.Text // names of all systems that the contract is for
	projects        []string  // ids of those that replace them
	yearly          drejebog.Kroner
	end             Month // the first month without it
	CaseFigure
}

// caseFall is a fall of a legacy system's price.
type caseFall struct {
	*PriceFall
	system string // the one that it happens to
	from   Month
}

// casePrice is what a new system costs from its go-live.
type casePrice struct {
	id       string
	name     lang.Text
	yearly   drejebog.Kroner
	from     Month
	onTarget bool
	CaseFigure
}

type caseBenefit struct {
	id     string
	name   string
	yearly drejebog.Kroner
	from   Month
	source string
}

func (m *caseModel) years() int { return (m.to - 1).Year() - m.first.Year() + 1 }

// caseModel takes together what the plan, the schedule and the estimate say.
// What is missing gives findings.
func (e *Estimate) caseModel(b *BusinessCase) *caseModel {
	m := &caseModel{complete: true, words: e.words()}
	m.rate = e.discountRate()
	e.casePayments(b, m)
	e.casePrices(b, m)
	e.caseSpan(m)
	e.caseFalls(m)
	e.caseBenefits(m)
	e.caseCosts(m)
	return m
}

// fromPlan is a figure of the kommune's own.
func (e *Estimate) fromPlan(path string, value decimal.Decimal) CaseFigure {
	place, _ := e.plan.Where(path)
	return CaseFigure{Value: value, Certainty: drejebog.Stated, Source: sourceText(place, "plan")}
}

func (e *Estimate) discountRate() CaseFigure {
	if c := e.plan.BusinessCase; c != nil && c.DiscountRate != nil {
		return e.fromPlan("businessCase.discountRate", *c.DiscountRate)
	}
	return figureOf(&e.how.assumptions.Case.DiscountRate)
}

func figureOf(f *DatedFigure) CaseFigure {
	return CaseFigure{Value: f.Value, Certainty: f.Certainty, Source: f.Address, Why: f.Why}
}

// casePayments is what the legacy systems cost today, and until when: carried
// from the prices of their own day to the estimate's. Each that no index carries
// stays as it is, and a finding says so.
func (e *Estimate) casePayments(b *BusinessCase, m *caseModel) {
	var all []contractPayment
	for i := range e.book.Systems {
		system := &e.book.Systems[i]
		if !e.isPaid(system.ID) {
			b.missing(m, "DB-440", strict.Join("contracts", system.ID), lang.Args{"system": lang.Both(system.Name), "id": lang.Both(system.ID)})
			continue
		}
		payments := e.paymentsFor(system.ID)
		if len(payments) == 0 {
			continue
		}
		end, ok := e.dated(b, m, e.book.MilestoneOf(drejebog.SystemEnd, system.ID))
		if !ok {
			continue
		}
		all = append(all, payments...)
		for j := range payments {
			p := &payments[j]
			m.payments = append(m.payments, casePayment{
				system: system.ID, project: system.Project, name: system.Name, yearly: p.carried, end: monthFrom(end),
				of: e.systemNames(p.systems), projects: e.replacing(p.systems), CaseFigure: e.fromPlan(p.path, p.amount.Decimal()),
			})
		}
	}
	e.paymentLevel(b, all)
}

// systemNames are the names of a contract's legacy systems, as a sentence lists
// them.
func (e *Estimate) systemNames(ids []string) lang.Text {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = e.book.ScopeName(id)
	}
	return e.book.ListedNames(names...)
}

// replacing are the ids of the projects that replace legacy systems.
func (e *Estimate) replacing(systems []string) []string {
	var projects []string
	for _, id := range systems {
		if system := e.book.System(id); system != nil {
			projects = append(projects, system.Project)
		}
	}
	return projects
}

// paymentLevel says which prices a case's payments are in, and which of them no
// index carries to the estimate's.
func (e *Estimate) paymentLevel(b *BusinessCase, payments []contractPayment) {
	b.PaymentLevel = e.PriceLevel
	if _, carried := e.how.indices.carried(drejebog.Prices, e.PaymentLevel(), e.PriceLevel); !carried && len(payments) == 0 {
		b.PaymentLevel = e.PaymentLevel() // of the target alone
	}
	for i := range payments {
		p := &payments[i]
		if p.carriedTo == e.PriceLevel {
			continue
		}
		if b.PaymentLevel == e.PriceLevel {
			b.PaymentLevel = p.carriedTo
		}
		b.found("DB-446", p.path, lang.Args{
			"contract": lang.Both(p.name), "from": lang.Plain(p.level), "level": lang.Plain(e.PriceLevel), "asOf": lang.Day(e.AsOf),
		})
	}
}

// PaymentLevel is the year whose prices the plan has the payments in.
func (e *Estimate) PaymentLevel() int {
	if e.how == nil {
		return 0
	}
	return int(e.how.assumptions.Case.Joint.PriceLevel.Value.IntPart())
}

// missing notes what a case cannot be computed without.
func (b *BusinessCase) missing(m *caseModel, code, path string, args lang.Args) {
	m.complete = false
	b.found(code, path, args)
}

// dated is the day of a milestone; false, with a finding, when it has none.
func (e *Estimate) dated(b *BusinessCase, m *caseModel, id string) (date.Date, bool) {
	milestone := e.sched.Milestone(id)
	if milestone != nil && milestone.Date.Known() {
		return milestone.Date.Date, true
	}
	name := lang.Both(id)
	if milestone != nil {
		name = e.sched.Label(&milestone.Node)
	}
	b.missing(m, "DB-441", id, lang.Args{"milestone": name})
	return 0, false
}

// casePrices is what the new systems cost: what the plan says, and where it is
// silent the sector's target on what they replace.
func (e *Estimate) casePrices(b *BusinessCase, m *caseModel) {
	var own map[string]drejebog.Kroner
	if c := e.plan.BusinessCase; c != nil {
		own = c.Prices
	}
	for i := range e.book.Projects {
		project := &e.book.Projects[i]
		yearly, stated := own[project.ID]
		figure := e.fromPlan(strict.Join("businessCase.prices", project.ID), yearly.Decimal())
		if !stated {
			if yearly = e.onTarget(m, project.ID); yearly.IsZero() {
				continue
			}
			figure = figureOf(&e.how.assumptions.Case.Joint.Target)
			figure.Certainty = drejebog.Assumed // that this kommune comes out as the sector does
		}
		goLive, ok := e.dated(b, m, e.book.MilestoneOf(drejebog.GoLive, project.ID))
		if !ok {
			continue
		}
		m.prices = append(m.prices, casePrice{
			id: "price/" + project.ID, name: lang.Both(project.Name), yearly: yearly, from: monthOf(goLive), onTarget: !stated, CaseFigure: figure,
		})
	}
	e.covered(b, m)
	e.caseInfrastructure(m)
}

// covered takes out the prices of shared infrastructure where the sector's
// target, which covers it, stands for any other price.
func (e *Estimate) covered(b *BusinessCase, m *caseModel) {
	if !slices.ContainsFunc(m.prices, func(p casePrice) bool { return p.onTarget }) {
		return
	}
	m.prices = slices.DeleteFunc(m.prices, func(p casePrice) bool {
		if m.replaces(&p) {
			return false
		}
		project := strings.TrimPrefix(p.id, "price/")
		b.found("DB-445", strict.Join("businessCase.prices", project), lang.Args{"project": p.name})
		return true
	})
}

// onTarget is what a project's legacy systems cost less the sector's target.
func (e *Estimate) onTarget(m *caseModel, project string) drejebog.Kroner {
	var replaced drejebog.Kroner
	for i := range m.payments {
		if m.payments[i].project == project {
			replaced = replaced.Add(m.payments[i].yearly)
		}
	}
	return replaced.Mul(one.Sub(e.how.assumptions.Case.Joint.Target.Value))
}

// caseInfrastructure adds the price of the shared infrastructure, once it is
// known and billed, to prices of the kommune's own that do not hold it. The
// sector's target covers it.
func (e *Estimate) caseInfrastructure(m *caseModel) {
	tariff := &e.how.assumptions.Case.Infrastructure
	if !tariff.KnownBy(e.AsOf) {
		return
	}
	m.infrastructure = &Infrastructure{Yearly: tariff.Price(e.Population.Count), Tariff: *tariff}
	own := func(p casePrice) bool { return !p.onTarget && m.replaces(&p) }
	if slices.ContainsFunc(m.prices, own) && !slices.ContainsFunc(m.prices, func(p casePrice) bool { return !own(p) }) {
		m.prices = append(m.prices, casePrice{
			id: "infrastructure", name: e.text("businesscase/shared-infrastructure", nil),
			yearly: m.infrastructure.Yearly, from: monthOf(tariff.From),
			CaseFigure: CaseFigure{Value: tariff.PerInhabitant.Decimal(), Certainty: tariff.Certainty, Source: tariff.Address},
		})
	}
}

// caseSpan is from the first year with costs to the end of the years of
// operation, counted from the first go-live of a system that replaces another.
func (e *Estimate) caseSpan(m *caseModel) {
	first, last := e.AsOf.Year(), 0
	for i := range e.Years {
		if e.Years[i].Year != Undated {
			first, last = min(first, e.Years[i].Year), max(last, e.Years[i].Year)
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
	m.to = m.run + Month(12*e.how.assumptions.Case.Joint.Years.Value.IntPart())
	if !m.complete {
		m.to = january(max(first, last) + 1)
	}
}

// caseFalls is how the price of a legacy system falls when others go.
func (e *Estimate) caseFalls(m *caseModel) {
	for i := range e.how.assumptions.Case.Falls {
		fall := &e.how.assumptions.Case.Falls[i]
		if !knownBy(&fall.Provenance, e.AsOf) {
			continue
		}
		for _, system := range fall.Of {
			goes := m.payment(system)
			if goes == nil {
				continue
			}
			from := goes.end
			if fall.When == "golive" {
				price := m.price(goes.project)
				if price == nil {
					continue
				}
				from = price.from
			}
			m.falls = append(m.falls, caseFall{PriceFall: fall, system: system, from: from})
		}
	}
}

// caseBenefits is what the plan's benefits are worth in kroner.
func (e *Estimate) caseBenefits(m *caseModel) {
	for _, id := range e.benefitIDs() {
		benefit := e.plan.Benefits[id]
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
		m.benefits = append(m.benefits, caseBenefit{id: id, name: benefit.Name, yearly: benefit.Value, from: from, source: e.fromPlan(path, one).Source})
	}
}

// caseCosts is what the estimate says, by year.
func (e *Estimate) caseCosts(m *caseModel) {
	m.costs = drejebog.Stated
	if e.AssumedShare().Sign() > 0 {
		m.costs = drejebog.Assumed
	}
	m.implementation, m.ownTime = make([]drejebog.Kroner, m.years()), make([]drejebog.Kroner, m.years())
	for i := range e.Years {
		k := e.Years[i].Year - m.first.Year()
		if e.Years[i].Year == Undated || k < 0 || k >= len(m.implementation) {
			continue
		}
		m.implementation[k] = e.Years[i].NewMoney.Neg()
		m.ownTime[k] = e.Years[i].OwnTimeValue.Neg()
	}
}

// rows are the model's rows that hold anything.
func (m *caseModel) rows() []CaseRow {
	rows := []CaseRow{{
		ID: "implementation", Group: Implementation, Name: m.words.Say("businesscase/implementation", nil),
		From: m.first, To: m.to, Years: m.implementation, Certainty: m.costs, Source: "estimate",
	}}
	if !m.complete {
		return rows
	}
	for i := range m.payments {
		p := &m.payments[i]
		rows = m.with(rows, CaseRow{
			ID: "payment/" + p.system, Group: OldSystems, Yearly: p.yearly, From: p.end, To: m.to,
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
		rows = m.with(rows, CaseRow{
			ID: strings.Join([]string{"fall", f.System, f.When, f.system}, "/"), Group: OldSystems, Yearly: falls.yearly.Mul(f.Share),
			Name: m.words.Say("businesscase/falls", lang.Args{"falls": lang.Both(falls.name), "goes": lang.Both(goes.name)}),
			From: f.from, To: min(falls.end, m.to), Certainty: f.Certainty, Source: f.Address, Why: f.Why,
		})
	}
	for i := range m.prices {
		p := &m.prices[i]
		rows = m.with(rows, CaseRow{
			ID: p.id, Group: NewSystems, Name: p.name, Yearly: p.yearly.Neg(), From: p.from, To: m.to,
			Certainty: p.Certainty, Source: p.Source, Why: p.Why,
		})
	}
	for i := range m.benefits {
		p := &m.benefits[i]
		rows = m.with(rows, CaseRow{
			ID: "benefit/" + p.id, Group: OwnBenefits, Name: lang.Both(p.name), Yearly: p.yearly, From: p.from, To: m.to,
			Certainty: drejebog.Stated, Source: p.source,
		})
	}
	return rows
}

// with adds a row, where any of its months lie within the case: each year's
// part is ROUND(c₁+…+cₖ) − ROUND(c₁+…+cₖ₋₁), to øre.
func (m *caseModel) with(rows []CaseRow, r CaseRow) []CaseRow {
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

var twelve = decimal.NewFromInt(12)

// payment is what is paid for a legacy system, or nil.
func (m *caseModel) payment(system string) *casePayment {
	at := slices.IndexFunc(m.payments, func(p casePayment) bool { return p.system == system })
	if at < 0 {
		return nil
	}
	return &m.payments[at]
}

// replaces reports whether a price is for the replacement of a legacy system.
func (m *caseModel) replaces(p *casePrice) bool {
	return slices.ContainsFunc(m.payments, func(old casePayment) bool { return slices.Contains(old.projects, strings.TrimPrefix(p.id, "price/")) })
}

// price is what the project that replaces a legacy system costs, or nil.
func (m *caseModel) price(project string) *casePrice {
	at := slices.IndexFunc(m.prices, func(p casePrice) bool { return p.id == "price/"+project })
	if at < 0 {
		return nil
	}
	return &m.prices[at]
}
