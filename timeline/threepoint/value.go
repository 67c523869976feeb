package threepoint

import "math"

// Value is a quantity of which three points are known: a low and a high one
// and the most likely one, in whatever unit the caller counts.
type Value struct {
	Low, Likely, High float64
	Ends              Ends
}

// Ends says which percentiles Low and High of a value are: the probabilities
// that the quantity comes out below them. The zero value is invalid, so that
// nobody mixes up the end of a range with its 99th percentile in silence.
type Ends struct{ Low, High float64 }

// Whole says that nothing lies outside Low and High: they are the ends of the
// range.
func Whole() Ends { return Ends{Low: 0, High: 1} }

// OneIn100 says that one in a hundred lies below Low and one in a hundred above
// High: the ends that Lichtenberg's successive principle asks for.
func OneIn100() Ends { return Ends{Low: 0.01, High: 0.99} }

// The bounds of what is accepted.
const (
	// MaxMagnitude bounds each of the three points, on either side of zero.
	MaxMagnitude = 1e15

	// middle is how close to the median an end may come.
	middle = 0.05
)

// Validate reports what is wrong with the value as a *ValueError: a point that is
// no number or beyond MaxMagnitude, points that do not rise, or ends that are
// not on either side of the median: Ends.Low from 0 to 0.45 and Ends.High from
// 0.55 to 1. The points may coincide.
func (v Value) Validate() error {
	for _, x := range []float64{v.Low, v.Likely, v.High} {
		if math.IsNaN(x) || math.Abs(x) > MaxMagnitude {
			return &ValueError{Value: v, Kind: OutOfBounds}
		}
	}
	if v.Low > v.Likely || v.Likely > v.High {
		return &ValueError{Value: v, Kind: NotRising}
	}
	low, high := v.Ends.Low, v.Ends.High
	if !(0 <= low && low <= 0.5-middle && 0.5+middle <= high && high <= 1) {
		return &ValueError{Value: v, Kind: BadEnds}
	}
	return nil
}

// certain reports whether the value has no spread at all.
func (v Value) certain() bool { return v.Low == v.High }
