package cpm_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// halfOfAll lets every activity be shortened by half, at prices from 1 to 9.
func halfOfAll(net cpm.Network) []cpm.Crash {
	rng := rand.New(rand.NewPCG(2, 2))
	var out []cpm.Crash
	for i, a := range net.Activities {
		out = append(out, cpm.Crash{Activity: i, Limit: a.Duration / 2, Price: 1 + rng.Int64N(9)})
	}
	return out
}

// last is the activity that finishes last, and when.
func last(g *cpm.Graph, in *cpm.Input) (int, cpm.Instant) {
	var r cpm.Result
	_ = g.Solve(in, &r)
	for i := range g.Activities() {
		if r.Dates(i).EarlyFinish == r.Finish() {
			return i, r.Finish()
		}
	}
	return 0, r.Finish()
}

// Beyond what can be tried, what Verify says is held on to.
func TestToMeetInLargeNetworksIsProvedOrNearTheBound(t *testing.T) {
	for _, mixed := range []bool{false, true} {
		for _, n := range []int{100, 300} {
			net := layered(n, mixed)
			g, err := cpm.Build(net)
			require.NoError(t, err)
			in := cpm.Input{Start: day2014}
			target, finish := last(g, &in)
			for _, percent := range []cpm.Instant{2, 5, 10, 20, 30} {
				by := finish - (finish-day2014)*percent/100
				cut := toMeet(t, net, in, target, by, halfOfAll(net)...)
				t.Logf("mixed %v, %d activities, %d%% earlier: cost %d, bound %d, exact %v, shortened %d, chains %d",
					mixed, n, percent, cut.Cost, cut.Bound, cut.Exact, len(cut.Shorten), len(cut.Proof))
				require.True(t, cut.Met)
				if !mixed {
					require.True(t, cut.Exact)
					require.NotEmpty(t, cut.Proof)
				}
				require.LessOrEqual(t, cut.Cost, 3*cut.Bound)
			}
		}
	}
}

func BenchmarkToMeet(b *testing.B) {
	for _, mixed := range []bool{false, true} {
		net := layered(10_000, mixed)
		g, err := cpm.Build(net)
		require.NoError(b, err)
		in := cpm.Input{Start: day2014}
		target, finish := last(g, &in)
		limits := halfOfAll(net)
		for _, percent := range []cpm.Instant{5, 20} {
			b.Run(fmt.Sprintf("mixed=%v/%d%%", mixed, percent), func(b *testing.B) {
				for b.Loop() {
					cut, err := g.ToMeet(&in, target, finish-(finish-day2014)*percent/100, limits)
					require.NoError(b, err)
					require.True(b, cut.Met)
				}
			})
		}
	}
}
