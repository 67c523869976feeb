package threepoint_test

import (
	"math"
	"testing"

	"github.com/drejebog/monopolbrud/timeline/threepoint"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestAStreamIsReplayable(t *testing.T) {
	first := func(seed uint64, key string, block int) float64 {
		return threepoint.NewStream(seed, key, block).Uniform()
	}
	assert.Equal(t, first(1, "4.9/ryd@ky", 0), first(1, "4.9/ryd@ky", 0))
	seen := map[float64]bool{}
	for seed := range uint64(20) {
		for _, key := range []string{"", "a", "b", "ab", "ba"} {
			for block := range 20 {
				seen[first(seed, key, block)] = true
			}
		}
	}
	assert.Len(t, seen, 20*5*20, "seed, key and block each give a row of their own")
}

func TestTheNumbersOfAStreamNeverChange(t *testing.T) {
	s := threepoint.NewStream(2014, "4.10/superbrugere@sapa", 3)
	got := []float64{s.Uniform(), s.Uniform(), s.Uniform()}
	assert.Equal(t, []float64{0.8811495111183988, 0.6811988598515702, 0.15143917657672346}, got, "a kommune that replays its simulation expects its figures")
}

func TestUniformIsEvenAndNeverAnEnd(t *testing.T) {
	const n, bins = 100_000, 50
	var count [bins]int
	s := threepoint.NewStream(5, "uniform", 0)
	for range n {
		u := s.Uniform()
		require.Greater(t, u, 0.0)
		require.Less(t, u, 1.0)
		count[int(u*bins)]++
	}
	chi := 0.0
	for _, c := range count {
		d := float64(c) - n/bins
		chi += d * d / (n / bins)
	}
	assert.Less(t, chi, 85.4, "the 99.9 % mark of χ² with 49 degrees")
}

func TestAScoreIsTheNormalQuantileOfAUniformNumber(t *testing.T) {
	uniform, score := threepoint.NewStream(5, "score", 0), threepoint.NewStream(5, "score", 0)
	normal := threepoint.Normal{SD: 1}
	for range 100_000 {
		u := uniform.Uniform()
		require.InDelta(t, normal.Quantile(u), score.Score(), 1e-7, "%v", u)
	}
}

func TestScoresAreStandardNormal(t *testing.T) {
	const n = 200_000
	s := threepoint.NewStream(5, "score", 0)
	drawn := make([]float64, n)
	cubes := 0.0
	for i := range drawn {
		drawn[i] = s.Score()
		cubes += drawn[i] * drawn[i] * drawn[i]
	}
	m := threepoint.MomentsOf(drawn)
	assert.InDelta(t, 0, m.Mean, 4/math.Sqrt(n))
	assert.InDelta(t, 1, m.Variance, 4*math.Sqrt(2.0/n))
	assert.InDelta(t, 0, cubes/n, 4*math.Sqrt(15.0/n))
}

func TestStreamsOfDifferentKeysAndBlocksAreIndependent(t *testing.T) {
	const n = 50_000
	a, b, c := threepoint.NewStream(1, "a", 0), threepoint.NewStream(1, "b", 0), threepoint.NewStream(1, "a", 1)
	ab, ac := 0.0, 0.0
	for range n {
		x := a.Score()
		ab += x * b.Score()
		ac += x * c.Score()
	}
	assert.InDelta(t, 0, ab/n, 4/math.Sqrt(n))
	assert.InDelta(t, 0, ac/n, 4/math.Sqrt(n))
}

func TestAnyNumberOfCoresGivesTheSameBits(t *testing.T) {
	draw := func(n, cores int) []float64 {
		out := make([]float64, n)
		threepoint.Run(n, cores, func() func(threepoint.Block) {
			return func(b threepoint.Block) {
				s := threepoint.NewStream(7, "x", b.Index)
				for i := b.From; i < b.To; i++ {
					out[i] = s.Score()
				}
			}
		})
		return out
	}
	for _, n := range []int{0, 1, threepoint.BlockSize, 3*threepoint.BlockSize + 1} {
		one := draw(n, 1)
		for _, cores := range []int{-1, 0, 2, 3, 64} {
			assert.Equal(t, one, draw(n, cores))
		}
	}
	assert.Equal(t, draw(100, 1), draw(1000, 4)[:100], "more samples leave the first ones as they were")
}

func TestAFactorKeepsTheScoresStandardNormal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rho := rapid.Float64Range(0, 1).Draw(t, "rho")
		f := threepoint.NewFactor(rho)
		common, own := f.Score(1, 0), f.Score(0, 1)
		assert.InDelta(t, rho, common*common, 1e-12)
		assert.InDelta(t, 1, common*common+own*own, 1e-12)
	})
	assert.Equal(t, 1.0, threepoint.NewFactor(-1).Score(0, 1))
	assert.Equal(t, 1.0, threepoint.NewFactor(2).Score(1, 0))
	assert.Equal(t, 1.0, threepoint.NewFactor(math.NaN()).Score(0, 1))
}

func TestTheRestOfAScoresBitsIsANumberOfItsOwn(t *testing.T) {
	const n = 100_000
	plain, drawn := threepoint.NewStream(5, "draw", 0), threepoint.NewStream(5, "draw", 0)
	rests, products := make([]float64, n), make([]float64, n)
	for i := range rests {
		score, rest := plain.Score(), threepoint.Rest(drawn.Bits())
		require.Greater(t, rest, 0.0)
		require.Less(t, rest, 1.0)
		rests[i], products[i] = rest, (rest-0.5)*score
	}
	m := threepoint.MomentsOf(rests)
	assert.InDelta(t, 0.5, m.Mean, 4*m.SD()/math.Sqrt(n))
	assert.InEpsilon(t, 1.0/12, m.Variance, 0.02)
	assert.InDelta(t, 0, threepoint.MomentsOf(products).Mean, 4*m.SD()/math.Sqrt(n))
}

func TestAStreamBegunAgainIsANewOne(t *testing.T) {
	var s threepoint.Stream
	for block := range 3 {
		s.Begin(1, "key", block)
		require.InDelta(t, threepoint.NewStream(1, "key", block).Uniform(), s.Uniform(), 0)
		s.Uniform()
	}
	require.Zero(t, testing.AllocsPerRun(100, func() { s.Begin(1, "key", 4) }))
}
