package cpm_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// upToFriday is a chain of three weekdays and two, and one day beside it, up to a
// milestone by the end of Friday 30 January 2026.
func upToFriday() (cpm.Network, cpm.Input) {
	net := cpm.Network{
		Calendars: []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{
			{Key: "first", Duration: 3}, {Key: "second", Duration: 2}, {Key: "beside", Duration: 1}, {Key: "done", Milestone: true},
		},
		Links: []cpm.Link{{From: 0, To: 1}, {From: 1, To: 3}, {From: 2, To: 3}},
	}
	return net, cpm.Input{FromFinish: true, MustFinish: new(net.EndOf(cpm.Date(2026, time.January, 30)))}
}

func TestFromTheFinishEverythingIsLate(t *testing.T) {
	const first, second, beside, done = 0, 1, 2, 3
	type dates = [3]int // early, late and scheduled start, as days of January
	for _, k := range []struct {
		claim  string
		change func(in *cpm.Input)
		start  int
		want   map[int]dates
	}{
		{"back from the finish", nil, 26, map[int]dates{
			first: {26, 26, 26}, second: {29, 29, 29}, beside: {26, 30, 30}, done: {31, 31, 31},
		}},
		{"whatever the start says", func(in *cpm.Input) {
			in.Start, in.Starts = day(2026, 1, 29), []cpm.Instant{1, 2, 3, 4}
		}, 26, map[int]dates{first: {26, 26, 26}, beside: {26, 30, 30}}},
		{"but what is to be soon", func(in *cpm.Input) {
			in.Constraints = []cpm.Constraint{{Activity: beside, Kind: cpm.AsSoonAsPossible}}
		}, 26, map[int]dates{first: {26, 26, 26}, beside: {26, 30, 26}}},
		{"what is to be soon comes after what is late before it", func(in *cpm.Input) {
			in.Constraints = []cpm.Constraint{
				{Activity: second, Kind: cpm.AsSoonAsPossible}, {Activity: beside, Kind: cpm.FinishNoLaterThan, At: day(2026, 1, 22)},
			}
		}, 21, map[int]dates{first: {21, 26, 26}, second: {26, 29, 29}, beside: {21, 21, 21}, done: {28, 31, 31}}},
		{"what is bound to be early, is", func(in *cpm.Input) {
			in.Constraints = []cpm.Constraint{{Activity: first, Kind: cpm.FinishNoLaterThan, At: day(2026, 1, 17)}}
		}, 14, map[int]dates{first: {14, 14, 14}, second: {19, 29, 29}, beside: {14, 30, 30}}},
		{"what cannot be that early pushes", func(in *cpm.Input) {
			in.Constraints = []cpm.Constraint{{Activity: first, Kind: cpm.StartNoEarlierThan, At: day(2026, 1, 28)}}
		}, 26, map[int]dates{first: {28, 26, 28}, second: {33, 29, 33}, beside: {26, 30, 30}, done: {35, 31, 35}}},
		{"nothing starts before the data date", func(in *cpm.Input) {
			in.DataDate = new(day(2026, 1, 27))
		}, 26, map[int]dates{first: {27, 26, 27}, second: {30, 29, 30}, beside: {27, 30, 30}}},
		{"what has happened does not start the project", func(in *cpm.Input) {
			in.Progress = []cpm.Progress{{Activity: first, ActualStart: day(2026, 1, 5), ActualFinish: new(day(2026, 1, 8))}}
		}, 29, map[int]dates{first: {5, 5, 5}, second: {29, 29, 29}, beside: {29, 30, 30}}},
	} {
		net, in := upToFriday()
		if k.change != nil {
			k.change(&in)
		}
		r := solved(t, net, in)
		require.Equal(t, cpm.Date(2026, 1, k.start).String(), cpm.Day(r.Start()).String(), k.claim)
		for i, want := range k.want {
			d := r.Dates(i)
			require.Equal(t, want, dates{inJanuary(d.EarlyStart), inJanuary(d.LateStart), inJanuary(d.Start)}, "%s: activity %d", k.claim, i)
		}
		require.Empty(t, cpm.Check(net, &in, r), k.claim)
	}
}

// inJanuary is the day of January 2026, counted on beyond its end.
func inJanuary(x cpm.Instant) int { return int(x-day(2026, time.January, 1)) + 1 }

func TestFloatFromTheFinishIsWhatLiesBetween(t *testing.T) {
	net, in := upToFriday()
	r := solved(t, net, in)
	require.Zero(t, r.TotalFloat(0))
	require.Equal(t, cpm.Work(4), r.TotalFloat(2))
	require.Equal(t, net.EndOf(cpm.Date(2026, 1, 30)), r.Finish())
	require.Equal(t, []int{0, 1, 3}, r.CriticalPaths(9).Listed[0].Activities)
	in.DataDate = new(day(2026, 1, 27))
	require.Equal(t, cpm.Work(-1), solved(t, net, in).TotalFloat(0))
}

