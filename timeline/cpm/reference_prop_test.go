package cpm_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// drawCalendar draws a calendar that works on at least two days a week.
func drawCalendar(t *rapid.T, ticks int32) cpm.Calendar {
	var c cpm.Calendar
	least := int32(1)
	if unitOf(ticks) > 1 {
		least = 3 * unitOf(ticks) // else a network takes months of days
	}
	shift := func(label string) []cpm.Shift {
		from := rapid.Int32Range(0, ticks-least).Draw(t, label+" from")
		return []cpm.Shift{{From: from, To: rapid.Int32Range(from+least, ticks).Draw(t, label+" to")}}
	}
	days := rapid.Permutation([]int{0, 1, 2, 3, 4, 5, 6}).Draw(t, "days")
	for _, d := range days[:rapid.IntRange(2, 7).Draw(t, "worked days")] {
		c.Week[d] = shift("shift")
	}
	for range rapid.IntRange(0, 3).Draw(t, "exceptions") {
		first := windowStart + cpm.Day(rapid.IntRange(-5, 40).Draw(t, "exception"))
		e := cpm.Exception{First: first, Last: first + cpm.Day(rapid.IntRange(0, 6).Draw(t, "days"))}
		if rapid.Bool().Draw(t, "worked") {
			e.Shifts = shift("exception")
		}
		c.Exceptions = append(c.Exceptions, e)
	}
	return c
}

// unitOf is what lengths and distances are drawn in: ticks, and where there are
// many of them a day, parts of an hour.
func unitOf(ticksPerDay int32) int32 {
	if ticksPerDay > 3 {
		return 40
	}
	return 1
}

func drawLag(t *rapid.T, net *cpm.Network) cpm.Lag {
	unit := unitOf(net.TicksPerDay)
	lag := cpm.Lag{Unit: cpm.LagUnit(rapid.IntRange(0, int(cpm.MonthsFromSuccessor)).Draw(t, "unit"))}
	switch lag.Unit {
	case cpm.Percent, cpm.PercentElapsed:
		lag.Value = rapid.Int32Range(-10_000, 15_000).Draw(t, "percent")
	case cpm.MonthsFromPredecessor, cpm.MonthsFromSuccessor:
		lag.Value = rapid.Int32Range(-1, 2).Draw(t, "months")
		lag.Roll = cpm.Roll(rapid.IntRange(0, 2).Draw(t, "roll"))
		lag.EndOfMonth = rapid.IntRange(0, 3).Draw(t, "end of month") == 0
	default:
		lag.Value = rapid.Int32Range(-3*unit, 4*unit).Draw(t, "lag")
	}
	lag.Calendar = rapid.IntRange(0, len(net.Calendars)-1).Draw(t, "lag calendar")
	return lag
}

// drawNetwork draws a network of up to eight activities without a hierarchy.
func drawNetwork(t *rapid.T) cpm.Network {
	return drawNetworkOn(t, int32(rapid.IntRange(1, 3).Draw(t, "ticks a day")))
}

func drawNetworkOn(t *rapid.T, ticksPerDay int32) cpm.Network {
	net := cpm.Network{TicksPerDay: ticksPerDay}
	for range rapid.IntRange(1, 3).Draw(t, "calendars") {
		net.Calendars = append(net.Calendars, drawCalendar(t, net.TicksPerDay))
	}
	n := rapid.IntRange(1, 8).Draw(t, "activities")
	for range n {
		a := cpm.Activity{
			Calendar: rapid.IntRange(0, len(net.Calendars)-1).Draw(t, "calendar"),
			Duration: cpm.Work(rapid.Int32Range(0, 5*unitOf(ticksPerDay)).Draw(t, "duration")),
		}
		if unitOf(ticksPerDay) > 1 && rapid.IntRange(0, 3).Draw(t, "none") == 0 {
			a.Duration = 0
		}
		a.Milestone = a.Duration == 0 && rapid.IntRange(0, 3).Draw(t, "milestone") > 0
		a.Side = cpm.Side(rapid.IntRange(0, 1).Draw(t, "side"))
		net.Activities = append(net.Activities, a)
	}
	index := make([]int, n)
	for i := range index {
		index[i] = i
	}
	order := rapid.Permutation(index).Draw(t, "order")
	for range rapid.IntRange(0, 2*n).Draw(t, "links") {
		if n == 1 {
			break
		}
		i := rapid.IntRange(0, n-2).Draw(t, "from")
		j := rapid.IntRange(i+1, n-1).Draw(t, "to")
		l := cpm.Link{From: order[i], To: order[j], Type: cpm.LinkType(rapid.IntRange(0, 3).Draw(t, "type"))}
		if rapid.Bool().Draw(t, "lagged") {
			l.Lag = drawLag(t, &net)
		}
		net.Links = append(net.Links, l)
	}
	return net
}

