package risk_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/risk"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
)

// The answers in this file were worked out elsewhere, in closed form or by
// numerical integration.

func TestTenTrianglesInARow(t *testing.T) {
	_, got := drawn(t, serial(repeated(10, triangular(10, 12, 20))...))
	checkMean(t, 140, got.Finish)
	checkVariance(t, 140.0/3, got.Finish)
	checkPercentiles(t, got.Finish, map[float64]float64{0.1: 131.318873, 0.5: 139.823802, 0.8: 145.745496, 0.9: 148.908397})
}

func TestTheLastOfUniforms(t *testing.T) {
	uniform := curve(threepoint.PERT{Min: 0, Mode: 0.5, Max: 1})
	for _, n := range []int{1, 2, 5, 20} {
		_, got := drawn(t, parallel(repeated(n, uniform)...))
		checkMean(t, float64(n)/float64(n+1), got.Finish)
		checkPercentiles(t, got.Finish, map[float64]float64{0.8: math.Pow(0.8, 1/float64(n))})
	}
}

func TestMergeBias(t *testing.T) {
	for n, mean := range map[int]float64{2: 105.641896, 3: 108.462844, 4: 110.293754, 5: 111.629645, 10: 115.387527, 20: 118.674751} {
		r, got := drawn(t, parallel(repeated(n, normal(100, 10))...))
		checkMean(t, mean, got.Finish)
		planned, _ := got.Finish.Chance(100 * unit)
		checkShare(t, math.Pow(0.5, float64(n)), planned, r.Samples, "the planned date of %d", n)
	}
}

func TestClarksLaterOfTwoNormals(t *testing.T) {
	for _, test := range []struct{ rho, mean, variance, first float64 }{
		{0, 104.966891, 99.339990, 0.609244}, {0.5, 103.150051, 118.417986, 0.647272},
	} {
		r, got := drawn(t, correlated(parallel(normal(100, 10), normal(95, 15)), test.rho))
		checkMean(t, test.mean, got.Finish)
		checkVariance(t, test.variance, got.Finish)
		checkShare(t, test.first, got.Activities[0].Criticality, r.Samples)
		checkShare(t, 1-test.first, got.Activities[1].Criticality, r.Samples)
	}
}

func TestTheLaterOfTwoTriangles(t *testing.T) {
	r, got := drawn(t, parallel(triangular(8, 10, 16), triangular(9, 11, 13)))
	checkTwoTriangles(t, got.Finish)
	checkShare(t, 307.0/576, got.Activities[0].Criticality, r.Samples)
}

func checkTwoTriangles(t *testing.T, finish *risk.Outcome) {
	t.Helper()
	checkMean(t, 11.9371527778, finish)
	checkVariance(t, 1.26540846*1.26540846, finish)
	checkPercentiles(t, finish, map[float64]float64{0.1: 10.480042, 0.5: 11.744426, 0.8: 12.908160, 0.9: 13.809110})
}

func TestTheBridgeOfExponentials(t *testing.T) {
	const a, b, c, d, e, done = 0, 1, 2, 3, 4, 5
	net := network(5,
		cpm.Link{From: a, To: c}, cpm.Link{From: a, To: d}, cpm.Link{From: b, To: e}, cpm.Link{From: c, To: e},
		cpm.Link{From: d, To: done}, cpm.Link{From: e, To: done})
	r, got := drawn(t, model(net, repeated(5, curve(exponential{}))...))
	checkMean(t, 83.0/24, got.Finish)
	checkVariance(t, 1663.0/576, got.Finish)
	on := got.Activities
	const ties = 1e-4 // whole ticks may make two chains equally long
	assert.InDelta(t, 1, on[d].Criticality+on[e].Criticality, ties, "one of them is last")
	assert.InDelta(t, 1, on[a].Criticality+on[b].Criticality, ties, "one of them is first")
	assert.InDelta(t, on[a].Criticality, on[e].Criticality, 4/math.Sqrt(float64(r.Samples)), "the bridge is the same from its other end")
}

func TestTwoCorrelatedTriangles(t *testing.T) {
	for _, test := range []struct{ rho, pearson, sd float64 }{
		{0, 0, 3.05505}, {0.3, 0.29181, 3.47230}, {0.5, 0.48928, 3.72826}, {0.8, 0.79202, 4.08969}, {1, 1, 4.32049},
	} {
		m := correlated(serial(triangular(10, 12, 20), triangular(10, 12, 20)), test.rho)
		_, got := drawn(t, m)
		checkMean(t, 28, got.Finish)
		checkVariance(t, test.sd*test.sd, got.Finish)
		n := float64(many())
		// The correlation of a term with the sum of two alike.
		want := math.Sqrt((1 + test.pearson) / 2)
		for _, i := range got.Activities[:2] {
			assert.InDelta(t, want, i.Cruciality, 4*(1-want*want)/math.Sqrt(n)+1e-4, "ρ=%v", test.rho)
		}
	}
}

func TestJointConfidenceOfDateAndMoney(t *testing.T) {
	for _, test := range []struct{ rho, p50, p70, p80 float64 }{
		{0, 0.25, 0.49, 0.64}, {0.5, 0.333333, 0.55677, 0.68715}, {0.8, 0.397584, 0.61118, 0.72903},
	} {
		m := correlated(serial(normal(100, 10)), test.rho)
		m.Others = []risk.Quantity{{Key: "price", Of: normal(5, 1), Factor: "common", Loading: math.Sqrt(test.rho)}}
		m.Amounts = 1
		m.Money = func(s *risk.Sample, amounts []float64) { amounts[0] = s.Other(0) }
		r, got := drawn(t, m)
		for p, want := range map[float64]float64{0.5: test.p50, 0.7: test.p70, 0.8: test.p80} {
			z := threepoint.Normal{SD: 1}.Quantile(p)
			both, _ := risk.Joint([]*risk.Outcome{got.Finish, r.Amounts[0]}, []float64{unit * (100 + 10*z), unit * (5 + z)})
			checkShare(t, want, both, r.Samples, "ρ=%v at %v", test.rho, p)
		}
	}
}

func TestSignificanceInARow(t *testing.T) {
	r, got := drawn(t, serial(normal(100, 1), normal(100, 2), normal(100, 2)))
	delta := 4 / math.Sqrt(float64(r.Samples))
	for i, want := range []float64{1.0 / 3, 2.0 / 3, 2.0 / 3} {
		one := got.Activities[i]
		assert.InDelta(t, 1, one.Criticality, 0)
		assert.InDelta(t, want, one.Significance, delta)
		assert.InDelta(t, want, one.Cruciality, delta)
	}
}

func TestThePercentileIsAsCertainAsTheFormulaSays(t *testing.T) {
	const runs, n = 200, 1000
	eighties := make([]float64, runs)
	for seed := range eighties {
		r := simulate(t, serial(normal(100, 10)), risk.Options{Samples: n, Seed: uint64(seed), DatesOnly: true})
		eighties[seed] = r.Targets[0].Finish.Percentile(0.8) / unit
	}
	assert.InEpsilon(t, 1.4288*10/math.Sqrt(n), threepoint.MomentsOf(eighties).SD(), 0.2)
}
