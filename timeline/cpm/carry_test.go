package cpm_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// doneTooEarly is work of five weekdays that is to do from Thursday 8 January
// 2026 on, work after it that was done from the 5th to the 7th nevertheless, and
// work of two days that a lag joins to that.
func doneTooEarly(l cpm.Link) (cpm.Network, cpm.Input) {
	l.From, l.To = 1, 2
	return cpm.Network{
			Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
			Activities: []cpm.Activity{{Key: "before", Duration: 5}, {Key: "done", Duration: 3}, {Key: "after", Duration: 2}},
			Links:      []cpm.Link{{From: 0, To: 1}, l},
		}, cpm.Input{
			Start:    day(2026, time.January, 5),
			DataDate: new(day(2026, time.January, 8)),
			Progress: []cpm.Progress{{Activity: 1, ActualStart: day(2026, 1, 5), ActualFinish: new(day(2026, 1, 8))}},
		}
}

func TestFinishedWorkStopsOrCarriesThroughWhatItWaitedFor(t *testing.T) {
	for _, k := range []struct {
		claim       string
		link        cpm.Link
		change      func(net *cpm.Network, in *cpm.Input)
		stop, carry int // start of what comes after, in January
	}{
		{"what is to be done before it ends with the 14th", cpm.Link{}, nil, 8, 15},
		{"with all of the lag left", cpm.Link{Lag: cpm.Lag{Value: 3}}, nil, 13, 20},
		{"with what is left of it", cpm.Link{Lag: cpm.Lag{Value: 3}}, func(_ *cpm.Network, in *cpm.Input) {
			in.DataDate = new(day(2026, 1, 12))
		}, 13, 20},
		{"elapsed time", cpm.Link{Lag: cpm.Lag{Value: 5, Unit: cpm.Elapsed}}, func(_ *cpm.Network, in *cpm.Input) {
			in.DataDate = new(day(2026, 1, 12))
		}, 13, 20},
		{"a lead counts as nothing", cpm.Link{Lag: cpm.Lag{Value: -2}}, nil, 8, 15},
		{"of months nothing is left", cpm.Link{Lag: cpm.Lag{Value: 1, Unit: cpm.MonthsFromPredecessor}}, nil, 31 + 9, 31 + 9},
		{"from its start too", cpm.Link{Type: cpm.SS}, nil, 8, 15},
		{"to a finish", cpm.Link{Type: cpm.FF}, nil, 8, 13},
		{"not when progress overrides logic", cpm.Link{}, func(_ *cpm.Network, in *cpm.Input) {
			in.Options.Progress = cpm.ProgressOverride
		}, 8, 8},
		{"not in sequence", cpm.Link{}, func(_ *cpm.Network, in *cpm.Input) {
			in.Progress = append(in.Progress, cpm.Progress{Activity: 0, ActualStart: day(2026, 1, 1), ActualFinish: new(day(2026, 1, 3))})
		}, 8, 8},
		{"to work on another calendar", cpm.Link{}, func(net *cpm.Network, in *cpm.Input) {
			net.Calendars = append(net.Calendars, cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6))
			net.Activities[2].Calendar = 1
			in.DataDate = new(day(2026, 1, 12))
		}, 12, 19},
	} {
		net, in := doneTooEarly(k.link)
		if k.change != nil {
			k.change(&net, &in)
		}
		for mode, want := range []int{k.stop, k.carry} {
			in.Options.Finished = cpm.FinishedMode(mode)
			r := solved(t, net, in)
			require.Equal(t, cpm.Date(2026, 1, want).String(), cpm.Day(r.Dates(2).EarlyStart).String(), k.claim)
			require.Equal(t, day(2026, 1, 8), r.Dates(1).EarlyFinish, k.claim)
			require.Empty(t, cpm.Check(net, &in, r), k.claim)
			b := oneBatch(t, r, 5, 0, 2)
			require.Equal(t, r.Dates(2).EarlyStart, b.EarlyStart(2, 7), k.claim)
		}
	}
}

