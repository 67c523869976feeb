package threepoint

import "math"

// Triangular rises in a straight line from Min to Mode and falls in one to Max.
// All three may coincide.
type Triangular struct{ Min, Mode, Max float64 }

// Triangular is the triangle with the value's likely point as its mode and the
// value's ends at the percentiles that it says (trigen, where they are not the
// ends of the range). The error is a *ValueError.
//
// With u = mode − min, v = max − mode, w = u + v and t = u/w, the percentiles
// say w·(t − √(p·t)) = mode − low and w·(1−t − √(q·(1−t))) = high − mode, for
// p below low and q above high: one unknown, t, and then w.
func (v Value) Triangular() (Triangular, error) {
	if err := v.Validate(); err != nil {
		return Triangular{}, err
	}
	if v.Ends == Whole() || v.certain() {
		return Triangular{Min: v.Low, Mode: v.Likely, Max: v.High}, nil
	}
	p, q := v.Ends.Low, 1-v.Ends.High
	below := func(t float64) float64 { return t - math.Sqrt(p*t) }
	above := func(t float64) float64 { return 1 - t - math.Sqrt(q*(1-t)) }
	low, high := v.Likely-v.Low, v.High-v.Likely
	t := root(p, 1-q, func(t float64) float64 { return high*below(t) - low*above(t) })
	w := (low + high) / (below(t) + above(t))
	return Triangular{Min: v.Likely - w*t, Mode: v.Likely, Max: v.Likely + w*(1-t)}, nil
}

// Quantile implements Distribution.
func (d Triangular) Quantile(p float64) float64 {
	p = probability(p)
	return d.between(p, 1-p)
}

// At implements Distribution.
func (d Triangular) At(z float64) float64 { return d.between(phi(z), phi(-z)) }

// between is the value with probability p below and q above it; the smaller of
// the two decides, which is the exact one of a tail. Each root is taken by
// itself: the product of two tiny widths is 0.
func (d Triangular) between(p, q float64) float64 {
	width := d.Max - d.Min
	if p*width <= d.Mode-d.Min {
		return d.Min + math.Sqrt(p*width)*math.Sqrt(d.Mode-d.Min)
	}
	return d.Max - math.Sqrt(q*width)*math.Sqrt(d.Max-d.Mode)
}

// CDF implements Distribution.
func (d Triangular) CDF(x float64) float64 {
	switch {
	case x >= d.Max:
		return 1
	case x <= d.Min:
		return 0
	case x <= d.Mode:
		return (x - d.Min) / (d.Max - d.Min) * ((x - d.Min) / (d.Mode - d.Min))
	default:
		return 1 - (d.Max-x)/(d.Max-d.Min)*((d.Max-x)/(d.Max-d.Mode))
	}
}

// Mean implements Distribution.
func (d Triangular) Mean() float64 { return d.Min + (d.Mode-d.Min)/3 + (d.Max-d.Min)/3 }

// Variance implements Distribution.
func (d Triangular) Variance() float64 {
	u, w := d.Mode-d.Min, d.Max-d.Min
	return (u*u - u*w + w*w) / 18
}
