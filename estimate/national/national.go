package national

import (
	"fmt"
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/assumed"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// National is an estimate of every kommune, without a plan of its own, summed.
type National struct {
	AsOf        date.Date
	PriceLevel  int // the year whose prices and wages all amounts are in
	Kommuner    int
	Inhabitants int
	Total       Money
	Years       []Year // oldest first
	Sizes       []Size // smallest kommuner first, without classes that hold none
	Measured    []Measured

	book *drejebog.Playbook
}

// Money is what kommuner spend together, low and high as sums of the lines' own.
type Money struct {
	NewMoney     drejebog.Kroner `json:"newMoney"`
	NewMoneyLow  drejebog.Kroner `json:"newMoneyLow"`
	NewMoneyHigh drejebog.Kroner `json:"newMoneyHigh"`
	OwnTimeValue drejebog.Kroner `json:"ownTimeValue"`
	Likely       drejebog.Kroner `json:"likely"` // in all: new money and the value of own hours
	Low          drejebog.Kroner `json:"low"`
	High         drejebog.Kroner `json:"high"`
	Hours        drejebog.Hours  `json:"hours"` // likely
}

// Year is what falls in a budget year.
type Year struct {
	Year int
	Money
}

// Size is what the kommuner of a class spend.
type Size struct {
	From, Below int // inhabitants; Below is 0 for the class without an end
	Kommuner    int
	Inhabitants int
	Money
}

// PerInhabitant is an amount of the class for each of its inhabitants, to øre, half away
// from zero.
func (s *Size) PerInhabitant(amount drejebog.Kroner) drejebog.Kroner {
	if s.Inhabitants == 0 {
		return drejebog.Kroner{}
	}
	return drejebog.NewKroner(amount.Decimal().DivRound(decimal.NewFromInt(int64(s.Inhabitants)), 2))
}

// Measured is a sum beside the public figure that it is held against.
type Measured struct {
	*assumed.Yardstick
	Low, Likely, High decimal.Decimal // of the sum: kroner, hours, or what the driver counts
}

// Within reports whether a sum that is bound lies from the public low to the public high,
// its likely number that is; true for one that is not bound.
func (m *Measured) Within() bool {
	return !m.Bound || m.Likely.GreaterThanOrEqual(m.Yardstick.Low) && m.Likely.LessThanOrEqual(m.Yardstick.High)
}

// Multiple is the likely sum over the public figure, to two decimals; that of the higher
// where it is two.
func (m *Measured) Multiple() decimal.Decimal {
	if m.Yardstick.High.IsZero() {
		return decimal.Zero
	}
	return m.Likely.DivRound(m.Yardstick.High, 2)
}

// Of estimates every kommune of a book and sums what comes of it. The error says that a
// kommune could not be computed.
func Of(book *drejebog.Playbook, contributions []estimate.Contribution, assumptions *estimate.Assumptions) (*National, error) {
	if book == nil || assumptions == nil {
		return nil, estimate.ErrNotComputed
	}
	s := summing{National: &National{book: book, PriceLevel: assumptions.PriceLevel}, years: map[int]*Year{}, measures: map[string]*Measured{}}
	s.classes(assumptions.Yardsticks.Sizes)
	for i := range book.Kommuner {
		sched, err := timeline.Compute(book, plan.New(book.Kommuner[i].Code))
		if err != nil {
			return nil, fmt.Errorf("national: %w", err)
		}
		e, err := assumptions.Compute(sched, contributions)
		if err != nil {
			return nil, fmt.Errorf("national: %w", err)
		}
		s.add(e)
	}
	s.Years = s.sorted()
	s.Sizes = slices.DeleteFunc(s.Sizes, func(c Size) bool { return c.Kommuner == 0 })
	s.measure(assumptions.Yardsticks.All)
	return s.National, nil
}

// summing is a national estimate on its way.
type summing struct {
	*National
	years    map[int]*Year
	measures map[string]*Measured // by what is measured
}

func (s *summing) classes(sizes []int) {
	from := 0
	for _, below := range sizes {
		s.Sizes = append(s.Sizes, Size{From: from, Below: below})
		from = below
	}
	s.Sizes = append(s.Sizes, Size{From: from})
}

// add adds a kommune's estimate to all sums.
func (s *summing) add(e *estimate.Estimate) {
	s.AsOf, s.Kommuner, s.Inhabitants = e.AsOf, s.Kommuner+1, s.Inhabitants+e.Population.Count
	for i := range e.Years {
		y := &e.Years[i]
		if s.years[y.Year] == nil {
			s.years[y.Year] = &Year{Year: y.Year}
		}
		s.years[y.Year].add(&y.Totals)
		s.Total.add(&y.Totals)
	}
	total := e.Total()
	for i := range s.Sizes {
		if c := &s.Sizes[i]; e.Population.Count >= c.From && (c.Below == 0 || e.Population.Count < c.Below) {
			c.Kommuner, c.Inhabitants = c.Kommuner+1, c.Inhabitants+e.Population.Count
			c.add(&total)
		}
	}
	for i := range e.Cells {
		s.cell(&e.Cells[i])
	}
	for _, f := range e.Fillable() {
		if input := f.Input; input != nil && input.Kind == estimate.DriverInput {
			s.sum(input.ID, input.Low, input.Likely, input.High)
		}
	}
}

// cell adds an amount to the measures of money.
func (s *summing) cell(c *estimate.Cell) {
	low, likely, high := c.Low.Decimal(), c.Likely.Decimal(), c.High.Decimal()
	for _, of := range []string{"", "@" + c.Project} {
		s.sum("inAll"+of, low, likely, high)
		if c.Kind.NewMoney() {
			s.sum("newMoney"+of, low, likely, high)
		}
	}
	hours := c.Hours.Decimal()
	s.sum("hours", hours, hours, hours)
}

func (s *summing) sum(measure string, low, likely, high decimal.Decimal) {
	m := s.measures[measure]
	if m == nil {
		m = &Measured{}
		s.measures[measure] = m
	}
	m.Low, m.Likely, m.High = m.Low.Add(low), m.Likely.Add(likely), m.High.Add(high)
}

// sorted are the years, oldest first; without a plan none is without a date.
func (s *summing) sorted() []Year {
	var years []Year
	for _, year := range slices.Sorted(maps.Keys(s.years)) {
		years = append(years, *s.years[year])
	}
	return years
}

// measure sets the sums beside the yardsticks; one whose measure there is not is left out.
func (s *summing) measure(yardsticks []assumed.Yardstick) {
	for i := range yardsticks {
		y := &yardsticks[i]
		if m := s.measures[y.Measure]; m != nil {
			s.Measured = append(s.Measured, Measured{y, m.Low, m.Likely, m.High})
		}
	}
}

func (m *Money) add(t *estimate.Totals) {
	m.NewMoney, m.NewMoneyLow, m.NewMoneyHigh = m.NewMoney.Add(t.NewMoney), m.NewMoneyLow.Add(t.NewMoneyLow), m.NewMoneyHigh.Add(t.NewMoneyHigh)
	m.OwnTimeValue, m.Hours = m.OwnTimeValue.Add(t.OwnTimeValue), m.Hours.Add(t.Hours)
	m.Likely, m.Low, m.High = m.Likely.Add(t.Likely), m.Low.Add(t.Low), m.High.Add(t.High)
}
