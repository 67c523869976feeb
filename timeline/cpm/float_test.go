package cpm_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func TestFloatAtTheStartCountsFromWhatTheLinksDemand(t *testing.T) {
	g, err := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "work", Duration: 5}, {Key: "must", Milestone: true}},
		Links:      []cpm.Link{{From: 0, To: 1}},
	})
	require.NoError(t, err)
	var r cpm.Result
	for kind, want := range map[cpm.FloatKind]cpm.Work{cpm.FinishFloat: 0, cpm.StartFloat: -2, cpm.SmallestFloat: -2} {
		require.NoError(t, g.Solve(&cpm.Input{
			Options:     cpm.Options{Float: kind},
			Constraints: []cpm.Constraint{{Activity: 1, Kind: cpm.MustFinishOn, At: 3}},
		}, &r))
		require.Equal(t, want, r.TotalFloat(1))
		require.Equal(t, cpm.Work(-2), r.TotalFloat(0))
		require.Equal(t, cpm.Instant(3), r.Dates(1).EarlyStart)
		require.Zero(t, r.FreeFloat(0))
	}
}

func TestWhatHasStartedHasNoFloatAtItsStart(t *testing.T) {
	g, err := cpm.Build(cpm.Network{Activities: []cpm.Activity{{Duration: 5}, {Duration: 9}, {Duration: 2}}})
	require.NoError(t, err)
	in := cpm.Input{Progress: []cpm.Progress{
		{Activity: 0, ActualStart: -1, Remaining: 4},
		{Activity: 2, ActualStart: -4, ActualFinish: new(cpm.Instant(-2))},
	}}
	var r cpm.Result
	for kind, want := range map[cpm.FloatKind]cpm.Work{cpm.FinishFloat: 5, cpm.StartFloat: 0, cpm.SmallestFloat: 5} {
		in.Options.Float = kind
		require.NoError(t, g.Solve(&in, &r))
		require.Equal(t, want, r.TotalFloat(0))
		require.False(t, r.Critical(2), "what is finished is not critical")
	}
}

func TestTheMustFinishDateReplacesTheFinish(t *testing.T) {
	g, err := cpm.Build(cpm.Network{Activities: []cpm.Activity{{Duration: 5}, {Duration: 9}}})
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&cpm.Input{MustFinish: new(cpm.Instant(8))}, &r))
	require.Equal(t, []cpm.Work{3, -1}, []cpm.Work{r.TotalFloat(0), r.TotalFloat(1)})
	require.Equal(t, cpm.Instant(9), r.Finish())
	require.NoError(t, g.Solve(&cpm.Input{MustFinish: new(cpm.Instant(20))}, &r))
	require.Equal(t, cpm.Work(11), r.TotalFloat(1))
}

func TestDatesStopAtTheHorizon(t *testing.T) {
	net := cpm.Network{Calendars: []cpm.Calendar{cpm.Weekdays("Mondays", 1, time.Monday)}}
	for i := range 20 {
		net.Activities = append(net.Activities, cpm.Activity{Duration: cpm.MaxWork})
		if i > 0 {
			net.Links = append(net.Links, cpm.Link{From: i - 1, To: i, Lag: cpm.Lag{Value: int32(cpm.MaxWork)}})
		}
	}
	g, err := cpm.Build(net)
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&cpm.Input{Start: cpm.Horizon}, &r))
	require.True(t, r.Saturated())
	require.Equal(t, cpm.Horizon, r.Dates(19).EarlyStart)
	require.Equal(t, -cpm.Horizon, r.Dates(0).LateStart)
}

func TestAnEmptyNetworkFinishesWhenItStarts(t *testing.T) {
	g, err := cpm.Build(cpm.Network{})
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&cpm.Input{Start: 7}, &r))
	require.Equal(t, cpm.Instant(7), r.Finish())
	require.Zero(t, r.CriticalPaths(1).Count)
}

func TestFreeFloatWithoutSuccessorsInPrimaveraRunsToTheFinish(t *testing.T) {
	g, err := cpm.Build(cpm.Network{Activities: []cpm.Activity{{Duration: 5}, {Duration: 20}, {Milestone: true}}})
	require.NoError(t, err)
	in := cpm.Input{Constraints: []cpm.Constraint{{Activity: 0, Kind: cpm.FinishNoLaterThan, At: 7}, {Activity: 2, Kind: cpm.Deadline, At: 3}}}
	var r cpm.Result
	for kind, want := range map[cpm.FreeFloatKind][]cpm.Work{
		cpm.FreeToFinish: {15, 0, 20}, cpm.FreeOfAllLinks: {2, 0, 3}, cpm.FreeOfOwnLinks: {2, 0, 3},
	} {
		in.Options.FreeFloat = kind
		require.NoError(t, g.Solve(&in, &r))
		require.Equal(t, want, []cpm.Work{r.FreeFloat(0), r.FreeFloat(1), r.FreeFloat(2)})
		require.Equal(t, cpm.Work(2), r.TotalFloat(0))
	}
	require.Equal(t, cpm.FreeToFinish, cpm.Primavera().FreeFloat)
}
