package threepoint_test

import (
	"math"
	"testing"

	"github.com/drejebog/monopolbrud/timeline/threepoint"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The answers in this file were worked out elsewhere, in closed form or by
// numerical integration.

func TestDistributionsHaveTheirClosedForms(t *testing.T) {
	pert := func(lambda float64) threepoint.Distribution {
		d, err := whole(10, 12, 20).PERT(lambda)
		require.NoError(t, err)
		return d
	}
	plain, err := threepoint.Value{Low: 100, Likely: 150, High: 225, Ends: threepoint.Ends{Low: 0.1, High: 0.9}}.PlainLognormal()
	require.NoError(t, err)
	trigen, err := threepoint.Value{Low: 11, Likely: 13, High: 20, Ends: threepoint.Ends{Low: 0.1, High: 0.9}}.Triangular()
	require.NoError(t, err)
	tests := map[string]struct {
		of             threepoint.Distribution
		mean, variance float64
		at             map[float64]float64
	}{
		"triangular": {triangle(t), 14, 14.0 / 3, map[float64]float64{0.1: 11.414214, 0.5: 13.675445, 0.8: 16, 0.9: 17.171573}},
		"PERT":       {pert(4), 13, 3, map[float64]float64{0.1: 10.899021, 0.5: 12.766723, 0.8: 14.502586, 0.9: 15.453341}},
		"PERT of 2":  {pert(2), 13.5, 4.55, map[float64]float64{0.8: 15.447769}},
		"trigen":     {trigen, 15.160456, trigen.Variance(), map[float64]float64{0: 8.24031959, 0.1: 11, 0.9: 20, 1: 24.24104930}},
		"lognormal":  {plain, 157.698562, 51.168658 * 51.168658, map[float64]float64{0.1: 100, 0.5: 150, 0.9: 225}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assert.InDelta(t, test.mean, test.of.Mean(), 1e-6)
			assert.InEpsilon(t, test.variance, test.of.Variance(), 1e-6)
			for p, want := range test.at {
				assert.InDelta(t, want, test.of.Quantile(p), 1e-6, "%v", p)
				assert.InDelta(t, p, test.of.CDF(want), 1e-6, "%v", p)
			}
		})
	}
}

func TestASumOfTenTriangles(t *testing.T) {
	const n = 100_000
	d := triangle(t)
	var items []threepoint.Moments
	eighties := 0.0
	for range 10 {
		items = append(items, threepoint.Moments{Mean: d.Mean(), Variance: d.Variance()})
		eighties += d.Quantile(0.8)
	}
	sum := threepoint.Successive(items)
	assert.InDelta(t, 140, sum.Mean, 1e-9)
	assert.InDelta(t, 140.0/3, sum.Variance, 1e-9)
	assert.InDelta(t, 160, eighties, 1e-9, "percentiles do not add")

	curve := threepoint.NewCurve(d)
	drawn := samples(n, numbered(10), func(scores []float64) float64 {
		total := 0.0
		for _, z := range scores {
			total += curve.At(z)
		}
		return total
	})
	exact := []float64{131.318873, 139.823802, 145.745496, 148.908397}
	within(t, exact, percentiles(drawn, 0.1, 0.5, 0.8, 0.9), tolerance(sum.SD(), n))
	assert.InDelta(t, 140, threepoint.MomentsOf(drawn).Mean, tolerance(sum.SD(), n))
	assert.InEpsilon(t, 140.0/3, threepoint.MomentsOf(drawn).Variance, 0.02)

	// The normal distribution of the successive principle against the truth:
	// half a working day in 140.
	for i, p := range []float64{0.1, 0.5, 0.8, 0.9} {
		assert.InDelta(t, exact[i], sum.Normal().Quantile(p), 0.25)
	}
}

func TestTheLargestOfUniforms(t *testing.T) {
	const n = 100_000
	for _, count := range []int{1, 2, 5, 20} {
		drawn := make([]float64, n)
		streams := make([]*threepoint.Stream, count)
		for i, name := range numbered(count) {
			streams[i] = threepoint.NewStream(3, name, 0)
		}
		for s := range drawn {
			for _, stream := range streams {
				drawn[s] = max(drawn[s], stream.Uniform())
			}
		}
		assert.InDelta(t, float64(count)/float64(count+1), threepoint.MomentsOf(drawn).Mean, tolerance(0.29, n))
		within(t, []float64{math.Pow(0.8, 1/float64(count))}, percentiles(drawn, 0.8), tolerance(0.4, n))
	}
}

func TestTheLargestOfNormals(t *testing.T) {
	const n = 100_000
	d := threepoint.Normal{Center: 100, SD: 10}
	for count, mean := range map[int]float64{2: 105.641896, 3: 108.462844, 4: 110.293754, 5: 111.629645, 10: 115.387527, 20: 118.674751} {
		drawn := samples(n, numbered(count), func(scores []float64) float64 {
			most := math.Inf(-1)
			for _, z := range scores {
				most = max(most, d.At(z))
			}
			return most
		})
		assert.InDelta(t, mean, threepoint.MomentsOf(drawn).Mean, tolerance(10, n)/p80Error, "%d", count)
	}
}

func TestTheLargerOfTwoCorrelatedNormals(t *testing.T) {
	const n = 200_000
	for _, test := range []struct{ rho, mean, variance, first float64 }{
		{0, 104.966891, 99.339990, 0.609244},
		{0.5, 103.150051, 118.417986, 0.647272},
	} {
		a, b := threepoint.Normal{Center: 100, SD: 10}, threepoint.Normal{Center: 95, SD: 15}
		f := threepoint.NewFactor(test.rho)
		drawn := samples(n, []string{"factor", "a", "b"}, func(z []float64) float64 {
			return max(a.At(f.Score(z[0], z[1])), b.At(f.Score(z[0], z[2])))
		})
		firsts := samples(n, []string{"factor", "a", "b"}, func(z []float64) float64 {
			return indicator(a.At(f.Score(z[0], z[1])) >= b.At(f.Score(z[0], z[2])))
		})
		assert.InDelta(t, test.mean, threepoint.MomentsOf(drawn).Mean, tolerance(10, n)/p80Error)
		assert.InEpsilon(t, test.variance, threepoint.MomentsOf(drawn).Variance, 0.02)
		assert.InDelta(t, test.first, threepoint.MomentsOf(firsts).Mean, tolerance(0.5, n)/p80Error)
	}
}

func TestTheLargerOfTwoTriangles(t *testing.T) {
	const n = 200_000
	a := threepoint.NewCurve(threepoint.Triangular{Min: 8, Mode: 10, Max: 16})
	b := threepoint.NewCurve(threepoint.Triangular{Min: 9, Mode: 11, Max: 13})
	drawn := samples(n, numbered(2), func(z []float64) float64 { return max(a.At(z[0]), b.At(z[1])) })
	first := samples(n, numbered(2), func(z []float64) float64 { return indicator(a.At(z[0]) >= b.At(z[1])) })
	m := threepoint.MomentsOf(drawn)
	assert.InDelta(t, 11.9371527778, m.Mean, tolerance(1.27, n)/p80Error)
	assert.InEpsilon(t, 1.26540846, m.SD(), 0.01)
	within(t, []float64{10.480042, 11.744426, 12.908160, 13.809110}, percentiles(drawn, 0.1, 0.5, 0.8, 0.9), tolerance(1.27, n))
	assert.InDelta(t, 307.0/576, threepoint.MomentsOf(first).Mean, tolerance(0.5, n)/p80Error)
}

