package risk_test

import (
	"fmt"
	"math"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/risk"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
)

// unit is how many ticks the unit of the published answers has: at most a thousandth
// of a standard deviation each.
const unit = 10_000

// many is how many samples an exact answer is held against.
func many() int {
	if os.Getenv("MONOPOLBRUD_FULL") != "" {
		return 1_000_000
	}
	return 100_000
}

// inTicks is a distribution counted in ticks.
type inTicks struct{ threepoint.Distribution }

func (d inTicks) At(z float64) float64 { return unit * d.Distribution.At(z) }

func curve(d threepoint.Distribution) *threepoint.Curve { return threepoint.NewCurve(inTicks{d}) }

func normal(mean, sd float64) *threepoint.Curve {
	return threepoint.NewCurve(threepoint.Normal{Center: unit * mean, SD: unit * sd})
}

func triangular(low, likely, high float64) *threepoint.Curve {
	return curve(threepoint.Triangular{Min: low, Mode: likely, Max: high})
}

// exponential has the mean 1.
type exponential struct{ threepoint.Distribution }

func (exponential) At(z float64) float64 { return -math.Log(math.Erfc(z/math.Sqrt2) / 2) }

// network is as many activities with the keys a, b, … and a milestone last.
func network(n int, links ...cpm.Link) cpm.Network {
	net := cpm.Network{Links: links}
	for i := range n {
		net.Activities = append(net.Activities, cpm.Activity{Key: string(rune('a' + i))})
	}
	net.Activities = append(net.Activities, cpm.Activity{Key: "done", Milestone: true})
	return net
}

// serial is one after the other, parallel all side by side; the milestone is last.
func serial(of ...*threepoint.Curve) *risk.Model {
	var links []cpm.Link
	for i := range of {
		links = append(links, cpm.Link{From: i, To: i + 1})
	}
	return model(network(len(of), links...), of...)
}

func parallel(of ...*threepoint.Curve) *risk.Model {
	var links []cpm.Link
	for i := range of {
		links = append(links, cpm.Link{From: i, To: len(of)})
	}
	return model(network(len(of), links...), of...)
}

func model(net cpm.Network, of ...*threepoint.Curve) *risk.Model {
	m := &risk.Model{Network: net, Targets: []int{len(of)}}
	for i, c := range of {
		m.Durations = append(m.Durations, risk.Duration{Activity: i, Quantity: risk.Quantity{Of: c}})
	}
	return m
}

// correlated gives all durations one factor and one loading, so that any two have the
// correlation rho.
func correlated(m *risk.Model, rho float64) *risk.Model {
	for i := range m.Durations {
		m.Durations[i].Factor, m.Durations[i].Loading = "common", math.Sqrt(rho)
	}
	return m
}

func repeated(n int, c *threepoint.Curve) []*threepoint.Curve {
	out := make([]*threepoint.Curve, n)
	for i := range out {
		out[i] = c
	}
	return out
}

func simulate(t testing.TB, m *risk.Model, o risk.Options) *risk.Result {
	t.Helper()
	r, err := risk.Simulate(t.Context(), m, o)
	require.NoError(t, err)
	return r
}

func drawn(t *testing.T, m *risk.Model) (*risk.Result, risk.Target) {
	t.Helper()
	r := simulate(t, m, risk.Options{Samples: many(), Seed: 2014})
	return r, r.Targets[0]
}

// The checks allow four standard errors, those that the samples themselves show.

func checkMean(t *testing.T, want float64, o *risk.Outcome) {
	t.Helper()
	assert.InDelta(t, want, o.Mean/unit, 4*o.StandardError()/unit, "mean")
}

func checkVariance(t *testing.T, want float64, o *risk.Outcome) {
	t.Helper()
	fourth := 0.0
	samples := o.Samples()
	for _, x := range samples {
		d := x - o.Mean
		fourth += d * d * d * d
	}
	n := float64(len(samples))
	assert.InDelta(t, want, o.Variance/unit/unit, 4*math.Sqrt((fourth/n-o.Variance*o.Variance)/n)/unit/unit, "variance")
}

func checkPercentiles(t *testing.T, o *risk.Outcome, want map[float64]float64) {
	t.Helper()
	n := float64(len(o.Samples()))
	for p, x := range want {
		density := 0.02 / (o.Percentile(p+0.01) - o.Percentile(p-0.01))
		assert.InDelta(t, x, o.Percentile(p)/unit, 4*math.Sqrt(p*(1-p)/n)/density/unit, "P%.0f", 100*p)
	}
}

func checkShare(t *testing.T, want, share float64, n int, about ...any) {
	t.Helper()
	assert.InDelta(t, want, share, 4*math.Sqrt(want*(1-want)/float64(n)), about...)
}

func keyed(i int) string { return fmt.Sprint("task ", i) }
