package cpm_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// parallel is a long chain beside a short one of three activities.
func parallel(t *testing.T) *cpm.Graph {
	t.Helper()
	g, err := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{
			{Key: "long", Duration: 20}, {Key: "a", Duration: 2}, {Key: "b", Duration: 3}, {Key: "c", Duration: 4},
		},
		Links: []cpm.Link{{From: 1, To: 2, Lag: cpm.Lag{Value: 1}}, {From: 2, To: 3}},
	})
	require.NoError(t, err)
	return g
}

func scheduledStarts(g *cpm.Graph, r *cpm.Result) []cpm.Instant {
	var out []cpm.Instant
	for i := range g.Activities() {
		out = append(out, r.Dates(i).Start)
	}
	return out
}

func TestAsLateAsPossibleCanTakeFreeFloatOnly(t *testing.T) {
	g := parallel(t)
	var r cpm.Result
	in := cpm.Input{Constraints: []cpm.Constraint{
		{Activity: 2, Kind: cpm.AsLateAsPossible}, {Activity: 1, Kind: cpm.AsLateAsPossible},
	}}
	require.NoError(t, g.Solve(&in, &r))
	require.Equal(t, []cpm.Instant{0, 0, 3, 6}, scheduledStarts(g, &r), "c does not move, so nothing can")
	in.Constraints = append(in.Constraints, cpm.Constraint{Activity: 3, Kind: cpm.AsLateAsPossible})
	require.NoError(t, g.Solve(&in, &r))
	require.Equal(t, []cpm.Instant{0, 10, 13, 16}, scheduledStarts(g, &r), "the whole chain moves to the end")
	require.Equal(t, cpm.Instant(0), r.Dates(1).EarlyStart)
}

func TestAsLateAsPossibleInMicrosoftProjectTakesTotalFloat(t *testing.T) {
	g := parallel(t)
	var r cpm.Result
	in := cpm.Input{Options: cpm.MicrosoftProject(), Constraints: []cpm.Constraint{{Activity: 2, Kind: cpm.AsLateAsPossible}}}
	require.NoError(t, g.Solve(&in, &r))
	require.Equal(t, []cpm.Instant{0, 0, 13, 16}, scheduledStarts(g, &r), "b goes to its late start and pushes c")
}

func TestScheduledDatesKeepAllLinks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		net := drawNetwork(t)
		in := drawInput(t, net)
		in.MustFinish = nil
		in.Options.ALAP = cpm.ALAPMode(rapid.IntRange(0, 2).Draw(t, "mode"))
		late := map[int]bool{}
		for i := range net.Activities {
			if rapid.Bool().Draw(t, "late") {
				late[i] = true
				in.Constraints = append(in.Constraints, cpm.Constraint{Activity: i, Kind: cpm.AsLateAsPossible})
			}
		}
		g, err := cpm.Build(net)
		require.NoError(t, err)
		var r cpm.Result
		require.NoError(t, g.Solve(&in, &r))
		require.Empty(t, cpm.Check(net, &in, &r))
		for i := range net.Activities {
			d := r.Dates(i)
			if in.Options.ALAP != cpm.ALAPTotalFloat && !late[i] {
				require.Equal(t, d.EarlyStart, d.Start, "only what is to be late moves")
			}
			if d.TotalFloat >= 0 {
				require.LessOrEqual(t, d.Start, max(d.LateStart, d.EarlyStart))
			}
		}
	})
}

func TestAsLateAsPossibleInPrimaveraMovesEarlyDates(t *testing.T) {
	g := parallel(t)
	var r cpm.Result
	in := cpm.Input{Options: cpm.Primavera()}
	for i := 1; i <= 3; i++ {
		in.Constraints = append(in.Constraints, cpm.Constraint{Activity: i, Kind: cpm.AsLateAsPossible})
	}
	require.NoError(t, g.Solve(&in, &r))
	require.Equal(t, []cpm.Instant{0, 10, 13, 16}, scheduledStarts(g, &r))
	for i := range g.Activities() {
		d := r.Dates(i)
		require.Equal(t, []cpm.Instant{d.EarlyStart, d.EarlyFinish}, []cpm.Instant{d.Start, d.Finish})
		require.Zero(t, d.TotalFloat)
		require.Zero(t, d.FreeFloat)
	}
	require.Equal(t, []cpm.Driver{{Kind: cpm.ConstraintDriver, Link: -1, From: -1, Constraint: 2, Progress: -1}}, r.Drivers(3))
	in.Options.ALAP = cpm.ALAPFreeFloat
	require.NoError(t, g.Solve(&in, &r))
	require.Equal(t, cpm.Instant(0), r.Dates(1).EarlyStart, "and nothing stays of it in the next solve")
	require.Equal(t, cpm.Work(10), r.TotalFloat(1))
}

func TestEarlyDatesThatAreToBeLateReachToTheMustFinishDate(t *testing.T) {
	r := solved(t, cpm.Network{Activities: []cpm.Activity{{Key: "A", Duration: 5}}}, cpm.Input{
		MustFinish: new(cpm.Instant(20)), Options: cpm.Primavera(),
		Constraints: []cpm.Constraint{{Activity: 0, Kind: cpm.AsLateAsPossible}},
	})
	require.Equal(t, cpm.Instant(15), r.Dates(0).EarlyStart)
	require.Equal(t, cpm.Instant(20), r.Finish())
}
