package cpm_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func TestChainOnAWeekSkipsTheWeekend(t *testing.T) {
	monday := cpm.Date(2026, time.January, 5)
	g, err := cpm.Build(cpm.Network{
		Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{{Key: "A", Duration: 5}, {Key: "B", Duration: 3}, {Key: "C", Duration: 1}, {Key: "M", Milestone: true}},
		Links:      []cpm.Link{{From: 0, To: 1}, {From: 0, To: 2}, {From: 1, To: 3}, {From: 2, To: 3}},
	})
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&cpm.Input{Start: cpm.Instant(monday)}, &r))
	require.Equal(t, cpm.Dates{
		EarlyStart: cpm.Instant(monday + 7), EarlyFinish: cpm.Instant(monday + 10),
		LateStart: cpm.Instant(monday + 7), LateFinish: cpm.Instant(monday + 10),
		Start: cpm.Instant(monday + 7), Finish: cpm.Instant(monday + 10), Critical: true,
	}, r.Dates(1))
	require.Equal(t, cpm.Work(2), r.TotalFloat(2))
	require.Equal(t, cpm.Work(2), r.FreeFloat(2))
	require.Equal(t, cpm.Instant(monday+10), r.Dates(3).Start)
	require.Equal(t, cpm.Instant(monday+10), r.Finish())
}

func TestACycleIsNamedByItsKeys(t *testing.T) {
	_, err := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "a"}, {Key: "b"}, {Key: "c"}, {Key: "d"}},
		Links:      []cpm.Link{{From: 0, To: 1}, {From: 1, To: 2}, {From: 2, To: 0}, {From: 1, To: 0}, {From: 2, To: 3}},
	})
	var faults cpm.Faults
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults, 1)
	require.Equal(t, cpm.LinkCycle, faults[0].Code)
	require.Equal(t, []string{"a", "b"}, faults[0].Keys)
}