// From the finish on, "bound" is first below the summary, and from 15 January on
// "behind", which makes the project start earlier still.
func TestWhatIsFirstOfASummaryIsSoFromTheStartThatIsFound(t *testing.T) {
	const bound, before, behind, after, summary = 0, 1, 2, 3, 4
	net := cpm.Network{
		Calendars: []cpm.Calendar{cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6)},
		Activities: []cpm.Activity{
			{Key: "bound", Duration: 1}, {Key: "before", Duration: 5}, {Key: "behind", Duration: 1}, {Key: "after", Duration: 1}, {Key: "summary"},
		},
		Parents: []int{summary, -1, summary, -1, -1},
		Links: []cpm.Link{
			{From: before, To: behind}, {From: summary, To: after, Type: cpm.SS, Lag: cpm.Lag{Value: 15}},
		},
	}
	in := cpm.Input{
		FromFinish: true, MustFinish: new(day(2026, 1, 31)),
		Constraints: []cpm.Constraint{{Activity: bound, Kind: cpm.StartNoEarlierThan, At: day(2026, 1, 25)}},
	}
	r := solved(t, net, in)
	require.Equal(t, 10, inJanuary(r.Start()))
	require.Equal(t, 10, inJanuary(r.Dates(before).LateStart))
	require.Equal(t, 15, inJanuary(r.Dates(behind).LateStart), "it is first, and 15 days before the 30th")
	require.Equal(t, 30, inJanuary(r.Dates(bound).LateStart))
	require.Empty(t, cpm.Check(net, &in, r))
	requireReference(t, net, in, r)
	said := cpm.SaidBy(r)
	said.Start++
	require.NotEmpty(t, cpm.CheckSaid(net, &in, said))
	said.Start -= 2
	require.NotEmpty(t, cpm.CheckSaid(net, &in, said))
}

// From a start on the 18th, "delayed" is first below the summary, which asks for a
// start on the 28th; from there "bound" is first, which asks for one on the 18th.
func TestWhereNoStartIsItsOwnTheEarlierOneIsTaken(t *testing.T) {
	const little, delayed, much, bound, after, summary = 0, 1, 2, 3, 4, 5
	net := cpm.Network{
		Calendars: []cpm.Calendar{cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6)},
		Activities: []cpm.Activity{
			{Key: "little", Duration: 2}, {Key: "delayed", Duration: 1}, {Key: "much", Duration: 12}, {Key: "bound", Duration: 1},
			{Key: "after", Duration: 1}, {Key: "summary"},
		},
		Parents: []int{-1, summary, -1, summary, -1, -1},
		Links: []cpm.Link{
			{From: little, To: delayed}, {From: much, To: bound}, {From: summary, To: after, Type: cpm.SS, Lag: cpm.Lag{Value: 15}},
		},
	}
	at := func(n int) cpm.Instant { return net.StartOf(windowStart) + cpm.Instant(n) }
	in := cpm.Input{
		FromFinish: true, MustFinish: new(at(46)),
		Constraints: []cpm.Constraint{{Activity: bound, Kind: cpm.StartNoEarlierThan, At: at(35)}},
		Delays:      []cpm.Delay{{Activity: delayed, Ticks: 11}},
	}
	r := solved(t, net, in)
	require.Equal(t, at(18), r.Start())
	require.Equal(t, at(28), r.Dates(little).LateStart, "nothing has to start before")
	require.Equal(t, at(31), r.Dates(delayed).EarlyStart)
	require.Equal(t, at(33), r.Dates(much).LateStart)
	require.Empty(t, cpm.Check(net, &in, r))
	requireReference(t, net, in, r)

	later := in // what the other start would give
	later.FromFinish, later.Start = false, at(28)
	require.Equal(t, at(18), solved(t, net, later).Dates(much).LateStart)
}

func TestAFinishHasToBeSetToScheduleFromIt(t *testing.T) {
	net, in := upToFriday()
	g, err := cpm.Build(net)
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&in, &r))
	b := cpm.Batch{Durations: make([][cpm.Lanes]cpm.Work, len(net.Activities))}
	require.Equal(t, []cpm.FaultCode{cpm.Unsupported}, codes(t, r.ForwardBatch(&b)))
	_, err = g.ToMeet(&in, 3, in.Start, nil)
	require.Equal(t, []cpm.FaultCode{cpm.Unsupported}, codes(t, err))
	in.MustFinish = nil
	require.Equal(t, []cpm.FaultCode{cpm.FinishMissing}, codes(t, g.Solve(&in, &r)))
}

// Late dates do not depend on the start, so those from the finish are those of a
// plan that starts when it says; and so are early ones.
func TestFromTheFinishIsFromTheStartThatItFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		net := drawNetwork(t)
		in := drawInput(t, net)
		in.Starts, in.FromFinish = nil, true
		in.MustFinish = new(in.Start + cpm.Instant(rapid.IntRange(0, 60).Draw(t, "finish")))
		r := solvedFor(t, net, in)
		require.Empty(t, cpm.Check(net, &in, r))
		forward := in
		forward.FromFinish, forward.Start = false, r.Start()
		want := solvedFor(t, net, forward)
		for i := range net.Activities {
			d, e := r.Dates(i), want.Dates(i)
			if in.DataDate == nil && len(in.Constraints)+len(in.Progress) == 0 {
				require.Equal(t, d.LateFinish, d.Finish, "activity %d", i)
			}
			d.Start, d.Finish = e.Start, e.Finish
			require.Equal(t, e, d, "activity %d", i)
		}
	})
}

// A plan whose finish is given says when to begin.
func ExampleInput_fromFinish() {
	net := cpm.Network{
		Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{{Key: "write", Duration: 8}, {Key: "invite", Duration: 1}, {Key: "meeting", Duration: 1}},
		Links:      []cpm.Link{{From: 0, To: 2}, {From: 1, To: 2}},
	}
	graph, _ := cpm.Build(net)
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{
		FromFinish: true,
		MustFinish: new(net.EndOf(cpm.Date(2026, time.January, 30))),
	}, &result)
	for i, a := range net.Activities {
		d := result.Dates(i)
		show(a.Key, cpm.Dates{EarlyStart: d.Start, EarlyFinish: d.Finish, TotalFloat: d.TotalFloat})
	}
	// Output:
	// write    2026-01-20 to 2026-01-29, float 0
	// invite   2026-01-29 to 2026-01-29, float 7
	// meeting  2026-01-30 to 2026-01-30, float 0
}
