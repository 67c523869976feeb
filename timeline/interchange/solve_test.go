package interchange_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheLateDatesOfTheFileAreThoseOfTheSchedule(t *testing.T) {
	for name, s := range schedules(t) {
		project := interchange.FromSchedule(s, lang.Danish)
		n := project.Network()
		graph, err := cpm.Build(n.Network)
		require.NoError(t, err, name)
		var result cpm.Result
		require.NoError(t, graph.Solve(&n.Input, &result))
		same, later, earlier := 0, 0, 0
		for activity, i := range n.Tasks {
			task := &project.Tasks[i]
			d := result.Dates(activity)
			of := s.Task(task.WBS)
			if of == nil || of.LevelOfEffort {
				continue
			}
			require.Equal(t, mspdi.Moment(d.LateFinish), *task.LateFinish, "%s: %s stores what is computed", name, task.WBS)
			require.Equal(t, int(d.TotalFloat)*10, *task.TotalSlack, "%s: %s", name, task.WBS)
			if !of.LateFinish.Known() || task.ActualStart != nil {
				continue
			}
			want, got := of.LateFinish.Date, mspdi.Moment(d.LateFinish).LastDay()
			switch days := s.Workdays(min(want, got)+1, max(want, got)); {
			case days == 0:
				same++
			case got > want:
				later++
			default:
				t.Logf("%s: %s %v in the file, %v in the schedule", name, task.WBS, got, want)
				earlier++
			}
		}
		assert.Zero(t, later, name)
		assert.Zero(t, earlier, name)
		assert.Greater(t, same, 10, name)
	}
}
