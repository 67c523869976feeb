package estimate

import (
	"errors"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// BusinessCase is the joint case of the monopoly's end, seen from one kommune:
// what it pays today for the legacy systems, goes on or is saved; what the new
// ones cost; what it takes to bring them in; and what its own benefits are
// worth. All amounts are in fixed prices, gains above zero and costs below:
// what it takes to bring the systems in, and the payments of today, at the price
// level of the estimate; the kommune's own prices and benefits, and price lists,
// as they are stated.
//
// The case runs from the first year that costs anything until ten years after
// the first of the new systems goes live. A month counts as a twelfth of a
// year: a new system costs from the month of its go-live, an old one is saved
// from the first whole month after its end.
type BusinessCase struct {
	Kommune    drejebog.Kommune
	Population drejebog.Population // the newest at as-of
	AsOf       date.Date

	PriceLevel   int // the year whose prices and wages the estimate is in
	PaymentLevel int // that of the payments for the legacy systems, and of the target; that of the first that no index carries, where there is one

	Baseline drejebog.Kroner // a year, for the legacy systems
	Future   drejebog.Kroner // a year, for the new systems when all are in operation
	OnTarget bool            // whether a price of Future is the sector's target and not the kommune's own

	Saving      drejebog.Kroner  // a year: Baseline less Future; zero for a case that could not be computed
	SavingShare *decimal.Decimal // of Baseline, with three decimals; nil where that is nothing

	Rows  []CaseRow
	Years []CaseYear // from the first that costs anything, without gaps
	InAll CaseSums   // of all years

	DiscountRate   CaseFigure
	PresentValue   drejebog.Kroner // of the years' totals, in the first year
	WithOwnTime    drejebog.Kroner // of the totals and the value of own hours
	Payback        *Month          // the month that the case has earned itself back by the end of, for good; nil: it does not
	Sensitivity    []Sensitivity   // what would change the present value most first
	Infrastructure *Infrastructure // the price of the shared infrastructure; nil as long as it is not known
	Yardsticks     []CaseYardstick // what is known of how the joint case came out

	AddOns   []AddOnCase
	Benefits []BenefitLine

	Findings []drejebog.Finding

	complete bool
	estimate *Estimate
}

// CaseYear is what falls in one year of a case.
type CaseYear struct {
	Year int `json:"year"`
	CaseSums
	AddedUp drejebog.Kroner `json:"addedUp"` // the totals up to and with the year
}

// CaseSums are what the rows of a case come to, gains above zero.
type CaseSums struct {
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
func (b *BusinessCase) Complete() bool { return b.complete }

// Estimate is what the case was computed from, in all its years; nil for one
// that nobody computed.
func (b *BusinessCase) Estimate() *Estimate {
	if b == nil {
		return nil
	}
	return b.estimate
}

// Infrastructure is the price of the shared infrastructure.
type Infrastructure struct {
	Yearly drejebog.Kroner
	Tariff Tariff
}

// CaseFigure is a number of a case and where it comes from.
type CaseFigure struct {
	Value     decimal.Decimal
	Certainty drejebog.Certainty
	Source    string // where it stands: "plan:12", or an address; "" for an assumption
	Why       lang.Text
}

// CaseRow is one row of a case.
type CaseRow struct {
	ID     string // "payment/kmd-aktiv", "fall/kmd-sag", "price/ky", "infrastructure", "implementation", "benefit/svartid"
	Group  CaseGroup
	Name   lang.Text
	Yearly drejebog.Kroner   // in a whole year, with its sign; zero for what differs from year to year
	From   Month             // the first month of Yearly
	To     Month             // the month after the last
	Years  []drejebog.Kroner // from the case's first year, rounded to øre

	Certainty drejebog.Certainty
	Source    string
	Why       lang.Text
}

// CaseGroup is what a row of a case is about. The zero value is invalid.
type CaseGroup uint8

// The groups.
const (
	Implementation CaseGroup = iota + 1 // new money to bring the systems in
	OldSystems                          // saved on the legacy systems
	NewSystems                          // paid for the new ones
	OwnBenefits                         // the kommune's own benefits
)

var caseGroupNames = [...]string{Implementation: "implementation", OldSystems: "oldSystems", NewSystems: "newSystems", OwnBenefits: "benefits"}

// String returns "implementation", "oldSystems", "newSystems", "benefits", or "".
func (g CaseGroup) String() string {
	if int(g) >= len(caseGroupNames) {
		return ""
	}
	return caseGroupNames[g]
}

// MarshalText writes what String returns.
func (g CaseGroup) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// errCurrentPrices says that a case is in fixed prices.
var errCurrentPrices = errors.New("estimate: a business case needs an estimate in fixed prices")

// BusinessCase computes the case from the estimate, in all its years, and from
// what the plan says of payments, prices, benefits and add-ons. The error says
// that the estimate cannot be used: one that Compute did not make, or that is
// in current prices.
func (e *Estimate) BusinessCase() (*BusinessCase, error) {
	if e.how == nil {
		return nil, errNotComputed
	}
	e = e.how.Estimate // every year of it
	if e.Current {
		return nil, errCurrentPrices
	}
	b := &BusinessCase{Kommune: e.Kommune, Population: e.Population, AsOf: e.AsOf, PriceLevel: e.PriceLevel, estimate: e}
	m := e.caseModel(b)
	b.compute(m)
	b.AddOns = e.addOns(b)
	b.Benefits = e.benefits(b)
	for _, y := range e.how.assumptions.Case.Yardsticks {
		if knownBy(&y.Provenance, e.AsOf) {
			b.Yardsticks = append(b.Yardsticks, y)
		}
	}
	return b, nil
}

// compute turns the model into figures.
func (b *BusinessCase) compute(m *caseModel) {
	b.Rows, b.DiscountRate, b.complete = m.rows(), m.rate, m.complete
	b.sums(m)
	b.Infrastructure = m.infrastructure
	for i := range m.payments {
		b.Baseline = b.Baseline.Add(m.payments[i].yearly)
	}
	for i := range m.prices {
		b.Future = b.Future.Add(m.prices[i].yearly)
		b.OnTarget = b.OnTarget || m.prices[i].onTarget
	}
	if !b.complete {
		return
	}
	b.Saving = b.Baseline.Sub(b.Future)
	if b.Baseline.Sign() > 0 {
		share := b.Saving.Decimal().DivRound(b.Baseline.Decimal(), 3)
		b.SavingShare = &share
	}
	flow, all := make([]drejebog.Kroner, len(b.Years)), make([]drejebog.Kroner, len(b.Years))
	for k := range b.Years {
		flow[k], all[k] = b.Years[k].Total, b.Years[k].Total.Add(b.Years[k].OwnTime)
	}
	b.PresentValue, b.WithOwnTime = NetPresentValue(flow, m.rate.Value), NetPresentValue(all, m.rate.Value)
	b.Payback = payback(b.Rows, m.first, m.to)
	b.Sensitivity = b.estimate.sensitivity(m)
	if b.PresentValue.Sign() < 0 {
		loss := b.PresentValue.Neg().Round(-3).Decimal()
		b.found("DB-442", "businessCase", lang.Args{"amount": lang.Decimals(loss, 0)})
	}
}

// sums adds the rows by year and group.
func (b *BusinessCase) sums(m *caseModel) {
	b.Years = make([]CaseYear, m.years())
	for k := range b.Years {
		y := &b.Years[k]
		y.Year, y.OwnTime = m.first.Year()+k, m.ownTime[k]
		for i := range b.Rows {
			group, amount := b.Rows[i].Group, b.Rows[i].Years[k]
			y.add(group, amount)
			b.InAll.add(group, amount)
		}
		b.InAll.OwnTime = b.InAll.OwnTime.Add(y.OwnTime)
		y.AddedUp = b.InAll.Total
	}
}

// add adds an amount of a group.
func (s *CaseSums) add(group CaseGroup, amount drejebog.Kroner) {
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
func (b *BusinessCase) found(code, path string, args lang.Args) {
	f := b.estimate.book.Finding(code, args)
	f.Subject, f.Actor = path, "kommune"
	f.Place, _ = b.estimate.plan.Where(path)
	b.Findings = append(b.Findings, f)
}

// total adds rows by year.
func total(rows []CaseRow, years int) []drejebog.Kroner {
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
func payback(rows []CaseRow, first, to Month) *Month {
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
