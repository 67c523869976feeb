package cpm_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// pausing is work of four weekdays from Monday 5 January 2026 that is not worked
// on the 7th to the 13th, work of two days that a link joins to it, and work of
// fifteen beside them.
func pausing(l cpm.Link) (cpm.Network, cpm.Input) {
	l.From, l.To = 0, 1
	return cpm.Network{
			Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
			Activities: []cpm.Activity{{Key: "split", Duration: 4}, {Key: "next", Duration: 2}, {Key: "beside", Duration: 15}},
			Links:      []cpm.Link{l},
		}, cpm.Input{
			Start:  day(2026, time.January, 5),
			Pauses: []cpm.Pause{{Activity: 0, Stop: day(2026, time.January, 7), Resume: day(2026, time.January, 14)}},
		}
}

func TestWhatPausesGoesOnAfterwards(t *testing.T) {
	for _, k := range []struct {
		claim       string
		link        cpm.Link
		change      func(net *cpm.Network, in *cpm.Input)
		first, next [2]int // early start and finish, as days of January
	}{
		{"two days before the pause and two after it", cpm.Link{}, nil, [2]int{5, 16}, [2]int{16, 20}},
		{"a lag counts on the plain calendar", cpm.Link{Lag: cpm.Lag{Value: 1}}, nil, [2]int{5, 16}, [2]int{19, 21}},
		{"a lag from its start runs through the pause", cpm.Link{Type: cpm.SS, Lag: cpm.Lag{Value: 3}}, nil, [2]int{5, 16}, [2]int{8, 10}},
		{"finish to finish", cpm.Link{Type: cpm.FF}, nil, [2]int{5, 16}, [2]int{14, 16}},
		{"months from its finish", cpm.Link{Lag: cpm.Lag{Unit: cpm.MonthsFromPredecessor}}, nil, [2]int{5, 16}, [2]int{15, 17}},
		{"a date that its finish must not come before is that of a day worked", cpm.Link{Type: cpm.SS}, func(net *cpm.Network, in *cpm.Input) {
			net.Activities[0].Duration = 1
			net.Activities = append(net.Activities, cpm.Activity{Key: "notice", Milestone: true})
			net.Links = append(net.Links, cpm.Link{From: 3, To: 0, Type: cpm.FF, Lag: cpm.Lag{Unit: cpm.MonthsFromPredecessor}})
			in.Constraints = []cpm.Constraint{{Activity: 3, Kind: cpm.MustStartOn, At: day(2026, 1, 8)}}
		}, [2]int{14, 15}, [2]int{14, 16}},
		{"what would start in the pause starts after it", cpm.Link{}, func(_ *cpm.Network, in *cpm.Input) {
			in.Start = day(2026, 1, 7)
		}, [2]int{14, 20}, [2]int{20, 22}},
		{"what is done before it does not notice", cpm.Link{}, func(net *cpm.Network, _ *cpm.Input) {
			net.Activities[0].Duration = 2
		}, [2]int{5, 7}, [2]int{7, 9}},
		{"nor what comes after it", cpm.Link{}, func(_ *cpm.Network, in *cpm.Input) {
			in.Start = day(2026, 1, 15)
		}, [2]int{15, 21}, [2]int{21, 23}},
		{"work of no length", cpm.Link{}, func(net *cpm.Network, in *cpm.Input) {
			net.Activities[0].Duration, in.Start = 0, day(2026, 1, 8)
		}, [2]int{14, 14}, [2]int{14, 16}},
		{"a finish in the pause is met before it", cpm.Link{Type: cpm.SF}, func(net *cpm.Network, in *cpm.Input) {
			net.Activities[0].Duration, in.Start = 2, day(2026, 1, 1)
			in.Constraints = []cpm.Constraint{{Activity: 0, Kind: cpm.FinishNoEarlierThan, At: day(2026, 1, 9)}}
		}, [2]int{5, 7}, [2]int{1, 3}},
		{"what has started goes on when the pause is over", cpm.Link{}, func(_ *cpm.Network, in *cpm.Input) {
			in.Progress = []cpm.Progress{{Activity: 0, ActualStart: in.Start, Remaining: 2}}
		}, [2]int{5, 16}, [2]int{16, 20}},
		{"and by a data date within it", cpm.Link{}, func(_ *cpm.Network, in *cpm.Input) {
			in.Progress = []cpm.Progress{{Activity: 0, ActualStart: in.Start, Remaining: 3}}
			in.DataDate = new(day(2026, 1, 9))
		}, [2]int{5, 17}, [2]int{17 + 2, 19 + 2}},
		{"started work of which nothing remains is done before it", cpm.Link{}, func(_ *cpm.Network, in *cpm.Input) {
			in.Progress = []cpm.Progress{{Activity: 0, ActualStart: in.Start}}
			in.DataDate = new(day(2026, 1, 9))
		}, [2]int{5, 7}, [2]int{9, 13}},
		{"a must-start in it is one after it", cpm.Link{}, func(_ *cpm.Network, in *cpm.Input) {
			in.Constraints = []cpm.Constraint{{Activity: 0, Kind: cpm.MustStartOn, At: day(2026, 1, 8)}}
		}, [2]int{14, 20}, [2]int{20, 22}},
		{"a delay that ends in it ends after it", cpm.Link{}, func(_ *cpm.Network, in *cpm.Input) {
			in.Delays = []cpm.Delay{{Activity: 0, Ticks: 3}}
		}, [2]int{14, 20}, [2]int{20, 22}},
		{"one that ends before it begins is none", cpm.Link{}, func(_ *cpm.Network, in *cpm.Input) {
			in.Pauses[0].Resume = in.Pauses[0].Stop
		}, [2]int{5, 9}, [2]int{9, 13}},
		{"one on a weekend neither", cpm.Link{}, func(_ *cpm.Network, in *cpm.Input) {
			in.Pauses[0].Stop, in.Pauses[0].Resume = day(2026, 1, 10), day(2026, 1, 12)
		}, [2]int{5, 9}, [2]int{9, 13}},
	} {
		net, in := pausing(k.link)
		if k.change != nil {
			k.change(&net, &in)
		}
		r := solved(t, net, in)
		for i, want := range [][2]int{k.first, k.next} {
			d := r.Dates(i)
			require.Equal(t, [2]string{cpm.Day(d.EarlyStart).String(), cpm.Day(d.EarlyFinish).String()},
				[2]string{cpm.Date(2026, 1, want[0]).String(), cpm.Date(2026, 1, want[1]).String()}, "%s: activity %d", k.claim, i)
		}
		require.Empty(t, cpm.Check(net, &in, r), k.claim)
	}
}

