package cpm_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// aMonthAfter is work, a milestone that it ends in, and other work a month after
// that, to the end of the month.
func aMonthAfter(side cpm.Side) cpm.Network {
	return cpm.Network{
		Calendars: []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{
			{Key: "work", Duration: 3}, {Key: "done", Milestone: true, Side: side}, {Key: "next", Duration: 1},
		},
		Links: []cpm.Link{
			{From: 0, To: 1},
			{From: 1, To: 2, Lag: cpm.Lag{Value: 1, Unit: cpm.MonthsFromPredecessor, EndOfMonth: true}},
		},
	}
}

func TestAMonthFromAMilestoneAtTheEndOfADayIsOneFromTheWorkBeforeIt(t *testing.T) {
	in := cpm.Input{Start: day(2025, time.December, 29)}
	r := solved(t, aMonthAfter(cpm.FinishSide), in)
	require.Equal(t, day(2026, time.January, 1), r.Dates(1).EarlyFinish, "the end of 31 December")
	require.Equal(t, day(2026, time.February, 2), r.Dates(2).EarlyStart)
	require.Equal(t, day(2026, time.March, 2), solved(t, aMonthAfter(cpm.StartSide), in).Dates(2).EarlyStart)

	direct := aMonthAfter(cpm.FinishSide)
	direct.Links[1].From = 0
	require.Equal(t, day(2026, time.February, 2), solved(t, direct, in).Dates(2).EarlyStart)
}

func TestAMilestoneAtTheEndOfADayIsReachedWhenItsDateIsOver(t *testing.T) {
	for _, ticks := range []int32{1, 1440} {
		for side, want := range map[cpm.Side]cpm.Day{
			cpm.StartSide: cpm.Date(2026, time.February, 28), cpm.FinishSide: cpm.Date(2026, time.March, 1),
		} {
			for _, unit := range []cpm.LagUnit{cpm.MonthsFromPredecessor, cpm.MonthsFromSuccessor} {
				net := cpm.Network{
					TicksPerDay: ticks,
					Activities:  []cpm.Activity{{Key: "notice", Milestone: true}, {Key: "ends", Milestone: true, Side: side}},
					Links:       []cpm.Link{{From: 0, To: 1, Lag: cpm.Lag{Value: 1, Unit: unit}}},
				}
				in := cpm.Input{Start: net.StartOf(cpm.Date(2026, time.January, 28))}
				r := solved(t, net, in)
				require.Equal(t, net.StartOf(want), r.Dates(1).EarlyStart)
				require.Equal(t, in.Start, r.Dates(0).EarlyStart)
				require.Empty(t, cpm.Check(net, &in, r))
			}
		}
	}
}

// A milestone that closes a day counts its months from that day.
func ExampleSide() {
	net := cpm.Network{
		Activities: []cpm.Activity{
			{Key: "adopted", Milestone: true, Side: cpm.FinishSide},
			{Key: "in force", Duration: 1},
		},
		Links: []cpm.Link{{From: 0, To: 1, Lag: cpm.Lag{Value: 1, Unit: cpm.MonthsFromPredecessor, EndOfMonth: true}}},
	}
	graph, _ := cpm.Build(net)
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{Start: net.EndOf(cpm.Date(2025, time.December, 31))}, &result)
	fmt.Println(cpm.Day(result.Dates(1).EarlyStart))
	// Output: 2026-01-31
}
