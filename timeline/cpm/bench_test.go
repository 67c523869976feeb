package cpm_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// layered is the network that the speed figures speak of: layers as wide as
// they are many, each activity with one to three predecessors in the layer
// before, 70/15/10/5 % FS, SS, FF, SF, 20 % with a lag and 5 % with a lead.
// Mixed, 20 % of the activities are on two other calendars, 15 % of the lags
// are elapsed and 10 % are months.
func layered(n int, mixed bool) cpm.Network {
	rng := rand.New(rand.NewPCG(1, uint64(n)))
	net := cpm.Network{
		Calendars:  threeCalendars(),
		Activities: make([]cpm.Activity, n),
	}
	width := int(math.Sqrt(float64(n)))
	for i := range net.Activities {
		a := &net.Activities[i]
		a.Key = fmt.Sprint("task ", i)
		a.Duration = cpm.Work(1 + rng.IntN(20))
		if mixed && rng.IntN(5) == 0 {
			a.Calendar = 1 + rng.IntN(2)
		}
		layer := i / width
		if layer == 0 {
			continue
		}
		for range 1 + rng.IntN(3) {
			from := (layer-1)*width + rng.IntN(width)
			net.Links = append(net.Links, cpm.Link{From: from, To: i, Type: randomType(rng), Lag: randomLag(rng, mixed)})
		}
	}
	return net
}

func randomType(rng *rand.Rand) cpm.LinkType {
	switch x := rng.IntN(100); {
	case x < 70:
		return cpm.FS
	case x < 85:
		return cpm.SS
	case x < 95:
		return cpm.FF
	}
	return cpm.SF
}

func randomLag(rng *rand.Rand, mixed bool) cpm.Lag {
	var lag cpm.Lag
	switch x := rng.IntN(100); {
	case x < 20:
		lag.Value = int32(1 + rng.IntN(10))
	case x < 25:
		lag.Value = -int32(1 + rng.IntN(3))
	}
	if !mixed {
		return lag
	}
	switch x := rng.IntN(100); {
	case lag.Value == 0:
	case x < 15:
		lag.Unit = cpm.Elapsed
	case x < 25:
		lag.Unit, lag.Value = cpm.MonthsFromPredecessor, 1
	}
	return lag
}

// threeCalendars are two of five days a week and one of six, with ten years
// of holidays.
func threeCalendars() []cpm.Calendar {
	var holidays []cpm.Exception
	for year := 2013; year < 2023; year++ {
		for _, d := range []cpm.Day{
			cpm.Date(year, time.January, 1), cpm.Date(year, time.April, 10), cpm.Date(year, time.May, 17),
			cpm.Date(year, time.June, 5), cpm.Date(year, time.December, 24), cpm.Date(year, time.December, 25),
		} {
			holidays = append(holidays, cpm.Exception{First: d, Last: d})
		}
		holidays = append(holidays, cpm.Exception{First: cpm.Date(year, time.July, 6), Last: cpm.Date(year, time.July, 26)})
	}
	a := cpm.MondayToFriday("office")
	b := cpm.MondayToFriday("school")
	b.Exceptions = holidays
	c := cpm.Weekdays("shop", 1, time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday)
	c.Exceptions = holidays[:len(holidays)-7]
	a.Exceptions = holidays[:6]
	return []cpm.Calendar{a, b, c}
}

var day2014 = cpm.Instant(cpm.Date(2014, time.January, 1))

func benchmarkBuildAndSolve(b *testing.B, net cpm.Network) {
	in := cpm.Input{Start: day2014}
	b.ReportAllocs()
	for b.Loop() {
		g, err := cpm.Build(net)
		if err != nil {
			b.Fatal(err)
		}
		var r cpm.Result
		if err := g.Solve(&in, &r); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBuildAndSolveMixed(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchmarkBuildAndSolve(b, layered(n, true)) })
	}
}

// chain is n activities one after another.
func chain(n int) cpm.Network {
	net := cpm.Network{Activities: make([]cpm.Activity, n), Links: make([]cpm.Link, n-1)}
	for i := range net.Activities {
		net.Activities[i] = cpm.Activity{Key: fmt.Sprint("task ", i), Duration: 1}
	}
	for i := range net.Links {
		net.Links[i] = cpm.Link{From: i, To: i + 1}
	}
	return net
}

