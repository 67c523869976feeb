package cpm_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// The activities of watched: a 0–5, b 5–8 after it, c 0–4 with a float of 4, and
// the level of effort.
const (
	a = iota
	b
	c
	watch
)

// watched is a small network on every day from 0 to 8, with links of a level of
// effort.
func watched(links ...cpm.Link) cpm.Network {
	return cpm.Network{
		Activities: []cpm.Activity{
			{Key: "a", Duration: 5}, {Key: "b", Duration: 3}, {Key: "c", Duration: 4}, {Key: "watch", LevelOfEffort: true},
		},
		Links: append([]cpm.Link{{From: a, To: b}}, links...),
	}
}

func after(from int, kind cpm.LinkType, lag int32) cpm.Link {
	return cpm.Link{From: from, To: watch, Type: kind, Lag: cpm.Lag{Unit: cpm.Elapsed, Value: lag}}
}

func before(to int, kind cpm.LinkType, lag int32) cpm.Link {
	return cpm.Link{From: watch, To: to, Type: kind, Lag: cpm.Lag{Unit: cpm.Elapsed, Value: lag}}
}

func TestALevelOfEffortSpansWhatItIsLinkedTo(t *testing.T) {
	for _, k := range []struct {
		claim       string
		links       []cpm.Link
		early, late [2]cpm.Instant
	}{
		{"without links the whole project", nil, [2]cpm.Instant{0, 8}, [2]cpm.Instant{0, 8}},
		{"from a finish", []cpm.Link{after(a, cpm.FS, 0)}, [2]cpm.Instant{5, 8}, [2]cpm.Instant{5, 8}},
		{"from a finish that may be late", []cpm.Link{after(c, cpm.FS, 0)}, [2]cpm.Instant{4, 8}, [2]cpm.Instant{8, 8}},
		{"from a day after a start", []cpm.Link{after(c, cpm.SS, 1)}, [2]cpm.Instant{1, 8}, [2]cpm.Instant{5, 8}},
		{"from the start of a successor", []cpm.Link{before(b, cpm.SS, 0)}, [2]cpm.Instant{5, 8}, [2]cpm.Instant{5, 8}},
		{"from two days before it", []cpm.Link{before(b, cpm.SS, 2)}, [2]cpm.Instant{3, 8}, [2]cpm.Instant{3, 8}},
		{"from the finish of a successor", []cpm.Link{before(a, cpm.SF, 0)}, [2]cpm.Instant{5, 8}, [2]cpm.Instant{5, 8}},
		{"to a finish", []cpm.Link{after(a, cpm.FF, 0)}, [2]cpm.Instant{0, 5}, [2]cpm.Instant{0, 5}},
		{"to a start", []cpm.Link{after(b, cpm.SF, 0)}, [2]cpm.Instant{0, 5}, [2]cpm.Instant{0, 5}},
		{"to the start of a successor", []cpm.Link{before(b, cpm.FS, 0)}, [2]cpm.Instant{0, 5}, [2]cpm.Instant{0, 5}},
		{"to a day before it", []cpm.Link{before(b, cpm.FS, 1)}, [2]cpm.Instant{0, 4}, [2]cpm.Instant{0, 4}},
		{"to the finish of a successor", []cpm.Link{before(c, cpm.FF, 0)}, [2]cpm.Instant{0, 4}, [2]cpm.Instant{0, 8}},
		{"from the earliest to the latest",
			[]cpm.Link{after(a, cpm.FS, 0), after(c, cpm.FS, 0), after(a, cpm.FF, 0), before(c, cpm.FF, 0)},
			[2]cpm.Instant{4, 5}, [2]cpm.Instant{5, 8}},
		{"never to before its start", []cpm.Link{after(a, cpm.FS, 0), after(c, cpm.FF, 0)},
			[2]cpm.Instant{5, 5}, [2]cpm.Instant{5, 8}},
	} {
		net := watched(k.links...)
		r := solved(t, net, cpm.Input{})
		require.Equal(t, cpm.Dates{
			EarlyStart: k.early[0], EarlyFinish: k.early[1], Start: k.early[0], Finish: k.early[1],
			LateStart: k.late[0], LateFinish: k.late[1],
		}, r.Dates(watch), k.claim)
		require.Empty(t, cpm.Check(net, &cpm.Input{}, r), k.claim)
	}
}

