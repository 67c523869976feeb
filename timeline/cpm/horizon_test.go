package cpm_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// longChain is so many activities of almost the longest duration on the calendar,
// whose sums do not come to the horizon itself. Each
// waits for that many before it: more than a row holds, and the passes go
// another way.
func longChain(calendar cpm.Calendar, n, predecessors int) cpm.Network {
	net := cpm.Network{Calendars: []cpm.Calendar{calendar}}
	for i := range n {
		net.Activities = append(net.Activities, cpm.Activity{Duration: cpm.MaxWork - 1})
		for from := max(i-predecessors, 0); from < i; from++ {
			net.Links = append(net.Links, cpm.Link{From: from, To: i})
		}
	}
	return net
}

func TestDatesStopAtTheHorizonAtBothEnds(t *testing.T) {
	everyDay := cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6)
	for _, calendar := range []cpm.Calendar{everyDay, cpm.MondayToFriday("week")} {
		for _, predecessors := range []int{1, 5} {
			g, err := cpm.Build(longChain(calendar, 20, predecessors))
			require.NoError(t, err)
			constrained := cpm.Input{Progress: []cpm.Progress{{Remaining: cpm.MaxWork}}}
			for i := 2; i < g.Activities(); i++ {
				constrained.Constraints = append(constrained.Constraints, cpm.Constraint{Activity: i, Kind: cpm.Deadline})
			}
			constrainedLate := constrained
			constrainedLate.Start, constrainedLate.MustFinish = -cpm.Horizon/2, new(cpm.Instant(0))
			for claim, in := range map[string]cpm.Input{
				"constrained":        constrained,
				"constrained, late":  constrainedLate,
				"beyond the end":     {},
				"before the begin":   {Start: -cpm.Horizon, MustFinish: new(-cpm.Horizon + 3)},
				"late dates only":    {Start: -cpm.Horizon / 2, MustFinish: new(cpm.Instant(0))},
				"from the far begin": {Start: -cpm.Horizon},
			} {
				var r cpm.Result
				require.NoError(t, g.Solve(&in, &r))
				assert.True(t, r.Saturated(), claim)
				for i := range g.Activities() {
					d := r.Dates(i)
					for _, x := range []cpm.Instant{d.EarlyStart, d.EarlyFinish, d.LateStart, d.LateFinish, d.Start, d.Finish} {
						assert.LessOrEqual(t, x, cpm.Horizon, claim)
						assert.GreaterOrEqual(t, x, -cpm.Horizon, claim)
					}
					next := r.Dates(min(i+1, g.Activities()-1))
					assert.LessOrEqual(t, d.EarlyStart, next.EarlyStart, claim)
					if i > 0 || len(in.Progress) == 0 {
						assert.LessOrEqual(t, d.LateStart, next.LateStart, claim)
					}
				}
			}
		}
	}
}

func TestWhatLiesWithinTheHorizonIsNotSaturated(t *testing.T) {
	g, err := cpm.Build(longChain(cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6), 2, 1))
	require.NoError(t, err)
	for _, in := range []cpm.Input{{}, {Start: -cpm.Horizon / 2}, {Start: cpm.Horizon/2 - 2}} {
		var r cpm.Result
		require.NoError(t, g.Solve(&in, &r))
		assert.False(t, r.Saturated())
	}
}

func TestAShareOfADurationIsAtMostTheLongestLag(t *testing.T) {
	const most = 10_000_00 // a hundred times the duration
	for _, sign := range []int32{1, -1} {
		net := cpm.Network{
			Activities: []cpm.Activity{{Key: "long", Duration: cpm.MaxWork}, {Key: "after", Duration: 1}},
			Links:      []cpm.Link{{From: 0, To: 1, Type: cpm.SS, Lag: cpm.Lag{Value: sign * most, Unit: cpm.Percent}}},
		}
		in := cpm.Input{Starts: []cpm.Instant{0, -cpm.Horizon}}
		r := solved(t, net, in)
		require.Equal(t, cpm.Instant(sign)*cpm.Instant(cpm.MaxWork), r.Dates(1).EarlyStart)
		require.Empty(t, cpm.Check(net, &in, r))
	}
}

func TestLateDatesBeyondTheBeginAloneAreSaturated(t *testing.T) {
	for _, predecessors := range []int{1, 5} {
		net := longChain(cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6), 6, predecessors)
		r := solved(t, net, cpm.Input{Start: -cpm.Horizon, MustFinish: new(-cpm.Horizon + 3)})
		require.Less(t, r.Finish(), cpm.Horizon)
		require.True(t, r.Saturated())
		require.Equal(t, -cpm.Horizon, r.Dates(0).LateStart)
	}
}