// drawInput draws constraints, at most one beside a deadline for each
// activity, and progress.
func drawInput(t *rapid.T, net cpm.Network) cpm.Input {
	start := net.StartOf(windowStart)
	unit := int(unitOf(net.TicksPerDay))
	around := func(label string, from, to int) cpm.Instant {
		return start + cpm.Instant(rapid.IntRange(from*unit, to*unit).Draw(t, label))
	}
	in := cpm.Input{Start: around("start", 0, 5)}
	in.Options.HonorConstraints = rapid.Bool().Draw(t, "honor")
	in.Options.Progress = cpm.ProgressMode(rapid.IntRange(0, 1).Draw(t, "progress mode"))
	in.Options.FreeFloat = cpm.FreeFloatKind(rapid.IntRange(0, 2).Draw(t, "free float"))
	if rapid.IntRange(0, 3).Draw(t, "must finish") == 0 {
		in.MustFinish = new(around("must finish", 0, 60))
	}
	if rapid.Bool().Draw(t, "data date") {
		in.DataDate = new(around("data date", 0, 20))
	}
	if rapid.IntRange(0, 2).Draw(t, "starts") == 0 {
		in.Starts = make([]cpm.Instant, len(net.Activities))
		for i := range in.Starts {
			in.Starts[i] = around("own start", -15, 15)
		}
	}
	for i := range net.Activities {
		if rapid.IntRange(0, 3).Draw(t, "constrained") == 0 {
			kind := cpm.ConstraintKind(rapid.IntRange(int(cpm.StartNoEarlierThan), int(cpm.MustFinishOn)).Draw(t, "kind"))
			in.Constraints = append(in.Constraints, cpm.Constraint{Activity: i, Kind: kind, At: around("at", 0, 40)})
		}
		if rapid.IntRange(0, 5).Draw(t, "deadline") == 0 {
			in.Constraints = append(in.Constraints, cpm.Constraint{Activity: i, Kind: cpm.Deadline, At: around("deadline", 0, 40)})
		}
		if rapid.IntRange(0, 4).Draw(t, "started") == 0 {
			p := cpm.Progress{Activity: i, ActualStart: around("actual start", -10, 0)}
			if rapid.IntRange(0, 4).Draw(t, "after the data date") == 0 {
				p.ActualStart = around("actual start", 0, 25)
			}
			if rapid.Bool().Draw(t, "finished") {
				p.ActualFinish = new(p.ActualStart + cpm.Instant(rapid.IntRange(-unit, 6*unit).Draw(t, "actual finish")))
			} else if !net.Activities[i].Milestone {
				p.Remaining = cpm.Work(rapid.IntRange(0, 5*unit).Draw(t, "remaining"))
			}
			in.Progress = append(in.Progress, p)
		}
	}
	return in
}

func TestEngineAgreesWithTheReference(t *testing.T) {
	var r cpm.Result
	rapid.Check(t, func(t *rapid.T) {
		net := drawNetwork(t)
		in := drawInput(t, net)
		g, err := cpm.Build(net)
		require.NoError(t, err)
		require.NoError(t, g.Solve(&in, &r))
		requireReference(t, net, in, &r)
		require.Empty(t, cpm.Check(net, &in, &r))
	})
}

func requireReference(t require.TestingT, net cpm.Network, in cpm.Input, r *cpm.Result) {
	ref := newReference(net, in)
	ref.solve()
	for i := range net.Activities {
		require.Equal(t, ref.dates[i], r.Dates(i), "dates of %d", i)
	}
	require.Equal(t, ref.finish, r.Finish(), "finish of all")
	require.Equal(t, ref.begin, r.Start(), "start of all")
}
