package threepoint

// Curve is a distribution made fast: its values at normal scores from −4 to 4,
// with a monotone cubic between them, and the distribution itself beyond, which
// one draw in 16,000 reaches. It rises with the score as the distribution does,
// and is off by at most two ten-thousandths of the distance between the 1 % and
// 99 % percentiles. A Normal is fast as it is and stays, as does a Lognormal that
// is too steep for the table.
//
// It is read-only once made; any number of goroutines may share one.
type Curve struct {
	of     Distribution
	pieces []cubic // nil for a distribution that stays as it is
}

const (
	curveEnd   = 4 // scores
	curveSteps = 8 // nodes to a unit of score
	curveNodes = 2*curveEnd*curveSteps + 1
)

// node is a value and its slope per step.
type node struct{ value, slope float64 }

// cubic is what lies between two nodes, by powers of the share of the way.
type cubic [4]float64

// cubicOf is Hermite's through two nodes with both slopes.
func cubicOf(from, to node) cubic {
	rise := to.value - from.value
	return cubic{from.value, from.slope, 3*rise - 2*from.slope - to.slope, from.slope + to.slope - 2*rise}
}

func (c *cubic) at(t float64) float64 { return c[0] + t*(c[1]+t*(c[2]+t*c[3])) }

// NewCurve tabulates a distribution.
func NewCurve(d Distribution) *Curve {
	c := &Curve{of: d}
	if !tabulated(d) {
		return c
	}
	var values [curveNodes + 4]float64 // two more on either side, for the slopes
	if pert, ok := d.(PERT); ok && pert.Max > pert.Min {
		pert.along(1.0/curveSteps, values[:])
	} else {
		for i := range values {
			values[i] = d.At(float64(i-2)/curveSteps - curveEnd)
		}
	}
	c.pieces = make([]cubic, curveNodes-1)
	to := node{values[2], slopeOf(values[:5])}
	for i := range c.pieces {
		from := to
		to = node{values[i+3], slopeOf(values[i+1 : i+6])}
		c.pieces[i] = cubicOf(from, to)
	}
	return c
}

// steepest is the sigma up to which a table follows a lognormal.
const steepest = 1.5

// tabulated reports whether a distribution is to be tabulated.
func tabulated(d Distribution) bool {
	switch known := d.(type) {
	case Normal:
		return false
	case Lognormal:
		return known.Sigma >= -steepest && known.Sigma <= steepest
	default:
		return true
	}
}

// slopeOf is the slope per step in the middle of five values, exact for a
// polynomial of the fourth degree, and held between zero and three times the
// smaller step beside it, which keeps the cubic from turning (F. N. Fritsch and
// R. E. Carlson, SIAM Journal on Numerical Analysis 17, 1980).
func slopeOf(v []float64) float64 {
	slope := (8*(v[3]-v[1]) - (v[4] - v[0])) / 12
	return max(0, min(slope, 3*(v[2]-v[1]), 3*(v[3]-v[2])))
}

// At is the value at a normal score.
func (c *Curve) At(z float64) float64 {
	x := (z + curveEnd) * curveSteps
	if !(x >= 0 && x < float64(len(c.pieces))) {
		return c.of.At(z)
	}
	i := int(x)
	return c.pieces[i].at(x - float64(i))
}

// Draws fills in the values at the next scores of a stream, in each of which a factor has
// its part, and the Rest of their bits.
func (c *Curve) Draws(s *Stream, f Factor, common, into, rest []float64) {
	common, rest = common[:len(into)], rest[:len(into)]
	for k := range into {
		bits := s.Bits()
		into[k], rest[k] = f.Score(common[k], s.scores.at(uniform(bits))), Rest(bits)
	}
	for k, z := range into {
		x := (z + curveEnd) * curveSteps
		if !(x >= 0 && x < float64(len(c.pieces))) {
			into[k] = c.of.At(z)
			continue
		}
		i := int(x)
		into[k] = c.pieces[i].at(x - float64(i))
	}
}
