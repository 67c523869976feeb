package risk_test

import (
	"math"
	"testing"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/risk"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// spearman compares each number with each other one.
func spearman(x, y []float64) float64 {
	ranks := func(of []float64) (out []float64) {
		for _, a := range of {
			below, equal := 0.0, 0.0
			for _, b := range of {
				if b < a {
					below++
				} else if b == a {
					equal++
				}
			}
			out = append(out, below+(equal+1)/2)
		}
		return out
	}
	a, b, middle := ranks(x), ranks(y), float64(len(x)+1)/2
	aa, bb, ab := 0.0, 0.0, 0.0
	for i := range a {
		aa += (a[i] - middle) * (a[i] - middle)
		bb += (b[i] - middle) * (b[i] - middle)
		ab += (a[i] - middle) * (b[i] - middle)
	}
	if aa*bb == 0 {
		return 0
	}
	return ab / math.Sqrt(aa*bb)
}

func TestRankCorrelationsAreThoseOfTheRanks(t *testing.T) {
	m := full()
	m.Amounts, m.Sums = 4, nil
	m.Money = func(s *risk.Sample, amounts []float64) {
		for a := range amounts {
			amounts[a] = float64(s.Duration(a))
		}
	}
	for _, samples := range []int{1, 2, 33, 700} {
		r := simulate(t, m, risk.Options{Samples: samples, Seed: 2, Ranks: true})
		for _, target := range r.Targets {
			for a, o := range r.Amounts {
				assert.InDelta(t, spearman(o.Samples(), target.Finish.Samples()), target.Activities[a].RankCorrelation, 1e-12, "%d of %d", a, samples)
			}
			if samples > 100 {
				assert.Positive(t, target.Dates[0].RankCorrelation)
			}
		}
	}
}

func TestRankCorrelationOfTermsAndSum(t *testing.T) {
	m := serial(normal(100, 10), normal(100, 10))
	m.Network.Activities = append(m.Network.Activities, cpm.Activity{Key: "certain", Duration: 5})
	const samples = 20_000
	r := simulate(t, m, risk.Options{Samples: samples, Seed: 4, Ranks: true})
	want := 6 / math.Pi * math.Asin(math.Sqrt(0.5)/2) // of two normals with the correlation √½
	for _, i := range r.Targets[0].Activities[:2] {
		assert.InDelta(t, want, i.RankCorrelation, 4*(1-want*want)*1.06/math.Sqrt(10_000))
	}
	assert.Zero(t, r.Targets[0].Activities[3].RankCorrelation)
	plain := simulate(t, m, risk.Options{Samples: samples, Seed: 4})
	require.Equal(t, plain.Targets[0].Activities[0].Cruciality, r.Targets[0].Activities[0].Cruciality)
	assert.Zero(t, plain.Targets[0].Activities[0].RankCorrelation)
}

func TestRanksDoNotDependOnTheCores(t *testing.T) {
	one := told(simulate(t, full(), risk.Options{Samples: 3000, Seed: 7, Cores: 1, Ranks: true}))
	assert.Equal(t, one, told(simulate(t, full(), risk.Options{Samples: 3000, Seed: 7, Cores: 2, Ranks: true})))
}
