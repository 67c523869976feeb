package cpm_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// outOfSequence is work of five weekdays, work of ten after it that has started
// before on Monday 5 January 2026, eight of it left on the 7th, and work that a
// lag from its start joins to it.
func outOfSequence(lag cpm.Lag) (cpm.Network, cpm.Input) {
	return cpm.Network{
			Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
			Activities: []cpm.Activity{{Key: "before", Duration: 5}, {Key: "begun", Duration: 10}, {Key: "after", Duration: 2}},
			Links:      []cpm.Link{{From: 0, To: 1}, {From: 1, To: 2, Type: cpm.SS, Lag: lag}},
		}, cpm.Input{
			Start:    day(2026, time.January, 5),
			DataDate: new(day(2026, time.January, 7)),
			Progress: []cpm.Progress{{Activity: 1, ActualStart: day(2026, time.January, 5), Remaining: 8}},
		}
}

func TestALagFromAStartCountsFromTheActualOneOrWhereTheWorkGoesOn(t *testing.T) {
	for _, k := range []struct {
		claim         string
		lag           cpm.Lag
		change        func(net *cpm.Network, in *cpm.Input)
		actual, early int // start of what comes after, in January
	}{
		{"two of four days have gone by", cpm.Lag{Value: 4}, nil, 9, 16},
		{"all of it has", cpm.Lag{Value: 2}, nil, 7, 14},
		{"a lead counts as nothing", cpm.Lag{Value: -2}, nil, 7, 14},
		{"elapsed time goes by as well", cpm.Lag{Value: 4, Unit: cpm.Elapsed}, nil, 9, 16},
		{"a share of the whole duration", cpm.Lag{Value: 40_00, Unit: cpm.Percent}, nil, 9, 16},
		{"months count from what has happened", cpm.Lag{Value: 1, Unit: cpm.MonthsFromPredecessor}, nil, 31 + 5, 31 + 5},
		{"in sequence both are the same", cpm.Lag{Value: 4}, func(net *cpm.Network, _ *cpm.Input) {
			net.Links = net.Links[1:]
		}, 9, 9},
		{"without a data date the work that is done counts", cpm.Lag{Value: 4}, func(_ *cpm.Network, in *cpm.Input) {
			in.DataDate = nil
		}, 9, 14},
		{"from finished work", cpm.Lag{Value: 4}, func(_ *cpm.Network, in *cpm.Input) {
			in.Progress[0].ActualFinish, in.Progress[0].Remaining = new(day(2026, 1, 7)), 0
		}, 9, 9},
		{"work on another calendar", cpm.Lag{Value: 4}, func(net *cpm.Network, _ *cpm.Input) {
			net.Calendars = append(net.Calendars, cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6))
			net.Activities[2].Calendar = 1
		}, 9, 16},
	} {
		net, in := outOfSequence(k.lag)
		if k.change != nil {
			k.change(&net, &in)
		}
		for mode, want := range []int{k.actual, k.early} {
			in.Options.StartLag = cpm.StartLagMode(mode)
			r := solved(t, net, in)
			require.Equal(t, cpm.Date(2026, 1, want).String(), cpm.Day(r.Dates(2).EarlyStart).String(), k.claim)
			require.Empty(t, cpm.Check(net, &in, r), k.claim)
			b := oneBatch(t, r, 5, 8, 2)
			require.Equal(t, r.Dates(2).EarlyStart, b.EarlyStart(2, 5), k.claim)
		}
	}
}

func TestWhatGoesOnLateHoldsWhatCountsFromIt(t *testing.T) {
	net, in := outOfSequence(cpm.Lag{Value: 4})
	net.Activities[2].Duration = 10
	in.Options.StartLag = cpm.LagFromEarlyStart
	r := solved(t, net, in)
	require.Equal(t, []int{0, 1, 2}, r.CriticalPaths(9).Listed[0].Activities)
	require.Zero(t, r.TotalFloat(0))
	require.Zero(t, r.TotalFloat(1), "the start of its rest has no float, though its finish would have four days")
	float, asks := r.LinkFloat(1)
	require.True(t, asks)
	require.Zero(t, float)
	require.Empty(t, cpm.Check(net, &in, r))

	in.Options.StartLag = cpm.LagFromActualStart
	_, asks = solved(t, net, in).LinkFloat(1)
	require.False(t, asks, "the start has happened")
	_, err := mustBuild(t, net).ToMeet(&in, 2, in.Start, nil)
	require.NoError(t, err)
	in.Options.StartLag = cpm.LagFromEarlyStart
	_, err = mustBuild(t, net).ToMeet(&in, 2, in.Start, nil)
	require.Equal(t, []cpm.FaultCode{cpm.Unsupported}, codes(t, err))
}

func mustBuild(t *testing.T, net cpm.Network) *cpm.Graph {
	t.Helper()
	g, err := cpm.Build(net)
	require.NoError(t, err)
	return g
}
