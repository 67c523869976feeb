package cpm_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// feature changes an input for a network.
type feature struct {
	name string
	add  func(net cpm.Network, in *cpm.Input)
}

// features are what an input can have beyond links and constraints, for
// a layered network of work on three calendars.
var features = []feature{
	{"delays", func(net cpm.Network, in *cpm.Input) {
		for i := 0; i < len(net.Activities); i += 7 {
			in.Delays = append(in.Delays, cpm.Delay{Activity: i, Ticks: cpm.Work(i % 5), Elapsed: i%2 == 0})
		}
	}},
	{"from the finish", func(_ cpm.Network, in *cpm.Input) {
		in.FromFinish, in.MustFinish = true, new(day2014+500)
	}},
	{"Primavera's progress", func(net cpm.Network, in *cpm.Input) {
		in.Options.StartLag, in.Options.Finished = cpm.LagFromEarlyStart, cpm.FinishedCarries
		in.DataDate = new(day2014)
		for i := 0; i < len(net.Activities); i += 3 {
			p := cpm.Progress{Activity: i, ActualStart: day2014 - 3, Remaining: 2}
			if i%2 == 0 {
				p = cpm.Progress{Activity: i, ActualStart: day2014 - 3, ActualFinish: new(day2014 - 1)}
			}
			in.Progress = append(in.Progress, p)
		}
	}},
	{"fixed dates", func(net cpm.Network, in *cpm.Input) {
		for i := 4; i < len(net.Activities); i += 8 {
			start := day2014 + cpm.Instant(i)
			in.Fixed = append(in.Fixed, cpm.Fixed{Activity: i, Start: start, Finish: start + cpm.Instant(i%9), EarlyOnly: i%3 > 0})
		}
	}},
	{"pauses", func(net cpm.Network, in *cpm.Input) {
		for i := 0; i < len(net.Activities); i += 5 {
			stop := day2014 + cpm.Instant(i)
			in.Pauses = append(in.Pauses, cpm.Pause{Activity: i, Stop: stop, Resume: stop + 9})
		}
	}},
}

func TestSolvingAgainCostsNoMemoryWithAnyFeature(t *testing.T) {
	net := layered(300, true)
	g, err := cpm.Build(net)
	require.NoError(t, err)
	all := cpm.Input{Start: day2014}
	for _, f := range features {
		one := cpm.Input{Start: day2014}
		f.add(net, &one)
		f.add(net, &all)
		for _, in := range []*cpm.Input{&one, &all} {
			var r cpm.Result
			require.NoError(t, g.Solve(in, &r), f.name)
			require.Empty(t, cpm.Check(net, in, &r), f.name)
			require.Zero(t, testing.AllocsPerRun(10, func() { _ = g.Solve(in, &r) }), f.name)
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
	for _, f := range features {
		in := plain
		f.add(net, &in)
		require.NoError(t, g.Solve(&in, &r))
		require.NoError(t, g.Solve(&plain, &r))
		for i := range net.Activities {
			require.Equal(t, want.Dates(i), r.Dates(i), "%s: activity %d", f.name, i)
		}
	}
}
