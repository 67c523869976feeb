package risk

import (
	"math"
	"sync"
	"sync/atomic"

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

// rank fills in the rank correlations with the finishes, quantities side by side.
func (s *simulation) rank(r *Result) {
	n := min(s.Samples, mostRanked)
	finishes := make([][]int64, len(r.Targets))
	for i := range r.Targets {
		finishes[i] = ranksOf(r.Targets[i].Finish.samples[:n])
	}
	var next atomic.Int64
	var ranking sync.WaitGroup
	for range s.Cores {
		ranking.Go(func() {
			x := make([]float64, n)
			for q := int(next.Add(1)) - 1; q < len(s.ranked); q = int(next.Add(1)) - 1 {
				for k, d := range s.ranked[q] {
					x[k] = float64(d)
				}
				lengths := ranksOf(x)
				for i := range finishes {
					r.Targets[i].of(s.drawing.quantities[q].activity).RankCorrelation = correlation(lengths, finishes[i])
				}
			}
		})
	}
	ranking.Wait()
}

// of is the influence of an activity of the network with dates.
func (t *Target) of(activity int) *Influence {
	if n := len(t.Activities); activity >= n {
		return &t.Dates[activity-n]
	}
	return &t.Activities[activity]
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
