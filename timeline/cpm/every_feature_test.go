package cpm_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// features are what an input can have beyond links, constraints and progress;
// each changes an input for a layered network of work on three calendars.
var features = map[string]func(net cpm.Network, in *cpm.Input){
	"delays": func(net cpm.Network, in *cpm.Input) {
		for i := 0; i < len(net.Activities); i += 7 {
			in.Delays = append(in.Delays, cpm.Delay{Activity: i, Ticks: cpm.Work(i % 5), Elapsed: i%2 == 0})
		}
	},
	"from the finish": func(_ cpm.Network, in *cpm.Input) {
		in.FromFinish, in.MustFinish = true, new(day2014+500)
	},
	"pauses": func(net cpm.Network, in *cpm.Input) {
		for i := 0; i < len(net.Activities); i += 5 {
			stop := day2014 + cpm.Instant(i)
			in.Pauses = append(in.Pauses, cpm.Pause{Activity: i, Stop: stop, Resume: stop + 9})
		}
	},
}

func TestSolvingAgainCostsNoMemoryWithAnyFeature(t *testing.T) {
	net := layered(300, true)
	g, err := cpm.Build(net)
	require.NoError(t, err)
	all := cpm.Input{Start: day2014}
	for name, add := range features {
		one := cpm.Input{Start: day2014}
		add(net, &one)
		add(net, &all)
		for _, in := range []*cpm.Input{&one, &all} {
			var r cpm.Result
			require.NoError(t, g.Solve(in, &r), name)
			require.Empty(t, cpm.Check(net, in, &r), name)
			require.Zero(t, testing.AllocsPerRun(10, func() { _ = g.Solve(in, &r) }), name)
		}
	}
}

func TestNothingStaysOfAFeatureInTheNextSolve(t *testing.T) {
	net := layered(300, true)
	g, err := cpm.Build(net)
	require.NoError(t, err)
	plain := cpm.Input{Start: day2014}
	var want, r cpm.Result
	require.NoError(t, g.Solve(&plain, &want))
	for name, add := range features {
		in := plain
		add(net, &in)
		require.NoError(t, g.Solve(&in, &r))
		require.NoError(t, g.Solve(&plain, &r))
		for i := range net.Activities {
			require.Equal(t, want.Dates(i), r.Dates(i), "%s: activity %d", name, i)
		}
	}
}