func TestALevelOfEffortMovesNobodyAndCyclesThroughItAreNone(t *testing.T) {
	net := watched(
		before(a, cpm.FS, 0), after(a, cpm.FS, 0), after(b, cpm.FF, 0), before(b, cpm.FS, 9), before(c, cpm.SS, 4), after(c, cpm.SS, 0))
	r, bare := solved(t, net, cpm.Input{}), solved(t, watched(), cpm.Input{})
	for i := range watch {
		require.Equal(t, bare.Dates(i), r.Dates(i))
		require.Equal(t, bare.Drivers(i), r.Drivers(i))
		require.Equal(t, bare.LateDrivers(i), r.LateDrivers(i))
	}
	require.Equal(t, bare.Finish(), r.Finish())
	require.Equal(t, bare.CriticalPaths(9), r.CriticalPaths(9))
	require.Equal(t, cpm.Instant(-4), r.Dates(watch).EarlyStart, "four before c")

	net.Activities[c].Duration = 1 << 29 // with something else wrong
	_, err := cpm.Build(net)
	require.Equal(t, []cpm.FaultCode{cpm.DurationRange}, codes(t, err))
}

func TestALevelOfEffortAnswersWithDatesOnly(t *testing.T) {
	net := watched(after(a, cpm.FS, 0), before(b, cpm.FF, 0))
	g, err := cpm.Build(net)
	require.NoError(t, err)
	var r cpm.Result
	in := cpm.Input{Options: cpm.Options{Critical: 9}}
	require.NoError(t, g.Solve(&in, &r))
	require.Zero(t, r.TotalFloat(watch))
	require.Zero(t, r.FreeFloat(watch))
	require.Zero(t, r.InterferingFloat(watch))
	require.False(t, r.Critical(watch), "though everything else is")
	require.NotContains(t, r.NearCritical(99), watch)
	require.Empty(t, r.Drivers(watch))
	require.Empty(t, r.LateDrivers(watch))
	require.Zero(t, r.PathsTo(watch, 3))
	for link := 1; link < 3; link++ {
		_, asks := r.LinkFloat(link)
		require.False(t, asks)
	}
	batch := cpm.Batch{Durations: make([][cpm.Lanes]cpm.Work, 4)}
	batch.Durations[watch][0] = -5
	require.NoError(t, r.ForwardBatch(&batch), "its duration counts for nothing")
	require.Zero(t, batch.EarlyFinish(watch, 0))
	_, err = g.ToMeet(&in, watch, 3, nil)
	require.Equal(t, []cpm.FaultCode{cpm.EffortTarget}, codes(t, err))
	cut, err := g.ToMeet(&in, b, 7, []cpm.Crash{{Activity: watch, Limit: 3, Price: 1}, {Activity: b, Limit: 2, Price: 9}})
	require.NoError(t, err)
	require.Equal(t, []cpm.Shortening{{Activity: b, Ticks: 1}}, cut.Shorten)
	require.Empty(t, cut.Verify(net, &in))
}

func TestConstraintsCutALevelOfEffortShort(t *testing.T) {
	for _, k := range []struct {
		claim string
		kind  cpm.ConstraintKind
		at    cpm.Instant
		want  [2]cpm.Instant
	}{
		{"no earlier than", cpm.StartNoEarlierThan, 6, [2]cpm.Instant{6, 8}},
		{"no earlier than what comes before it", cpm.StartNoEarlierThan, 3, [2]cpm.Instant{5, 8}},
		{"no later than", cpm.FinishNoLaterThan, 7, [2]cpm.Instant{5, 7}},
		{"no later than its start", cpm.FinishNoLaterThan, 2, [2]cpm.Instant{5, 5}},
		{"a start that must be", cpm.MustStartOn, 1, [2]cpm.Instant{1, 8}},
		{"a finish that must be", cpm.MustFinishOn, 99, [2]cpm.Instant{5, 99}},
	} {
		net := watched(after(a, cpm.FS, 0))
		in := cpm.Input{Constraints: []cpm.Constraint{{Activity: watch, Kind: k.kind, At: k.at}}}
		r := solved(t, net, in)
		d := r.Dates(watch)
		require.Equal(t, k.want, [2]cpm.Instant{d.EarlyStart, d.EarlyFinish}, k.claim)
		require.Empty(t, r.Warnings())
		require.Equal(t, cpm.Instant(8), r.Finish(), k.claim)
		require.Empty(t, cpm.Check(net, &in, r), k.claim)
	}
}

