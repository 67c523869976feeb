package cpm_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func january(d int) cpm.Instant { return day(2026, time.January, d) }

// onAWeekend is two days of work, then work whose dates are fixed to Saturday 10
// and Sunday 11 January 2026, then three days of work; from Monday 5 January,
// to be finished in March.
func onAWeekend(before, after int, l, m cpm.Link) (cpm.Network, cpm.Input) {
	l.From, l.To, m.From, m.To = 0, 1, 1, 2
	return cpm.Network{
			Calendars: []cpm.Calendar{cpm.MondayToFriday("week"), cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6)},
			Activities: []cpm.Activity{
				{Key: "before", Calendar: before, Duration: 2}, {Key: "fixed", Duration: 7}, {Key: "after", Calendar: after, Duration: 3},
			},
			Links: []cpm.Link{l, m},
		}, cpm.Input{
			Start: january(5), MustFinish: new(january(90)),
			Fixed: []cpm.Fixed{{Activity: 1, Start: january(10), Finish: january(12)}},
		}
}

func TestWhatFollowsFixedDatesCountsFromTheirInstants(t *testing.T) {
	month := cpm.Lag{Unit: cpm.MonthsFromPredecessor, Value: 1}
	for _, k := range []struct {
		claim    string
		calendar int
		link     cpm.Link
		want     cpm.Instant
	}{
		{"a finish on a Sunday, on weekdays", 0, cpm.Link{}, january(12)},
		{"a finish on a Sunday, on every day", 1, cpm.Link{}, january(12)},
		{"a start on a Saturday, on weekdays", 0, cpm.Link{Type: cpm.SS}, january(12)},
		{"a start on a Saturday, on every day", 1, cpm.Link{Type: cpm.SS}, january(10)},
		{"two working days", 0, cpm.Link{Lag: cpm.Lag{Value: 2}}, january(14)},
		{"a lead of a working day", 0, cpm.Link{Lag: cpm.Lag{Value: -1}}, january(9)},
		{"ten elapsed days", 0, cpm.Link{Lag: cpm.Lag{Unit: cpm.Elapsed, Value: 10}}, january(22)},
		{"a month from the Sunday", 1, cpm.Link{Lag: month}, day(2026, 2, 11)},
		{"a month from the Saturday", 1, cpm.Link{Type: cpm.SS, Lag: month}, day(2026, 2, 10)},
		{"a finish after a start", 0, cpm.Link{Type: cpm.SF}, january(7)},
		{"a finish after a finish", 1, cpm.Link{Type: cpm.FF}, january(9)},
		{"half of what was to be its duration", 1, cpm.Link{Lag: cpm.Lag{Unit: cpm.PercentElapsed, Value: 5000}}, january(16)},
	} {
		net, in := onAWeekend(0, k.calendar, cpm.Link{}, k.link)
		r := solved(t, net, in)
		require.Equal(t, k.want, r.Dates(2).EarlyStart, k.claim)
		require.Empty(t, cpm.Check(net, &in, r), k.claim)
	}
}

