package businesscase

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/running"
	"github.com/shopspring/decimal"
)

// Sensitivity is what one thing does to the present value of a case when it goes
// from one end of its range to the other, the rest as it is.
type Sensitivity struct {
	Of        Input
	Low, High decimal.Decimal // of the rate of discount what it is, of the costs kroner, of prices and benefits a share of what they are
	Early     running.Month   // of go-live: the first of them
	Late      running.Month
	AtLow     drejebog.Kroner // the present value at the low or the early end
	AtHigh    drejebog.Kroner
}

// Input is what the present value of a case hangs on. The zero value is
// invalid.
type Input uint8

// What is tried.
const (
	ofDiscountRate   Input = iota + 1
	ofPrices               // of the new systems
	ofImplementation       // new money, as the estimate's low and high have it
	ofGoLive               // all of them, and the last use of the legacy systems
	ofBenefits             // the kommune's own
	ofGrowth               // of prices, from the level of the payments to the case's, in years without an index
)

var inputNames = [...]string{
	ofDiscountRate: "discountRate", ofPrices: "prices", ofImplementation: "implementation", ofGoLive: "golive", ofBenefits: "benefits", ofGrowth: "growth",
}

// String returns "discountRate", "prices", "implementation", "golive",
// "benefits", "growth", or "".
func (i Input) String() string {
	if int(i) >= len(inputNames) {
		return ""
	}
	return inputNames[i]
}

// MarshalText writes what String returns.
func (i Input) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

// Swing is how far apart the present values are.
func (s *Sensitivity) Swing() drejebog.Kroner {
	if swing := s.AtHigh.Sub(s.AtLow); swing.Sign() >= 0 {
		return swing
	}
	return s.AtLow.Sub(s.AtHigh)
}

// Ends are the low or the early end of what is tried and the other, as they are
// told: months of a go-live, whole 1.000 kr. of the costs, shares of all else.
func (s *Sensitivity) Ends() (low, high lang.Value) {
	switch s.Of {
	case ofImplementation:
		return drejebog.NewKroner(s.Low).Thousands(), drejebog.NewKroner(s.High).Thousands()
	case ofGoLive:
		return s.Early.Text(), s.Late.Text()
	default:
		return lang.PercentOf(s.Low), lang.PercentOf(s.High)
	}
}

// sensitivity tries one thing after the other, what changes most first.
func (c *computation) sensitivity(m *model) []Sensitivity {
	tried := []Sensitivity{c.tryRate(m), c.tryPrices(m), c.tryCosts(m), c.tryGoLive(m)}
	if len(m.benefits) > 0 {
		tried = append(tried, c.tryBenefits(m))
	}
	if slices.ContainsFunc(m.running.Payments, func(p running.Payment) bool { return p.Certainty == drejebog.Assumed }) {
		tried = append(tried, c.tryGrowth(m))
	}
	slices.SortStableFunc(tried, func(a, b Sensitivity) int {
		return cmp.Or(b.Swing().Cmp(a.Swing()), cmp.Compare(a.Of.String(), b.Of.String()))
	})
	return tried
}

// presentValue is the answer of a model.
func (m *model) presentValue() drejebog.Kroner {
	return NetPresentValue(total(m.rows(), m.years()), m.rate.Value)
}

// between is the present value of the models at both ends of a range.
func between(of Input, low, high decimal.Decimal, model func(decimal.Decimal) *model) Sensitivity {
	return Sensitivity{Of: of, Low: low, High: high, AtLow: model(low).presentValue(), AtHigh: model(high).presentValue()}
}

func (c *computation) tryRate(m *model) Sensitivity {
	by := &c.assumptions.Case.Ranges.DiscountRate
	return between(ofDiscountRate, decimal.Max(decimal.Zero, m.rate.Value.Sub(by.Value)), m.rate.Value.Add(by.Value), func(rate decimal.Decimal) *model {
		changed := *m
		changed.rate.Value = rate
		return &changed
	})
}

