package threepoint

import (
	"math"
	"sync"

	"gonum.org/v1/gonum/mathext"
)

// scoreTable is the normal quantile at evenly spaced probabilities with its
// slope, and in each tail once more, so many times as close.
type scoreTable struct{ all, low, high [scoreNodes - 1]cubic }

const (
	scoreNodes = 1025                       // probabilities 0, 1/1024, …, 1
	scoreTail  = 16 / float64(scoreNodes-1) // probabilities beyond which the next table counts
)

// scores makes the table once; nobody changes it.
var scores = sync.OnceValue(func() *scoreTable {
	t := &scoreTable{}
	var all, low, high [scoreNodes]node
	for i := 1; i < scoreNodes-1; i++ {
		p := float64(i) / (scoreNodes - 1)
		all[i] = scoreNode(p, 1.0/(scoreNodes-1))
		low[i] = scoreNode(scoreTail*p, scoreTail/(scoreNodes-1))
	}
	low[scoreNodes-1] = scoreNode(scoreTail, scoreTail/(scoreNodes-1))
	for i, n := range low {
		high[scoreNodes-1-i] = node{-n.value, n.slope}
	}
	for i := range t.all {
		t.all[i], t.low[i], t.high[i] = cubicOf(all[i], all[i+1]), cubicOf(low[i], low[i+1]), cubicOf(high[i], high[i+1])
	}
	return t
})

// scoreNode is the normal quantile of a probability, and its slope per step.
func scoreNode(p, step float64) node {
	z := mathext.NormalQuantile(p)
	return node{value: z, slope: step / (math.Exp(-z*z/2) / math.Sqrt(2*math.Pi))}
}

// at is the normal quantile of a probability between 0 and 1, within 10⁻⁷:
// Hermite's cubic between the nodes of the table, or of those of the tails, which one
// draw in 32 reaches, and itself beyond, where one in 2,000 lies.
func (t *scoreTable) at(p float64) float64 {
	pieces := &t.all
	switch {
	case p < scoreTail:
		if pieces, p = &t.low, p/scoreTail; p < scoreTail {
			return mathext.NormalQuantile(p * scoreTail)
		}
	case p > 1-scoreTail:
		q := (1 - p) / scoreTail
		if pieces, p = &t.high, 1-q; q < scoreTail {
			return -mathext.NormalQuantile(q * scoreTail)
		}
	}
	x := p * (scoreNodes - 1)
	i := min(int(x), scoreNodes-2)
	return pieces[i].at(x - float64(i))
}
