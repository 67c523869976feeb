package businesscase

import (
	"errors"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/assumed"
	"github.com/drejebog/monopolbrud/estimate/running"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Case is the joint case of the monopoly's end, seen from one kommune:
// what it pays today for the legacy systems, goes on or is saved; what the new
// ones cost; what it takes to bring them in; and what its own benefits are
// worth. All amounts are in fixed prices at the price level of the estimate, gains
// above zero and costs below; the kommune's own prices and benefits, and price
// lists, are taken to be stated at it.
//
// The case runs from the first year that costs anything until ten years after
// the first of the new systems goes live. A month counts as a twelfth of a
// year: a new system costs from the month of its go-live, an old one is saved
// from the first whole month after its last use or, where its contract binds for
// longer, after that.
type Case struct {
	Kommune    drejebog.Kommune
	Population drejebog.Population // the newest at as-of
	AsOf       date.Date

	PriceLevel   int // the year whose prices and wages the estimate is in
	PaymentLevel int // that of the payments for the legacy systems, and of the target: PriceLevel

	Baseline drejebog.Kroner // a year, for the legacy systems
	Future   drejebog.Kroner // a year, for the new systems when all are in operation
	OnTarget bool            // whether a price of Future is the sector's target and not the kommune's own

	Saving      drejebog.Kroner  // a year: Baseline less Future; zero for a case that could not be computed
	SavingShare *decimal.Decimal // Saving of Baseline, 1 being all of it, rounded to three decimals, half away from zero; below zero where the new systems cost more; nil where nothing is paid today, or the case could not be computed

	Rows  []Row
	Years []Year // from the first that costs anything, without gaps
	InAll Sums   // of all years

	DiscountRate   Figure
	PresentValue   drejebog.Kroner   // of the years' totals, in the first year
	WithOwnTime    drejebog.Kroner   // of the totals and the value of own hours
	Payback        *running.Month    // the month that the case has earned itself back by the end of, for good; nil: it does not
	Sensitivity    []Sensitivity     // what would change the present value most first
	Infrastructure *Infrastructure   // the price of the shared infrastructure; nil as long as it is not known
	Outcomes       []assumed.Outcome // what is known of how the joint case came out

	AddOns   []AddOn
	Benefits []Benefit

	Findings []drejebog.Finding

	complete bool
	est      *estimate.Estimate
}

// Year is what falls in one year of a case.
type Year struct {
	Year int `json:"year"`
	Sums
	AddedUp drejebog.Kroner `json:"addedUp"` // the totals up to and with the year
}

// Sums are what the rows of a case come to: kroner, gains above zero, each a sum of
// amounts that are rounded to øre, at PriceLevel.
type Sums struct {
	Implementation drejebog.Kroner `json:"implementation"` // the sum of each group's rows
	OldSystems     drejebog.Kroner `json:"oldSystems"`
	NewSystems     drejebog.Kroner `json:"newSystems"`
	OwnBenefits    drejebog.Kroner `json:"benefits"`
	Total          drejebog.Kroner `json:"total"`   // of all rows
	OwnTime        drejebog.Kroner `json:"ownTime"` // the value of own hours: not in Total, since it is paid already
}

// Complete reports whether the case could be computed: whether the payments and
// every date that it turns on are known. Where they are not the findings say
// what is missing, and Rows holds what it takes to bring the systems in only.
func (b *Case) Complete() bool { return b.complete }

// Covers are the categories that the case has rows of, or would have where they came to
// anything: all, but of a case that could not be computed only Implementation.
func (b *Case) Covers() []Category {
	if !b.complete {
		return []Category{Implementation}
	}
	return []Category{Implementation, OldSystems, NewSystems, OwnBenefits}
}

// Estimate is what the case was computed from, in all its years; nil for one
// that nobody computed.
func (b *Case) Estimate() *estimate.Estimate {
	if b == nil {
		return nil
	}
	return b.est
}

// Infrastructure is the price of the shared infrastructure.
type Infrastructure struct {
	Yearly drejebog.Kroner
	Tariff assumed.Tariff
}

// Figure is a number of a case and where it comes from.
type Figure struct {
	Value     decimal.Decimal
	Certainty drejebog.Certainty
	Source    string // where it stands: "plan:12", or an address; "" for an assumption
	Why       lang.Text
}

// Row is one row of a case.
type Row struct {
	ID       string // "payment/kmd-aktiv", "fall/kmd-sag", "price/ky", "infrastructure", "implementation", "benefit/svartid"
	Category Category
	Name     lang.Text
	Yearly   drejebog.Kroner   // in a whole year, with its sign; zero for what differs from year to year
	From     running.Month     // the first month of Yearly
	To       running.Month     // the month after the last
	Years    []drejebog.Kroner // from the case's first year, rounded to øre

	Certainty drejebog.Certainty
	Source    string
	Why       lang.Text
}

// Category is what a row of a case is about. The zero value is invalid.
type Category uint8

// The categories.
const (
	Implementation Category = iota + 1 // new money to bring the systems in
	OldSystems                         // saved on the legacy systems
	NewSystems                         // paid for the new ones
	OwnBenefits                        // the kommune's own benefits
)

var categoryNames = [...]string{Implementation: "implementation", OldSystems: "oldSystems", NewSystems: "newSystems", OwnBenefits: "benefits"}

// String returns "implementation", "oldSystems", "newSystems", "benefits", or "".
func (g Category) String() string {
	if int(g) >= len(categoryNames) {
		return ""
	}
	return categoryNames[g]
}

// MarshalText writes what String returns.
func (g Category) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// errCurrentPrices says that a case is in fixed prices.
var errCurrentPrices = errors.New("businesscase: a business case needs an estimate in fixed prices")

// Of computes the case of an estimate, in all its years, and of what its plan says
// of payments, prices, benefits and add-ons. The error says that the estimate cannot
// be used: one that estimate.Compute did not make, or that is in current prices.
func Of(est *estimate.Estimate) (*Case, error) {
	est = est.AllYears()
	if est == nil {
		return nil, estimate.ErrNotComputed
	}
	if est.Current {
		return nil, errCurrentPrices
	}
	c := newComputation(est)
	c.compute(c.model())
	c.AddOns = c.addOns()
	c.Benefits = c.benefits()
	for _, o := range c.assumptions.Case.Outcomes {
		if o.PublishedBy(c.AsOf) {
			c.Outcomes = append(c.Outcomes, o)
		}
	}
	return c.Case, nil
}

// computation is a case on its way, with what it is computed from.
type computation struct {
	*Case
	sched       *timeline.Schedule
	book        *drejebog.Playbook
	plan        *plan.Plan
	assumptions *estimate.Assumptions
}

func newComputation(est *estimate.Estimate) *computation {
	sched := est.Schedule()
	return &computation{
		Case:  &Case{Kommune: est.Kommune, Population: est.Population, AsOf: est.AsOf, PriceLevel: est.PriceLevel, est: est},
		sched: sched, book: sched.Book, plan: sched.Plan, assumptions: est.Assumptions(),
	}
}

// compute turns the model into figures.
func (c *computation) compute(m *model) {
	c.Rows, c.DiscountRate, c.complete = m.rows(), m.rate, m.complete
	c.sums(m)
	c.Infrastructure = m.infrastructure
	for _, p := range m.running.PaidIn(running.MonthOf(c.AsOf)) {
		c.Baseline = c.Baseline.Add(p.Yearly)
	}
	for i := range m.prices {
		c.Future = c.Future.Add(m.prices[i].yearly)
		c.OnTarget = c.OnTarget || m.prices[i].onTarget
	}
	if !c.complete {
		return
	}
	c.Saving = c.Baseline.Sub(c.Future)
	if c.Baseline.Sign() > 0 {
		share := c.Saving.Decimal().DivRound(c.Baseline.Decimal(), 3)
		c.SavingShare = &share
	}
	flow, all := make([]drejebog.Kroner, len(c.Years)), make([]drejebog.Kroner, len(c.Years))
	for k := range c.Years {
		flow[k], all[k] = c.Years[k].Total, c.Years[k].Total.Add(c.Years[k].OwnTime)
	}
	c.PresentValue, c.WithOwnTime = NetPresentValue(flow, m.rate.Value), NetPresentValue(all, m.rate.Value)
	c.Payback = payback(c.Rows, m.first, m.to)
	c.Sensitivity = c.sensitivity(m)
	if c.PresentValue.Sign() < 0 {
		loss := c.PresentValue.Neg().Round(-3).Decimal()
		c.found("DB-442", "businessCase", lang.Args{"amount": lang.Decimals(loss, 0)})
	}
}

// sums adds the rows by year and group.
func (b *Case) sums(m *model) {
	b.Years = make([]Year, m.years())
	for k := range b.Years {
		y := &b.Years[k]
		y.Year, y.OwnTime = m.first.Year()+k, m.ownTime[k]
		for i := range b.Rows {
			group, amount := b.Rows[i].Category, b.Rows[i].Years[k]
			y.add(group, amount)
			b.InAll.add(group, amount)
		}
		b.InAll.OwnTime = b.InAll.OwnTime.Add(y.OwnTime)
		y.AddedUp = b.InAll.Total
	}
}

// add adds an amount of a group.
func (s *Sums) add(group Category, amount drejebog.Kroner) {
	s.Total = s.Total.Add(amount)
	switch group {
	case Implementation:
		s.Implementation = s.Implementation.Add(amount)
	case OldSystems:
		s.OldSystems = s.OldSystems.Add(amount)
	case NewSystems:
		s.NewSystems = s.NewSystems.Add(amount)
	case OwnBenefits:
		s.OwnBenefits = s.OwnBenefits.Add(amount)
	}
}

// found notes a finding on a path of the plan.
func (c *computation) found(code, path string, args lang.Args) {
	f := c.book.Finding(code, args)
	f.Subject, f.Actor = path, "kommune"
	f.Place, _ = c.plan.Where(path)
	c.Findings = append(c.Findings, f)
}

// total adds rows by year.
func total(rows []Row, years int) []drejebog.Kroner {
	sum := make([]drejebog.Kroner, years)
	for i := range rows {
		for k, amount := range rows[i].Years {
			sum[k] = sum[k].Add(amount)
		}
	}
	return sum
}

// payback is the month by whose end the rows have earned themselves back, for
// good: from there on their sum never falls below zero. What differs from year
// to year is spread evenly over its year. It counts in twelfths, exactly; nil
// when the sum ends below zero, the first month when it is never below.
func payback(rows []Row, first, to running.Month) *running.Month {
	sum, since := decimal.Zero, first
	for m := first; m < to; m++ {
		for i := range rows {
			r := &rows[i]
			switch {
			case r.Yearly.IsZero():
				sum = sum.Add(r.Years[m.Year()-first.Year()].Decimal())
			case r.From <= m && m < r.To:
				sum = sum.Add(r.Yearly.Decimal())
			}
		}
		if sum.Sign() < 0 {
			since = m + 1
		}
	}
	if since >= to {
		return nil
	}
	return &since
}