func TestWhatComesBeforeFixedDatesKeepsThem(t *testing.T) {
	month := cpm.Lag{Unit: cpm.MonthsFromPredecessor, Value: 1}
	back := cpm.Lag{Unit: cpm.MonthsFromSuccessor, Value: 1}
	february := &cpm.Fixed{Activity: 1, Start: day(2026, 2, 14), Finish: day(2026, 2, 16)}
	for _, k := range []struct {
		claim       string
		calendar    int
		link        cpm.Link
		fixed       *cpm.Fixed
		lateStart   cpm.Instant
		total, free cpm.Work
	}{
		{"a finish by Saturday, on weekdays", 0, cpm.Link{}, nil, january(8), 3, 3},
		{"a finish by Saturday and no later, on every day", 1, cpm.Link{}, nil, january(8), 3, 3},
		{"a finish by the end of Sunday, on every day", 1, cpm.Link{Type: cpm.FF}, nil, january(10), 5, 5},
		{"a finish by the end of Sunday, on weekdays", 0, cpm.Link{Type: cpm.FF}, nil, january(8), 3, 3},
		{"a start by Saturday, on weekdays", 0, cpm.Link{Type: cpm.SS}, nil, january(9), 4, 4},
		{"a start by Saturday, on every day", 1, cpm.Link{Type: cpm.SS}, nil, january(10), 5, 5},
		{"a start by the end of Sunday", 0, cpm.Link{Type: cpm.SF}, nil, january(12), 5, 5},
		{"a working day before", 0, cpm.Link{Lag: cpm.Lag{Value: 1}}, nil, january(7), 2, 2},
		{"two working days before what is too early", 0, cpm.Link{Lag: cpm.Lag{Value: 2}},
			&cpm.Fixed{Activity: 1, Start: january(7), Finish: january(7)}, january(1), -2, 0},
		{"a lead of a working day, which is Friday", 0, cpm.Link{Lag: cpm.Lag{Value: -1}}, nil, january(8), 3, 3},
		{"two elapsed days before", 1, cpm.Link{Lag: cpm.Lag{Unit: cpm.Elapsed, Value: 2}}, nil, january(6), 1, 1},
		{"a month before a Saturday", 0, cpm.Link{Lag: month}, february, january(13), 6, 6},
		{"a month before a Sunday", 0, cpm.Link{Type: cpm.FF, Lag: month}, february, january(14), 7, 7},
		{"a month back from a Saturday", 0, cpm.Link{Lag: back}, february, january(13), 6, 6},
	} {
		net, in := onAWeekend(k.calendar, 0, k.link, cpm.Link{})
		if k.fixed != nil {
			in.Fixed[0] = *k.fixed
		}
		r := solved(t, net, in)
		d := r.Dates(0)
		require.Equal(t, k.lateStart, d.LateStart, k.claim)
		require.Equal(t, []cpm.Work{k.total, k.free}, []cpm.Work{d.TotalFloat, d.FreeFloat}, k.claim)
		require.Empty(t, cpm.Check(net, &in, r), k.claim)
		float, asks := r.LinkFloat(0)
		require.True(t, asks)
		require.Equal(t, k.free, max(float, 0), k.claim)
	}
}

func TestAFixedMilestoneBelongsToTheDayOfItsSide(t *testing.T) {
	for side, want := range map[cpm.Side]cpm.Instant{cpm.StartSide: day(2026, 2, 1), cpm.FinishSide: day(2026, 1, 31)} {
		net := cpm.Network{
			Activities: []cpm.Activity{{Key: "by hand", Milestone: true, Side: side}, {Key: "next", Duration: 1}},
			Links:      []cpm.Link{{From: 0, To: 1, Lag: cpm.Lag{Unit: cpm.MonthsFromPredecessor, Value: 1}}},
		}
		in := cpm.Input{Start: january(1), Fixed: []cpm.Fixed{{Start: january(1), Finish: january(1)}}}
		r := solved(t, net, in)
		require.Equal(t, want, r.Dates(1).EarlyStart)
		require.Empty(t, cpm.Check(net, &in, r))
	}
}

func TestNothingMovesFixedDates(t *testing.T) {
	net, in := onAWeekend(0, 0, cpm.Link{}, cpm.Link{})
	net.Activities[0].Duration = 9
	in.DataDate = new(january(20))
	in.MustFinish = nil
	for kind := cpm.AsSoonAsPossible; kind <= cpm.Deadline; kind++ {
		in.Constraints = append(in.Constraints, cpm.Constraint{Activity: 1, Kind: kind, At: january(6)})
	}
	for _, in.Options = range []cpm.Options{{}, cpm.MicrosoftProject(), cpm.Primavera()} {
		r := solved(t, net, in)
		d := r.Dates(1)
		require.Equal(t, cpm.Dates{
			EarlyStart: january(10), EarlyFinish: january(12), LateStart: january(10), LateFinish: january(12),
			Start: january(10), Finish: january(12), Critical: true,
		}, d)
		require.Equal(t, []cpm.Driver{{cpm.FixedDriver, -1, -1, -1, -1}}, r.Drivers(1))
		require.Equal(t, []cpm.Driver{{cpm.FixedDriver, -1, -1, -1, -1}}, r.LateDrivers(1))
		require.Contains(t, r.LateDrivers(0), cpm.Driver{cpm.LinkDriver, 0, 0, -1, -1})
		require.Equal(t, []int{0}, r.OutOfSequence(), "the link that the fixed dates break")
		require.Equal(t, cpm.Work(-15), r.TotalFloat(0))
		require.Empty(t, cpm.Check(net, &in, r))
	}
}

