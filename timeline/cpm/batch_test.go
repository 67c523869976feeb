package cpm_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func TestABatchIsEightSolves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		net := drawNetwork(t)
		if rapid.Bool().Draw(t, "hierarchy") {
			net, _ = drawHierarchy(t)
		}
		in := drawInput(t, net)
		in.Constraints, in.Progress = onLeaves(net, in)
		prepareForLanes(&net, &in)
		g, err := cpm.Build(net)
		require.NoError(t, err)
		var r cpm.Result
		require.NoError(t, g.Solve(&in, &r))
		b := cpm.Batch{Durations: make([][cpm.Lanes]cpm.Work, len(net.Activities))}
		for i := range b.Durations {
			for k := range b.Durations[i] {
				b.Durations[i][k] = cpm.Work(rapid.IntRange(0, 6).Draw(t, "duration"))
			}
		}
		require.NoError(t, r.ForwardBatch(&b))
		for k := range cpm.Lanes {
			requireLane(t, net, g, in, &b, k)
		}
	})
}

// prepareForLanes takes out what follows from the whole duration of started
// work, of which a batch knows only the rest.
func prepareForLanes(net *cpm.Network, in *cpm.Input) {
	if in.DataDate == nil {
		in.DataDate = new(in.Start)
	}
	for l := range net.Links {
		lag := &net.Links[l].Lag
		if unit := lag.Unit; (unit == cpm.Percent || unit == cpm.PercentElapsed) && started(*in, net.Links[l].From) {
			*lag = cpm.Lag{Value: lag.Value % 4}
		}
	}
}

// requireLane solves for the durations of one lane.
func requireLane(t require.TestingT, net cpm.Network, g *cpm.Graph, in cpm.Input, b *cpm.Batch, lane int) {
	in.Durations = make([]cpm.Work, len(b.Durations))
	for i := range in.Durations {
		in.Durations[i] = b.Durations[i][lane]
	}
	in.Progress = append([]cpm.Progress(nil), in.Progress...)
	for i := range in.Progress {
		if p := &in.Progress[i]; !net.Activities[p.Activity].Milestone {
			p.Remaining = in.Durations[p.Activity]
		}
	}
	var r cpm.Result
	require.NoError(t, g.Solve(&in, &r))
	for i := range b.Durations {
		if in.Durations[i] == 0 || started(in, i) || isParent(net, i) {
			continue
		}
		require.Equal(t, r.Dates(i).EarlyStart, b.EarlyStart(i, lane))
		require.Equal(t, r.Dates(i).EarlyFinish, b.EarlyFinish(i, lane))
	}
	require.Equal(t, r.Finish(), b.Finish[lane])
}

func started(in cpm.Input, activity int) bool {
	for _, p := range in.Progress {
		if p.Activity == activity {
			return true
		}
	}
	return false
}