// On weekdays, a Friday's finish is the Saturday on which the level of effort
// begins, and a month from it is counted from the Friday.
func TestALevelOfEffortIsNotHeldToWorkingTime(t *testing.T) {
	for _, k := range []struct {
		lag  cpm.Lag
		want cpm.Instant
	}{
		{cpm.Lag{}, january(10)},
		{cpm.Lag{Value: 1}, january(13)},
		{cpm.Lag{Unit: cpm.WorkOfSuccessor, Value: -1}, january(9)},
		{cpm.Lag{Unit: cpm.MonthsFromPredecessor, Value: 1}, day(2026, 2, 9)},
		{cpm.Lag{Unit: cpm.Percent, Value: 2000}, january(13)},
	} {
		net := cpm.Network{
			Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
			Activities: []cpm.Activity{{Key: "work", Duration: 5}, {Key: "later", Duration: 60}, {Key: "watch", LevelOfEffort: true}},
			Links:      []cpm.Link{{From: 0, To: 2, Lag: k.lag}},
		}
		r := solved(t, net, cpm.Input{Start: january(5)})
		require.Equal(t, k.want, r.Dates(2).EarlyStart)
	}
}

func TestScheduledDatesOfALevelOfEffortFollowScheduledDates(t *testing.T) {
	in := cpm.Input{Constraints: []cpm.Constraint{{Activity: c, Kind: cpm.AsLateAsPossible}}}
	d := solved(t, watched(after(c, cpm.SS, 0)), in).Dates(watch)
	require.Equal(t, []cpm.Instant{0, 4}, []cpm.Instant{d.EarlyStart, d.Start})
}

func TestSummariesDoNotSpanLevelsOfEffortUnlessThereIsNothingElse(t *testing.T) {
	net := watched(cpm.Link{From: 4, To: watch, Type: cpm.SS}, cpm.Link{From: 4, To: watch, Type: cpm.FF}, cpm.Link{From: 4, To: c})
	net.Activities = append(net.Activities,
		cpm.Activity{Key: "work"}, cpm.Activity{Key: "help"}, cpm.Activity{Key: "all along", LevelOfEffort: true})
	net.Parents = []int{4, 4, -1, 4, -1, -1, 5}
	r := solved(t, net, cpm.Input{})
	at := func(i int) [2]cpm.Instant { return [2]cpm.Instant{r.Dates(i).EarlyStart, r.Dates(i).EarlyFinish} }
	require.Equal(t, [2]cpm.Instant{0, 8}, at(watch), "what it is below of, which does not span it")
	require.Equal(t, [2]cpm.Instant{0, 8}, at(4))
	require.Equal(t, [2]cpm.Instant{8, 12}, at(c), "after the summary")
	require.Equal(t, [2]cpm.Instant{0, 12}, at(6))
	require.Equal(t, [2]cpm.Instant{0, 12}, at(5), "nothing but a level of effort below")
	require.False(t, r.Critical(5))
	require.Empty(t, r.Drivers(5))
	require.Empty(t, cpm.Check(net, &cpm.Input{}, r))

	net.Links = append(net.Links, cpm.Link{From: 5, To: a, Type: cpm.FS})
	r = solved(t, net, cpm.Input{})
	require.Equal(t, []cpm.WarningCode{cpm.EffortLink}, warnings(r))
	require.Equal(t, []string{"help", "a"}, r.Warnings()[0].Keys)
	require.Equal(t, [2]cpm.Instant{0, 5}, at(a))
	require.Equal(t, cpm.Instant(0), solved(t, cpm.Network{
		Activities: net.Activities[5:], Parents: []int{-1, 0},
	}, cpm.Input{}).Finish(), "nothing but levels of effort at all")
}

