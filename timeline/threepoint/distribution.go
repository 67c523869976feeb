package threepoint

import "math"

// Distribution is an uncertain quantity. Its methods never panic, and none
// returns NaN for a distribution that a Value was fitted to.
type Distribution interface {
	// Quantile is the value that the quantity stays below with probability p;
	// the least there is for p of 0 and less, the most for 1 and more.
	Quantile(p float64) float64

	// At is the value at a normal score: Quantile(Φ(z)), exact in both tails.
	At(z float64) float64

	// CDF is the probability of coming out at x or below.
	CDF(x float64) float64

	// Mean is the expected value, Variance its expected square distance.
	Mean() float64
	Variance() float64
}

// Shape names a family of distributions. The zero value is invalid.
type Shape uint8

// The shapes.
const (
	TriangularShape Shape = iota + 1
	PERTShape             // with the usual weight of 4
	LognormalShape
)

var shapeNames = [...]string{"triangular", "pert", "lognormal"}

// String returns "triangular", "pert" or "lognormal", and "" for the zero value.
func (s Shape) String() string {
	if s < TriangularShape || s > LognormalShape {
		return ""
	}
	return shapeNames[s-1]
}

// MarshalText writes what String returns.
func (s Shape) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Fit is the distribution of a shape that the value describes: its ends are
// the percentiles that the value says, its mode the likely point. The error is
// a *ValueError.
func (v Value) Fit(shape Shape) (Distribution, error) {
	switch shape {
	case TriangularShape:
		return fitted(v.Triangular())
	case PERTShape:
		return fitted(v.PERT(4))
	case LognormalShape:
		return fitted(v.Lognormal())
	default:
		return nil, &ValueError{Value: v, Kind: UnknownShape}
	}
}

// fitted keeps a refused value from becoming a distribution that is not nil.
func fitted[D Distribution](d D, err error) (Distribution, error) {
	if err != nil {
		return nil, err
	}
	return d, nil
}

// probability holds p within 0 and 1; what is no number counts as 0.
func probability(p float64) float64 {
	if !(p > 0) {
		return 0
	}
	return min(p, 1)
}

// phi is the standard normal distribution function, exact in the lower tail.
func phi(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }
