package threepoint_test

import (
	"math"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestAFittedDistributionHasTheValuesPercentiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := anyValue(t)
		for _, shape := range shapes {
			d, err := v.Fit(shape)
			require.NoError(t, err)
			delta := 1e-6 * (1 + v.High - v.Low)
			assert.InDelta(t, v.Low, d.Quantile(v.Ends.Low), delta, "%v", shape)
			assert.InDelta(t, v.High, d.Quantile(v.Ends.High), delta, "%v", shape)
		}
	})
}

func TestAFittedDistributionIsDensestAtTheLikelyPoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := anyValue(t)
		width := v.High - v.Low
		if width < 1 || v.Likely-v.Low < width/50 || v.High-v.Likely < width/50 {
			return // the mode lies at an end, where the density is not seen from both sides
		}
		for _, shape := range shapes {
			d, err := v.Fit(shape)
			require.NoError(t, err)
			h := width * 1e-4
			density := func(x float64) float64 { return d.CDF(x+h) - d.CDF(x-h) }
			at := density(v.Likely)
			for _, away := range []float64{-0.5, -0.1, 0.1, 0.5} {
				assert.GreaterOrEqual(t, at*(1+1e-6), density(v.Likely+away*width), "%v at %v", shape, away)
			}
		}
	})
}

func TestQuantilesRiseAndTheCDFIsTheirInverse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := anyValue(t)
		width := v.High - v.Low
		nearby := 1e-15 * max(math.Abs(v.Low), math.Abs(v.High))
		for _, shape := range shapes {
			d, err := v.Fit(shape)
			require.NoError(t, err)
			before := math.Inf(-1)
			for i := range 101 {
				p := float64(i) / 100
				x := d.Quantile(p)
				assert.GreaterOrEqual(t, x, before, "%v at %v", shape, p)
				before = x
				if width > 1 && p > 0 && p < 1 {
					// Where a distribution is steep, neighbouring numbers are far apart in it.
					assert.LessOrEqual(t, d.CDF(x-nearby), p+1e-5, "%v at %v", shape, p)
					assert.GreaterOrEqual(t, d.CDF(x+nearby), p-1e-5, "%v at %v", shape, p)
				}
			}
			p := rapid.Float64Range(0.001, 0.999).Draw(t, "p")
			z := threepoint.Normal{SD: 1}.Quantile(p)
			assert.InDelta(t, d.Quantile(p), d.At(z), 1e-6*(1+width), "%v", shape)
		}
	})
}

func TestATinyTriangleHasQuantilesOfItsOwn(t *testing.T) {
	d := threepoint.Triangular{Min: -1e-200, Mode: 0, Max: 1e-200}
	before := math.Inf(-1)
	for i := range 101 {
		x := d.Quantile(float64(i) / 100)
		assert.Greater(t, x, before)
		before = x
	}
}

func TestTheMomentsAreThoseOfTheQuantiles(t *testing.T) {
	for name, v := range map[string]threepoint.Value{
		"leaning right": oneIn100(10, 12, 20), "leaning left": oneIn100(10, 18, 20), "even": oneIn100(10, 15, 20), "at its low end": oneIn100(10, 10, 20),
	} {
		for _, shape := range shapes {
			d, err := v.Fit(shape)
			require.NoError(t, err)
			mean := integral(d.At)
			square := integral(func(z float64) float64 { x := d.At(z) - mean; return x * x })
			assert.InEpsilon(t, d.Mean(), mean, 2e-3, "%s, %v", name, shape)
			if name != "at its low end" || shape != threepoint.LognormalShape { // whose tail no integral of ours reaches
				assert.InEpsilon(t, d.Variance(), square, 2e-2, "%s, %v", name, shape)
			}
		}
	}
}

func TestTheMeanRisesWithEachPoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := anyValue(t)
		v.Ends = threepoint.OneIn100()
		up := rapid.Float64Range(0, 1).Draw(t, "up")
		for _, higher := range []threepoint.Value{
			{Low: min(v.Low+up*(v.Likely-v.Low), v.Likely), Likely: v.Likely, High: v.High, Ends: v.Ends},
			{Low: v.Low, Likely: min(v.Likely+up*(v.High-v.Likely), v.High), High: v.High, Ends: v.Ends},
			{Low: v.Low, Likely: v.Likely, High: v.High + up*1000, Ends: v.Ends},
		} {
			m, err := v.Lichtenberg()
			require.NoError(t, err)
			n, err := higher.Lichtenberg()
			require.NoError(t, err)
			assert.GreaterOrEqual(t, n.Mean+1e-9*(1+math.Abs(n.Mean)), m.Mean)
		}
	})
}

func TestAValueWithoutSpreadIsCertain(t *testing.T) {
	for _, x := range []float64{-3, 0, 1e15} {
		for _, shape := range shapes {
			d, err := oneIn100(x, x, x).Fit(shape)
			require.NoError(t, err)
			for _, p := range []float64{0, 0.3, 1} {
				assert.Equal(t, x, d.Quantile(p))
			}
			assert.Equal(t, x, d.Mean())
			assert.Zero(t, d.Variance())
			assert.Equal(t, 1.0, d.CDF(x))
			assert.Zero(t, d.CDF(x-1))
		}
	}
}

func TestALognormalLeansAsTheValueDoes(t *testing.T) {
	right, err := oneIn100(10, 12, 20).Lognormal()
	require.NoError(t, err)
	left, err := oneIn100(10, 18, 20).Lognormal()
	require.NoError(t, err)
	even, err := oneIn100(10, 15, 20).Lognormal()
	require.NoError(t, err)
	assert.Positive(t, right.Sigma)
	assert.InDelta(t, -right.Sigma, left.Sigma, 1e-9)
	assert.InDelta(t, 30-right.Mean(), left.Mean(), 1e-9, "its mirror image")
	assert.InDelta(t, 0, even.Sigma, 1e-9)
	assert.InDelta(t, 15, even.Median, 1e-9)
}

func TestABadValueIsRefusedWithItsReason(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	tests := map[string]struct {
		value threepoint.Value
		kind  threepoint.ErrorKind
	}{
		"likely below low":    {oneIn100(3, 2, 4), threepoint.NotRising},
		"high below likely":   {oneIn100(1, 5, 4), threepoint.NotRising},
		"no number":           {oneIn100(1, nan, 4), threepoint.OutOfBounds},
		"infinite":            {oneIn100(1, 2, inf), threepoint.OutOfBounds},
		"too much":            {oneIn100(-1.1e15, 2, 3), threepoint.OutOfBounds},
		"no ends":             {threepoint.Value{Low: 1, Likely: 2, High: 3}, threepoint.BadEnds},
		"ends the wrong way":  {threepoint.Value{Low: 1, Likely: 2, High: 3, Ends: threepoint.Ends{Low: 0.9, High: 0.1}}, threepoint.BadEnds},
		"ends at the median":  {threepoint.Value{Low: 1, Likely: 2, High: 3, Ends: threepoint.Ends{Low: 0.5, High: 0.9}}, threepoint.BadEnds},
		"ends in per cent":    {threepoint.Value{Low: 1, Likely: 2, High: 3, Ends: threepoint.Ends{Low: 1, High: 99}}, threepoint.BadEnds},
		"ends that are NaN":   {threepoint.Value{Low: 1, Likely: 2, High: 3, Ends: threepoint.Ends{Low: nan, High: 0.9}}, threepoint.BadEnds},
		"likely above a high": {whole(1, 4, 3), threepoint.NotRising},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			for _, shape := range shapes {
				_, err := test.value.Fit(shape)
				refused(t, test.kind, err)
			}
			_, err := test.value.Lichtenberg()
			refused(t, test.kind, err)
		})
	}
}

func refused(t *testing.T, kind threepoint.ErrorKind, err error) {
	t.Helper()
	var fault *threepoint.ValueError
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, kind, fault.Kind)
	id, _ := fault.Fault()
	assert.True(t, drejebog.BuiltInWords().Has(id), id)
	assert.Contains(t, fault.Error(), id)
}

func TestWhatAFormulaCannotUseIsRefused(t *testing.T) {
	_, err := whole(1, 2, 3).Lichtenberg()
	refused(t, threepoint.NotOneIn100, err)
	_, err = whole(1, 2, 3).Lognormal()
	refused(t, threepoint.EndsTooFar, err)
	_, err = oneIn100(0, 2, 3).PlainLognormal()
	refused(t, threepoint.NotPositive, err)
	for _, lambda := range []float64{-1, math.NaN(), math.Inf(1), 1001} {
		_, err = whole(1, 2, 3).PERT(lambda)
		refused(t, threepoint.BadLambda, err)
	}
	_, err = whole(1, 2, 3).Fit(0)
	refused(t, threepoint.UnknownShape, err)
}

func TestACurveIsCloseToItsDistributionAndRises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := anyValue(t)
		for _, shape := range shapes {
			d, err := v.Fit(shape)
			require.NoError(t, err)
			c := threepoint.NewCurve(d)
			width := d.Quantile(0.99) - d.Quantile(0.01)
			before := math.Inf(-1)
			for i := range 901 {
				z := float64(i)/100 - 4.5
				x := c.At(z)
				assert.InDelta(t, d.At(z), x, 2e-4*width+1e-9, "%v at %v", shape, z)
				assert.GreaterOrEqual(t, x, before-1e-9*(1+math.Abs(x)), "%v at %v", shape, z)
				before = x
			}
		}
	})
}

func TestTheNodesOfAPERTAreItsOwnQuantiles(t *testing.T) {
	for _, lambda := range []float64{0, 0.5, 2, 4, 10, 50, 1000} {
		for _, mode := range []float64{0, 0.01, 0.1, 0.5, 0.9, 1} {
			d := threepoint.PERT{Mode: mode, Max: 1, Lambda: lambda}
			c := threepoint.NewCurve(d)
			for z := -4.0; z < 4; z += 0.125 {
				assert.InDelta(t, d.At(z), c.At(z), 3e-5, "%v at %v", d, z)
			}
		}
	}
}

func FuzzNoDistributionGivesNaN(f *testing.F) {
	f.Add(10.0, 12.0, 20.0, 0.01, 0.99, 4.0, 0.5)
	f.Add(0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0)
	f.Add(-1e15, 1e15, 1e15, 0.45, 0.55, 1000.0, 1.0)
	f.Add(0.0, 5e-324, 1e-300, 1e-6, 0.999999, 0.1, math.NaN())
	f.Fuzz(func(t *testing.T, low, likely, high, from, to, lambda, p float64) {
		v := threepoint.Value{Low: low, Likely: likely, High: high, Ends: threepoint.Ends{Low: from, High: to}}
		var fitted []threepoint.Distribution
		for _, shape := range shapes {
			if d, err := v.Fit(shape); err == nil {
				fitted = append(fitted, d)
			}
		}
		if d, err := v.PERT(lambda); err == nil {
			fitted = append(fitted, d)
		}
		if d, err := v.PlainLognormal(); err == nil {
			fitted = append(fitted, d)
		}
		for _, d := range fitted {
			c := threepoint.NewCurve(d)
			for _, x := range []float64{
				d.Quantile(p), d.Quantile(0), d.Quantile(1), d.CDF(p), d.CDF(likely), d.At(p - 0.5), d.At(8.3), d.At(-8.3),
				d.Mean(), d.Variance(), c.At(p), c.At(-8.3), c.At(8.3),
			} {
				if math.IsNaN(x) && !math.IsNaN(p) {
					t.Fatalf("%#v gives NaN", d)
				}
			}
			if math.IsNaN(d.Quantile(p)) {
				t.Fatalf("%#v gives NaN for no probability", d)
			}
			if d.Variance() < 0 || math.IsInf(d.Mean(), 0) || math.IsInf(d.Variance(), 0) {
				t.Fatalf("%#v has mean %v and variance %v", d, d.Mean(), d.Variance())
			}
		}
	})
}
