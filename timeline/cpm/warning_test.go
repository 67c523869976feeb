package cpm_test

import (
	"fmt"
	"go/ast"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// oddities are a change to a sound problem for each kind of warning: one that
// has it, and one that just has not.
var oddities = []struct {
	code       cpm.WarningCode
	odd, sound func(p *problem)
}{
	{cpm.MilestoneDuration,
		func(p *problem) { p.net.Activities[1].Duration = 1 },
		func(p *problem) { p.net.Activities[1].Duration = 0 }},
	{cpm.SummaryDuration,
		func(p *problem) { p.net.Activities[2].Milestone = true },
		func(p *problem) { p.net.Activities[2].Calendar = 0 }},
	{cpm.SummaryDuration,
		func(p *problem) { p.net.Activities[2].LevelOfEffort = true },
		func(p *problem) { p.net.Activities[2].LevelOfEffort = false }},
	{cpm.EffortDuration,
		func(p *problem) { p.net.Activities[3].Duration = 1 },
		func(p *problem) { p.net.Activities[3].Duration = 0 }},
	{cpm.EffortDuration,
		func(p *problem) { p.net.Activities[3].Milestone = true },
		func(p *problem) { p.net.Activities[3].Side = cpm.FinishSide }},
	{cpm.DurationNegative,
		func(p *problem) { p.net.Activities[0].Duration = -1 },
		func(p *problem) { p.net.Activities[0].Duration = 0 }},
	{cpm.DurationNegative,
		func(p *problem) { p.in.Durations = []cpm.Work{-1, 0, 0, 0, 0} },
		func(p *problem) { p.in.Durations = []cpm.Work{0, -1, -1, -1, -1} }},
	{cpm.ShiftEmpty,
		func(p *problem) { p.net.Calendars[0].Week[0] = []cpm.Shift{{From: 1, To: 1}} },
		func(p *problem) { p.net.Calendars[0].Week[0] = []cpm.Shift{{From: 0, To: 1}} }},
	{cpm.ShiftEmpty,
		func(p *problem) {
			p.net.Calendars[0].Exceptions = []cpm.Exception{{First: 3, Last: 3, Shifts: []cpm.Shift{{From: 1, To: 0}}}}
		},
		func(p *problem) {
			p.net.Calendars[0].Exceptions = []cpm.Exception{{First: 3, Last: 3, Shifts: []cpm.Shift{{From: 0, To: 1}}}}
		}},
	{cpm.ShiftOutside,
		func(p *problem) { p.net.Calendars[0].Week[1] = []cpm.Shift{{From: -1, To: 1}} },
		func(p *problem) { p.net.Calendars[0].Week[1] = []cpm.Shift{{From: 0, To: 1}} }},
	{cpm.ShiftOutside,
		func(p *problem) { p.net.Calendars[0].Week[0] = []cpm.Shift{{From: 0, To: 2}} },
		func(p *problem) { p.net.Calendars[0].Week[0] = []cpm.Shift{{From: 0, To: 1}} }},
	{cpm.ExceptionReversed,
		func(p *problem) { p.net.Calendars[0].Exceptions = []cpm.Exception{{First: 13, Last: 12}} },
		func(p *problem) { p.net.Calendars[0].Exceptions = []cpm.Exception{{First: 13, Last: 13}} }},
	{cpm.RemainingNegative,
		func(p *problem) { p.in.Progress = []cpm.Progress{{ActualStart: 5, Remaining: -1}} },
		func(p *problem) { p.in.Progress = []cpm.Progress{{ActualStart: 5, Remaining: 0}} }},
	{cpm.EffortLink,
		func(p *problem) { p.net.Links = append(p.net.Links, cpm.Link{From: 3, To: 4}) },
		func(p *problem) { p.net.Links = append(p.net.Links, cpm.Link{From: 3, To: 2}) }},
	{cpm.StartAfterDataDate,
		func(p *problem) { p.in.Progress = []cpm.Progress{{ActualStart: 11, Remaining: 2}} },
		func(p *problem) { p.in.Progress = []cpm.Progress{{ActualStart: 10, Remaining: 2}} }},
	{cpm.FinishAfterDataDate,
		func(p *problem) { p.in.Progress = []cpm.Progress{{ActualStart: 5, ActualFinish: new(cpm.Instant(11))}} },
		func(p *problem) { p.in.Progress = []cpm.Progress{{ActualStart: 5, ActualFinish: new(cpm.Instant(10))}} }},
	{cpm.FinishBeforeStart,
		func(p *problem) { p.in.Progress = []cpm.Progress{{ActualStart: 5, ActualFinish: new(cpm.Instant(4))}} },
		func(p *problem) { p.in.Progress = []cpm.Progress{{ActualStart: 5, ActualFinish: new(cpm.Instant(5))}} }},
	{cpm.RemainingIgnored,
		func(p *problem) { p.in.Progress = []cpm.Progress{{Activity: 1, ActualStart: 5, Remaining: 1}} },
		func(p *problem) { p.in.Progress = []cpm.Progress{{Activity: 1, ActualStart: 5}} }},
	{cpm.ProgressSummary,
		func(p *problem) { p.in.Progress = []cpm.Progress{{Activity: 2, ActualStart: 5}} },
		func(p *problem) { p.in.Progress = []cpm.Progress{{Activity: 1, ActualStart: 5}} }},
	{cpm.ProgressTwice,
		func(p *problem) { p.in.Progress = []cpm.Progress{{ActualStart: 5}, {ActualStart: 6}} },
		func(p *problem) { p.in.Progress = []cpm.Progress{{ActualStart: 5}, {Activity: 1, ActualStart: 6}} }},
	{cpm.ProgressEffort,
		func(p *problem) { p.in.Progress = []cpm.Progress{{Activity: 3, ActualStart: 5}} },
		func(p *problem) { p.in.Progress = []cpm.Progress{{Activity: 1, ActualStart: 5}} }},
	{cpm.ConstraintEffort,
		func(p *problem) { p.in.Constraints = []cpm.Constraint{{Activity: 3, Kind: cpm.Deadline, At: 3}} },
		func(p *problem) {
			p.in.Constraints = []cpm.Constraint{{Activity: 3, Kind: cpm.FinishNoLaterThan, At: 3}}
		}},
	{cpm.FixedIgnored,
		func(p *problem) { p.in.Fixed = []cpm.Fixed{{Activity: 3, Start: 3, Finish: 4}} },
		func(p *problem) { p.in.Fixed = []cpm.Fixed{{Start: 3, Finish: 4}} }},
	{cpm.FixedIgnored,
		func(p *problem) { p.in.Fixed = []cpm.Fixed{{Activity: 2, Start: 3, Finish: 4}} },
		func(p *problem) { p.in.Fixed = []cpm.Fixed{{Activity: 1, Start: 3, Finish: 4}} }},
	{cpm.FixedTwice,
		func(p *problem) { p.in.Fixed = []cpm.Fixed{{Start: 3, Finish: 4}, {Start: 5, Finish: 6}} },
		func(p *problem) { p.in.Fixed = []cpm.Fixed{{Start: 3, Finish: 4}, {Activity: 1, Start: 5, Finish: 5}} }},
	{cpm.FixedDates,
		func(p *problem) { p.in.Fixed = []cpm.Fixed{{Start: 4, Finish: 3}} },
		func(p *problem) { p.in.Fixed = []cpm.Fixed{{Start: 4, Finish: 4}} }},
	{cpm.DelayNegative,
		func(p *problem) { p.in.Delays = []cpm.Delay{{Ticks: -1}} },
		func(p *problem) { p.in.Delays = []cpm.Delay{{Ticks: 0}} }},
	{cpm.DelayIgnored,
		func(p *problem) { p.in.Delays = []cpm.Delay{{Activity: 2, Ticks: 1}} },
		func(p *problem) { p.in.Delays = []cpm.Delay{{Activity: 1, Ticks: 1}} }},
	{cpm.DelayTwice,
		func(p *problem) { p.in.Delays = []cpm.Delay{{Ticks: 1}, {Ticks: 2}} },
		func(p *problem) { p.in.Delays = []cpm.Delay{{Ticks: 1}, {Activity: 1, Ticks: 2}} }},
	{cpm.PauseEmpty,
		func(p *problem) { p.in.Pauses = []cpm.Pause{{Stop: 12, Resume: 12}} },
		func(p *problem) { p.in.Pauses = []cpm.Pause{{Stop: 12, Resume: 13}} }},
	{cpm.PauseIgnored,
		func(p *problem) { p.in.Pauses = []cpm.Pause{{Activity: 1, Stop: 12, Resume: 14}} },
		func(p *problem) { p.in.Pauses = []cpm.Pause{{Activity: 0, Stop: 12, Resume: 14}} }},
	{cpm.PauseTwice,
		func(p *problem) { p.in.Pauses = []cpm.Pause{{Stop: 12, Resume: 14}, {Stop: 20, Resume: 21}} },
		func(p *problem) { p.in.Pauses = []cpm.Pause{{Stop: 12, Resume: 14}} }},
	{cpm.ConstraintSummary,
		func(p *problem) { p.in.Constraints = []cpm.Constraint{{Activity: 2, Kind: cpm.MustStartOn, At: 3}} },
		func(p *problem) { p.in.Constraints = []cpm.Constraint{{Activity: 2, Kind: cpm.Deadline, At: 3}} }},
}

// slight is work, a milestone after it, the summary of both and two levels of
// effort, by day 10.
func slight() problem {
	return problem{
		cpm.Network{
			Calendars: []cpm.Calendar{cpm.MondayToFriday("week")},
			Activities: []cpm.Activity{{Key: "work", Duration: 3}, {Key: "done", Milestone: true}, {Key: "all"},
				{Key: "watch", LevelOfEffort: true}, {Key: "help", LevelOfEffort: true}},
			Links:   []cpm.Link{{From: 0, To: 1}},
			Parents: []int{2, 2, -1, -1, -1},
		},
		cpm.Input{DataDate: new(cpm.Instant(10))},
	}
}

func warnings(r *cpm.Result) []cpm.WarningCode {
	var out []cpm.WarningCode
	for _, w := range r.Warnings() {
		out = append(out, w.Code)
	}
	return out
}

func TestWhatIsOddIsComputedWithAWarning(t *testing.T) {
	for _, k := range oddities {
		p := slight()
		k.sound(&p)
		r := solved(t, p.net, p.in)
		require.Empty(t, r.Warnings(), k.code)
		require.Empty(t, cpm.Check(p.net, &p.in, r), k.code)
		p = slight()
		k.odd(&p)
		r = solved(t, p.net, p.in)
		require.Equal(t, []cpm.WarningCode{k.code}, warnings(r))
		require.Equal(t, keyOf(&p, r.Warnings()[0]), r.Warnings()[0].Keys[0])
		require.Empty(t, cpm.Check(p.net, &p.in, r), k.code)
	}
}

// keyOf is the first name of what a warning is about.
func keyOf(p *problem, w cpm.Warning) string {
	switch {
	case w.Calendar >= 0:
		return p.net.Calendars[w.Calendar].Key
	case w.Link >= 0:
		return p.net.Activities[p.net.Links[w.Link].From].Key
	}
	return p.net.Activities[w.Activity].Key
}

func TestWhatIsBelowNothingIsNothing(t *testing.T) {
	odd, sound := slight(), slight()
	odd.net.Activities[0].Duration, sound.net.Activities[0].Duration = -4, 0
	odd.net.Calendars[0].Week[3] = []cpm.Shift{{From: 7, To: 2}, {From: -3, To: 9}}
	odd.net.Calendars[0].Exceptions = []cpm.Exception{{First: -90_000_000, Last: -90_000_001}, {First: 14, Last: 14}}
	sound.net.Calendars[0].Exceptions = []cpm.Exception{{First: 14, Last: 14}}
	require.Equal(t, datesOf(t, sound), datesOf(t, odd))

	odd, sound = slight(), slight()
	odd.in.Durations, sound.in.Durations = []cpm.Work{-9, 0, 0, 0, 0}, []cpm.Work{0, 0, 0, 0, 0}
	require.Equal(t, datesOf(t, sound), datesOf(t, odd))

	odd, sound = slight(), slight()
	odd.in.Progress, sound.in.Progress = []cpm.Progress{{ActualStart: 5, Remaining: -2}}, []cpm.Progress{{ActualStart: 5}}
	require.Equal(t, datesOf(t, sound), datesOf(t, odd))
}

func datesOf(t *testing.T, p problem) []cpm.Dates {
	t.Helper()
	r := solved(t, p.net, p.in)
	var out []cpm.Dates
	for i := range p.net.Activities {
		out = append(out, r.Dates(i))
	}
	return out
}

func TestADurationBelowNothingIsToldEachTime(t *testing.T) {
	p := slight()
	g, err := cpm.Build(p.net)
	require.NoError(t, err)
	var r cpm.Result
	for _, k := range []struct {
		duration cpm.Work
		want     []cpm.WarningCode
	}{{-1, []cpm.WarningCode{cpm.DurationNegative}}, {-1, []cpm.WarningCode{cpm.DurationNegative}}, {2, nil}, {-3, []cpm.WarningCode{cpm.DurationNegative}}, {0, nil}} {
		p.in.Durations = []cpm.Work{k.duration, 0, 0, 0, 0}
		require.NoError(t, g.Solve(&p.in, &r))
		require.Equal(t, k.want, warnings(&r))
		require.Equal(t, max(k.duration, 0), g.Calendar(0).Between(r.Dates(0).EarlyStart, r.Dates(0).EarlyFinish))
	}
}

func TestEveryWarningHasANetworkThatHasItAndOneThatJustHasNot(t *testing.T) {
	inTable := map[string]bool{}
	for _, k := range oddities {
		inTable[string(k.code)] = true
	}
	codes := 0
	for _, file := range sources(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			spec, isValue := n.(*ast.ValueSpec)
			if !isValue || fmt.Sprint(spec.Type) != "WarningCode" {
				return true
			}
			for _, v := range spec.Values {
				code, err := strconv.Unquote(v.(*ast.BasicLit).Value)
				require.NoError(t, err)
				require.True(t, inTable[code], code)
				codes++
			}
			return true
		})
	}
	require.Len(t, inTable, codes)
}

