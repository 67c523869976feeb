package outlook

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate"
)

// Measure is what an edit of the plan buys: other three-point values, a risk gone, other
// drivers. Both sides are drawn with the same random numbers, so that nothing but the
// edit differs.
type Measure struct {
	Before, After *Joint

	Price drejebog.Kroner // what the later plan's likely new money is more
	Hours drejebog.Hours  // what its likely hours are more

	Gates []Bought // those of both, in the order of the later

	Money  drejebog.Kroner // how much less new money is expected in all years, the price counted; below zero where more
	Within drejebog.Kroner // how much less one can be 80 % sure to stay within
	Fewer  drejebog.Hours  // how many hours fewer are expected

	Years []Changed // of the years of either, oldest first
}

// Changed is a budget year on both sides.
type Changed struct{ Before, After Spent }

// Bought is what a gate gains.
type Bought struct {
	Before, After *Gate
	Days          int     // that the day one can be 80 % sure of comes earlier
	Mean          float64 // that it comes earlier on average
}

// NotComparable is why two simulations are not held against each other.
type NotComparable string

// Error returns the kind.
func (e NotComparable) Error() string { return string(e) }

// Fault returns the kind.
func (e NotComparable) Fault() (kind string, values map[string]any) { return string(e), nil }

// Why two simulations are not held against each other.
const (
	OtherDraws   NotComparable = "estimate/other-draws"   // their samples, seed or shape differ
	OtherKommune NotComparable = "estimate/other-kommune" // they are of two kommuner
)

// MeasureOf holds a simulation against that of the plan before an edit. The error is
// estimate.ErrNotComputed or a NotComparable.
func MeasureOf(before, after *Joint) (*Measure, error) {
	if before.Estimate() == nil || after.Estimate() == nil {
		return nil, estimate.ErrNotComputed
	}
	if before.Simulation != after.Simulation {
		return nil, OtherDraws
	}
	if before.est.Kommune.Code != after.est.Kommune.Code {
		return nil, OtherKommune
	}
	m := &Measure{Before: before, After: after}
	m.Price = after.InAll.PlannedMoney.Sub(before.InAll.PlannedMoney)
	m.Hours = after.InAll.PlannedHours.Sub(before.InAll.PlannedHours)
	m.Money = before.InAll.NewMoney.Mean.Sub(after.InAll.NewMoney.Mean)
	m.Within = before.InAll.NewMoney.Within(sure).Sub(after.InAll.NewMoney.Within(sure))
	m.Fewer = drejebog.NewHours(before.InAll.Hours.Mean.Sub(after.InAll.Hours.Mean).Decimal())
	for i := range after.Gates {
		a := &after.Gates[i]
		at := slices.IndexFunc(before.Gates, func(g Gate) bool { return g.ID == a.ID })
		if at < 0 {
			continue
		}
		b := &before.Gates[at]
		m.Gates = append(m.Gates, Bought{Before: b, After: a, Days: int(b.P80 - a.P80), Mean: b.finish.Mean - a.finish.Mean})
	}
	m.years()
	return m, nil
}

// sure is how often a day or an amount that one can be sure of holds.
const sure = 0.8

func (m *Measure) years() {
	var years []int
	for _, j := range []*Joint{m.Before, m.After} {
		for i := range j.Years {
			if y := j.Years[i].Year; !slices.Contains(years, y) {
				years = append(years, y)
			}
		}
	}
	slices.Sort(years)
	if n := len(years); n > 0 && years[0] == estimate.Undated { // it is last
		years = append(years[1:n:n], years[0])
	}
	of := func(j *Joint, year int) Spent {
		for i := range j.Years {
			if j.Years[i].Year == year {
				return j.Years[i]
			}
		}
		return Spent{Year: year, Amounts: amountsOfNothing(j.Samples)}
	}
	for _, y := range years {
		m.Years = append(m.Years, Changed{of(m.Before, y), of(m.After, y)})
	}
}

// amountsOfNothing are those of a year in which nothing falls.
func amountsOfNothing(samples int) Amounts {
	none := make([]float64, samples)
	return Amounts{NewMoney: drawnOf(none), Hours: drawnOf(slices.Clone(none)), Enough: 1}
}

// Delay is what new money and hours rise by for each month that the go-lives come later
// together, by the draws (least squares); the zero value where none is drawn.
type Delay struct {
	Money drejebog.Kroner
	Hours drejebog.Hours
}

// daysOfMonth are those of a month on average.
const daysOfMonth = 365.2425 / 12

// delayed fits what all years' amounts do as go-lives come later.
func delayed(gates []Gate, money, hours []float64) Delay {
	later := make([]float64, len(money))
	lives := 0
	for i := range gates {
		if !gates[i].GoLive {
			continue
		}
		lives++
		for k, x := range gates[i].finish.Samples() {
			later[k] += (x - gates[i].at(gates[i].Planned)) / daysOfMonth
		}
	}
	if lives == 0 {
		return Delay{}
	}
	for k := range later {
		later[k] /= float64(lives)
	}
	kroner, spread := slope(later, money)
	h, _ := slope(later, hours)
	if !spread {
		return Delay{}
	}
	return Delay{Money: wholeKroner(kroner), Hours: drejebog.NewHours(wholeKroner(h).Decimal())}
}

// slope is how much y rises with x; false where x is always the same.
func slope(x, y []float64) (float64, bool) {
	n := float64(len(x))
	meanX, meanY := 0.0, 0.0
	for i := range x {
		meanX, meanY = meanX+x[i]/n, meanY+y[i]/n
	}
	xx, xy := 0.0, 0.0
	for i := range x {
		xx += float64((x[i] - meanX) * (x[i] - meanX))
		xy += float64((x[i] - meanX) * (y[i] - meanY))
	}
	return xy / xx, xx > 0
}
