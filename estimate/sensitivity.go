package estimate

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/shopspring/decimal"
)

// Sensitivity is what one thing does to the present value of a case when it goes
// from one end of its range to the other, the rest as it is.
type Sensitivity struct {
	Of        CaseInput
	Low, High decimal.Decimal // of the rate of discount what it is, of the costs kroner, of prices and benefits a share of what they are
	Early     Month           // of go-live: the first of them
	Late      Month
	AtLow     drejebog.Kroner // the present value at the low or the early end
	AtHigh    drejebog.Kroner
}

// CaseInput is what the present value of a case hangs on. The zero value is
// invalid.
type CaseInput uint8

// What is tried.
const (
	OfDiscountRate   CaseInput = iota + 1
	OfPrices                   // of the new systems
	OfImplementation           // new money, as the estimate's low and high have it
	OfGoLive                   // all of them, and the ends of the legacy systems
	OfBenefits                 // the kommune's own
)

var caseInputNames = [...]string{
	OfDiscountRate: "discountRate", OfPrices: "prices", OfImplementation: "implementation", OfGoLive: "golive", OfBenefits: "benefits",
}

// String returns "discountRate", "prices", "implementation", "golive",
// "benefits", or "".
func (i CaseInput) String() string {
	if int(i) >= len(caseInputNames) {
		return ""
	}
	return caseInputNames[i]
}

// MarshalText writes what String returns.
func (i CaseInput) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

// Swing is how far apart the present values are.
func (s *Sensitivity) Swing() drejebog.Kroner {
	if swing := s.AtHigh.Sub(s.AtLow); swing.Sign() >= 0 {
		return swing
	}
	return s.AtLow.Sub(s.AtHigh)
}

// sensitivity tries one thing after the other, what changes most first.
func (e *Estimate) sensitivity(m *caseModel) []Sensitivity {
	tried := []Sensitivity{e.tryRate(m), e.tryPrices(m), e.tryCosts(m), e.tryGoLive(m)}
	if len(m.benefits) > 0 {
		tried = append(tried, e.tryBenefits(m))
	}
	slices.SortStableFunc(tried, func(a, b Sensitivity) int {
		return cmp.Or(b.Swing().Cmp(a.Swing()), cmp.Compare(a.Of.String(), b.Of.String()))
	})
	return tried
}

// presentValue is the answer of a model.
func (m *caseModel) presentValue() drejebog.Kroner {
	return NetPresentValue(total(m.rows(), m.years()), m.rate.Value)
}

// between is the present value of the models at both ends of a range.
func between(of CaseInput, low, high decimal.Decimal, model func(decimal.Decimal) *caseModel) Sensitivity {
	return Sensitivity{Of: of, Low: low, High: high, AtLow: model(low).presentValue(), AtHigh: model(high).presentValue()}
}

func (e *Estimate) tryRate(m *caseModel) Sensitivity {
	by := &e.how.assumptions.Case.Ranges.DiscountRate
	return between(OfDiscountRate, decimal.Max(decimal.Zero, m.rate.Value.Sub(by.Value)), m.rate.Value.Add(by.Value), func(rate decimal.Decimal) *caseModel {
		changed := *m
		changed.rate.Value = rate
		return &changed
	})
}

func (e *Estimate) tryPrices(m *caseModel) Sensitivity {
	by := &e.how.assumptions.Case.Ranges.Prices
	return between(OfPrices, one.Sub(by.Value), one.Add(by.Value), func(factor decimal.Decimal) *caseModel {
		changed := *m
		changed.prices = slices.Clone(m.prices)
		for i := range changed.prices {
			changed.prices[i].yearly = m.prices[i].yearly.Mul(factor)
		}
		return &changed
	})
}

func (e *Estimate) tryCosts(m *caseModel) Sensitivity {
	at := func(of func(*Totals) drejebog.Kroner) (drejebog.Kroner, decimal.Decimal) {
		changed := *m
		changed.implementation = make([]drejebog.Kroner, len(m.implementation))
		var sum drejebog.Kroner
		for i := range e.Years {
			k := e.Years[i].Year - m.first.Year()
			if e.Years[i].Year == Undated || k < 0 || k >= len(changed.implementation) {
				continue
			}
			changed.implementation[k] = of(&e.Years[i].Totals).Neg()
			sum = sum.Add(of(&e.Years[i].Totals))
		}
		return changed.presentValue(), sum.Decimal()
	}
	s := Sensitivity{Of: OfImplementation}
	s.AtLow, s.Low = at(func(t *Totals) drejebog.Kroner { return t.NewMoneyLow })
	s.AtHigh, s.High = at(func(t *Totals) drejebog.Kroner { return t.NewMoneyHigh })
	return s
}

// tryGoLive moves all go-lives and the ends of the legacy systems. The case
// ends when it did, and what it takes to bring the systems in stays where it
// is.
func (e *Estimate) tryGoLive(m *caseModel) Sensitivity {
	r := &e.how.assumptions.GoLive
	early, late := -Month(r.EarlierMonths), Month(r.LaterMonths)
	return Sensitivity{
		Of: OfGoLive, Early: m.run + early, Late: m.run + late,
		AtLow: m.moved(early).presentValue(), AtHigh: m.moved(late).presentValue(),
	}
}

// moved is the model with everything that hangs on a go-live so many months
// later.
func (m *caseModel) moved(months Month) *caseModel {
	changed := *m
	changed.payments, changed.falls = slices.Clone(m.payments), slices.Clone(m.falls)
	changed.prices, changed.benefits = slices.Clone(m.prices), slices.Clone(m.benefits)
	for i := range changed.payments {
		changed.payments[i].end += months
	}
	for i := range changed.falls {
		changed.falls[i].from += months
	}
	for i := range changed.prices {
		if changed.prices[i].id != "infrastructure" { // billed from a day of its own
			changed.prices[i].from += months
		}
	}
	for i := range changed.benefits {
		changed.benefits[i].from += months
	}
	return &changed
}

func (e *Estimate) tryBenefits(m *caseModel) Sensitivity {
	by := &e.how.assumptions.Case.Ranges.Benefits
	return between(OfBenefits, by.Value, one, func(factor decimal.Decimal) *caseModel {
		changed := *m
		changed.benefits = slices.Clone(m.benefits)
		for i := range changed.benefits {
			changed.benefits[i].yearly = m.benefits[i].yearly.Mul(factor)
		}
		return &changed
	})
}
