package risk

import (
	"math"
	"slices"
	"sort"
	"sync"

	"github.com/drejebog/monopolbrud/timeline/threepoint"
)

// An Outcome is a number in all samples: an instant, or an amount. Any number of
// goroutines may ask it.
type Outcome struct {
	threepoint.Moments

	samples []float64
	sort    sync.Once
	sorted  []float64
}

func newOutcome(n int) *Outcome { return &Outcome{samples: make([]float64, n)} }

// Samples are a copy of the numbers in the order of the samples: those of one result
// belong together by index.
func (o *Outcome) Samples() []float64 { return slices.Clone(o.samples) }

// StandardError is that of the mean.
func (o *Outcome) StandardError() float64 { return o.SD() / math.Sqrt(float64(len(o.samples))) }

// Percentile is what the share p of the samples, from 0 to 1, stays within
// (threepoint.Percentile).
func (o *Outcome) Percentile(p float64) float64 { return threepoint.Percentile(o.Sorted(), p) }

// Chance is the share of samples at x or below, such as the chance of meeting a date,
// and its standard error.
func (o *Outcome) Chance(x float64) (share, standardError float64) {
	n := float64(len(o.samples))
	share = float64(sort.Search(len(o.samples), func(i int) bool { return o.Sorted()[i] > x })) / n
	return share, math.Sqrt(share * (1 - share) / n)
}

// Sorted are the numbers in rising order, only to be read.
func (o *Outcome) Sorted() []float64 {
	o.sort.Do(func() {
		o.sorted = threepoint.Sorted(o.samples)
	})
	return o.sorted
}

// Joint is the share of samples in which each outcome is at its bound or below, such as
// the chance that date and budget hold both (JCL: NASA Cost Estimating Handbook, appendix
// J), and its standard error. The outcomes are of one result; 0 where they have not one
// bound each.
func Joint(outcomes []*Outcome, bounds []float64) (share, standardError float64) {
	if len(outcomes) == 0 || len(outcomes) != len(bounds) {
		return 0, 0
	}
	n, within := len(outcomes[0].samples), 0
	for s := range n {
		all := true
		for i, o := range outcomes {
			all = all && s < len(o.samples) && o.samples[s] <= bounds[i]
		}
		if all {
			within++
		}
	}
	share = float64(within) / float64(n)
	return share, math.Sqrt(share * (1 - share) / float64(n))
}
