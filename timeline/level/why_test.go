package level_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/level"
)

// three are three activities of three days, the last after the second.
func three() *level.Problem {
	return &level.Problem{
		Network: cpm.Network{
			Activities: []cpm.Activity{{Duration: 3}, {Duration: 3}, {Duration: 3}},
			Links:      []cpm.Link{{From: 1, To: 2}},
		},
		Resources: []level.Resource{{Units: 2}, {Units: 1}},
		Demands:   []level.Demand{{Activity: 0, Units: 2}, {Activity: 1, Units: 1}, {Activity: 2, Resource: 1, Units: 1}},
		Dues:      []level.Due{{Activity: 0, By: 3, Weight: 1}},
	}
}

func levelled(t *testing.T, p *level.Problem) *level.Plan {
	t.Helper()
	plan, err := level.Level(context.Background(), p, level.Options{})
	require.NoError(t, err)
	require.Empty(t, cpm.Check(p.Network, &plan.Input, plan.Result))
	require.True(t, plan.Proved)
	return plan
}

func TestAMoveNamesTheResourceAndWhoHoldsItOrTheLink(t *testing.T) {
	plan := levelled(t, three())
	require.Equal(t, []level.Move{
		{Activity: 1, From: 0, To: 3, Waits: []level.Wait{{Link: -1, Resource: 0, At: 2, By: []int{0}}}},
		{Activity: 2, From: 3, To: 6, Waits: []level.Wait{{Link: 0, Resource: -1, By: []int{1}}}},
	}, plan.Moves)
	require.Empty(t, plan.Excesses)
}

func TestALeaveIsWaitedForWithNobodyThere(t *testing.T) {
	p := three()
	p.Resources[1].Changes = []level.Change{{From: 5, Until: 8}}
	plan := levelled(t, p)
	require.Equal(t, level.Move{Activity: 2, From: 3, To: 8, Waits: []level.Wait{{Link: -1, Resource: 1, At: 7}}}, plan.Moves[1])
}

func TestTheHeavierDateIsKept(t *testing.T) {
	p := three()
	p.Dues = []level.Due{{Activity: 0, By: 3, Weight: 1}, {Activity: 1, By: 3, Weight: 2}}
	plan := levelled(t, p)
	require.EqualValues(t, 3, plan.Lateness)
	require.EqualValues(t, 3, plan.Result.Dates(0).Start)
	p.Dues[0].Weight = 3
	require.EqualValues(t, 0, levelled(t, p).Result.Dates(0).Start)
}

func TestWhatAloneNeedsTooMuchIsNamedAndNotHeld(t *testing.T) {
	p := three()
	p.Demands[0].Units = 5
	plan := levelled(t, p)
	require.EqualValues(t, 0, plan.Result.Dates(0).Start)
	require.EqualValues(t, 3, plan.Result.Dates(1).Start, "others keep clear of it")
	require.Len(t, plan.Excesses, 1)
	require.Equal(t, []int{0}, plan.Excesses[0].Activities)
	require.EqualValues(t, 9, plan.Excesses[0].Over)
}

func TestWhatHasStartedStaysAndOthersMakeWay(t *testing.T) {
	p := three()
	p.Dues = nil
	p.Input.Progress = []cpm.Progress{{Activity: 0, ActualStart: -1, Remaining: 2}}
	plan := levelled(t, p)
	require.EqualValues(t, -1, plan.Result.Dates(0).Start)
	require.EqualValues(t, plan.Result.Dates(0).Finish, plan.Result.Dates(1).Start)
}
