package estimate

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
)

// Sensitivity is what one input does to the present value of a case when it
// goes from one end of its range to the other, the rest as it is.
type Sensitivity struct {
	ID     string          `json:"id" form:"set"` // "discountRate", "prices", "implementation", "golive", "benefits"
	Name   lang.Text       `json:"name" form:"set"`
	Low    lang.Text       `json:"low" form:"set"`  // the one end
	AtLow  drejebog.Kroner `json:"atLow"`           // present value
	High   lang.Text       `json:"high" form:"set"` // the other
	AtHigh drejebog.Kroner `json:"atHigh"`
	Why    lang.Text       `json:"-"`
}

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
		return cmp.Or(b.Swing().Cmp(a.Swing()), cmp.Compare(a.ID, b.ID))
	})
	return tried
}

// presentValue is the answer of a model.
func (m *caseModel) presentValue() drejebog.Kroner {
	return NetPresentValue(total(m.rows(), m.years()), m.rate.Value)
}

func (e *Estimate) tryRate(m *caseModel) Sensitivity {
	by := &e.how.assumptions.Case.Ranges.DiscountRate
	at := func(rate decimal.Decimal) (drejebog.Kroner, lang.Text) {
		changed := *m
		changed.rate.Value = rate
		return changed.presentValue(), lang.Written(lang.PercentOf(rate))
	}
	s := Sensitivity{ID: "discountRate", Name: e.text("businesscase/rate-of-discount", nil), Why: by.Why}
	s.AtLow, s.Low = at(decimal.Max(decimal.Zero, m.rate.Value.Sub(by.Value)))
	s.AtHigh, s.High = at(m.rate.Value.Add(by.Value))
	return s
}

func (e *Estimate) tryPrices(m *caseModel) Sensitivity {
	by := &e.how.assumptions.Case.Ranges.Prices
	at := func(factor decimal.Decimal) (drejebog.Kroner, lang.Text) {
		changed := *m
		changed.prices = slices.Clone(m.prices)
		for i := range changed.prices {
			changed.prices[i].yearly = m.prices[i].yearly.Mul(factor)
		}
		return changed.presentValue(), lang.Written(lang.PercentOf(factor))
	}
	s := Sensitivity{ID: "prices", Name: e.text("businesscase/new-prices", nil), Why: by.Why}
	s.AtLow, s.Low = at(one.Sub(by.Value))
	s.AtHigh, s.High = at(one.Add(by.Value))
	return s
}

func (e *Estimate) tryCosts(m *caseModel) Sensitivity {
	at := func(of func(*Totals) drejebog.Kroner) (drejebog.Kroner, lang.Text) {
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
		return changed.presentValue(), lang.Written(sum.Thousands())
	}
	s := Sensitivity{
		ID: "implementation", Name: e.text("businesscase/implementation-in", lang.Args{"thousand": thousand}),
		Why: e.text("businesscase/low-and-high-sum", nil),
	}
	s.AtLow, s.Low = at(func(t *Totals) drejebog.Kroner { return t.NewMoneyLow })
	s.AtHigh, s.High = at(func(t *Totals) drejebog.Kroner { return t.NewMoneyHigh })
	return s
}

// tryGoLive moves all go-lives and the ends of the legacy systems. The case
// ends when it did, and what it takes to bring the systems in stays where it
// is.
func (e *Estimate) tryGoLive(m *caseModel) Sensitivity {
	r := &e.how.assumptions.GoLive
	at := func(months int) (drejebog.Kroner, lang.Text) {
		changed := m.moved(Month(months))
		return changed.presentValue(), (m.run + Month(months)).Text()
	}
	s := Sensitivity{ID: "golive", Name: e.text("businesscase/first-go-live", nil), Why: r.Why}
	s.AtLow, s.Low = at(-r.EarlierMonths)
	s.AtHigh, s.High = at(r.LaterMonths)
	return s
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
	at := func(factor decimal.Decimal) (drejebog.Kroner, lang.Text) {
		changed := *m
		changed.benefits = slices.Clone(m.benefits)
		for i := range changed.benefits {
			changed.benefits[i].yearly = m.benefits[i].yearly.Mul(factor)
		}
		return changed.presentValue(), lang.Written(lang.PercentOf(factor))
	}
	s := Sensitivity{ID: "benefits", Name: e.text("businesscase/own-benefits", nil), Why: by.Why}
	s.AtLow, s.Low = at(by.Value)
	s.AtHigh, s.High = at(one)
	return s
}