func TestTheFloatsOfWhatPausesCountAtTheirEnds(t *testing.T) {
	net, in := pausing(cpm.Link{})
	// The second has until the 23rd, the first until the 21st: four days from the
	// 16th at its finish, where it would start on the 16th instead of the 5th.
	for kind, want := range map[cpm.FloatKind]cpm.Work{cpm.FinishFloat: 4, cpm.StartFloat: 9, cpm.SmallestFloat: 4} {
		in.Options.Float = kind
		r := solved(t, net, in)
		d := r.Dates(0)
		require.Equal(t, []cpm.Instant{day(2026, 1, 16), day(2026, 1, 22)}, []cpm.Instant{d.LateStart, d.LateFinish})
		require.Equal(t, want, d.TotalFloat)
		require.Zero(t, d.FreeFloat)
		require.Empty(t, cpm.Check(net, &in, r))
	}
	net.Links[0].Lag.Value = -2
	in.Constraints = []cpm.Constraint{{Activity: 1, Kind: cpm.StartNoEarlierThan, At: day(2026, 1, 20)}}
	r := solved(t, net, in)
	float, _ := r.LinkFloat(0)
	require.Equal(t, cpm.Work(4), r.Dates(0).FreeFloat, "it may finish two days after the 20th")
	require.Equal(t, cpm.Work(4), float)
}

