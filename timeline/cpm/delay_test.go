package cpm_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// putOff is work of three weekdays from Monday 5 January 2026, work of two after
// it, a milestone after that, and work of ten days beside them.
func putOff(delays ...cpm.Delay) (cpm.Network, cpm.Input) {
	return cpm.Network{
			Calendars: []cpm.Calendar{cpm.MondayToFriday("week")},
			Activities: []cpm.Activity{
				{Key: "first", Duration: 3}, {Key: "second", Duration: 2}, {Key: "done", Milestone: true}, {Key: "beside", Duration: 10},
			},
			Links: []cpm.Link{{From: 0, To: 1}, {From: 1, To: 2}},
		}, cpm.Input{
			Start:  day(2026, time.January, 5),
			Delays: delays,
		}
}

func TestADelayPutsOffWhatLinksAndConstraintsAllow(t *testing.T) {
	for _, k := range []struct {
		claim  string
		delays []cpm.Delay
		change func(net *cpm.Network, in *cpm.Input)
		want   [3]int // early starts, as days of January
	}{
		{"without any", nil, nil, [3]int{5, 8, 10}},
		{"by working days", []cpm.Delay{{Activity: 1, Ticks: 3}}, nil, [3]int{5, 13, 15}},
		{"by elapsed days, on to a working day", []cpm.Delay{{Activity: 1, Ticks: 2, Elapsed: true}}, nil, [3]int{5, 12, 14}},
		{"both", []cpm.Delay{{Activity: 0, Ticks: 1}, {Activity: 1, Ticks: 1}}, nil, [3]int{6, 12, 14}},
		{"a milestone by working days of its calendar", []cpm.Delay{{Activity: 2, Ticks: 1}}, nil, [3]int{5, 8, 13}},
		{"a milestone by elapsed days", []cpm.Delay{{Activity: 2, Ticks: 1, Elapsed: true}}, nil, [3]int{5, 8, 11}},
		{"from where a constraint holds it", []cpm.Delay{{Activity: 1, Ticks: 1}}, func(_ *cpm.Network, in *cpm.Input) {
			in.Constraints = []cpm.Constraint{{Activity: 1, Kind: cpm.StartNoEarlierThan, At: day(2026, 1, 14)}}
		}, [3]int{5, 15, 17}},
		{"from where a constraint pulls it", []cpm.Delay{{Activity: 1, Ticks: 1}}, func(_ *cpm.Network, in *cpm.Input) {
			in.Constraints = []cpm.Constraint{{Activity: 1, Kind: cpm.MustStartOn, At: day(2026, 1, 7)}}
		}, [3]int{5, 8, 10}},
		{"not what has started", []cpm.Delay{{Activity: 0, Ticks: 5}}, func(_ *cpm.Network, in *cpm.Input) {
			in.Progress = []cpm.Progress{{Activity: 0, ActualStart: in.Start, Remaining: 3}}
		}, [3]int{5, 8, 10}},
		{"work of no length too", []cpm.Delay{{Activity: 1, Ticks: 2}}, func(net *cpm.Network, _ *cpm.Input) {
			net.Activities[1].Duration = 0
		}, [3]int{5, 12, 12}},
	} {
		net, in := putOff(k.delays...)
		if k.change != nil {
			k.change(&net, &in)
		}
		r := solved(t, net, in)
		for i, want := range k.want {
			require.Equal(t, day(2026, time.January, want), r.Dates(i).EarlyStart, "%s: activity %d", k.claim, i)
		}
		require.Empty(t, cpm.Check(net, &in, r), k.claim)
	}
}

func TestADelayGivesWay(t *testing.T) {
	net, in := putOff(cpm.Delay{Activity: 1, Ticks: 3})
	for _, options := range []cpm.Options{{}, {Float: cpm.StartFloat}, cpm.MicrosoftProject()} {
		in.Options = options
		r := solved(t, net, in)
		first, second := r.Dates(0), r.Dates(1)
		require.Equal(t, day(2026, 1, 15), second.LateStart, "ten days less its own two: late dates are not put off")
		require.Equal(t, cpm.Work(2), second.TotalFloat, "from the delayed start")
		require.Equal(t, day(2026, 1, 15), first.LateFinish)
		require.Equal(t, cpm.Work(5), first.TotalFloat)
		require.Equal(t, cpm.Work(3), first.FreeFloat, "up to the delayed start")
		float, _ := r.LinkFloat(0)
		require.Equal(t, first.FreeFloat, float)
	}
}

