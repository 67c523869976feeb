package cpm_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// forPlacing leaves of an input what levelling by resources starts from.
func forPlacing(in cpm.Input) cpm.Input {
	in.FromFinish, in.Delays = false, nil
	in.Constraints = slices.DeleteFunc(slices.Clone(in.Constraints), func(c cpm.Constraint) bool {
		return c.Kind == cpm.AsLateAsPossible
	})
	return in
}

func TestWhatIsPutAtItsEarliestAndLatestHasTheDatesOfASolve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProblem(t)
		in := forPlacing(p.in)
		g, err := cpm.Build(p.net)
		require.NoError(t, err)
		r, w := solvedFor(t, p.net, in), placementOf(t, g, &in)
		for i := range w.Positions() {
			w.Put(i, w.Earliest(i))
		}
		w.Back(lastOf(in, r))
		for i := w.Positions() - 1; i >= 0; i-- {
			late := w.Latest(i)
			if a := w.Activity(i); a >= 0 {
				d := r.Dates(a)
				from, to := w.Dates(i, w.At(i))
				require.Equal(t, [2]cpm.Instant{d.EarlyStart, d.EarlyFinish}, [2]cpm.Instant{from, to})
				if w.Movable(i) {
					from, to = w.Dates(i, late)
					require.Equal(t, [2]cpm.Instant{d.LateStart, d.LateFinish}, [2]cpm.Instant{from, to})
				}
			}
			w.PutBack(i, late)
		}
	})
}

func TestAPlacementIsTheSolveForItsStarts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProblem(t)
		in := forPlacing(p.in)
		g, err := cpm.Build(p.net)
		require.NoError(t, err)
		w := placementOf(t, g, &in)
		in.Starts = startsOf(&in, len(p.net.Activities))
		for i := range w.Positions() {
			start := w.Earliest(i)
			for n := range w.Before(i) {
				require.True(t, !w.Movable(i) || w.Asked(i, n) <= start)
			}
			if w.Movable(i) {
				start += cpm.Work(rapid.IntRange(0, 5).Draw(t, "later"))
			}
			w.Put(i, start)
			if a := w.Activity(i); a >= 0 && w.Movable(i) {
				in.Starts[a], _ = w.Dates(i, w.At(i))
			}
		}
		r := solvedFor(t, p.net, in)
		for i := range w.Positions() {
			if a := w.Activity(i); a >= 0 {
				d := r.Dates(a)
				from, to := w.Dates(i, w.At(i))
				require.Equal(t, [2]cpm.Instant{d.EarlyStart, d.EarlyFinish}, [2]cpm.Instant{from, to}, "activity %d", a)
			}
		}
	})
}

func placementOf(t *rapid.T, g *cpm.Graph, in *cpm.Input) *cpm.Placement {
	t.Helper()
	w, err := g.Placement(in)
	require.NoError(t, err)
	return w
}

func lastOf(in cpm.Input, r *cpm.Result) cpm.Instant {
	if in.MustFinish != nil {
		return *in.MustFinish
	}
	return r.Finish()
}

func startsOf(in *cpm.Input, n int) []cpm.Instant {
	if in.Starts != nil {
		return slices.Clone(in.Starts)
	}
	return slices.Repeat([]cpm.Instant{in.Start}, n)
}