// A pause of whole days is the same as a calendar of one's own without them, but
// for lags and floats, which count on the plain one.
func TestAPauseIsACalendarOfOnesOwn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		net := drawNetwork(t)
		in := drawInput(t, net)
		for l := range net.Links {
			countOnNamedCalendar(&net, &net.Links[l])
		}
		in.Options.ALAP = cpm.ALAPMode(rapid.IntRange(0, 2).Draw(t, "mode"))
		for i := range net.Activities {
			if rapid.IntRange(0, 3).Draw(t, "late") == 0 {
				in.Constraints = append(in.Constraints, cpm.Constraint{Activity: i, Kind: cpm.AsLateAsPossible})
			}
			if rapid.IntRange(0, 3).Draw(t, "delayed") == 0 {
				in.Delays = append(in.Delays, cpm.Delay{Activity: i, Ticks: cpm.Work(rapid.IntRange(0, 6).Draw(t, "delay")), Elapsed: true})
			}
		}
		own := net
		own.Calendars, own.Activities = slices.Clone(net.Calendars), slices.Clone(net.Activities)
		ownIn := in
		for i := range net.Activities {
			if net.Activities[i].Milestone || rapid.Bool().Draw(t, "worked through") {
				continue
			}
			first := windowStart + cpm.Day(rapid.IntRange(-3, 20).Draw(t, "stop"))
			last := first + cpm.Day(rapid.IntRange(0, 9).Draw(t, "days"))
			pause := cpm.Pause{Activity: i, Stop: net.StartOf(first), Resume: net.EndOf(last)}
			if slices.ContainsFunc(in.Progress, func(p cpm.Progress) bool {
				return p.Activity == i && p.ActualStart > pause.Stop
			}) {
				continue // it begins later, within a day perhaps, or is none
			}
			in.Pauses = append(in.Pauses, pause)
			c := own.Calendars[net.Activities[i].Calendar]
			c.Exceptions = append(slices.Clone(c.Exceptions), cpm.Exception{First: first, Last: last})
			own.Activities[i].Calendar = len(own.Calendars)
			own.Calendars = append(own.Calendars, c)
		}
		r, want := solvedFor(t, net, in), solvedFor(t, own, ownIn)
		for i := range net.Activities {
			d, e := r.Dates(i), want.Dates(i)
			d.TotalFloat, d.FreeFloat, d.Critical = e.TotalFloat, e.FreeFloat, e.Critical
			require.Equal(t, e, d, "activity %d", i)
		}
		require.Equal(t, want.Finish(), r.Finish())
		require.Empty(t, cpm.Check(net, &in, r))
		if in.Options.ALAP != cpm.ALAPEarlyDates {
			requireBatch(t, r, net, in)
		}
	})
}

// countOnNamedCalendar lets a lag count on the calendar that it counts on
// anyway, by its name.
func countOnNamedCalendar(net *cpm.Network, l *cpm.Link) {
	switch l.Lag.Roll = cpm.NoRoll; l.Lag.Unit {
	case cpm.WorkOfPredecessor:
		l.Lag.Unit, l.Lag.Calendar = cpm.WorkOfCalendar, net.Activities[l.From].Calendar
	case cpm.WorkOfSuccessor:
		l.Lag.Unit, l.Lag.Calendar = cpm.WorkOfCalendar, net.Activities[l.To].Calendar
	case cpm.Percent, cpm.PercentElapsed:
		l.Lag = cpm.Lag{Value: l.Lag.Value % 4, Unit: cpm.Elapsed}
	}
}

