package cpm_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// oneBatch is the batch of a result with the same durations in every lane.
func oneBatch(t *testing.T, r *cpm.Result, durations ...cpm.Work) *cpm.Batch {
	t.Helper()
	var b cpm.Batch
	for _, d := range durations {
		b.Durations = append(b.Durations, [cpm.Lanes]cpm.Work{d, d, d, d, d, d, d, d})
	}
	require.NoError(t, r.ForwardBatch(&b))
	return &b
}

func TestWorkOfNoLengthStartsAndFinishesWithAWorkingTick(t *testing.T) {
	monday := cpm.Instant(cpm.Date(2026, time.January, 5))
	g, err := cpm.Build(cpm.Network{
		Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{{Key: "A", Duration: 5}, {Key: "Z"}, {Key: "M", Milestone: true}},
		Links:      []cpm.Link{{From: 0, To: 1}, {From: 1, To: 2}},
	})
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&cpm.Input{Start: monday}, &r))
	b := oneBatch(t, &r, 5, 0, 0)
	for _, i := range []int{1, 2} {
		d := r.Dates(i)
		require.Equal(t, []cpm.Instant{monday + 7, monday + 7}, []cpm.Instant{d.EarlyStart, d.EarlyFinish})
		require.Equal(t, []cpm.Instant{monday + 7, monday + 7}, []cpm.Instant{d.LateStart, d.LateFinish})
		require.Equal(t, []cpm.Instant{monday + 7, monday + 7}, []cpm.Instant{b.EarlyStart(i, 3), b.EarlyFinish(i, 3)})
	}
	require.Equal(t, monday+7, r.Finish())
	require.Equal(t, monday+7, b.Finish[3])
	require.Equal(t, monday+5, oneBatch(t, &r, 4, 1, 0).Finish[3], "with a day to work it is done on Friday")
}

func TestWorkOfNoLengthFinishesByADateOnAWorkingTickBeforeIt(t *testing.T) {
	sunday := cpm.Instant(cpm.Date(2026, time.January, 4))
	g, err := cpm.Build(cpm.Network{
		Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{{Key: "Z"}},
	})
	require.NoError(t, err)
	var r cpm.Result
	for _, kind := range []cpm.ConstraintKind{cpm.Deadline, cpm.FinishNoLaterThan, cpm.MustFinishOn} {
		require.NoError(t, g.Solve(&cpm.Input{Start: sunday - 7, Constraints: []cpm.Constraint{{Kind: kind, At: sunday}}}, &r))
		d := r.Dates(0)
		if kind == cpm.MustFinishOn {
			require.Equal(t, sunday-2, d.EarlyFinish)
			require.Equal(t, d.EarlyFinish, oneBatch(t, &r, 0).EarlyFinish(0, 0))
		}
		require.LessOrEqual(t, d.LateFinish, sunday)
	}
	require.NoError(t, g.Solve(&cpm.Input{Start: sunday}, &r))
	b := oneBatch(t, &r, 0)
	require.Equal(t, []cpm.Instant{sunday + 1, sunday + 1, sunday + 1}, []cpm.Instant{b.EarlyStart(0, 0), b.EarlyFinish(0, 0), b.Finish[0]})
}

func TestActualDatesAreTheSameInABatchAndCountForTheFinish(t *testing.T) {
	monday := cpm.Instant(cpm.Date(2026, time.January, 5))
	g, err := cpm.Build(cpm.Network{
		Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{{Key: "A", Duration: 5}},
	})
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&cpm.Input{
		Start: monday, DataDate: new(monday + 7),
		Progress: []cpm.Progress{{ActualStart: monday - 1, ActualFinish: new(monday + 7)}},
	}, &r))
	b := oneBatch(t, &r, 5)
	d := r.Dates(0)
	require.Equal(t, []cpm.Instant{monday - 1, monday + 7}, []cpm.Instant{d.EarlyStart, d.EarlyFinish})
	require.Equal(t, []cpm.Instant{monday - 1, monday + 7}, []cpm.Instant{b.EarlyStart(0, 0), b.EarlyFinish(0, 0)})
	require.Equal(t, []cpm.Instant{monday + 7, monday + 7}, []cpm.Instant{r.Finish(), b.Finish[0]})
	require.Equal(t, uint64(1), r.CriticalPaths(1).Count)
}

func TestMonthsCountAnEndOfNoLengthOnItsLastDay(t *testing.T) {
	april := cpm.Instant(cpm.Date(2026, time.April, 1))
	g, err := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "notice", Duration: 1}, {Key: "end of the contract"}},
		Links:      []cpm.Link{{From: 0, To: 1, Type: cpm.FF, Lag: cpm.Lag{Value: 6, Unit: cpm.MonthsFromSuccessor}}},
	})
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&cpm.Input{
		Start:       april - 365,
		Constraints: []cpm.Constraint{{Activity: 1, Kind: cpm.MustFinishOn, At: april}},
	}, &r))
	var n cpm.Network
	require.Equal(t, cpm.Date(2026, time.March, 31), n.LastDay(r.Dates(1).EarlyFinish))
	require.Equal(t, cpm.Date(2025, time.September, 30), n.LastDay(r.Dates(0).LateFinish))
}

func TestAMilestoneThatHasStartedIsReached(t *testing.T) {
	g, err := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "reached", Milestone: true}, {Key: "next", Duration: 2}},
		Links:      []cpm.Link{{From: 0, To: 1}},
	})
	require.NoError(t, err)
	var r cpm.Result
	in := cpm.Input{DataDate: new(cpm.Instant(9)), Progress: []cpm.Progress{{Activity: 0, ActualStart: 4}}}
	require.NoError(t, g.Solve(&in, &r))
	d := r.Dates(0)
	require.Equal(t, []cpm.Instant{4, 4, 4, 4}, []cpm.Instant{d.EarlyStart, d.EarlyFinish, d.LateStart, d.LateFinish})
	require.False(t, d.Critical)
	require.Equal(t, cpm.Instant(9), r.Dates(1).EarlyStart)
}