func TestLinksOfASummaryAboveFinishedWorkDoNotCarry(t *testing.T) {
	const before, done, after, above = 0, 1, 2, 3
	for _, k := range []struct {
		claim string
		links []cpm.Link
	}{
		{"to it", []cpm.Link{{From: before, To: above}, {From: done, To: after}}},
		{"from its finish", []cpm.Link{{From: before, To: done}, {From: above, To: after}}},
		{"from its start", []cpm.Link{{From: before, To: done}, {From: above, To: after, Type: cpm.SS}}},
	} {
		net, in := doneTooEarly(cpm.Link{})
		net.Activities = append(net.Activities, cpm.Activity{Key: "above"})
		net.Parents, net.Links = []int{-1, above, -1, -1}, k.links
		in.MustFinish = new(day(2026, 1, 8))
		in.Options.Finished = cpm.FinishedCarries
		r := solved(t, net, in)
		require.Equal(t, day(2026, 1, 8), r.Dates(after).EarlyStart, k.claim)
		require.Equal(t, day(2026, 1, 1), r.Dates(before).LateStart, "%s: nobody waits for it", k.claim)
		requireReference(t, net, in, r)
		require.Empty(t, cpm.Check(net, &in, r), k.claim)
		require.Equal(t, day(2026, 1, 8), oneBatch(t, r, 5, 0, 2, 0).EarlyStart(after, 7), k.claim)
	}
}

func TestALinkToTheFinishOfFinishedWorkSeesItAsWorkOfNoLength(t *testing.T) {
	net, in := doneTooEarly(cpm.Link{})
	net.Links[0] = cpm.Link{From: 0, To: 1, Type: cpm.FF, Lag: cpm.Lag{Unit: cpm.MonthsFromPredecessor}}
	net.Activities[0].Duration = 1
	net.Calendars = append(net.Calendars, cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6))
	net.Activities[0].Calendar = 1
	in.DataDate = new(day(2026, 1, 10))
	in.Options.Finished = cpm.FinishedCarries
	r := solved(t, net, in)
	require.Equal(t, day(2026, 1, 12), r.Dates(2).EarlyStart, "done on Saturday, it ends as Monday begins, and so on Sunday")
	require.Equal(t, day(2026, 1, 12), r.Dates(0).LateFinish)
	requireReference(t, net, in, r)
}

func TestWhatIsCarriedThroughDrives(t *testing.T) {
	net, in := doneTooEarly(cpm.Link{})
	in.Options.Finished = cpm.FinishedCarries
	r := solved(t, net, in)
	require.Zero(t, r.TotalFloat(0))
	require.Zero(t, r.FreeFloat(0))
	require.Equal(t, []int{0, 1, 2}, r.CriticalPaths(9).Listed[0].Activities)
	require.Equal(t, cpm.LinkDriver, r.LateDrivers(0)[0].Kind)
	require.Equal(t, cpm.ProgressDriver, r.Drivers(1)[0].Kind, "it has happened")
	require.Equal(t, 1, r.Drivers(2)[0].Link)
	float, asks := r.LinkFloat(0)
	require.True(t, asks)
	require.Zero(t, float)

	in.Options.Finished = cpm.FinishedStops
	r = solved(t, net, in)
	require.Equal(t, cpm.Work(3), r.TotalFloat(2))
	_, asks = r.LinkFloat(0)
	require.False(t, asks)
}

