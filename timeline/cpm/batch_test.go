package cpm_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func TestALaneOfABatchIsASolve(t *testing.T) {
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
		for k := 0; k < cpm.Lanes; k += 4 { // the others are no different
			requireLane(t, net, g, in, &b, k)
		}
	})
}

func TestABatchKnowsASolveFromAnother(t *testing.T) {
	graph := func(n int, lag int32) *cpm.Graph {
		net := chain(n)
		for l := range net.Links {
			net.Links[l].Lag.Value = lag
		}
		g, err := cpm.Build(net)
		require.NoError(t, err)
		return g
	}
	want := func(g *cpm.Graph) cpm.Instant {
		var r cpm.Result
		b := cpm.Batch{Durations: make([][cpm.Lanes]cpm.Work, g.Activities())}
		require.NoError(t, g.Solve(&cpm.Input{}, &r))
		require.NoError(t, r.ForwardBatch(&b))
		return b.Finish[0]
	}
	var b cpm.Batch
	var r cpm.Result
	for _, g := range []*cpm.Graph{graph(3, 1), graph(3, 5), graph(9, 2), graph(2, 7)} {
		r = cpm.Result{}
		b.Durations = make([][cpm.Lanes]cpm.Work, g.Activities())
		require.NoError(t, g.Solve(&cpm.Input{}, &r))
		require.NoError(t, r.ForwardBatch(&b))
		require.Equal(t, want(g), b.Finish[0], "a result made new")
	}
	older := r
	in := cpm.Input{Lags: []int32{20}}
	g := graph(2, 0)
	b.Durations = make([][cpm.Lanes]cpm.Work, 2)
	require.NoError(t, g.Solve(&in, &r))
	require.NoError(t, r.ForwardBatch(&b))
	r = older
	in.Lags[0] = 30
	require.NoError(t, g.Solve(&in, &r))
	require.NoError(t, r.ForwardBatch(&b))
	require.Equal(t, cpm.Instant(30), b.Finish[0], "a result set back to an older one")
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
		if isParent(net, i) {
			continue
		}
		if !goesOn(net, in, i) {
			require.Equal(t, r.Dates(i).EarlyStart, b.EarlyStart(i, lane))
		}
		require.Equal(t, r.Dates(i).EarlyFinish, b.EarlyFinish(i, lane))
		require.Equal(t, b.EarlyStart(i, lane), b.EarlyStarts(i)[lane])
		require.Equal(t, b.EarlyFinish(i, lane), b.EarlyFinishes(i)[lane])
	}
	require.Equal(t, r.Finish(), b.Finish[lane])
	marks := make([]uint32, len(b.Durations))
	for target := range b.Durations {
		if isParent(net, target) {
			continue
		}
		b.Driving(target, marks)
		requireOnPaths(t, r.PathsTo(target, 100_000), marks, lane)
	}
}

// requireOnPaths holds the marks of a lane against the chains of its solve.
func requireOnPaths(t require.TestingT, paths cpm.Paths, marks []uint32, lane int) {
	on := make([]bool, len(marks))
	for _, path := range paths.Listed {
		for _, i := range path.Activities {
			on[i] = true
		}
	}
	require.Less(t, paths.Count, uint64(100_000))
	for i, mark := range marks {
		require.Equal(t, on[i], mark>>lane&1 == 1, "activity %d", i)
	}
}

// goesOn reports whether an activity has started and not finished, so that a
// batch says where the rest of it starts.
func goesOn(net cpm.Network, in cpm.Input, activity int) bool {
	for _, p := range in.Progress {
		if p.Activity == activity {
			return p.ActualFinish == nil && !net.Activities[activity].Milestone
		}
	}
	return false
}

func started(in cpm.Input, activity int) bool {
	for _, p := range in.Progress {
		if p.Activity == activity {
			return true
		}
	}
	return false
}

func TestABatchNamesTheActivityWhoseDurationIsOutOfRange(t *testing.T) {
	net := cpm.Network{Activities: []cpm.Activity{{Key: "a", Duration: 3}, {Key: "b", Duration: 3}, {Key: "c", Milestone: true}}}
	g, err := cpm.Build(net)
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&cpm.Input{}, &r))
	long, top := cpm.MaxWork+1, cpm.MaxWork
	for _, c := range []struct {
		lanes  [8]cpm.Work
		faults int
	}{
		{[8]cpm.Work{0, 1, 2, top, top, 1, 0, 5}, 0},
		{[8]cpm.Work{1, long, 1, 1, 1, 1, 1, 1}, 1},
		{[8]cpm.Work{0, long, 1, 1, 1, 1, 1, 1}, 1},
		{[8]cpm.Work{1, 1, -1, 1, 1, 1, 1, 1}, 1},
		{[8]cpm.Work{0, 0, -1 << 30, long, 1, 1, 1, 1 << 30}, 1},
	} {
		batch := cpm.Batch{Durations: [][cpm.Lanes]cpm.Work{{}, {}, {-5, long}}}
		copy(batch.Durations[1][cpm.Lanes-8:], c.lanes[:])
		err := r.ForwardBatch(&batch)
		if c.faults == 0 {
			require.NoError(t, err)
			continue
		}
		var faults cpm.Faults
		require.ErrorAs(t, err, &faults, "%v", c.lanes)
		require.Len(t, faults, c.faults, "%v", c.lanes)
		for _, f := range faults {
			assert.Equal(t, cpm.DurationRange, f.Code)
			assert.Equal(t, "b", f.Keys[0])
		}
	}
}

func TestABatchCountsThePercentageOfItsFirstLink(t *testing.T) {
	g, err := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "A", Duration: 10}, {Key: "B", Duration: 1}},
		Links:      []cpm.Link{{From: 0, To: 1, Type: cpm.SS, Lag: cpm.Lag{Value: 50_00, Unit: cpm.Percent}}},
	})
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&cpm.Input{}, &r))
	batch := &cpm.Batch{Durations: make([][cpm.Lanes]cpm.Work, 2)}
	for k := range cpm.Lanes {
		batch.Durations[0][k], batch.Durations[1][k] = 20, 30
	}
	require.NoError(t, r.ForwardBatch(batch))
	require.Equal(t, cpm.Instant(40), batch.Finish[0])
}