func TestWhatFollowsBehindManyLevelsOfEffortKeepsItsLinks(t *testing.T) {
	// Links of the levels of effort stand between the others.
	net := watched()
	net.Links = nil
	for i := range 3 {
		net.Activities = append(net.Activities, cpm.Activity{Key: fmt.Sprint("watch", i), LevelOfEffort: true})
		net.Links = append(net.Links,
			cpm.Link{From: a, To: 4 + i}, cpm.Link{From: 4 + i, To: b, Type: cpm.FF}, cpm.Link{From: i % 2, To: 1 + i%2})
	}
	r := solved(t, net, cpm.Input{Lags: []int32{0, 0, 2, 0, 0, 1, 0, 0, 0}})
	require.Equal(t, []cpm.Driver{{cpm.LinkDriver, 2, a, -1, -1}}, r.Drivers(b))
	require.Equal(t, []cpm.Driver{{cpm.LinkDriver, 5, b, -1, -1}}, r.Drivers(c))
	require.Equal(t, cpm.Instant(15), r.Finish())
	float, asks := r.LinkFloat(8)
	require.Equal(t, cpm.Work(2), float)
	require.True(t, asks)
}

// Somebody is on guard from when the walls stand until the roof is on.
func ExampleActivity_levelOfEffort() {
	net := cpm.Network{
		Activities: []cpm.Activity{
			{Key: "walls", Duration: 4}, {Key: "windows", Duration: 2}, {Key: "roof", Duration: 5}, {Key: "guard", LevelOfEffort: true},
		},
		Links: []cpm.Link{
			{From: 0, To: 1}, {From: 0, To: 2},
			{From: 0, To: 3},               // starts when the walls are finished
			{From: 2, To: 3, Type: cpm.FF}, // finishes with the roof
		},
	}
	graph, _ := cpm.Build(net)
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{Start: day(2026, time.January, 5)}, &result)
	for i, x := range net.Activities {
		show(x.Key, result.Dates(i))
	}
	fmt.Println("the guard is critical:", result.Critical(3))
	// Output:
	// walls    2026-01-05 to 2026-01-08, float 0
	// windows  2026-01-09 to 2026-01-10, float 3
	// roof     2026-01-09 to 2026-01-13, float 0
	// guard    2026-01-09 to 2026-01-13, float 0
	// the guard is critical: false
}

func TestTheConstraintsOnALevelOfEffortMeanTheSameInAnyOrder(t *testing.T) {
	net := watched(after(a, cpm.SS, 0), after(a, cpm.FF, 0)) // 0–5
	constraints := []cpm.Constraint{
		{Activity: watch, Kind: cpm.MustStartOn, At: 1}, {Activity: watch, Kind: cpm.StartNoEarlierThan, At: 2},
		{Activity: watch, Kind: cpm.MustFinishOn, At: 7}, {Activity: watch, Kind: cpm.MustFinishOn, At: 9},
		{Activity: watch, Kind: cpm.FinishNoLaterThan, At: 6},
	}
	for range constraints {
		constraints = append(constraints[1:], constraints[0])
		in := cpm.Input{Constraints: constraints}
		d := solved(t, net, in).Dates(watch)
		require.Equal(t, [2]cpm.Instant{2, 6}, [2]cpm.Instant{d.EarlyStart, d.EarlyFinish}, constraints)
	}
	for _, in := range []cpm.Input{{Constraints: constraints[:3]}, {Constraints: constraints[2:]}} {
		require.Empty(t, cpm.Check(net, &in, solved(t, net, in)))
	}
}

func TestALagToALevelOfEffortCountsFromTheActualStart(t *testing.T) {
	net, in := outOfSequence(cpm.Lag{Value: 4})
	net.Activities[2] = cpm.Activity{Key: "watch", LevelOfEffort: true}
	for _, in.Options.StartLag = range []cpm.StartLagMode{cpm.LagFromActualStart, cpm.LagFromEarlyStart} {
		r := solved(t, net, in)
		require.Equal(t, day(2026, 1, 9), r.Dates(2).EarlyStart)
		require.Empty(t, cpm.Check(net, &in, r))
	}
}
