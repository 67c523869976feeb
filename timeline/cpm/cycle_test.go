package cpm_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func TestARingOfAMillionActivitiesIsNamedInFull(t *testing.T) {
	const n = 1_000_000
	net := chain(n)
	net.Links = append(net.Links, cpm.Link{From: n - 1, To: 0})
	_, err := cpm.Build(net)
	var faults cpm.Faults
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults, 1)
	require.Len(t, faults[0].Cycle, n)
	require.Less(t, len(err.Error()), 1_000)
}

func TestEverySetThatWaitsForItselfHasOneCycle(t *testing.T) {
	net := cpm.Network{Activities: make([]cpm.Activity, 9)}
	for i := range net.Activities {
		net.Activities[i].Key = string(rune('a' + i))
	}
	for _, l := range [][2]int{{0, 1}, {1, 2}, {2, 3}, {3, 0}, {3, 1}, {3, 4}, {5, 6}, {6, 5}, {6, 7}, {7, 8}} {
		net.Links = append(net.Links, cpm.Link{From: l[0], To: l[1]})
	}
	_, err := cpm.Build(net)
	var faults cpm.Faults
	require.ErrorAs(t, err, &faults)
	require.Equal(t, [][]string{{"b", "c", "d"}, {"f", "g"}}, [][]string{faults[0].Keys, faults[1].Keys})
}

func TestACycleIsOneAndHasNoShortcut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 9).Draw(t, "activities")
		net := cpm.Network{Activities: make([]cpm.Activity, n)}
		joined := map[[2]int]bool{}
		for range rapid.IntRange(0, 2*n).Draw(t, "links") {
			from, to := rapid.IntRange(0, n-1).Draw(t, "from"), rapid.IntRange(0, n-1).Draw(t, "to")
			if from != to {
				net.Links = append(net.Links, cpm.Link{From: from, To: to})
				joined[[2]int{from, to}] = true
			}
		}
		_, err := cpm.Build(net)
		if err == nil {
			return
		}
		seen := map[int]bool{}
		var faults cpm.Faults
		require.ErrorAs(t, err, &faults)
		for _, f := range faults {
			for i, a := range f.Cycle {
				require.False(t, seen[a], "an activity lies on one cycle")
				seen[a] = true
				for j, b := range f.Cycle {
					require.Equal(t, j == (i+1)%len(f.Cycle), joined[[2]int{a, b}], fmt.Sprint(f.Cycle))
				}
			}
		}
	})
}

func TestACycleThroughASummaryNamesTheSummary(t *testing.T) {
	_, err := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "phase"}, {Key: "inside", Duration: 1}, {Key: "after", Duration: 1}},
		Parents:    []int{-1, 0, -1},
		Links:      []cpm.Link{{From: 0, To: 2}, {From: 2, To: 1}},
	})
	var faults cpm.Faults
	require.ErrorAs(t, err, &faults)
	require.Equal(t, []string{"inside", "phase", "after"}, faults[0].Keys)
}

func TestCyclesAreFoundWhateverElseIsWrong(t *testing.T) {
	ring := func() cpm.Network {
		return cpm.Network{
			Activities: []cpm.Activity{{Key: "a"}, {Key: "b"}, {Key: "c"}, {Key: "top"}},
			Parents:    []int{3, -1, 3, -1},
			Links:      []cpm.Link{{From: 0, To: 1}, {From: 1, To: 3}},
		}
	}
	for _, spoil := range []func(n *cpm.Network){
		func(n *cpm.Network) { n.TicksPerDay = -1 },
		func(n *cpm.Network) { n.Calendars = make([]cpm.Calendar, 1) },
		func(n *cpm.Network) { n.Activities[2].Duration = 1 << 29 },
		func(n *cpm.Network) { n.Activities[2].Calendar = 9 },
		func(n *cpm.Network) { n.Links = append(n.Links, cpm.Link{From: 0, To: 77}, cpm.Link{From: -1, To: 0}) },
		func(n *cpm.Network) { n.Links = append(n.Links, cpm.Link{From: 2, To: 2}, cpm.Link{From: 2, To: 3}) },
		func(n *cpm.Network) { n.Links[0].Lag.Value = 1 << 30 },
		func(n *cpm.Network) { n.Links = append(n.Links, cpm.Link{From: 1, To: 2, Type: 9}) },
		func(n *cpm.Network) { n.Parents = nil; n.Links[1].To = 0; n.Epoch = 10_000_000 },
		func(n *cpm.Network) { n.Parents = []int{1}; n.Links[1].To = 0 },
		func(n *cpm.Network) { n.Parents[0], n.Parents[3], n.Links[1].To = 3, 0, 0 },
	} {
		net := ring()
		spoil(&net)
		_, err := cpm.Build(net)
		found := codes(t, err)
		require.Greater(t, len(found), 1)
		require.Equal(t, cpm.LinkCycle, found[len(found)-1])
	}
}