func TestCorrelatedTriangles(t *testing.T) {
	d := triangle(t)
	curve := threepoint.NewCurve(d)
	for _, test := range []struct{ rho, pearson, sdOfSum float64 }{
		{0, 0, 3.05505}, {0.3, 0.29181, 3.47230}, {0.5, 0.48928, 3.72826}, {0.8, 0.79202, 4.08969}, {1, 1, 4.32049},
	} {
		f := threepoint.NewFactor(test.rho)
		// Integrated: given the factor the two are independent and alike.
		product := integral(func(common float64) float64 {
			given := integral(func(own float64) float64 { return curve.At(f.Score(common, own)) })
			return given * given
		})
		covariance := product - d.Mean()*d.Mean()
		assert.InDelta(t, test.pearson, covariance/d.Variance(), 2e-4, "integrated, ρ=%v", test.rho)
		assert.InDelta(t, test.sdOfSum, math.Sqrt(2*d.Variance()+2*covariance), 5e-4, "integrated, ρ=%v", test.rho)

		const n = 100_000
		drawn := samples(n, []string{"factor", "a", "b"}, func(z []float64) float64 {
			return curve.At(f.Score(z[0], z[1])) + curve.At(f.Score(z[0], z[2]))
		})
		m := threepoint.MomentsOf(drawn)
		assert.InDelta(t, 28, m.Mean, tolerance(test.sdOfSum, n)/p80Error)
		assert.InEpsilon(t, test.sdOfSum, m.SD(), 0.01, "simulated, ρ=%v", test.rho)
	}
}

// integral is the mean of a function of a standard normal score.
func integral(f func(z float64) float64) float64 {
	const end, step = 7, 1.0 / 64
	sum := 0.0
	for z := -float64(end); z <= end; z += step {
		sum += f(z) * math.Exp(-z*z/2)
	}
	return sum * step / math.Sqrt(2*math.Pi)
}

func TestJointConfidenceOfTwoCorrelatedScores(t *testing.T) {
	const n = 200_000
	for _, test := range []struct{ rho, p50, p70, p80 float64 }{
		{0, 0.25, 0.49, 0.64}, {0.5, 0.333333, 0.55677, 0.68715}, {0.8, 0.397584, 0.61118, 0.72903},
	} {
		f := threepoint.NewFactor(test.rho)
		largest := samples(n, []string{"factor", "cost", "finish"}, func(z []float64) float64 {
			return max(f.Score(z[0], z[1]), f.Score(z[0], z[2]))
		})
		for p, want := range map[float64]float64{0.5: test.p50, 0.7: test.p70, 0.8: test.p80} {
			mark := threepoint.Normal{SD: 1}.Quantile(p)
			both := 0
			for _, z := range largest {
				if z <= mark {
					both++
				}
			}
			assert.InDelta(t, want, float64(both)/n, tolerance(0.5, n)/p80Error, "ρ=%v at %v", test.rho, p)
		}
	}
}

func TestTheErrorOfAPercentileIsAsTheTolerancesSay(t *testing.T) {
	const runs, n = 400, 1000
	eighties := make([]float64, runs)
	for r := range eighties {
		stream := threepoint.NewStream(9, "P80", r)
		drawn := make([]float64, n)
		for i := range drawn {
			drawn[i] = stream.Score()
		}
		eighties[r] = percentiles(drawn, 0.8)[0]
	}
	assert.InEpsilon(t, p80Error/math.Sqrt(n), threepoint.MomentsOf(eighties).SD(), 0.15)
}

func TestLichtenbergAgreesWithTheGammaThatItCameFrom(t *testing.T) {
	// Erlang of five unit exponentials: mode 4, mean 5, variance 5, and the
	// percentiles 1.27911 and 11.60463 (half those of χ² with ten degrees).
	m, err := oneIn100(1.279, 4, 11.6046).Lichtenberg()
	require.NoError(t, err)
	assert.InEpsilon(t, 5, m.Mean, 0.0007)
	assert.InEpsilon(t, math.Sqrt(5), m.SD(), 0.01)
}
