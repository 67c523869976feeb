package cpm_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func TestCheckFindsNothingWrongWithWhatSolveFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		net := drawNetwork(t)
		if rapid.Bool().Draw(t, "hierarchy") {
			net, _ = drawHierarchy(t)
		}
		for l := range net.Links {
			if rapid.IntRange(0, 3).Draw(t, "in months") == 0 {
				net.Links[l].Lag = drawLag(t, len(net.Calendars))
			}
		}
		in := drawInput(t, net)
		in.Constraints, in.Progress = onLeaves(net, in)
		in.Options.Float = cpm.FloatKind(rapid.IntRange(0, 2).Draw(t, "float"))
		in.Options.ALAP = cpm.ALAPMode(rapid.IntRange(0, 1).Draw(t, "mode"))
		in.Options.Critical = cpm.Work(rapid.IntRange(-1, 2).Draw(t, "critical"))
		for range rapid.IntRange(0, 4).Draw(t, "more constraints") {
			c := cpm.Constraint{
				Activity: rapid.IntRange(0, len(net.Activities)-1).Draw(t, "activity"),
				Kind:     cpm.ConstraintKind(rapid.IntRange(0, int(cpm.Deadline)).Draw(t, "kind")),
				At:       in.Start + cpm.Instant(rapid.IntRange(-5, 40).Draw(t, "at")),
			}
			if isParent(net, c.Activity) && c.Kind != cpm.StartNoEarlierThan && c.Kind != cpm.FinishNoLaterThan {
				c.Kind = cpm.Deadline
			}
			in.Constraints = append(in.Constraints, c)
		}
		drawChanges(t, net, &in)
		g, err := cpm.Build(net)
		if err != nil {
			return
		}
		var r cpm.Result
		require.NoError(t, g.Solve(&in, &r))
		require.Empty(t, cpm.Check(net, &in, &r))
	})
}