func BenchmarkChainOfAMillion(b *testing.B) { benchmarkBuildAndSolve(b, chain(1_000_000)) }

// benchmarkPass solves one graph again and again with durations that change
// each time, as a simulation or a what-if does.
func benchmarkPass(b *testing.B, net cpm.Network) {
	g, err := cpm.Build(net)
	if err != nil {
		b.Fatal(err)
	}
	in := cpm.Input{Start: day2014, Durations: make([]cpm.Work, len(net.Activities))}
	for i := range in.Durations {
		in.Durations[i] = net.Activities[i].Duration
	}
	var r cpm.Result
	i := 0
	b.ReportAllocs()
	for b.Loop() {
		in.Durations[i%len(in.Durations)] = cpm.Work(i % 20)
		i++
		if err := g.Solve(&in, &r); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPassOnOneCalendar(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchmarkPass(b, layered(n, false)) })
	}
}

// busy gives every 200th activity of a layered network 60 predecessors.
func busy(n int) cpm.Network {
	rng := rand.New(rand.NewPCG(2, uint64(n)))
	net := layered(n, false)
	width := int(math.Sqrt(float64(n)))
	for i := 0; i < n; i += 200 {
		if i < width {
			continue
		}
		for range 58 {
			net.Links = append(net.Links, cpm.Link{From: (i/width-1)*width + rng.IntN(width), To: i})
		}
	}
	return net
}

func BenchmarkPassWithBusyActivities(b *testing.B) {
	b.Run("100000", func(b *testing.B) { benchmarkPass(b, busy(100_000)) })
}

func TestSolvingAgainAllocatesNothing(t *testing.T) {
	for name, net := range map[string]cpm.Network{
		"one calendar": layered(1_000, false), "mixed": layered(1_000, true), "busy": busy(2_000),
	} {
		g, err := cpm.Build(net)
		require.NoError(t, err, name)
		in := cpm.Input{Start: day2014, DataDate: new(day2014 + 10)}
		for i := range 40 {
			in.Constraints = append(in.Constraints, cpm.Constraint{
				Activity: i * 20, Kind: cpm.ConstraintKind(i % 9), At: day2014 + cpm.Instant(i),
			})
		}
		for i := range 10 {
			in.Progress = append(in.Progress, cpm.Progress{Activity: i, ActualStart: day2014, Remaining: 3})
		}
		var r cpm.Result
		require.NoError(t, g.Solve(&in, &r), name)
		require.Zero(t, testing.AllocsPerRun(10, func() { _ = g.Solve(&in, &r) }), name)
		batch := randomBatch(rand.New(rand.NewPCG(3, 3)), net)
		require.NoError(t, r.ForwardBatch(batch), name)
		require.Zero(t, testing.AllocsPerRun(10, func() { _ = r.ForwardBatch(batch) }), name)
	}
}

func TestSolvingAHierarchyAgainAllocatesNothing(t *testing.T) {
	net := layered(1_000, true)
	n := len(net.Activities)
	for i := range n {
		net.Parents = append(net.Parents, n+i*10/n)
	}
	for s := range 10 {
		net.Activities, net.Parents = append(net.Activities, cpm.Activity{}), append(net.Parents, -1)
		net.Links = append(net.Links,
			cpm.Link{From: n + s, To: n + 10 + s, Lag: cpm.Lag{Value: 1, Unit: cpm.MonthsFromPredecessor}},
			cpm.Link{From: n + 10 + s, To: n + 20})
	}
	for range 11 {
		net.Activities, net.Parents = append(net.Activities, cpm.Activity{Duration: 1}), append(net.Parents, -1)
	}
	g, err := cpm.Build(net)
	require.NoError(t, err)
	for _, options := range []cpm.Options{cpm.Primavera(), cpm.MicrosoftProject()} {
		in := cpm.Input{Start: day2014, Options: options, Constraints: []cpm.Constraint{{Activity: n + 12, Kind: cpm.AsLateAsPossible}}}
		var r cpm.Result
		require.NoError(t, g.Solve(&in, &r))
		require.Zero(t, testing.AllocsPerRun(10, func() { _ = g.Solve(&in, &r) }))
	}
}