func TestTheRulesForOddProgress(t *testing.T) {
	for _, k := range []struct {
		claim         string
		progress      []cpm.Progress
		start, finish cpm.Instant
	}{
		{"what remains goes on from an actual start after the data date",
			[]cpm.Progress{{ActualStart: 11, Remaining: 2}}, 11, 13},
		{"a finish before the start stands for both",
			[]cpm.Progress{{ActualStart: 5, ActualFinish: new(cpm.Instant(4))}}, 4, 4},
		{"what has been done after the data date has been done",
			[]cpm.Progress{{ActualStart: 12, ActualFinish: new(cpm.Instant(15))}}, 12, 15},
		{"of two entries the first counts",
			[]cpm.Progress{{ActualStart: 6, Remaining: 1}, {ActualStart: 2, Remaining: 9}}, 6, 11},
		{"nothing remains of what is finished",
			[]cpm.Progress{{ActualStart: 1, ActualFinish: new(cpm.Instant(2)), Remaining: 7}}, 1, 2},
	} {
		p := slight()
		p.net.Calendars = nil
		p.in.Progress = k.progress
		d := solved(t, p.net, p.in).Dates(0)
		require.Equal(t, []cpm.Instant{k.start, k.finish}, []cpm.Instant{d.EarlyStart, d.EarlyFinish}, k.claim)
	}
}

