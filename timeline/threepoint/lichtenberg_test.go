package threepoint_test

import (
	"math"
	"testing"

	"github.com/drejebog/monopolbrud/timeline/threepoint"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestLichtenbergByPencil(t *testing.T) {
	m, err := oneIn100(100, 140, 300).Lichtenberg()
	require.NoError(t, err)
	assert.InDelta(t, (100+406+300)/4.9, m.Mean, 1e-12)
	assert.InDelta(t, 200/4.6, m.SD(), 1e-12)

	// 10 hours ± 2 at 400 kr. ± 50: sd² = (10·50)² + (400·2)².
	cost := threepoint.Moments{Mean: 10, Variance: 4}.Times(threepoint.Moments{Mean: 400, Variance: 2500})
	assert.InDelta(t, 4000, cost.Mean, 1e-12)
	assert.InDelta(t, math.Sqrt(250_000+640_000), cost.SD(), 1e-9)
	assert.Equal(t, threepoint.Moments{Mean: 30, Variance: 36}, threepoint.Moments{Mean: 10, Variance: 4}.Scaled(3))
}

func TestTheLargestShareIsSplitNext(t *testing.T) {
	sum := threepoint.Successive([]threepoint.Moments{{Mean: 5, Variance: 1}, {Mean: 1, Variance: 8}, {Mean: 7}, {Mean: 2, Variance: 1}})
	assert.Equal(t, []int{1, 0, 3, 2}, sum.Rank)
	assert.InDeltaSlice(t, []float64{0.1, 0.8, 0, 0.1}, sum.Shares, 1e-12)
	assert.Equal(t, threepoint.Normal{Center: 15, SD: math.Sqrt(10)}, sum.Normal())
}

func TestNothingUncertainHasNoShares(t *testing.T) {
	sum := threepoint.Successive([]threepoint.Moments{{Mean: 5}, {Mean: 6}})
	assert.Equal(t, []float64{0, 0}, sum.Shares)
	assert.Equal(t, []int{0, 1}, sum.Rank)
	assert.Equal(t, 11.0, sum.Normal().Quantile(0.8))
	assert.Empty(t, threepoint.Successive(nil).Shares)
}

func TestSharesAddUpToOneAndSplittingLowersTheSpread(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var items []threepoint.Moments
		for _, sd := range rapid.SliceOfN(rapid.Float64Range(0.001, 1e6), 1, 30).Draw(t, "sd") {
			items = append(items, threepoint.Moments{Mean: 1, Variance: sd * sd})
		}
		sum := threepoint.Successive(items)
		total := 0.0
		for _, share := range sum.Shares {
			total += share
		}
		assert.InDelta(t, 1, total, 1e-12)
		for i := 1; i < len(sum.Rank); i++ {
			assert.GreaterOrEqual(t, sum.Shares[sum.Rank[i-1]], sum.Shares[sum.Rank[i]])
		}
		// Two independent halves of the largest: half its variance is gone.
		largest := sum.Rank[0]
		half := items[largest].Scaled(0.5)
		split := append([]threepoint.Moments{half}, items...)
		split[largest+1] = half
		assert.Less(t, threepoint.Successive(split).Variance, sum.Variance)
		assert.InDelta(t, sum.Mean, threepoint.Successive(split).Mean, 1e-9)
	})
}

func TestPercentilesLieBetweenTheSamples(t *testing.T) {
	sorted := []float64{1, 2, 4, 8}
	for p, want := range map[float64]float64{-1: 1, 0: 1, 0.5: 3, 0.9: 6.8, 1: 8, 2: 8} {
		assert.InDelta(t, want, threepoint.Percentile(sorted, p), 1e-12, "%v", p)
	}
	assert.Equal(t, 7.0, threepoint.Percentile([]float64{7}, 0.3))
	assert.True(t, math.IsNaN(threepoint.Percentile(nil, 0.5)))
}

func TestMomentsOfSamples(t *testing.T) {
	assert.Equal(t, threepoint.Moments{}, threepoint.MomentsOf(nil))
	assert.Equal(t, threepoint.Moments{Mean: 3}, threepoint.MomentsOf([]float64{3}))
	m := threepoint.MomentsOf([]float64{1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16})
	assert.Equal(t, 1e9+10, m.Mean)
	assert.InDelta(t, 30, m.Variance, 1e-9, "no digits are lost to a large mean")
}
