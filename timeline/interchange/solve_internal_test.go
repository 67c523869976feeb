package interchange

import (
	"fmt"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A chain whose links bind less in the file than in the schedule takes a deadline for
// each of its tasks, one after the other.
func TestTheDatesOfALongChainAreStoredToo(t *testing.T) {
	const n = 3 * mostRounds
	step := func(i int) string { return fmt.Sprintf("own/skridt-%02d", i) }
	p := plan.New("Roskilde")
	p.Own = map[string]plan.OwnTask{}
	for i := range n {
		own := plan.OwnTask{Name: fmt.Sprint("Skridt ", i), Task: plan.Task{Duration: new(1)}}
		if i == 0 {
			own.PlannedStart = new(date.New(2014, 8, 1))
		} else {
			own.Predecessors = []plan.Predecessor{{Task: step(i - 1), Lag: &drejebog.Lag{Value: 2, Unit: drejebog.Workdays}}}
		}
		if i == n-1 {
			own.Deadline = new(date.New(2016, 12, 20))
		}
		p.Own[step(i)] = own
	}
	s, err := timeline.Compute(booktest.Book(t), p)
	require.NoError(t, err)
	project := FromSchedule(s, lang.Danish)
	b := &scheduleBuilder{Project: project, sched: s, words: s.Book.Words}
	chain := 0
	for i := range b.Tasks {
		if task := &b.Tasks[i]; plan.IsOwnID(task.WBS) {
			chain++
			task.LateFinish = nil
			for l := range task.Links {
				task.Links[l].Lag = 0
			}
		}
	}
	require.Equal(t, n, chain)

	b.solve()
	for i := range b.Tasks {
		if task := &b.Tasks[i]; plan.IsOwnID(task.WBS) {
			require.NotNil(t, task.LateFinish, task.WBS)
			assert.Equal(t, s.Task(task.WBS).LateFinish.Date, task.LateFinish.LastDay(), task.WBS)
		}
	}
}
