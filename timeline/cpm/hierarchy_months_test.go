package cpm_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func TestALagOfMonthsToASummaryBindsItsLeavesAsOneToThem(t *testing.T) {
	for name, to := range map[string]int{"to the leaf": 2, "to the summary": 1} {
		r := solved(t, cpm.Network{
			Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
			Activities: []cpm.Activity{{Key: "before", Duration: 1}, {Key: "phase"}, {Key: "leaf", Duration: 1}},
			Parents:    []int{-1, -1, 1},
			Links:      []cpm.Link{{From: 0, To: to, Type: cpm.FF, Lag: cpm.Lag{Value: 1, Unit: cpm.MonthsFromPredecessor}}},
		}, cpm.Input{Start: day(2026, time.January, 28)})
		require.Equal(t, cpm.Date(2026, time.March, 2), cpm.Day(r.Dates(1).EarlyFinish-1), name)
	}
}

func TestAMilestoneThatASummaryEndsInDatesIt(t *testing.T) {
	for name, from := range map[string]int{"from the milestone": 2, "from the summary": 0} {
		r := solved(t, cpm.Network{
			Activities: []cpm.Activity{{Key: "phase"}, {Key: "work", Duration: 3}, {Key: "end", Milestone: true}, {Key: "next", Duration: 1}},
			Parents:    []int{-1, 0, 0, -1},
			Links:      []cpm.Link{{From: 1, To: 2}, {From: from, To: 3, Lag: cpm.Lag{Value: 1, Unit: cpm.MonthsFromPredecessor}}},
		}, cpm.Input{Start: day(2026, time.January, 29)})
		require.Equal(t, day(2026, time.February, 1), r.Dates(0).EarlyFinish)
		require.Equal(t, day(2026, time.March, 1), r.Dates(3).EarlyStart, name)
	}
}

// Work that has to end in the month after 10 January 2026, on 10 February or later,
// and has finished with the 9th.
func TestALagOfMonthsToASummaryIsBrokenByItsLastDayAsOneToALeaf(t *testing.T) {
	for name, to := range map[string]int{"to the leaf": 2, "to the summary": 1} {
		for finish, broken := range map[int]bool{9: true, 10: false} {
			for _, mode := range []cpm.FinishedMode{cpm.FinishedStops, cpm.FinishedCarries} {
				r := solved(t, cpm.Network{
					Activities: []cpm.Activity{{Key: "before", Duration: 1}, {Key: "phase"}, {Key: "leaf", Duration: 1}},
					Parents:    []int{-1, -1, 1},
					Links:      []cpm.Link{{From: 0, To: to, Type: cpm.FF, Lag: cpm.Lag{Value: 1, Unit: cpm.MonthsFromPredecessor}}},
				}, cpm.Input{
					Start:    day(2026, time.January, 10),
					Progress: []cpm.Progress{{Activity: 2, ActualStart: day(2026, 2, 1), ActualFinish: new(day(2026, 2, finish+1))}},
					Options:  cpm.Options{Finished: mode},
				})
				require.Equal(t, broken, len(r.OutOfSequence()) == 1, "%s, %d", name, finish)
			}
		}
	}
}