func TestADelayIsADriverBesideWhatItPutsOff(t *testing.T) {
	net, in := putOff(cpm.Delay{Activity: 1, Ticks: 8})
	r := solved(t, net, in)
	require.Equal(t, []cpm.Driver{
		{Kind: cpm.LinkDriver, Link: 0, From: 0, Constraint: -1, Progress: -1},
		{Kind: cpm.DelayDriver, Link: -1, From: -1, Constraint: -1, Progress: -1},
	}, r.Drivers(1))
	require.Equal(t, []int{0, 1, 2}, r.CriticalPaths(9).Listed[0].Activities, "the chain goes on through it")
}

func TestWhatIsScheduledLateKeepsTheDelayOfWhatFollows(t *testing.T) {
	net, in := putOff(cpm.Delay{Activity: 1, Ticks: 1})
	in.Constraints = []cpm.Constraint{{Activity: 0, Kind: cpm.AsLateAsPossible}}
	in.Options.ALAP = cpm.ALAPTotalFloat
	r := solved(t, net, in)
	require.Equal(t, day(2026, 1, 12), r.Dates(0).Start)
	require.Equal(t, day(2026, 1, 16), r.Dates(1).Start, "after its late finish on the 14th and a day")
	require.Empty(t, cpm.Check(net, &in, r))
	in.Options.ALAP = cpm.ALAPFreeFloat
	r = solved(t, net, in)
	require.Equal(t, day(2026, 1, 6), r.Dates(0).Start, "up to the delayed start")
}

func TestABatchPutsOff(t *testing.T) {
	net, in := putOff(cpm.Delay{Activity: 1, Ticks: 3}, cpm.Delay{Activity: 2, Ticks: 2, Elapsed: true})
	r := solved(t, net, in)
	b := oneBatch(t, r, 3, 2, 0, 10)
	for i := range net.Activities {
		require.Equal(t, r.Dates(i).EarlyStart, b.EarlyStart(i, 0))
	}
}

func TestDelaysAreBoundedAndAboutActivities(t *testing.T) {
	net, in := putOff(cpm.Delay{Activity: 4}, cpm.Delay{Activity: -1}, cpm.Delay{Ticks: cpm.MaxWork + 1})
	g, err := cpm.Build(net)
	require.NoError(t, err)
	require.Equal(t, []cpm.FaultCode{cpm.UnknownActivity, cpm.UnknownActivity, cpm.DelayRange}, codes(t, g.Solve(&in, new(cpm.Result))))
	in.Delays = []cpm.Delay{{Ticks: cpm.MaxWork}, {Activity: 1, Ticks: cpm.MaxWork, Elapsed: true}}
	var r cpm.Result
	require.NoError(t, g.Solve(&in, &r))
	_, err = g.ToMeet(&in, 2, in.Start, nil)
	require.Equal(t, []cpm.FaultCode{cpm.Unsupported}, codes(t, err))
}

// Levelling has put the second of two tasks off by a week.
func ExampleDelay() {
	net := cpm.Network{
		Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{{Key: "dig", Duration: 3}, {Key: "build", Duration: 4}},
		Links:      []cpm.Link{{From: 0, To: 1}},
	}
	graph, _ := cpm.Build(net)
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{
		Start:  day(2026, time.January, 5),
		Delays: []cpm.Delay{{Activity: 1, Ticks: 5}},
	}, &result)
	for i, a := range net.Activities {
		show(a.Key, result.Dates(i))
	}
	// Output:
	// dig      2026-01-05 to 2026-01-07, float 5
	// build    2026-01-15 to 2026-01-20, float 0
}
