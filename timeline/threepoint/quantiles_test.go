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

func TestQuantilesAreThoseOfTheUniformNumberOfTheSameBits(t *testing.T) {
	for _, shape := range shapes {
		for _, v := range []threepoint.Value{oneIn100(10, 12, 20), oneIn100(10, 10, 20), oneIn100(0, 7, 8)} {
			d, err := v.Fit(shape)
			if err != nil {
				continue // no lognormal has such points
			}
			q := threepoint.NewQuantiles(threepoint.NewCurve(d))
			within := 0.005 * (d.Quantile(0.99) - d.Quantile(0.01))
			uniform, bits := threepoint.NewStream(3, "quantiles", 0), threepoint.NewStream(3, "quantiles", 0)
			for range 50_000 {
				u := uniform.Uniform()
				require.InDelta(t, d.Quantile(u), q.At(bits.Bits()), within, "%v of %v at %v", shape, v, u)
			}
			const steps = 1 << 14
			want, mean := 0.0, 0.0
			for i := range uint64(steps) {
				want += d.Quantile((float64(i) + 0.5) / steps)
				mean += q.At(i<<50 | 1<<49)
			}
			require.InDelta(t, want/steps, mean/steps, 2e-5*math.Sqrt(d.Variance()), "%v of %v", shape, v)
		}
	}
}

func TestManyDrawsAreThoseOfOneAfterTheOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low := rapid.Float64Range(-50, 50).Draw(t, "low")
		width := rapid.Float64Range(0, 100).Draw(t, "width")
		plus := rapid.Float64Range(-20, 20).Draw(t, "plus")
		most := rapid.SampledFrom([]int32{30, 1 << 28}).Draw(t, "most")
		q := threepoint.NewQuantiles(threepoint.NewCurve(threepoint.Triangular{Min: low, Mode: low + width/3, Max: low + width}))
		seed := rapid.Uint64().Draw(t, "seed")
		one, many, whole := threepoint.NewStream(seed, "x", 0), threepoint.NewStream(seed, "x", 0), threepoint.NewStream(seed, "x", 0)
		draws, wholes := make([]float64, 300), make([]int32, 300)
		q.Draws(many, draws)
		threepoint.WholeDraws(q, whole, plus, most, wholes)
		for k := range draws {
			bits := one.Bits()
			require.Equal(t, q.At(bits), draws[k])
			want := min(max(math.Floor(q.At(bits)+plus+threepoint.Rest(bits)), 0), float64(most))
			require.InDelta(t, want, wholes[k], 0)
		}
		next := one.Bits()
		require.Equal(t, next, many.Bits())
		require.Equal(t, next, whole.Bits())
	})
}

func TestSortedIsInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		samples := rapid.SliceOfN(rapid.OneOf(rapid.Float64(), rapid.Map(rapid.IntRange(-3, 3), func(i int) float64 { return float64(i) })), 0, 40).Draw(t, "samples")
		if len(samples) == 0 {
			samples = []float64{}
		}
		for len(samples) > 0 && len(samples) < 300 && rapid.Bool().Draw(t, "more") {
			samples = append(samples, samples...)
		}
		given, want := slices.Clone(samples), slices.Clone(samples)
		slices.Sort(want)
		assert.Equal(t, want, threepoint.Sorted(samples))
		assert.Equal(t, given, samples, "a copy")
	})
}

func TestACurveOfAPERTIsThePERT(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := threepoint.PERT{Min: -3, Mode: rapid.Float64Range(-3, 9).Draw(t, "mode"), Max: 9, Lambda: rapid.SampledFrom([]float64{0, 1, 4, 40}).Draw(t, "lambda")}
		c := threepoint.NewCurve(d)
		for z := -4.0; z <= 4; z += 0.5 {
			require.InDelta(t, d.At(z), c.At(z), 12e-5, "%v at %v", d, z)
		}
	})
}

func BenchmarkQuantiles(b *testing.B) {
	q := threepoint.NewQuantiles(threepoint.NewCurve(threepoint.Triangular{Min: 5, Mode: 8, Max: 20}))
	s := threepoint.NewStream(1, "x", 0)
	wholes := make([]int32, 1000)
	for b.Loop() {
		threepoint.WholeDraws(q, s, 0, 1<<28, wholes)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(wholes)), "ns/draw")
}