// Where all is work on one calendar, linked from finish to start without lags, to
// carry through is to join what comes before finished work to what comes after.
func TestToCarryThroughIsToWaitForWhatComesBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		net := drawNetwork(t)
		net.Calendars = net.Calendars[:1]
		for i := range net.Activities {
			net.Activities[i].Calendar, net.Activities[i].Milestone = 0, false
		}
		in := drawInput(t, net)
		for l := range net.Links {
			net.Links[l].Type, net.Links[l].Lag = cpm.FS, cpm.Lag{}
		}
		in.Options.Progress, in.Options.Finished = cpm.RetainedLogic, cpm.FinishedCarries
		in.Options.FreeFloat = cpm.FreeOfAllLinks
		if rapid.Bool().Draw(t, "late") {
			in.Constraints = append(in.Constraints, cpm.Constraint{Activity: 0, Kind: cpm.AsLateAsPossible})
			in.Options.ALAP = cpm.ALAPMode(rapid.IntRange(0, 2).Draw(t, "mode"))
		}
		r := solvedFor(t, net, in)
		require.Empty(t, cpm.Check(net, &in, r))
		if in.Options.ALAP != cpm.ALAPEarlyDates {
			requireBatch(t, r, net, in)
		}
		joined, stops := net, in
		stops.Options.Finished = cpm.FinishedStops
		joined.Links = throughFinished(net, in)
		want := solvedFor(t, joined, stops)
		for i := range net.Activities {
			require.Equal(t, want.Dates(i), r.Dates(i), "activity %d", i)
		}
	})
}

// throughFinished are the links, and those from what comes before finished work
// to what comes after it.
func throughFinished(net cpm.Network, in cpm.Input) []cpm.Link {
	out := append([]cpm.Link(nil), net.Links...)
	for more := true; more; {
		more = false
		for _, a := range out {
			for _, b := range out {
				l := cpm.Link{From: a.From, To: b.To}
				if a.To == b.From && isDone(net, in, a.To) && !hasLink(out, l) {
					out, more = append(out, l), true
				}
			}
		}
	}
	return out
}

func hasLink(links []cpm.Link, l cpm.Link) bool {
	for _, k := range links {
		if k.From == l.From && k.To == l.To {
			return true
		}
	}
	return false
}

func isDone(net cpm.Network, in cpm.Input, i int) bool {
	for _, p := range in.Progress {
		if p.Activity == i {
			return p.ActualFinish != nil || net.Activities[i].Milestone
		}
	}
	return false
}

// A wall was painted before the roof was tight; in Primavera the furniture waits
// for the roof all the same.
func ExampleFinishedMode() {
	graph, _ := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "roof", Duration: 5}, {Key: "paint", Duration: 2}, {Key: "furniture", Duration: 1}},
		Links:      []cpm.Link{{From: 0, To: 1}, {From: 1, To: 2}},
	})
	var result cpm.Result
	for _, mode := range []cpm.FinishedMode{cpm.FinishedStops, cpm.FinishedCarries} {
		_ = graph.Solve(&cpm.Input{
			DataDate: new(cpm.Instant(3)),
			Progress: []cpm.Progress{{Activity: 1, ActualStart: 0, ActualFinish: new(cpm.Instant(2))}},
			Options:  cpm.Options{Finished: mode},
		}, &result)
		fmt.Println(result.Dates(2).EarlyStart)
	}
	// Output:
	// 3
	// 8
}

// A foundation was begun before the survey was done and now waits for it. Walls
// follow three days after the start of the foundation, or wait with it.
func ExampleStartLagMode() {
	graph, _ := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "survey", Duration: 4}, {Key: "foundation", Duration: 6}, {Key: "walls", Duration: 8}},
		Links:      []cpm.Link{{From: 0, To: 1}, {From: 1, To: 2, Type: cpm.SS, Lag: cpm.Lag{Value: 3}}},
	})
	var result cpm.Result
	for _, mode := range []cpm.StartLagMode{cpm.LagFromActualStart, cpm.LagFromEarlyStart} {
		_ = graph.Solve(&cpm.Input{
			DataDate: new(cpm.Instant(1)),
			Progress: []cpm.Progress{{Activity: 1, ActualStart: 0, Remaining: 5}},
			Options:  cpm.Options{StartLag: mode},
		}, &result)
		fmt.Println(result.Dates(2).EarlyStart)
	}
	// Output:
	// 3
	// 7
}
