package cpm_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// outline is a chain of summaries, each below the one before and with a leaf
// of its own, and a constraint of each kind on every one of them.
func outline(levels int) (cpm.Network, cpm.Input) {
	net := cpm.Network{}
	in := cpm.Input{Options: cpm.MicrosoftProject()}
	for i := range levels {
		net.Activities = append(net.Activities, cpm.Activity{}, cpm.Activity{Duration: 1})
		net.Parents = append(net.Parents, 2*i-2, 2*i)
		for _, kind := range []cpm.ConstraintKind{cpm.StartNoEarlierThan, cpm.FinishNoLaterThan, cpm.Deadline} {
			in.Constraints = append(in.Constraints, cpm.Constraint{Activity: 2 * i, Kind: kind, At: cpm.Instant(i)})
		}
	}
	net.Parents[0] = -1
	return net, in
}

// Sixty-four times as many cost some sixty-four times as much, and their square
// would cost four thousand times as much. What is allowed is ten times the
// proportion, on a machine however slow and busy: the small one is the least of
// ten runs, the large one is run again only where it took too long.
func TestConstraintsOnManySummariesCostNoMoreThanTheirNumber(t *testing.T) {
	timed := func(levels int) time.Duration {
		net, in := outline(levels)
		g, err := cpm.Build(net)
		require.NoError(t, err)
		var r cpm.Result
		begun := time.Now()
		require.NoError(t, g.Solve(&in, &r))
		require.Empty(t, cpm.Check(net, &in, &r))
		for i := range 100 {
			require.NotEmpty(t, r.Drivers(2*i))
		}
		require.Len(t, r.Drivers(1), 1)
		return time.Since(begun)
	}
	few, many := time.Hour, time.Hour
	for range 10 {
		few = min(few, timed(1_250))
	}
	for round := 0; round < 3 && many >= 640*few; round++ {
		many = min(many, timed(80_000))
	}
	require.Less(t, many, 640*few)
	t.Logf("%s and %s, %.0f times as much", few, many, float64(many)/float64(few))
}

func TestAConstraintOnASummaryActsOnAllLeavesBelow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		net, leaves := drawHierarchy(t)
		in := drawInput(t, net)
		in.Constraints, in.Progress = onLeaves(net, in)
		spread := in
		spread.Constraints = slices.Clone(in.Constraints)
		for range rapid.IntRange(1, 6).Draw(t, "constraints") {
			c := cpm.Constraint{
				Activity: rapid.IntRange(leaves, len(net.Activities)-1).Draw(t, "summary"),
				Kind:     rapid.SampledFrom([]cpm.ConstraintKind{cpm.StartNoEarlierThan, cpm.FinishNoLaterThan, cpm.Deadline}).Draw(t, "kind"),
				At:       in.Start + cpm.Instant(rapid.IntRange(0, 40).Draw(t, "at")),
			}
			if !isParent(net, c.Activity) {
				continue
			}
			in.Constraints = append(in.Constraints, c)
			for _, leaf := range leavesBelow(net, c.Activity) {
				spread.Constraints = append(spread.Constraints, cpm.Constraint{Activity: leaf, Kind: c.Kind, At: c.At})
			}
		}
		g, err := cpm.Build(net)
		require.NoError(t, err)
		var r, want cpm.Result
		require.NoError(t, g.Solve(&in, &r))
		require.NoError(t, g.Solve(&spread, &want))
		require.Empty(t, cpm.Check(net, &in, &r))
		for i := range net.Activities {
			require.Equal(t, want.Dates(i), r.Dates(i), "activity %d", i)
			requireSameDrivers(t, in, spread, want.Drivers(i), r.Drivers(i))
			requireSameDrivers(t, in, spread, want.LateDrivers(i), r.LateDrivers(i))
		}
	})
}

// requireSameDrivers compares the drivers of a leaf with those it has when
// the constraints stand on it instead of the summaries above.
func requireSameDrivers(t require.TestingT, in, spread cpm.Input, want, got []cpm.Driver) {
	of := func(in cpm.Input, drivers []cpm.Driver) map[cpm.Driver]bool {
		out := map[cpm.Driver]bool{}
		for _, d := range drivers {
			if d.Kind == cpm.ConstraintDriver {
				c := in.Constraints[d.Constraint]
				d.Constraint = int(c.Kind)<<20 | int(c.At-in.Start)
			}
			out[d] = true
		}
		return out
	}
	require.Equal(t, of(spread, want), of(in, got))
}

func TestAConstraintOnASummaryDrivesTheLeavesBelow(t *testing.T) {
	monday := cpm.Date(2026, time.January, 5)
	g, err := cpm.Build(cpm.Network{
		Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{{Key: "S"}, {Key: "A", Duration: 5}},
		Parents:    []int{-1, 0},
	})
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&cpm.Input{Start: cpm.Instant(monday), Constraints: []cpm.Constraint{
		{Activity: 0, Kind: cpm.StartNoEarlierThan, At: cpm.Instant(monday + 7)},
		{Activity: 0, Kind: cpm.Deadline, At: cpm.Instant(monday + 9)},
	}}, &r))
	for i := range 2 {
		require.Equal(t, []cpm.Driver{{Kind: cpm.ConstraintDriver, Link: -1, From: -1, Constraint: 0, Progress: -1}}, r.Drivers(i))
		require.Equal(t, []cpm.Driver{{Kind: cpm.ConstraintDriver, Link: -1, From: -1, Constraint: 1, Progress: -1}}, r.LateDrivers(i))
	}
}

func TestAnActualStartDrivesWhatRemainsOnlyWhereNothingElseHoldsIt(t *testing.T) {
	g, err := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "A", Duration: 10}, {Key: "B", Duration: 3}},
		Links:      []cpm.Link{{From: 0, To: 1}},
	})
	require.NoError(t, err)
	link := cpm.Driver{Kind: cpm.LinkDriver, Link: 0, From: 0, Constraint: -1, Progress: -1}
	progress := cpm.Driver{Kind: cpm.ProgressDriver, Link: -1, From: -1, Constraint: -1, Progress: 0}
	var r cpm.Result
	in := cpm.Input{Progress: []cpm.Progress{{Activity: 1, ActualStart: 0, Remaining: 2}}}
	require.NoError(t, g.Solve(&in, &r))
	require.Equal(t, []cpm.Driver{link}, r.Drivers(1), "one day is done, the rest waits")
	in.Progress[0].ActualStart = 9
	require.NoError(t, g.Solve(&in, &r))
	require.Equal(t, []cpm.Driver{link, progress}, r.Drivers(1))
	in.Options.Progress = cpm.ProgressOverride
	require.NoError(t, g.Solve(&in, &r))
	require.Equal(t, []cpm.Driver{progress}, r.Drivers(1))
}
