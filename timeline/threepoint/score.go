package threepoint

import (
	"math"
	"sync"

	"gonum.org/v1/gonum/mathext"
)

// scoreTable is the normal quantile at evenly spaced probabilities with its
// slope, for the draws that do not lie in a tail.
type scoreTable [scoreNodes]node

const (
	scoreNodes = 1025                       // probabilities 0, 1/1024, …, 1
	scoreTail  = 16 / float64(scoreNodes-1) // probabilities beyond which the quantile itself is computed
)

// scores makes the table once; nobody changes it.
var scores = sync.OnceValue(func() *scoreTable {
	t := &scoreTable{}
	for i := 1; i < scoreNodes-1; i++ {
		z := mathext.NormalQuantile(float64(i) / (scoreNodes - 1))
		density := math.Exp(-z*z/2) / math.Sqrt(2*math.Pi)
		t[i] = node{value: z, slope: 1 / density / (scoreNodes - 1)}
	}
	return t
})

// at is the normal quantile of a probability between 0 and 1: itself in the
// tails, which one draw in 32 reaches, and Hermite's cubic between the nodes of
// the table elsewhere, within 10⁻⁷ of it.
func (t *scoreTable) at(p float64) float64 {
	if p < scoreTail || p > 1-scoreTail {
		return mathext.NormalQuantile(p)
	}
	x := p * (scoreNodes - 1)
	i := int(x)
	return between(&t[i], &t[i+1], x-float64(i))
}

// between is Hermite's cubic through two nodes with both slopes, at the share t
// of the way.
func between(from, to *node, t float64) float64 {
	rise := to.value - from.value
	return from.value + t*(from.slope+t*((3*rise-2*from.slope-to.slope)+t*(from.slope+to.slope-2*rise)))
}