func (c *computation) tryPrices(m *model) Sensitivity {
	by := &c.assumptions.Case.Ranges.Prices
	return between(ofPrices, one.Sub(by.Value), one.Add(by.Value), func(factor decimal.Decimal) *model {
		changed := *m
		changed.prices = slices.Clone(m.prices)
		for i := range changed.prices {
			changed.prices[i].yearly = m.prices[i].yearly.Mul(factor)
		}
		return &changed
	})
}

func (c *computation) tryCosts(m *model) Sensitivity {
	at := func(of func(*estimate.Totals) drejebog.Kroner) (drejebog.Kroner, decimal.Decimal) {
		changed := *m
		changed.implementation = make([]drejebog.Kroner, len(m.implementation))
		var sum drejebog.Kroner
		for i := range c.est.Years {
			k := c.est.Years[i].Year - m.first.Year()
			if c.est.Years[i].Year == estimate.Undated || k < 0 || k >= len(changed.implementation) {
				continue
			}
			cost := of(&c.est.Years[i].Totals).Sub(c.est.Lacking(c.est.Years[i].Year))
			changed.implementation[k], sum = cost.Neg(), sum.Add(cost)
		}
		return changed.presentValue(), sum.Decimal()
	}
	s := Sensitivity{Of: ofImplementation}
	s.AtLow, s.Low = at(func(t *estimate.Totals) drejebog.Kroner { return t.NewMoneyLow })
	s.AtHigh, s.High = at(func(t *estimate.Totals) drejebog.Kroner { return t.NewMoneyHigh })
	return s
}

// tryGoLive moves all go-lives and the last use of the legacy systems; a contract
// that has an end of its own stays. The case ends when it did, and what it takes to bring the systems in stays where it
// is.
func (c *computation) tryGoLive(m *model) Sensitivity {
	r := &c.assumptions.GoLive
	early, late := -running.Month(r.EarlierMonths), running.Month(r.LaterMonths)
	return Sensitivity{
		Of: ofGoLive, Early: m.run + early, Late: m.run + late,
		AtLow: m.moved(early).presentValue(), AtHigh: m.moved(late).presentValue(),
	}
}

// moved is the model with everything that hangs on a go-live so many months
// later.
func (m *model) moved(months running.Month) *model {
	changed := *m
	changed.running = m.running.Moved(months)
	changed.prices, changed.benefits = slices.Clone(m.prices), slices.Clone(m.benefits)
	for i := range changed.prices {
		if !changed.prices[i].fixed {
			changed.prices[i].from += months
		}
	}
	for i := range changed.benefits {
		changed.benefits[i].from += months
	}
	return &changed
}

func (c *computation) tryBenefits(m *model) Sensitivity {
	by := &c.assumptions.Case.Ranges.Benefits
	return between(ofBenefits, by.Value, one, func(factor decimal.Decimal) *model {
		changed := *m
		changed.benefits = slices.Clone(m.benefits)
		for i := range changed.benefits {
			changed.benefits[i].yearly = m.benefits[i].yearly.Mul(factor)
		}
		return &changed
	})
}

// tryGrowth brings the payments, and the target that is a share of them, to the case's
// prices by the ends of the range of what is assumed.
func (c *computation) tryGrowth(m *model) Sensitivity {
	growth := &c.assumptions.Case.Growth
	return between(ofGrowth, growth.Low.Shift(-2), growth.High.Shift(-2), func(share decimal.Decimal) *model {
		percent := share.Shift(2)
		changed := *m
		changed.running = c.est.RunningCosts(&percent)
		changed.prices = slices.Clone(m.prices)
		for i := range changed.prices {
			if p := &changed.prices[i]; p.onTarget {
				p.yearly = c.onTarget(&changed, strings.TrimPrefix(p.id, "price/"))
			}
		}
		return &changed
	})
}
