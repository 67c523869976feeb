package threepoint_test

import (
	"math"
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/timeline/threepoint"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// p80Error is the standard error of the 80th percentile of n normal samples
// with standard deviation 1, times √n.
const p80Error = 1.4288

// tolerance is four standard errors of a percentile of n samples.
func tolerance(sd float64, n int) float64 { return 4 * p80Error * sd / math.Sqrt(float64(n)) }

func whole(low, likely, high float64) threepoint.Value {
	return threepoint.Value{Low: low, Likely: likely, High: high, Ends: threepoint.Whole()}
}

func oneIn100(low, likely, high float64) threepoint.Value {
	return threepoint.Value{Low: low, Likely: likely, High: high, Ends: threepoint.OneIn100()}
}

// triangle is the triangular(10, 12, 20) of the published answers.
func triangle(t require.TestingT) threepoint.Triangular {
	d, err := whole(10, 12, 20).Triangular()
	require.NoError(t, err)
	return d
}

var shapes = []threepoint.Shape{threepoint.TriangularShape, threepoint.PERTShape, threepoint.LognormalShape}

// samples draws sample by sample from a stream per name, in blocks.
func samples(n int, names []string, draw func(scores []float64) float64) []float64 {
	out := make([]float64, n)
	threepoint.Run(n, 2, func() func(threepoint.Block) {
		scores := make([]float64, len(names))
		return func(b threepoint.Block) {
			streams := make([]*threepoint.Stream, len(names))
			for i, name := range names {
				streams[i] = threepoint.NewStream(1, name, b.Index)
			}
			for s := b.From; s < b.To; s++ {
				for i := range scores {
					scores[i] = streams[i].Score()
				}
				out[s] = draw(scores)
			}
		}
	})
	return out
}

// numbered is n names.
func numbered(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = string(rune('a' + i))
	}
	return names
}

func percentiles(sample []float64, at ...float64) []float64 {
	sorted := slices.Sorted(slices.Values(sample))
	var out []float64
	for _, p := range at {
		out = append(out, threepoint.Percentile(sorted, p))
	}
	return out
}

func within(t *testing.T, want []float64, got []float64, delta float64) {
	t.Helper()
	require.Len(t, got, len(want))
	for i := range want {
		assert.InDelta(t, want[i], got[i], delta)
	}
}

// anyEnds draws a pair of percentiles that every shape accepts.
func anyEnds(t *rapid.T) threepoint.Ends {
	return rapid.SampledFrom([]threepoint.Ends{
		threepoint.OneIn100(), {Low: 0.1, High: 0.9}, {Low: 0.05, High: 0.8}, {Low: 0.25, High: 0.99}, {Low: 0.45, High: 0.55}, {Low: 1e-6, High: 1 - 1e-6},
	}).Draw(t, "ends")
}

func anyValue(t *rapid.T) threepoint.Value {
	points := rapid.SliceOfN(rapid.Float64Range(-1e6, 1e6), 3, 3).Draw(t, "points")
	slices.Sort(points)
	return threepoint.Value{Low: points[0], Likely: points[1], High: points[2], Ends: anyEnds(t)}
}

// indicator is 1 for yes and 0 for no: its mean is a probability.
func indicator(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}