func TestAResultHasTheWarningsOfItsLastSolve(t *testing.T) {
	p := slight()
	p.net.Activities[1].Duration = 4
	g, err := cpm.Build(p.net)
	require.NoError(t, err)
	var r cpm.Result
	require.Nil(t, r.Warnings())
	p.in.Progress = []cpm.Progress{{Activity: 2}}
	for range 2 {
		require.NoError(t, g.Solve(&p.in, &r))
		require.Equal(t, []cpm.WarningCode{cpm.MilestoneDuration, cpm.ProgressSummary}, warnings(&r))
	}
	require.Equal(t, cpm.Warning{cpm.ProgressSummary, 2, -1, -1, -1, 0, []string{"all"}, 0}, r.Warnings()[1])
	require.NoError(t, g.Solve(&cpm.Input{}, &r))
	require.Equal(t, []cpm.WarningCode{cpm.MilestoneDuration}, warnings(&r))
}

// What is odd does not keep a plan from being computed.
func ExampleResult_Warnings() {
	graph, _ := cpm.Build(cpm.Network{Activities: []cpm.Activity{{Key: "dig", Duration: 5}}})
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{
		DataDate: new(cpm.Instant(3)),
		Progress: []cpm.Progress{{Activity: 0, ActualStart: 4, Remaining: 2}},
	}, &result)
	for _, w := range result.Warnings() {
		fmt.Println(w.Code, w.Keys, w.Value)
	}
	fmt.Println(result.Dates(0).EarlyFinish)
	// Output:
	// start-after-data-date [dig] 4
	// 6
}
