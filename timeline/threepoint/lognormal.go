package threepoint

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// Lognormal is Median + Width·(exp(Sigma·Z) − 1)/Sigma with Z standard normal:
// a lognormal distribution with a shift. A Sigma above zero leans to the right,
// one below zero is its mirror image, and zero is the normal distribution
// with standard deviation Width.
type Lognormal struct{ Median, Width, Sigma float64 }

// farthest is how far out the percentiles of a lognormal may lie.
const farthest = 1e-6

// Lognormal is the lognormal with the value's likely point as its mode and the
// value's ends at the percentiles that it says, which lie from 0.0001 % to
// 99.9999 %: the ends of a range it never reaches. The error is a *ValueError.
//
// The mode lies at Z = −σ, so the one unknown is the σ for which the mode
// divides the distance between the ends as the value says.
func (v Value) Lognormal() (Lognormal, error) {
	if err := v.Validate(); err != nil {
		return Lognormal{}, err
	}
	low, high, err := v.endScores()
	if err != nil {
		return Lognormal{}, err
	}
	if v.certain() {
		return Lognormal{Median: v.Likely}, nil
	}
	below, above := v.Likely-v.Low, v.High-v.Likely
	sigma := root(-high, -low, func(sigma float64) float64 {
		mode := bent(sigma, -sigma)
		return below*(bent(sigma, high)-mode) - above*(mode-bent(sigma, low))
	})
	width := (v.High - v.Low) / (bent(sigma, high) - bent(sigma, low))
	return Lognormal{Median: v.Low - width*bent(sigma, low), Width: width, Sigma: sigma}, nil
}

// PlainLognormal is the lognormal without shift that the value's low and high
// are percentiles of. It takes two points of the three: its mode is not the
// likely one. Low has to be above zero. The error is a *ValueError.
func (v Value) PlainLognormal() (Lognormal, error) {
	if err := v.Validate(); err != nil {
		return Lognormal{}, err
	}
	low, high, err := v.endScores()
	if err != nil {
		return Lognormal{}, err
	}
	if v.Low <= 0 {
		return Lognormal{}, &ValueError{Value: v, Kind: NotPositive}
	}
	sigma := math.Log(v.High/v.Low) / (high - low)
	median := v.Low * math.Exp(-sigma*low)
	return Lognormal{Median: median, Width: median * sigma, Sigma: sigma}, nil
}

// endScores is the normal scores of the value's ends.
func (v Value) endScores() (low, high float64, err error) {
	if v.Ends.Low < farthest || v.Ends.High > 1-farthest {
		return 0, 0, &ValueError{Value: v, Kind: EndsTooFar}
	}
	return mathext.NormalQuantile(v.Ends.Low), mathext.NormalQuantile(v.Ends.High), nil
}

// bent is (exp(σ·z) − 1)/σ, which is z for a σ of zero.
func bent(sigma, z float64) float64 {
	if sigma == 0 {
		return z
	}
	return math.Expm1(sigma*z) / sigma
}

// Quantile implements Distribution; the ends without bound are infinite.
func (d Lognormal) Quantile(p float64) float64 {
	if d.Width == 0 {
		return d.Median
	}
	return d.At(mathext.NormalQuantile(probability(p)))
}

// At implements Distribution.
func (d Lognormal) At(z float64) float64 {
	if d.Width == 0 {
		return d.Median
	}
	return d.Median + d.Width*bent(d.Sigma, z)
}

// CDF implements Distribution.
func (d Lognormal) CDF(x float64) float64 {
	if d.Width == 0 {
		return step(x >= d.Median)
	}
	z := (x - d.Median) / d.Width
	if d.Sigma != 0 {
		if d.Sigma*z <= -1 { // beyond the end that the exponential never reaches
			return step(d.Sigma < 0)
		}
		z = math.Log1p(d.Sigma*z) / d.Sigma
	}
	return phi(z)
}

func step(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// Mean implements Distribution.
func (d Lognormal) Mean() float64 {
	if d.Sigma == 0 {
		return d.Median
	}
	return d.Median + d.Width*math.Expm1(d.Sigma*d.Sigma/2)/d.Sigma
}

// Variance implements Distribution.
func (d Lognormal) Variance() float64 {
	s := d.Sigma * d.Sigma
	if s == 0 {
		return d.Width * d.Width
	}
	return d.Width * d.Width * math.Exp(s) * (math.Expm1(s) / s)
}