// everything is a network and an input that use whatever there is.
func everything() (cpm.Network, cpm.Input) {
	net := layered(1_000, true)
	n := len(net.Activities)
	in := cpm.Input{Start: day2014, DataDate: new(day2014 + 10), MustFinish: new(day2014 + 3_000)}
	for i := range n {
		net.Parents = append(net.Parents, n+i*10/n)
		in.Starts = append(in.Starts, day2014-cpm.Instant(i%7))
	}
	for s := range 10 {
		net.Activities, net.Parents = append(net.Activities, cpm.Activity{}), append(net.Parents, -1)
		if s > 0 {
			net.Links = append(net.Links, cpm.Link{From: 50*s - 1, To: n + s, Lag: cpm.Lag{Value: 1, Unit: cpm.MonthsFromPredecessor}})
		}
	}
	for i := range 20 {
		net.Activities, net.Parents = append(net.Activities, cpm.Activity{LevelOfEffort: true}), append(net.Parents, n+i%10)
		net.Links = append(net.Links, cpm.Link{From: i, To: n + 10 + i}, cpm.Link{From: n + 10 + i, To: 100 + i, Type: cpm.FF})
	}
	for i := range 40 {
		net.Activities[i*3].Milestone, net.Activities[i*3].Side = true, cpm.Side(i%2)
		in.Constraints = append(in.Constraints,
			cpm.Constraint{Activity: i * 20, Kind: cpm.ConstraintKind(i % 9), At: day2014 + cpm.Instant(i)},
			cpm.Constraint{Activity: n + i%30, Kind: cpm.StartNoEarlierThan, At: day2014 + cpm.Instant(i)})
		in.Progress = append(in.Progress, cpm.Progress{Activity: i * 7, ActualStart: day2014, Remaining: 3})
		in.Fixed = append(in.Fixed, cpm.Fixed{Activity: i*11 + 1, Start: day2014 + 40, Finish: day2014 + 47, EarlyOnly: i%2 == 0})
		in.Delays = append(in.Delays, cpm.Delay{Activity: i*13 + 2, Ticks: 2, Elapsed: i%2 == 0})
		in.Pauses = append(in.Pauses, cpm.Pause{Activity: i*17 + 3, Stop: day2014 + 60, Resume: day2014 + 70})
	}
	in.Starts = append(in.Starts, make([]cpm.Instant, len(net.Activities)-n)...)
	return net, in
}

func TestSolvingWithEverythingAllocatesNothing(t *testing.T) {
	net, in := everything()
	g, err := cpm.Build(net)
	require.NoError(t, err)
	for _, in.Options = range []cpm.Options{{}, cpm.Primavera(), cpm.MicrosoftProject()} {
		var r cpm.Result
		require.NoError(t, g.Solve(&in, &r))
		require.NotEmpty(t, r.Warnings(), "of which some are odd")
		require.Empty(t, cpm.Check(net, &in, &r))
		other := in
		other.Durations, other.Lags = make([]cpm.Work, len(net.Activities)), make([]int32, len(net.Links))
		other.FromFinish = true
		require.NoError(t, g.Solve(&other, &r))
		require.Zero(t, testing.AllocsPerRun(5, func() { _, _ = g.Solve(&in, &r), g.Solve(&other, &r) }))
	}
}

func BenchmarkForwardBatch(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchmarkBatch(b, n) })
	}
}

func benchmarkBatch(b *testing.B, n int) {
	net := layered(n, false)
	g, err := cpm.Build(net)
	if err != nil {
		b.Fatal(err)
	}
	var r cpm.Result
	if err := g.Solve(&cpm.Input{Start: day2014}, &r); err != nil {
		b.Fatal(err)
	}
	batch := randomBatch(rand.New(rand.NewPCG(3, 3)), net)
	b.ReportAllocs()
	for b.Loop() {
		if err := r.ForwardBatch(batch); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n*cpm.Lanes), "ns/activity/sample")
}

func randomBatch(rng *rand.Rand, net cpm.Network) *cpm.Batch {
	batch := &cpm.Batch{Durations: make([][cpm.Lanes]cpm.Work, len(net.Activities))}
	for i := range batch.Durations {
		for k := range batch.Durations[i] {
			batch.Durations[i][k] = cpm.Work(rng.IntN(20))
		}
	}
	return batch
}
