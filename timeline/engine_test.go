package timeline_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheEnginesNetworkHasTheDatesOfTheScheduleAndKeepsTheEnginesLaws(t *testing.T) {
	for _, s := range schedules(t) {
		n := s.Network()
		var result cpm.Result
		require.NoError(t, n.Graph.Solve(&n.Input, &result))
		assert.Empty(t, cpm.Check(n.Problem, &n.Input, &result), s.Kommune.Name)
		for i := range s.Tasks {
			if task := &s.Tasks[i]; task.Start.Known() && !task.LevelOfEffort {
				a := n.Index[task.ID]
				assert.Equal(t, task.ID, n.IDs[a])
				assert.Equal(t, task.Finish.Date, date.Date(result.Dates(a).Finish)-1, task.ID)
			}
		}
	}
}

func TestWhoChangesTheEnginesNetworkChangesNoSchedule(t *testing.T) {
	s := compute(t, planOf(t, "dataDate: 2014-06-27", "tasks: {4.1/overblik: {actualStart: 2013-06-04, actualFinish: 2013-07-30}}"))
	want := *s.Network()
	n := s.Network()
	for i := range n.Input.Constraints {
		n.Input.Constraints[i].At++
	}
	n.Input.Progress[0].ActualStart++
	*n.Input.MustFinish, *n.Input.DataDate = 0, 0
	n.Problem.Links[0].Lag.Value, n.Problem.Activities[0].Duration, n.IDs[0] = 7, 7, ""
	clear(n.Index)
	assert.Equal(t, want, *s.Network())
}

func TestWhatWasNotComputedHasNoNetwork(t *testing.T) {
	assert.Nil(t, (*timeline.Schedule)(nil).Network())
	assert.Nil(t, (&timeline.Schedule{Plan: plan.New("Roskilde")}).Network())
}
