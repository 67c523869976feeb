package cpm_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func TestAnActivityMayStartBeforeTheProject(t *testing.T) {
	net := cpm.Network{
		Activities: []cpm.Activity{{Key: "long ago", Duration: 3}, {Key: "next", Duration: 1}, {Key: "own", Duration: 1}},
		Links:      []cpm.Link{{From: 0, To: 1}},
	}
	in := cpm.Input{Start: 10, Starts: []cpm.Instant{2, 4, 10}}
	r := solved(t, net, in)
	require.Equal(t, []cpm.Instant{2, 5, 10}, []cpm.Instant{r.Dates(0).EarlyStart, r.Dates(1).EarlyStart, r.Dates(2).EarlyStart})
	require.Equal(t, cpm.StartDriver, r.Drivers(0)[0].Kind)
	require.Empty(t, cpm.Check(net, &in, r))

	in.DataDate = new(cpm.Instant(3))
	r = solved(t, net, in)
	require.Equal(t, cpm.Instant(3), r.Dates(0).EarlyStart, "nothing is left before the data date")
	require.Equal(t, cpm.DataDateDriver, r.Drivers(0)[0].Kind)
}

func TestStartsAreOneForEachActivityWithinTheHorizon(t *testing.T) {
	g, err := cpm.Build(cpm.Network{Activities: make([]cpm.Activity, 2)})
	require.NoError(t, err)
	var r cpm.Result
	require.Equal(t, []cpm.FaultCode{cpm.StartsLength}, codes(t, g.Solve(&cpm.Input{Starts: []cpm.Instant{1}}, &r)))
	require.Equal(t, []cpm.FaultCode{cpm.DateRange}, codes(t, g.Solve(&cpm.Input{Starts: []cpm.Instant{0, cpm.Horizon + 1}}, &r)))
}

func TestShorteningCountsFromTheActivitysOwnLowestDate(t *testing.T) {
	net := cpm.Network{
		Calendars: []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{
			{Key: "long ago", Duration: 5}, {Key: "next", Duration: 2}, {Key: "done", Milestone: true},
		},
		Links: []cpm.Link{{From: 0, To: 1}, {From: 1, To: 2}},
	}
	g, err := cpm.Build(net)
	require.NoError(t, err)
	in := cpm.Input{Start: day(2026, time.March, 2), Starts: make([]cpm.Instant, 3)}
	for i := range in.Starts {
		in.Starts[i] = day(2026, time.January, 5)
	}
	cut, err := g.ToMeet(&in, 2, day(2026, time.January, 10), []cpm.Crash{{Activity: 0, Limit: 3, Price: 1}})
	require.NoError(t, err)
	require.Equal(t, []cpm.Shortening{{Activity: 0, Ticks: 2}}, cut.Shorten)
	require.True(t, cut.Exact)
	require.Empty(t, cut.Verify(net, &in))
}

// Two projects in one network start each on its own day.
func ExampleInput_starts() {
	net := cpm.Network{
		Activities: []cpm.Activity{{Key: "school", Duration: 3}, {Key: "road", Duration: 2}},
	}
	graph, _ := cpm.Build(net)
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{Starts: []cpm.Instant{day(2026, time.January, 5), day(2025, time.December, 1)}}, &result)
	for i, a := range net.Activities {
		show(a.Key, result.Dates(i))
	}
	// Output:
	// school   2026-01-05 to 2026-01-07, float 0
	// road     2025-12-01 to 2025-12-02, float 36
}