func TestFixedDatesCountInTheFinishAndBeginPaths(t *testing.T) {
	net, in := onAWeekend(0, 0, cpm.Link{}, cpm.Link{})
	in.Fixed[0].Finish = day(2026, 5, 3)
	r := solved(t, net, in)
	require.Equal(t, day(2026, 5, 7), r.Finish(), "three days from Monday 4 May")
	require.Equal(t, []int{1, 2}, r.CriticalPaths(1).Listed[0].Activities)

	net.Links = nil
	r = solved(t, net, in)
	require.Equal(t, day(2026, 5, 3), r.Finish(), "a Sunday")
	require.Equal(t, []int{1}, r.CriticalPaths(1).Listed[0].Activities)
}

func TestWhatIsNoLongerFixedIsMovedAgain(t *testing.T) {
	net, in := onAWeekend(0, 0, cpm.Link{}, cpm.Link{})
	g, err := cpm.Build(net)
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&in, &r))
	b := cpm.Batch{Durations: make([][cpm.Lanes]cpm.Work, 3)}
	for i := range net.Activities {
		for lane := range cpm.Lanes {
			b.Durations[i][lane] = net.Activities[i].Duration
		}
	}
	require.NoError(t, r.ForwardBatch(&b))
	for i := range net.Activities {
		require.Equal(t, r.Dates(i).EarlyStart, b.EarlyStart(i, 3))
		require.Equal(t, r.Dates(i).EarlyFinish, b.EarlyFinish(i, 3))
	}
	require.Equal(t, r.Finish(), b.Finish[3])
	in.Fixed = nil
	require.NoError(t, g.Solve(&in, &r))
	for i := range net.Activities {
		require.Equal(t, solved(t, net, in).Dates(i), r.Dates(i))
	}
}

func TestSummariesSpanFixedDatesAndTheirLinksKeepThem(t *testing.T) {
	net, in := onAWeekend(0, 0, cpm.Link{}, cpm.Link{})
	net.Activities = append(net.Activities, cpm.Activity{Key: "both"})
	net.Parents = []int{-1, 3, -1, -1}
	net.Links = []cpm.Link{{From: 0, To: 3}, {From: 3, To: 2}}
	r := solved(t, net, in)
	require.Equal(t, r.Dates(1), r.Dates(3))
	require.Equal(t, january(8), r.Dates(0).LateStart)
	require.Equal(t, january(12), r.Dates(2).EarlyStart)
	require.Empty(t, cpm.Check(net, &in, r))
}

func TestShorteningDoesNotMoveFixedDates(t *testing.T) {
	net, in := onAWeekend(0, 0, cpm.Link{}, cpm.Link{})
	g, err := cpm.Build(net)
	require.NoError(t, err)
	limits := []cpm.Crash{{Activity: 0, Limit: 1, Price: 1}, {Activity: 1, Limit: 5, Price: 1}, {Activity: 2, Limit: 2, Price: 1}}
	cut, err := g.ToMeet(&in, 2, january(14), limits)
	require.NoError(t, err)
	require.Equal(t, []cpm.Shortening{{Activity: 2, Ticks: 1}}, cut.Shorten)
	require.True(t, cut.Exact)
	require.Empty(t, cut.Verify(net, &in))
	cut, err = g.ToMeet(&in, 1, january(11), limits)
	require.NoError(t, err)
	require.False(t, cut.Met)
	require.True(t, cut.Exact)
}

