package threepoint

import (
	"cmp"
	"math"
	"slices"
)

// Moments are the mean and the variance of an uncertain quantity.
type Moments struct{ Mean, Variance float64 }

// SD is the standard deviation.
func (m Moments) SD() float64 { return math.Sqrt(m.Variance) }

// Lichtenberg is the mean (low + 2.9·likely + high)/4.9 and the standard
// deviation (high − low)/4.6 of a value whose ends are the 1 % and 99 %
// percentiles; the error for other ends is a *ValueError. Whatever the shape,
// they are within about a hundredth of the true ones for values that lean as
// estimates do. (S. Lichtenberg, Proactive Management of Uncertainty using the
// Successive Principle, 2000; 4.65 is in print too.)
func (v Value) Lichtenberg() (Moments, error) {
	if err := v.Validate(); err != nil {
		return Moments{}, err
	}
	if v.Ends != OneIn100() {
		return Moments{}, &ValueError{Value: v, Kind: NotOneIn100}
	}
	sd := (v.High - v.Low) / 4.6
	return Moments{Mean: (v.Low + 2.9*v.Likely + v.High) / 4.9, Variance: sd * sd}, nil
}

// Scaled is the quantity times a certain number.
func (m Moments) Scaled(by float64) Moments {
	return Moments{Mean: m.Mean * by, Variance: m.Variance * by * by}
}

// Times is the product of two independent quantities, to the first order as
// the successive principle has it: sd² = (q·sd_p)² + (p·sd_q)².
func (m Moments) Times(n Moments) Moments {
	return Moments{
		Mean:     m.Mean * n.Mean,
		Variance: n.Mean*n.Mean*m.Variance + m.Mean*m.Mean*n.Variance,
	}
}

// Sum is a sum of independent items.
type Sum struct {
	Moments
	Shares []float64 // each item's share of the variance, from 0 to 1; the priority number is a hundred times that
	Rank   []int     // the items by share, the largest first and the first of equals first: what to split next
}

// Successive adds independent items, the general conditions among them as
// items of their own. The shares add up to 1; they are all 0 where nothing is
// uncertain.
func Successive(items []Moments) Sum {
	s := Sum{Shares: make([]float64, len(items)), Rank: make([]int, len(items))}
	for i := range items {
		s.Mean += items[i].Mean
		s.Variance += items[i].Variance
		s.Rank[i] = i
	}
	if s.Variance > 0 {
		for i := range items {
			s.Shares[i] = items[i].Variance / s.Variance
		}
	}
	slices.SortStableFunc(s.Rank, func(a, b int) int { return cmp.Compare(s.Shares[b], s.Shares[a]) })
	return s
}

// Normal is the normal distribution that the sum is close to where the items
// are many and none is most of the variance.
func (s Sum) Normal() Normal { return Normal{Center: s.Mean, SD: s.SD()} }
