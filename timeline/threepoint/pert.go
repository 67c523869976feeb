package threepoint

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// PERT is a beta distribution over a range, by its mode and the mode's weight
// Lambda: 4 in PERT proper, another in modified PERT. The density is that of
// beta(1 + λ·(mode−min)/(max−min), 1 + λ·(max−mode)/(max−min)).
type PERT struct{ Min, Mode, Max, Lambda float64 }

// maxLambda bounds the weight of the mode: at 1,000 the standard deviation is
// a hundredth of the range.
const maxLambda = 1000

// PERT is the PERT with the value's likely point as its mode and the value's
// ends at the percentiles that it says. The error is a *ValueError; lambda lies
// from 0, a uniform distribution, to 1,000.
func (v Value) PERT(lambda float64) (PERT, error) {
	if err := v.Validate(); err != nil {
		return PERT{}, err
	}
	if !(0 <= lambda && lambda <= maxLambda) {
		return PERT{}, &ValueError{Value: v, Kind: BadLambda}
	}
	if v.Ends == Whole() || v.certain() {
		return PERT{Min: v.Low, Mode: v.Likely, Max: v.High, Lambda: lambda}, nil
	}
	// In units of the range, with the mode at t: how far the percentiles are
	// from the mode, in the proportion that the value says.
	low, high := v.Likely-v.Low, v.High-v.Likely
	distances := func(t float64) (below, above float64) {
		unit := PERT{Min: 0, Mode: t, Max: 1, Lambda: lambda}
		return t - unit.Quantile(v.Ends.Low), unit.Quantile(v.Ends.High) - t
	}
	t := root(0, 1, func(t float64) float64 {
		below, above := distances(t)
		return high*below - low*above
	})
	below, above := distances(t)
	w := (low + high) / (below + above)
	return PERT{Min: v.Likely - w*t, Mode: v.Likely, Max: v.Likely + w*(1-t), Lambda: lambda}, nil
}

// shape is the two parameters of the beta distribution.
func (d PERT) shape() (alpha, beta float64) {
	width := d.Max - d.Min
	if width == 0 {
		return 1, 1
	}
	return 1 + d.Lambda*((d.Mode-d.Min)/width), 1 + d.Lambda*((d.Max-d.Mode)/width)
}

// Quantile implements Distribution.
func (d PERT) Quantile(p float64) float64 {
	alpha, beta := d.shape()
	return d.Min + (d.Max-d.Min)*mathext.InvRegIncBeta(alpha, beta, probability(p))
}

// At implements Distribution.
func (d PERT) At(z float64) float64 {
	alpha, beta := d.shape()
	if z > 0 { // by the upper tail, where it is exact
		return d.Max - (d.Max-d.Min)*mathext.InvRegIncBeta(beta, alpha, phi(-z))
	}
	return d.Min + (d.Max-d.Min)*mathext.InvRegIncBeta(alpha, beta, probability(phi(z)))
}

// CDF implements Distribution.
func (d PERT) CDF(x float64) float64 {
	switch {
	case x >= d.Max:
		return 1
	case !(x > d.Min):
		return 0
	}
	alpha, beta := d.shape()
	return mathext.RegIncBeta(alpha, beta, math.Min((x-d.Min)/(d.Max-d.Min), 1))
}

// Mean implements Distribution.
func (d PERT) Mean() float64 {
	return d.Min + (d.Lambda*(d.Mode-d.Min)+(d.Max-d.Min))/(d.Lambda+2)
}

// Variance implements Distribution.
func (d PERT) Variance() float64 {
	mean := d.Mean()
	return (mean - d.Min) * (d.Max - mean) / (d.Lambda + 3)
}
