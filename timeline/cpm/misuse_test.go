package cpm_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// solvedPair is a small network with a summary, and its result.
func solvedPair(t *testing.T) (*cpm.Graph, *cpm.Result) {
	t.Helper()
	g, err := cpm.Build(cpm.Network{
		Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{{Key: "a", Duration: 2}, {Key: "b", Duration: 3}, {Key: "both"}},
		Links:      []cpm.Link{{From: 0, To: 1}},
		Parents:    []int{2, 2, -1},
	})
	require.NoError(t, err)
	r := new(cpm.Result)
	require.NoError(t, g.Solve(&cpm.Input{}, r))
	return g, r
}

func TestWhatIsNotThereIsAnsweredWithNothing(t *testing.T) {
	g, solved := solvedPair(t)
	results := map[string]*cpm.Result{"nil": nil, "not solved": {}, "solved": solved}
	for name, r := range results {
		for _, activity := range []int{-1, g.Activities(), 1 << 30} {
			assert.Zero(t, r.Dates(activity), name)
			assert.Zero(t, r.TotalFloat(activity), name)
			assert.Zero(t, r.FreeFloat(activity), name)
			assert.Zero(t, r.InterferingFloat(activity), name)
			assert.False(t, r.Critical(activity), name)
			assert.Empty(t, r.Drivers(activity), name)
			assert.Empty(t, r.LateDrivers(activity), name)
			assert.Zero(t, r.PathsTo(activity, 3), name)
			_, asks := r.LinkFloat(activity)
			assert.False(t, asks, name)
		}
		assert.Empty(t, cpm.Diff(r, results["not solved"]), name)
		assert.Empty(t, cpm.Diff(results["nil"], r), name)
	}
	for _, r := range []*cpm.Result{nil, {}} {
		assert.Zero(t, r.Start())
		assert.Zero(t, r.Finish())
		assert.False(t, r.Saturated())
		assert.Empty(t, r.NearCritical(1))
		assert.Empty(t, r.OutOfSequence())
		assert.Zero(t, r.CriticalPaths(3))
		assert.Error(t, r.ForwardBatch(&cpm.Batch{}))
	}
}

func TestABatchAnswersWhatItDoesNotHoldWithNothing(t *testing.T) {
	g, r := solvedPair(t)
	unused, used := &cpm.Batch{}, &cpm.Batch{Durations: make([][cpm.Lanes]cpm.Work, g.Activities())}
	require.NoError(t, r.ForwardBatch(used))
	for _, b := range []*cpm.Batch{nil, unused, used} {
		for _, at := range [][2]int{{-1, 0}, {g.Activities(), 0}, {0, -1}, {0, cpm.Lanes}, {2, 0}} {
			assert.Zero(t, b.EarlyStart(at[0], at[1]))
			assert.Zero(t, b.EarlyFinish(at[0], at[1]))
		}
	}
}

func TestAGraphThatIsNotThereHasNothing(t *testing.T) {
	var none *cpm.Graph
	assert.Zero(t, none.Activities())
	assert.Zero(t, none.Links())
	assert.Error(t, none.Solve(&cpm.Input{}, &cpm.Result{}))
	g, _ := solvedPair(t)
	for _, w := range []*cpm.WorkingTime{none.Calendar(0), g.Calendar(-1), g.Calendar(9), {}} {
		assert.Equal(t, cpm.Work(7), w.Rank(7), "every tick is worked")
		assert.Equal(t, cpm.Instant(9), w.Add(7, 2))
		assert.Equal(t, cpm.Instant(5), w.Add(7, -2))
		assert.Equal(t, cpm.Work(2), w.Between(7, 9))
	}
}

func TestWhatIsNoWeekdayIsNotWorked(t *testing.T) {
	for _, d := range []time.Weekday{-1, 7, -8, 1 << 30} {
		assert.Equal(t, cpm.Weekdays("none", 1), cpm.Weekdays("none", 1, d))
	}
}