func TestFixedDatesOutsideTheHorizonAreFaults(t *testing.T) {
	net, in := onAWeekend(0, 0, cpm.Link{}, cpm.Link{})
	g, err := cpm.Build(net)
	require.NoError(t, err)
	in.Fixed = []cpm.Fixed{{Activity: 3}, {Activity: -1}, {Start: cpm.Horizon + 1, Finish: -cpm.Horizon - 1}}
	require.Equal(t, []cpm.FaultCode{cpm.UnknownActivity, cpm.UnknownActivity, cpm.DateRange, cpm.DateRange},
		codes(t, g.Solve(&in, new(cpm.Result))))
}

func TestDatesThatBindForwardOnlyHaveLateDatesByTheirLinks(t *testing.T) {
	month := cpm.Lag{Unit: cpm.MonthsFromPredecessor, Value: 1}
	for _, k := range []struct {
		claim                 string
		link                  cpm.Link
		constraints           []cpm.Constraint
		lateStart, lateFinish cpm.Instant // of Thursday and Friday
		before                cpm.Instant // the late finish of what comes before
		total, free           cpm.Work    // of what comes before
	}{
		{"by the project's finish", cpm.Link{}, nil, day(2026, 3, 31), day(2026, 4, 2), day(2026, 3, 31), 59, 1},
		{"with a lag", cpm.Link{Lag: cpm.Lag{Value: 2}}, nil, day(2026, 3, 31), day(2026, 4, 2), day(2026, 3, 27), 57, 0},
		{"months before", cpm.Link{Lag: month}, nil, day(2026, 3, 31), day(2026, 4, 2), day(2026, 2, 28), 38, 0},
		{"by a deadline", cpm.Link{}, []cpm.Constraint{{Activity: 1, Kind: cpm.Deadline, At: january(17)}},
			january(15), january(17), january(15), 6, 1},
		{"by a latest start", cpm.Link{}, []cpm.Constraint{{Activity: 1, Kind: cpm.StartNoLaterThan, At: january(9)}},
			january(9), january(13), january(9), 2, 1},
		{"as a must says", cpm.Link{}, []cpm.Constraint{{Activity: 1, Kind: cpm.MustFinishOn, At: january(31)}},
			january(29), january(31), january(29), 16, 1},
		{"whatever bounds early dates", cpm.Link{}, []cpm.Constraint{
			{Activity: 1, Kind: cpm.StartNoEarlierThan, At: january(40)}, {Activity: 1, Kind: cpm.FinishNoEarlierThan, At: january(40)},
			{Activity: 1, Kind: cpm.AsLateAsPossible}}, day(2026, 3, 31), day(2026, 4, 2), day(2026, 3, 31), 59, 1},
	} {
		net, in := onAWeekend(0, 0, k.link, cpm.Link{})
		net.Links = net.Links[:1]
		in.MustFinish = new(day(2026, 4, 2))
		in.Fixed[0] = cpm.Fixed{Activity: 1, Start: january(8), Finish: january(10), EarlyOnly: true}
		in.Constraints = k.constraints
		r := solved(t, net, in)
		d := r.Dates(1)
		require.Equal(t, []cpm.Instant{january(8), january(10), january(8), january(10)},
			[]cpm.Instant{d.EarlyStart, d.EarlyFinish, d.Start, d.Finish}, k.claim)
		require.Equal(t, []cpm.Instant{k.lateStart, k.lateFinish}, []cpm.Instant{d.LateStart, d.LateFinish}, k.claim)
		d = r.Dates(0)
		require.Equal(t, k.before, d.LateFinish, k.claim)
		require.Equal(t, []cpm.Work{k.total, k.free}, []cpm.Work{d.TotalFloat, d.FreeFloat}, k.claim)
		require.Empty(t, cpm.Check(net, &in, r), k.claim)
	}
}