func solvedFor(t *rapid.T, net cpm.Network, in cpm.Input) *cpm.Result {
	g, err := cpm.Build(net)
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&in, &r))
	return &r
}

// requireBatch compares a batch of the durations at hand with the result.
func requireBatch(t *rapid.T, r *cpm.Result, net cpm.Network, in cpm.Input) {
	if in.DataDate == nil {
		return // a batch knows only what remains
	}
	b := cpm.Batch{Durations: make([][cpm.Lanes]cpm.Work, len(net.Activities))}
	for i, a := range net.Activities {
		b.Durations[i][3] = a.Duration
	}
	for i := len(in.Progress) - 1; i >= 0; i-- {
		b.Durations[in.Progress[i].Activity][3] = in.Progress[i].Remaining
	}
	require.NoError(t, r.ForwardBatch(&b))
	for i := range net.Activities {
		require.Equal(t, r.Dates(i).EarlyFinish, b.EarlyFinish(i, 3), "activity %d", i)
		if !goesOn(net, in, i) {
			require.Equal(t, r.Dates(i).EarlyStart, b.EarlyStart(i, 3), "activity %d", i)
		}
	}
	require.Equal(t, r.Finish(), b.Finish[3])
}

func TestPausesAreAboutActivitiesWithinTheHorizon(t *testing.T) {
	net, in := pausing(cpm.Link{})
	g, err := cpm.Build(net)
	require.NoError(t, err)
	in.Pauses = []cpm.Pause{{Activity: 7}, {Stop: -cpm.Horizon - 1, Resume: cpm.Horizon + 1}}
	require.Equal(t, []cpm.FaultCode{cpm.UnknownActivity, cpm.DateRange, cpm.DateRange}, codes(t, g.Solve(&in, new(cpm.Result))))
	in.Pauses = []cpm.Pause{{Stop: -cpm.Horizon, Resume: cpm.Horizon}}
	var r cpm.Result
	require.NoError(t, g.Solve(&in, &r))
	require.True(t, r.Saturated(), "work that pauses for ever")
	_, err = g.ToMeet(&in, 1, in.Start, nil)
	require.Equal(t, []cpm.FaultCode{cpm.Unsupported}, codes(t, err))
}

// Work that stops over a week is taken up again where it was left.
func ExamplePause() {
	net := cpm.Network{
		Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{{Key: "dig", Duration: 4}, {Key: "build", Duration: 2}},
		Links:      []cpm.Link{{From: 0, To: 1}},
	}
	graph, _ := cpm.Build(net)
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{
		Start:  day(2026, time.January, 5),
		Pauses: []cpm.Pause{{Activity: 0, Stop: day(2026, time.January, 7), Resume: day(2026, time.January, 14)}},
	}, &result)
	for i, a := range net.Activities {
		show(a.Key, result.Dates(i))
	}
	// Output:
	// dig      2026-01-05 to 2026-01-15, float 0
	// build    2026-01-16 to 2026-01-19, float 0
}

// What has started with nothing left finishes where it stands, and what follows
// counts from there.
func TestAPauseBeginsNoEarlierThanWhatHasStarted(t *testing.T) {
	n := cpm.Network{
		Activities: []cpm.Activity{{Duration: 5}, {Duration: 1}},
		Calendars:  []cpm.Calendar{cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6)},
		Links:      []cpm.Link{{From: 0, To: 1}},
	}
	now := cpm.Instant(10)
	in := cpm.Input{DataDate: &now, Progress: []cpm.Progress{{Activity: 0, ActualStart: 10}}}
	without := solved(t, n, in)
	in.Pauses = []cpm.Pause{{Activity: 0, Stop: 5, Resume: 15}}
	with := solved(t, n, in)
	for i := range n.Activities {
		require.Equal(t, without.Dates(i), with.Dates(i))
		require.Equal(t, without.Drivers(i), with.Drivers(i))
	}
	require.Empty(t, cpm.Check(n, &in, with))
}
