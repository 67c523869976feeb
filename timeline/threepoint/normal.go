package threepoint

import "gonum.org/v1/gonum/mathext"

// Normal has a mean and a standard deviation of zero or more. By the central
// limit theorem it is what a sum of many independent items comes close to.
type Normal struct{ Center, SD float64 }

// Quantile implements Distribution; the ends without bound are infinite.
func (d Normal) Quantile(p float64) float64 {
	if d.SD == 0 {
		return d.Center
	}
	return d.At(mathext.NormalQuantile(probability(p)))
}

// At implements Distribution.
func (d Normal) At(z float64) float64 {
	if d.SD == 0 {
		return d.Center
	}
	return d.Center + d.SD*z
}

// CDF implements Distribution.
func (d Normal) CDF(x float64) float64 {
	if d.SD == 0 {
		return step(x >= d.Center)
	}
	return phi((x - d.Center) / d.SD)
}

// Mean implements Distribution.
func (d Normal) Mean() float64 { return d.Center }

// Variance implements Distribution.
func (d Normal) Variance() float64 { return d.SD * d.SD }