func TestWhatHoldsTheLateDatesOfFixedEarlyOnesIsSaid(t *testing.T) {
	net, in := onAWeekend(0, 0, cpm.Link{}, cpm.Link{})
	in.MustFinish = nil
	in.Fixed[0].EarlyOnly, in.Fixed[0].Finish = true, january(14)
	r := solved(t, net, in)
	require.Equal(t, []cpm.Driver{{cpm.FixedDriver, -1, -1, -1, -1}}, r.Drivers(1))
	require.Equal(t, []cpm.Driver{{cpm.LinkDriver, 1, 1, -1, -1}}, r.LateDrivers(1))
	in.Constraints = []cpm.Constraint{{Activity: 1, Kind: cpm.Deadline, At: january(13)}}
	r = solved(t, net, in)
	require.Equal(t, []cpm.Driver{{cpm.ConstraintDriver, -1, -1, 0, -1}}, r.LateDrivers(1))
	require.Equal(t, cpm.Work(-1), r.TotalFloat(1))
	float, asks := r.LinkFloat(1)
	require.True(t, asks)
	require.Zero(t, float)
}

// A workshop is booked by hand for Wednesday to Friday. It stays there whatever its
// links say; but nothing but the report has to wait for it, so that it could be
// held four days later, and the invitations have that time too.
func ExampleFixed_earlyOnly() {
	net := cpm.Network{
		Calendars: []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{
			{Key: "invitations", Duration: 2}, {Key: "workshop", Duration: 3}, {Key: "report", Duration: 2},
			{Key: "survey", Duration: 11},
		},
		Links: []cpm.Link{{From: 0, To: 1}, {From: 1, To: 2}},
	}
	graph, _ := cpm.Build(net)
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{
		Start: day(2026, time.January, 5),
		Fixed: []cpm.Fixed{{
			Activity: 1, Start: day(2026, time.January, 7), Finish: day(2026, time.January, 10), EarlyOnly: true,
		}},
	}, &result)
	for i, a := range net.Activities {
		show(a.Key, result.Dates(i))
	}
	fmt.Println("the workshop could start on", cpm.Day(result.Dates(1).LateStart))
	// Output:
	// invitations 2026-01-05 to 2026-01-06, float 4
	// workshop 2026-01-07 to 2026-01-09, float 4
	// report   2026-01-12 to 2026-01-13, float 4
	// survey   2026-01-05 to 2026-01-19, float 0
	// the workshop could start on 2026-01-13
}

// The fair is on the weekend for which its hall is let: what leads to it has to
// be ready, and what follows counts from there.
func ExampleInput_fixed() {
	net := cpm.Network{
		Calendars: []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{
			{Key: "posters", Duration: 3}, {Key: "fair", Duration: 2}, {Key: "accounts", Duration: 2},
		},
		Links: []cpm.Link{{From: 0, To: 1}, {From: 1, To: 2}},
	}
	graph, _ := cpm.Build(net)
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{
		Start: day(2026, time.January, 5),
		Fixed: []cpm.Fixed{{Activity: 1, Start: day(2026, time.January, 10), Finish: day(2026, time.January, 12)}},
	}, &result)
	for i, a := range net.Activities {
		show(a.Key, result.Dates(i))
	}
	fmt.Println("the posters may be late by", result.FreeFloat(0))
	// Output:
	// posters  2026-01-05 to 2026-01-07, float 2
	// fair     2026-01-10 to 2026-01-11, float 0
	// accounts 2026-01-12 to 2026-01-13, float 0
	// the posters may be late by 2
}

func TestAFixedMilestoneBelowASummaryIsBoundAtTheEndThatTheMonthsReach(t *testing.T) {
	net := cpm.Network{
		Activities: []cpm.Activity{{Key: "before", Duration: 5}, {Key: "all"}, {Key: "milestone", Milestone: true}},
		Links:      []cpm.Link{{From: 0, To: 1, Type: cpm.SF, Lag: cpm.Lag{Value: 1, Unit: cpm.MonthsFromPredecessor}}},
		Parents:    []int{-1, -1, 1},
	}
	in := cpm.Input{
		Start: day(2026, 1, 1),
		Fixed: []cpm.Fixed{{Activity: 2, Start: day(2026, 3, 10), Finish: day(2026, 3, 20)}},
	}
	below := solved(t, net, in)
	require.Equal(t, day(2026, 2, 20), below.Dates(0).LateStart, "a month before its finish")
	require.Empty(t, cpm.Check(net, &in, below))
	net.Links[0].To = 2
	require.Equal(t, below.Dates(0), solved(t, net, in).Dates(0), "as with a link to itself")
}
