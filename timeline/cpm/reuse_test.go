package cpm_test

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// drawChanges adds durations and lags of its own to an input, now and then.
func drawChanges(t *rapid.T, net cpm.Network, in *cpm.Input) {
	if rapid.Bool().Draw(t, "own durations") {
		in.Durations = make([]cpm.Work, len(net.Activities))
		for i := range in.Durations {
			in.Durations[i] = net.Activities[i].Duration
			if rapid.IntRange(0, 3).Draw(t, "changed") == 0 {
				in.Durations[i] = cpm.Work(rapid.IntRange(0, 6).Draw(t, "duration"))
			}
		}
	}
	if rapid.Bool().Draw(t, "own lags") {
		in.Lags = make([]int32, len(net.Links))
		for l := range in.Lags {
			in.Lags[l] = rapid.Int32Range(-2, 3).Draw(t, "lag")
		}
	}
}

func TestAResultThatIsUsedAgainRemembersNothing(t *testing.T) {
	var r cpm.Result
	rapid.Check(t, func(t *rapid.T) {
		net := drawNetwork(t)
		if rapid.Bool().Draw(t, "hierarchy") {
			net, _ = drawHierarchy(t)
		}
		g, err := cpm.Build(net)
		require.NoError(t, err)
		for range rapid.IntRange(1, 6).Draw(t, "solves") {
			in := drawInput(t, net)
			in.Constraints, in.Progress = onLeaves(net, in)
			drawChanges(t, net, &in)
			if rapid.IntRange(0, 4).Draw(t, "refused") == 0 {
				bad := in
				bad.Durations = make([]cpm.Work, len(net.Activities))
				bad.Durations[0] = -1
				if g.Solve(&bad, &r) != nil {
					continue
				}
			}
			var fresh cpm.Result
			require.NoError(t, g.Solve(&in, &r))
			require.NoError(t, g.Solve(&in, &fresh))
			for i := range net.Activities {
				require.Equal(t, fresh.Dates(i), r.Dates(i), "activity %d", i)
			}
			require.Equal(t, fresh.Finish(), r.Finish())
			require.Empty(t, cpm.Check(net, &in, &r))
		}
	})
}

func TestDurationsAndLagsOfTheInputReplaceThoseOfTheNetwork(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		net := drawNetwork(t)
		in := drawInput(t, net)
		drawChanges(t, net, &in)
		g, err := cpm.Build(net)
		require.NoError(t, err)
		var r, want cpm.Result
		require.NoError(t, g.Solve(&in, &r))

		changed := net
		changed.Activities = append([]cpm.Activity(nil), net.Activities...)
		changed.Links = append([]cpm.Link(nil), net.Links...)
		for i := range in.Durations {
			if !net.Activities[i].Milestone {
				changed.Activities[i].Duration = in.Durations[i]
			}
		}
		for l := range in.Lags {
			changed.Links[l].Lag.Value = in.Lags[l]
		}
		in.Durations, in.Lags = nil, nil
		g, err = cpm.Build(changed)
		require.NoError(t, err)
		require.NoError(t, g.Solve(&in, &want))
		for i := range net.Activities {
			require.Equal(t, want.Dates(i), r.Dates(i), "activity %d", i)
		}
	})
}

func TestManyMaySolveOneGraphAtOnce(t *testing.T) {
	net := layered(400, true)
	g, err := cpm.Build(net)
	require.NoError(t, err)
	var want cpm.Result
	require.NoError(t, g.Solve(&cpm.Input{Start: day2014}, &want))
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			var r cpm.Result
			in := cpm.Input{Start: day2014, Durations: make([]cpm.Work, len(net.Activities))}
			for i := range in.Durations {
				in.Durations[i] = 5
			}
			for range 3 {
				_ = g.Solve(&in, &r)
				_ = g.Solve(&cpm.Input{Start: day2014}, &r)
			}
			for i := range net.Activities {
				if r.Dates(i) != want.Dates(i) {
					t.Errorf("activity %d differs", i)
				}
			}
		})
	}
	wait.Wait()
}
