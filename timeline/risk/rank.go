package risk

import (
	"math"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
)

// ranked are the durations of the first samples, by quantity.
type ranked [][]cpm.Work

func newRanked(quantities, samples int) ranked {
	out := make(ranked, quantities)
	for q := range out {
		out[q] = make([]cpm.Work, min(samples, mostRanked))
	}
	return out
}

// take keeps the first n lanes of a batch, of which the first is a sample.
func (r ranked) take(w *worker, from, n int) {
	for q, of := range r {
		if from < len(of) {
			d := &w.batch.Durations[w.s.drawing.quantities[q].activity]
			copy(of[from:min(from+n, len(of))], d[:n])
		}
	}
}

// rank fills in the rank correlations with a finish.
func (s *simulation) rank(finish *Outcome, of []Influence) {
	n := min(s.Samples, mostRanked)
	x := make([]float64, n)
	copy(x, finish.samples)
	finishes := ranksOf(x)
	for q, lengths := range s.ranked {
		for k, d := range lengths {
			x[k] = float64(d)
		}
		of[s.drawing.quantities[q].activity].RankCorrelation = correlation(ranksOf(x), finishes)
	}
}

// ranksOf are twice the ranks of whole numbers, from where all have the mean rank: of
// equals each has the mean of theirs.
func ranksOf(x []float64) []int64 {
	const room = 1 << 14 // more than there are samples: a number and its index make one
	keys := make([]float64, len(x))
	for k := range x {
		keys[k] = x[k]*room + float64(k)
	}
	keys = threepoint.Sorted(keys)
	out := make([]int64, len(x))
	for from := 0; from < len(keys); {
		value, to := math.Floor(keys[from]/room), from+1
		for to < len(keys) && math.Floor(keys[to]/room) == value {
			to++
		}
		for _, key := range keys[from:to] {
			out[int(key-value*room)] = int64(from + to - len(keys))
		}
		from = to
	}
	return out
}

// correlation is that of two rows of numbers around 0; 0 where either has no spread.
func correlation(x, y []int64) float64 {
	xx, yy, xy := int64(0), int64(0), int64(0)
	for k := range x {
		xx += x[k] * x[k]
		yy += y[k] * y[k]
		xy += x[k] * y[k]
	}
	if xx == 0 || yy == 0 {
		return 0
	}
	return float64(xy) / math.Sqrt(float64(xx)) / math.Sqrt(float64(yy))
}
