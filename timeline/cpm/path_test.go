package cpm_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func solved(t require.TestingT, net cpm.Network, in cpm.Input) *cpm.Result {
	g, err := cpm.Build(net)
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&in, &r))
	return &r
}

func TestWorkAndTheMilestoneThatItEndsInAreOnePath(t *testing.T) {
	r := solved(t, cpm.Network{
		Activities: []cpm.Activity{{Key: "A", Duration: 5}, {Key: "B", Duration: 2}, {Key: "end", Milestone: true}},
		Links:      []cpm.Link{{From: 0, To: 1}, {From: 1, To: 2}},
	}, cpm.Input{})
	require.Equal(t, cpm.Paths{Count: 1, Listed: []cpm.Path{{Activities: []int{0, 1, 2}, Links: []int{0, 1}}}}, r.CriticalPaths(10))
	require.Equal(t, uint64(1), r.PathsTo(1, 0).Count, "B is asked for by name")
}

func TestAFanHasAPathForEachOfItsRibs(t *testing.T) {
	const ribs = 100_000
	net := cpm.Network{Activities: make([]cpm.Activity, ribs+2)}
	net.Activities[0].Duration, net.Activities[ribs+1].Milestone = 1, true
	for i := 1; i <= ribs; i++ {
		net.Activities[i].Duration = 1
		net.Links = append(net.Links, cpm.Link{From: 0, To: i}, cpm.Link{From: i, To: ribs + 1})
	}
	got := solved(t, net, cpm.Input{}).CriticalPaths(2)
	require.Equal(t, uint64(ribs), got.Count)
	require.Equal(t, []cpm.Path{
		{Activities: []int{0, 1, ribs + 1}, Links: []int{0, 1}}, {Activities: []int{0, 2, ribs + 1}, Links: []int{2, 3}},
	}, got.Listed)
}

func TestThePathsToASummaryAreMaximal(t *testing.T) {
	r := solved(t, cpm.Network{
		Activities: []cpm.Activity{{Key: "phase"}, {Key: "work", Duration: 3}, {Key: "end", Milestone: true}},
		Parents:    []int{-1, 0, 0},
		Links:      []cpm.Link{{From: 1, To: 2}},
	}, cpm.Input{})
	require.Equal(t, cpm.Paths{Count: 1, Listed: []cpm.Path{{Activities: []int{1, 2}, Links: []int{0}}}}, r.PathsTo(0, 10))
}

// TestCriticalPathsAreTheMaximalChains compares with brute force: all chains of
// drivers to what finishes last, less those that are a part of another.
func TestCriticalPathsAreTheMaximalChains(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		net := drawNetwork(t)
		in := drawInput(t, net)
		r := solved(t, net, in)
		var chains []cpm.Path
		for i := range net.Activities {
			if r.Dates(i).EarlyFinish == r.Finish() {
				chains = append(chains, chainsTo(r, i)...)
			}
		}
		var want []cpm.Path
		for i, p := range chains {
			if !slices.ContainsFunc(append(chains[:i:i], chains[i+1:]...), func(q cpm.Path) bool { return isPart(p, q) }) {
				want = append(want, p)
			}
		}
		got := r.CriticalPaths(1_000_000)
		require.Equal(t, uint64(len(want)), got.Count)
		require.ElementsMatch(t, want, got.Listed)
	})
}

// isPart reports whether p is a stretch of q.
func isPart(p, q cpm.Path) bool {
	for at := range len(q.Activities) - len(p.Activities) + 1 {
		if slices.Equal(p.Activities, q.Activities[at:at+len(p.Activities)]) && slices.Equal(p.Links, q.Links[at:at+len(p.Links)]) {
			return true
		}
	}
	return false
}
