package cpm_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func TestACopyOfAResultAnswersUntilAnotherIsSolved(t *testing.T) {
	g, r := solvedPair(t)
	before := r.Dates(0)
	early := *r
	require.Equal(t, before, early.Dates(0))
	require.Equal(t, r.Finish(), early.Finish())

	require.NoError(t, g.Solve(&cpm.Input{Start: 100}, r))
	require.NotEqual(t, before, r.Dates(0))
	require.Zero(t, early.Dates(0), "its memory holds something else")
	require.Zero(t, early.Finish())
	require.Empty(t, early.Drivers(1))
	require.Error(t, early.ForwardBatch(&cpm.Batch{Durations: make([][cpm.Lanes]cpm.Work, 3)}))

	require.NoError(t, g.Solve(&cpm.Input{}, &early))
	require.Equal(t, before, early.Dates(0))
	require.Zero(t, r.Dates(0))
	require.Empty(t, cpm.Diff(r, &early))
}

func TestCopiesThatAreSolvedInTurnRememberNothingOfEachOther(t *testing.T) {
	var first, second cpm.Result
	rapid.Check(t, func(t *rapid.T) {
		net := drawNetwork(t)
		g, err := cpm.Build(net)
		require.NoError(t, err)
		for range rapid.IntRange(1, 8).Draw(t, "solves") {
			r := &first
			if rapid.Bool().Draw(t, "the second") {
				r = &second
			}
			if rapid.Bool().Draw(t, "copied") {
				*r = first
			}
			in := drawInput(t, net)
			in.Constraints, in.Progress = onLeaves(net, in)
			drawChanges(t, net, &in)
			require.NoError(t, g.Solve(&in, r))
			want := solved(t, net, in)
			for i := range net.Activities {
				require.Equal(t, want.Dates(i), r.Dates(i), "activity %d", i)
			}
			require.Empty(t, cpm.Check(net, &in, r))
		}
	})
}
