package cpm_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// onASunday is work on weekdays that was done on Sunday 1 March 2026, and one
// link from it to work on the calendar of that index.
func onASunday(calendar int, l cpm.Link) (cpm.Network, cpm.Input) {
	week := cpm.MondayToFriday("week")
	everyDay := cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6)
	l.From, l.To = 0, 1
	net := cpm.Network{
		Calendars:  []cpm.Calendar{week, everyDay},
		Activities: []cpm.Activity{{Key: "done", Duration: 2}, {Key: "next", Calendar: calendar, Duration: 3}},
		Links:      []cpm.Link{l},
	}
	friday := cpm.Instant(cpm.Date(2026, time.February, 27))
	return net, cpm.Input{
		Start:    friday,
		Progress: []cpm.Progress{{Activity: 0, ActualStart: friday + 1, ActualFinish: new(friday + 3)}},
	}
}

func TestWhatFollowsCountsFromTheInstantOfWhatHasHappened(t *testing.T) {
	months := func(value int32, end bool) cpm.Lag {
		return cpm.Lag{Unit: cpm.MonthsFromPredecessor, Value: value, EndOfMonth: end}
	}
	elapsed := func(value int32) cpm.Lag { return cpm.Lag{Unit: cpm.Elapsed, Value: value} }
	for _, k := range []struct {
		claim    string
		calendar int
		link     cpm.Link
		want     cpm.Day
	}{
		{"a finish, on another calendar", 1, cpm.Link{}, cpm.Date(2026, 3, 2)},
		{"a start, on another calendar", 1, cpm.Link{Type: cpm.SS}, cpm.Date(2026, 2, 28)},
		{"elapsed time from a finish", 1, cpm.Link{Lag: elapsed(10)}, cpm.Date(2026, 3, 12)},
		{"elapsed time from a start", 1, cpm.Link{Type: cpm.SS, Lag: elapsed(10)}, cpm.Date(2026, 3, 10)},
		{"months from a finish to the end of one", 0, cpm.Link{Lag: months(3, true)}, cpm.Date(2026, 6, 30)},
		{"months from a start to the end of one", 1, cpm.Link{Type: cpm.SS, Lag: months(3, true)}, cpm.Date(2026, 5, 31)},
	} {
		net, in := onASunday(k.calendar, k.link)
		g, err := cpm.Build(net)
		require.NoError(t, err)
		var r cpm.Result
		require.NoError(t, g.Solve(&in, &r))
		require.Equal(t, cpm.Instant(k.want), r.Dates(1).EarlyStart, k.claim)
		require.Empty(t, cpm.Check(net, &in, &r), k.claim)

		snapped := in
		snapped.Progress = []cpm.Progress{toWorkingTicks(in.Progress[0], k.link.Type == cpm.SS)}
		var wrong cpm.Result
		require.NoError(t, g.Solve(&snapped, &wrong))
		require.Contains(t, rules(cpm.Check(net, &in, &wrong)), cpm.InvariantEarly, k.claim)
		ref := newReference(net, snapped)
		ref.solve()
		require.NotEqual(t, ref.early[1], r.Dates(1).EarlyStart, "the reference given the snapped dates: "+k.claim)
	}
}

// Work on weekdays that was begun on Friday 2 January 2026 and done on the
// Sunday after it.
func TestWorkDoneOnASundayIsFollowedFromMonday(t *testing.T) {
	friday := cpm.Instant(cpm.Date(2026, time.January, 2))
	for _, k := range []struct {
		lag      cpm.Lag
		dataDate *cpm.Instant
		want     cpm.Day
	}{
		{cpm.Lag{}, nil, cpm.Date(2026, 1, 5)},
		{cpm.Lag{Unit: cpm.Elapsed, Value: 10}, new(friday + 3), cpm.Date(2026, 1, 15)},
	} {
		net, in := onASunday(1, cpm.Link{Lag: k.lag})
		in.Start, in.DataDate = friday, k.dataDate
		in.Progress = []cpm.Progress{{Activity: 0, ActualStart: friday, ActualFinish: new(friday + 3)}}
		g, err := cpm.Build(net)
		require.NoError(t, err)
		var r cpm.Result
		require.NoError(t, g.Solve(&in, &r))
		require.Equal(t, cpm.Instant(k.want), r.Dates(1).EarlyStart)
		require.Empty(t, cpm.Check(net, &in, &r))
	}
}

func TestStartedWorkOfNoLengthDoesNotFinishBeforeItsStart(t *testing.T) {
	saturday := cpm.Instant(cpm.Date(2026, time.January, 3))
	for _, start := range []cpm.Instant{saturday, saturday + 1} {
		for _, dataDate := range []*cpm.Instant{nil, new(saturday + 1)} {
			net, in := onASunday(1, cpm.Link{})
			net.Activities[0].Duration = 0
			in.Start, in.DataDate = saturday-1, dataDate
			in.Progress = []cpm.Progress{{Activity: 0, ActualStart: start}}
			r := solved(t, net, in)
			d := r.Dates(0)
			require.Equal(t, []cpm.Instant{start, start}, []cpm.Instant{d.EarlyFinish, d.Finish})
			require.GreaterOrEqual(t, d.LateFinish, start)
			require.GreaterOrEqual(t, r.Dates(1).EarlyStart, d.EarlyFinish)
			require.Empty(t, cpm.Check(net, &in, r))
		}
	}
}

// toWorkingTicks takes what has happened for the working tick next to it: a
// start on Saturday for one on Monday, a finish on Sunday for one on Friday.
func toWorkingTicks(p cpm.Progress, start bool) cpm.Progress {
	if start {
		return cpm.Progress{ActualStart: p.ActualStart + 2, ActualFinish: new(p.ActualStart + 2)}
	}
	return cpm.Progress{ActualStart: p.ActualStart, ActualFinish: new(*p.ActualFinish - 2)}
}

func rules(found []cpm.Violation) []cpm.Invariant {
	var out []cpm.Invariant
	for _, v := range found {
		out = append(out, v.Invariant)
	}
	return out
}
