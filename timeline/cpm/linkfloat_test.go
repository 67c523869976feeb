package cpm_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func TestTheLeastFloatOfTheLinksIsTheFreeFloat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		net := drawNetwork(t)
		in := drawInput(t, net)
		in.Options.FreeFloat = cpm.FreeOfAllLinks
		r := solved(t, net, in)
		least := map[int]cpm.Work{}
		for l := range net.Links {
			if float, asks := r.LinkFloat(l); asks {
				from := net.Links[l].From
				if known, ok := least[from]; !ok || float < known {
					least[from] = float
				}
			}
		}
		for i, float := range least {
			require.Equal(t, max(float, 0), r.FreeFloat(i), "activity %d", i)
		}
	})
}

func TestALagThatGrowsByTheFloatOfItsLinkMovesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		net := cpm.Network{Calendars: []cpm.Calendar{cpm.MondayToFriday("week")}}
		n := rapid.IntRange(2, 7).Draw(t, "activities")
		for i := range n {
			net.Activities = append(net.Activities, cpm.Activity{Key: fmt.Sprint(i), Duration: cpm.Work(rapid.IntRange(1, 9).Draw(t, "duration"))})
		}
		for range rapid.IntRange(1, 12).Draw(t, "links") {
			to := rapid.IntRange(1, n-1).Draw(t, "to")
			net.Links = append(net.Links, cpm.Link{
				From: rapid.IntRange(0, to-1).Draw(t, "from"), To: to, Type: cpm.LinkType(rapid.IntRange(0, 3).Draw(t, "type")),
				Lag: cpm.Lag{Value: rapid.Int32Range(-3, 5).Draw(t, "lag")},
			})
		}
		in := cpm.Input{Start: cpm.Instant(windowStart)}
		r := solved(t, net, in)
		l := rapid.IntRange(0, len(net.Links)-1).Draw(t, "link")
		float, asks := r.LinkFloat(l)
		require.True(t, asks)
		net.Links = slices.Clone(net.Links)
		net.Links[l].Lag.Value += int32(float)
		require.Empty(t, cpm.Diff(r, solved(t, net, in)))
		net.Links[l].Lag.Value++
		moves := cpm.Diff(r, solved(t, net, in))
		require.NotEmpty(t, moves)
		to := slices.IndexFunc(moves, func(m cpm.Move) bool { return m.Activity == net.Links[l].To })
		require.GreaterOrEqual(t, to, 0)
		require.Equal(t, cpm.Work(1), moves[to].Start)
		require.Equal(t, l, moves[to].Link)
	})
}

func TestWhatIsNoLinkHasNoFloat(t *testing.T) {
	var r cpm.Result
	for _, l := range []int{-1, 0, 7} {
		_, asks := r.LinkFloat(l)
		require.False(t, asks)
		require.Zero(t, r.InterferingFloat(l))
	}
	require.Empty(t, cpm.Diff(&r, nil))
}

func TestTheFreeFloatOfASummaryIsThatOfItsOwnLinks(t *testing.T) {
	net := cpm.Network{
		Activities: []cpm.Activity{{Key: "phase"}, {Key: "a", Duration: 2}, {Key: "b", Duration: 3}, {Key: "next", Duration: 1}, {Key: "long", Duration: 20}},
		Parents:    []int{-1, 0, 0, -1, -1},
		Links:      []cpm.Link{{From: 1, To: 2}},
	}
	in := cpm.Input{Options: cpm.MicrosoftProject()}
	require.Equal(t, cpm.Work(15), solved(t, net, in).FreeFloat(0), "without links of its own, its total float")
	net.Links = append(net.Links, cpm.Link{From: 0, To: 3, Lag: cpm.Lag{Value: 4}})
	in.Constraints = []cpm.Constraint{{Activity: 3, Kind: cpm.StartNoEarlierThan, At: 11}}
	r := solved(t, net, in)
	require.Equal(t, []cpm.Work{2, 10, 8}, []cpm.Work{r.FreeFloat(0), r.TotalFloat(0), r.InterferingFloat(0)})
}

func TestInstantsOfOtherEpochsAndTicksAreNotCompared(t *testing.T) {
	activities := []cpm.Activity{{Key: "a", Duration: 3}}
	days := solved(t, cpm.Network{Activities: activities}, cpm.Input{})
	require.NotEmpty(t, cpm.Diff(days, solved(t, cpm.Network{Activities: activities, TicksPerDay: 1}, cpm.Input{Start: 1})), "no ticks are one a day")
	for _, other := range []cpm.Network{{Activities: activities, Epoch: 1}, {Activities: activities, TicksPerDay: 24}} {
		require.Empty(t, cpm.Diff(days, solved(t, other, cpm.Input{Start: 1})))
	}
}

func TestALinkToASummaryHasTheFloatThatItsLeavesLeave(t *testing.T) {
	net := cpm.Network{
		Activities: []cpm.Activity{{Key: "before", Duration: 2}, {Key: "phase"}, {Key: "leaf", Duration: 1}},
		Parents:    []int{-1, -1, 1},
		Links:      []cpm.Link{{From: 0, To: 1}},
	}
	r := solved(t, net, cpm.Input{Constraints: []cpm.Constraint{{Activity: 2, Kind: cpm.StartNoEarlierThan, At: 9}}})
	float, asks := r.LinkFloat(0)
	require.True(t, asks)
	require.Equal(t, cpm.Work(7), float)
}

func TestAMonthFromASummaryLeavesTheFloatOfOneFromItsLastLeaf(t *testing.T) {
	for _, end := range []cpm.Activity{{Key: "leaf", Duration: 1}, {Key: "leaf", Milestone: true}} {
		month := cpm.Lag{Value: 1, Unit: cpm.MonthsFromPredecessor}
		r := solved(t, cpm.Network{
			Activities: []cpm.Activity{{Key: "phase"}, end, {Key: "next", Duration: 1}},
			Parents:    []int{-1, 0, -1},
			Links:      []cpm.Link{{From: 0, To: 2, Lag: month}, {From: 1, To: 2, Lag: month}},
		}, cpm.Input{
			Start:       day(2026, time.January, 1),
			Constraints: []cpm.Constraint{{Activity: 2, Kind: cpm.StartNoEarlierThan, At: day(2026, time.February, 5)}},
		})
		for l := range 2 {
			float, asks := r.LinkFloat(l)
			require.True(t, asks)
			require.Equal(t, cpm.Work(4), float, "link %d", l)
		}
	}
}
