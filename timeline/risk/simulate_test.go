package risk_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/risk"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
)

// full is a model with all that a model may have.
func full() *risk.Model {
	net := network(4, cpm.Link{From: 0, To: 1}, cpm.Link{From: 1, To: 4}, cpm.Link{From: 2, To: 3, Lag: cpm.Lag{Value: 1, Unit: cpm.MonthsFromPredecessor}},
		cpm.Link{From: 3, To: 4}, cpm.Link{From: 5, To: 3})
	net.Activities = append(net.Activities, cpm.Activity{Key: "delivered", Milestone: true}, cpm.Activity{Key: "phase"})
	net.Calendars = []cpm.Calendar{cpm.MondayToFriday("week")}
	net.Parents = []int{6, 6, -1, -1, -1, -1, -1}
	days := func(low, likely, high float64) *threepoint.Curve {
		return threepoint.NewCurve(threepoint.Triangular{Min: low, Mode: likely, Max: high})
	}
	start := cpm.Instant(cpm.Date(2015, 1, 5))
	m := model(net, days(10, 20, 60), days(5, 8, 30), days(3, 4, 9), days(10, 30, 40))
	m.Durations[0].Factor, m.Durations[0].Loading = "supplier", 0.8
	m.Durations[3].Factor, m.Durations[3].Loading = "supplier", 0.5
	m.Targets = []int{4, 3}
	m.Input = cpm.Input{
		Start: start, DataDate: new(start + 2), Starts: make([]cpm.Instant, 7), Lags: []int32{0, 2, 1, 0, 0},
		Progress: []cpm.Progress{{Activity: 0, ActualStart: start, Remaining: 15}},
	}
	for i := range m.Input.Starts {
		m.Input.Starts[i] = start
	}
	m.Dates = []risk.Date{{Activity: 5, Quantity: risk.Quantity{Of: days(float64(start), float64(start)+20, float64(start)+90), Factor: "supplier", Loading: 0.6}}}
	m.Events = []risk.Event{{Key: "strike", Probability: 0.3, Effects: []risk.Effect{
		{Activity: 1, Times: 1.5}, {Activity: 5, OnDate: true, Plus: days(5, 10, 30)},
	}}}
	m.Others = []risk.Quantity{{Key: "price", Of: days(90, 100, 150), Factor: "supplier", Loading: 0.3}}
	m.Amounts = 2
	m.Money = func(s *risk.Sample, amounts []float64) {
		amounts[0] = s.Other(0) * float64(s.Duration(1))
		if s.Happens(0) {
			amounts[1] = float64(s.Finish(4) - s.Start(3))
		}
	}
	return m
}

// told is all that a result says.
func told(r *risk.Result) []any {
	out := []any{r.Samples, r.Seed}
	for _, t := range r.Targets {
		out = append(out, t.Activity, t.Finish.Samples(), t.Finish.Moments, t.Activities, t.Dates)
	}
	for _, o := range r.Amounts {
		out = append(out, o.Samples(), o.Moments)
	}
	return out
}

func TestTheResultDoesNotDependOnTheCores(t *testing.T) {
	const samples = 3*threepoint.BlockSize + 13
	want := told(simulate(t, full(), risk.Options{Samples: samples, Seed: 7, Cores: 1}))
	for _, cores := range []int{0, 1, 2, 3, 100} {
		require.Equal(t, want, told(simulate(t, full(), risk.Options{Samples: samples, Seed: 7, Cores: cores})), "%d", cores)
	}
	assert.NotEqual(t, want, told(simulate(t, full(), risk.Options{Samples: samples, Seed: 8})))
}

func TestWhatIsLeftOutChangesNothingElse(t *testing.T) {
	all := simulate(t, full(), risk.Options{Samples: 1_000})
	chains := simulate(t, full(), risk.Options{Samples: 1_000, ChainsOnly: true})
	dates := simulate(t, full(), risk.Options{Samples: 1_000, DatesOnly: true})
	for i := range all.Targets {
		want := all.Targets[i]
		require.Equal(t, want.Finish.Samples(), dates.Targets[i].Finish.Samples())
		require.Nil(t, dates.Targets[i].Activities)
		for _, of := range [][]risk.Influence{want.Activities, want.Dates} {
			for a := range of {
				of[a].Cruciality = 0
			}
		}
		require.Equal(t, want.Activities, chains.Targets[i].Activities)
		require.Equal(t, want.Dates, chains.Targets[i].Dates)
	}
}

func TestFewerSamplesAreTheFirstOfMore(t *testing.T) {
	more := simulate(t, full(), risk.Options{Samples: 2_000}).Targets[0].Finish.Samples()
	for _, n := range []int{1, 7, 8, 511, 513} {
		require.Equal(t, more[:n], simulate(t, full(), risk.Options{Samples: n}).Targets[0].Finish.Samples())
	}
}

func TestWhatIsAddedChangesNoOtherDraw(t *testing.T) {
	o := risk.Options{Samples: 1_000, Seed: 3}
	want := simulate(t, full(), o)
	m := full()
	m.Network.Activities = append(m.Network.Activities, cpm.Activity{Key: "more", Duration: 1}, cpm.Activity{Key: "owed", Milestone: true})
	m.Network.Parents = append(m.Network.Parents, -1, -1)
	m.Input.Starts = append(m.Input.Starts, m.Input.Start, m.Input.Start)
	m.Durations = append([]risk.Duration{{Activity: 7, Quantity: risk.Quantity{Of: normal(1, 0.1), Factor: "supplier", Loading: 1}}}, m.Durations...)
	m.Dates = append([]risk.Date{{Activity: 8, Quantity: risk.Quantity{Of: normal(1, 0.1), Factor: "new", Loading: 0.5}}}, m.Dates...)
	m.Events = append(m.Events, risk.Event{Key: "rain", Probability: 0.5, Effects: []risk.Effect{{Activity: 7, Times: 2}}})
	m.Others = append(m.Others, risk.Quantity{Key: "rate", Of: normal(1, 0.1)})
	got := simulate(t, m, o)
	for i := range want.Targets {
		require.Equal(t, want.Targets[i].Finish.Samples(), got.Targets[i].Finish.Samples())
		require.Equal(t, want.Targets[i].Activities, got.Targets[i].Activities[:7])
		require.Equal(t, want.Targets[i].Dates, got.Targets[i].Dates[1:])
	}
	for i := range want.Amounts {
		require.Equal(t, want.Amounts[i].Samples(), got.Amounts[i].Samples())
	}
}

func TestRoundingToWholeTicksKeepsTheMean(t *testing.T) {
	for _, c := range []threepoint.Distribution{
		threepoint.Triangular{Min: 0.2, Mode: 0.5, Max: 1.1}, threepoint.Normal{Center: 3.3}, threepoint.Triangular{Min: 2, Mode: 2.1, Max: 2.2},
	} {
		_, got := drawn(t, serial(threepoint.NewCurve(c)))
		assert.InDelta(t, c.Mean(), got.Finish.Mean, 4*got.Finish.StandardError()+1.0/8192)
	}
	_, got := drawn(t, serial(threepoint.NewCurve(threepoint.Normal{Center: 5})))
	assert.Equal(t, threepoint.Moments{Mean: 5}, got.Finish.Moments, "whole ones stay as they are")
}

func TestWithoutSpreadEachSampleIsASolve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "activities")
		net := cpm.Network{Calendars: []cpm.Calendar{cpm.MondayToFriday("week"), {Week: [7][]cpm.Shift{2: {{From: 0, To: 1}}, 6: {{From: 0, To: 1}}}}}}
		m := &risk.Model{}
		for i := range n {
			d := rapid.IntRange(0, 9).Draw(t, "duration")
			net.Activities = append(net.Activities, cpm.Activity{Key: keyed(i), Calendar: rapid.IntRange(0, 1).Draw(t, "calendar"), Duration: cpm.Work(d)})
			if i > 0 {
				net.Links = append(net.Links, cpm.Link{From: rapid.IntRange(0, i-1).Draw(t, "from"), To: i, Type: cpm.LinkType(rapid.IntRange(0, 3).Draw(t, "type"))})
			}
			if rapid.Bool().Draw(t, "drawn") {
				m.Durations = append(m.Durations, risk.Duration{Activity: i, Quantity: risk.Quantity{Of: threepoint.NewCurve(threepoint.Normal{Center: float64(d)})}})
			}
			m.Targets = append(m.Targets, i)
		}
		m.Network, m.Input = net, cpm.Input{Start: 16_000}
		g, err := cpm.Build(net)
		require.NoError(t, err)
		var want cpm.Result
		require.NoError(t, g.Solve(&m.Input, &want))
		r, err := risk.Simulate(context.Background(), m, risk.Options{Samples: 9})
		require.NoError(t, err)
		for i, target := range r.Targets {
			require.Equal(t, threepoint.Moments{Mean: float64(want.Dates(i).EarlyFinish)}, target.Finish.Moments)
			for _, path := range want.PathsTo(i, 1).Listed {
				for _, a := range path.Activities {
					require.InDelta(t, 1, target.Activities[a].Criticality, 0)
				}
			}
		}
	})
}

func TestAnEventHappensAsOftenAsItShould(t *testing.T) {
	m := serial(normal(100, 0))
	m.Events = []risk.Event{
		{Key: "longer", Probability: 0.3, Effects: []risk.Effect{{Activity: 0, Times: 1.5, Plus: normal(10, 2)}}},
		{Key: "never", Effects: []risk.Effect{{Activity: 0, Plus: normal(1000, 0)}}},
	}
	m.Amounts = 2
	m.Money = func(s *risk.Sample, amounts []float64) {
		for e := range amounts {
			if s.Happens(e) {
				amounts[e] = 1
			}
		}
	}
	r, got := drawn(t, m)
	checkShare(t, 0.3, r.Amounts[0].Mean, r.Samples)
	assert.Zero(t, r.Amounts[1].Mean)
	checkMean(t, 100+0.3*60, got.Finish)
	checkVariance(t, 0.3*0.7*60*60+0.3*4, got.Finish)
	share, _ := got.Finish.Chance(100 * unit)
	assert.InDelta(t, 1-r.Amounts[0].Mean, share, 1e-12)
}

func TestAnEventMakesCertainWorkLonger(t *testing.T) {
	m := serial(normal(100, 0))
	m.Network.Activities[0].Duration, m.Durations = 100*unit, nil
	m.Events = []risk.Event{{Key: "e", Probability: 1, Effects: []risk.Effect{{Activity: 0, Plus: normal(7, 0)}}}}
	_, got := drawn(t, m)
	assert.Equal(t, threepoint.Moments{Mean: 107 * unit}, got.Finish.Moments)
}

func TestAnUncertainDateIsWaitedFor(t *testing.T) {
	m := parallel(triangular(8, 10, 16))
	m.Network.Activities = append(m.Network.Activities, cpm.Activity{Key: "delivered", Milestone: true})
	m.Network.Links = append(m.Network.Links, cpm.Link{From: 2, To: 1})
	m.Input.Start = -1000
	m.Durations[0].Of = threepoint.NewCurve(threepoint.Triangular{Min: 8*unit + 1000, Mode: 10*unit + 1000, Max: 16*unit + 1000})
	m.Dates = []risk.Date{{Activity: 2, Quantity: risk.Quantity{Of: triangular(9, 11, 13)}}}
	r, got := drawn(t, m)
	checkTwoTriangles(t, got.Finish)
	checkShare(t, 307.0/576, got.Activities[0].Criticality, r.Samples)
	checkShare(t, 1-307.0/576, got.Dates[0].Criticality, r.Samples)
	assert.Equal(t, got.Dates[0].Criticality, got.Activities[2].Criticality)

	m.Events = []risk.Event{{Key: "slips", Probability: 1, Effects: []risk.Effect{{Activity: 2, OnDate: true, Plus: normal(50, 0)}}}}
	_, got = drawn(t, m)
	checkMean(t, 61, got.Finish)
	m.Input.Start = 100 * unit
	_, got = drawn(t, m)
	assert.InDelta(t, 100*unit+1000+34.0/3*unit, got.Finish.Mean, 4*got.Finish.StandardError(), "a date before the start")
}

func TestRemovalsAddUpInARow(t *testing.T) {
	m := correlated(serial(normal(100, 3), normal(100, 4)), 0.5)
	m.Events = []risk.Event{{Key: "e", Probability: 0.5, Effects: []risk.Effect{{Activity: 0, Plus: normal(2, 0)}}}}
	removals, err := risk.Removals(t.Context(), m, risk.Options{Samples: many(), Seed: 1})
	require.NoError(t, err)
	all := math.Sqrt(9 + 16 + 2*0.5*12 + 1)
	for i, want := range []struct {
		kind     risk.Kind
		key      string
		mean, sd float64
	}{
		{risk.DurationKind, "a", 0, math.Sqrt(16 + 1)}, {risk.DurationKind, "b", 0, math.Sqrt(9 + 1)},
		{risk.EventKind, "e", 1, math.Sqrt(9 + 16 + 12)}, {risk.FactorKind, "common", 0, math.Sqrt(4.5 + 8 + 1)},
	} {
		got := removals[i]
		assert.Equal(t, want.kind, got.Kind)
		assert.Equal(t, want.key, got.Key)
		delta := 4 * all / math.Sqrt(float64(many()))
		assert.InDelta(t, want.mean, got.Gains[0].Mean/unit, delta)
		assert.InDelta(t, all-want.sd, got.Gains[0].SD/unit, delta)
	}
	assert.Len(t, removals, 4)
}

func TestASampleAllocatesNothing(t *testing.T) {
	m := full()
	allocations := func(samples int) float64 {
		return testing.AllocsPerRun(3, func() { simulate(t, m, risk.Options{Samples: samples, Cores: 1}) })
	}
	// The race detector allocates a little beside it: fewer than one in a hundred samples is none.
	assert.Less(t, allocations(20*512)-allocations(512), 19*512/100.0)
}

func TestASimulationStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	m := full()
	money := m.Money
	m.Money = func(s *risk.Sample, amounts []float64) {
		cancel()
		money(s, amounts)
	}
	_, err := risk.Simulate(ctx, m, risk.Options{Samples: 1_000_000})
	require.ErrorIs(t, err, context.Canceled)
	_, err = risk.Removals(ctx, m, risk.Options{})
	require.ErrorIs(t, err, context.Canceled)
}

func TestWhatIsWrongIsSaid(t *testing.T) {
	c := normal(1, 0)
	tests := map[risk.FaultCode]func(m *risk.Model, o *risk.Options){
		risk.UnknownActivity:  func(m *risk.Model, _ *risk.Options) { m.Targets[0] = 6 },
		risk.Twice:            func(m *risk.Model, _ *risk.Options) { m.Durations[1].Activity, m.Durations[1].Key = 0, "x" },
		risk.SharedKey:        func(m *risk.Model, _ *risk.Options) { m.Durations[1].Key = "a" },
		risk.NoCurve:          func(m *risk.Model, _ *risk.Options) { m.Others[0].Of = nil },
		risk.LoadingRange:     func(m *risk.Model, _ *risk.Options) { m.Dates[0].Loading = math.NaN() },
		risk.ProbabilityRange: func(m *risk.Model, _ *risk.Options) { m.Events[0].Probability = 1.1 },
		risk.TimesRange:       func(m *risk.Model, _ *risk.Options) { m.Events[0].Effects[0].Times = -1 },
		risk.NoDate: func(m *risk.Model, _ *risk.Options) {
			m.Events[0].Effects[0] = risk.Effect{Activity: 1, OnDate: true, Plus: c}
		},
		risk.NoLength:     func(m *risk.Model, _ *risk.Options) { m.Durations[0].Activity = 4 },
		risk.SamplesRange: func(_ *risk.Model, o *risk.Options) { o.Samples = 1_000_001 },
		risk.NoMoney:      func(m *risk.Model, _ *risk.Options) { m.Money = nil },
	}
	for code, spoil := range tests {
		m, o := full(), risk.Options{}
		spoil(m, &o)
		_, err := risk.Simulate(t.Context(), m, o)
		var fault *risk.Fault
		require.ErrorAs(t, err, &fault, code)
		assert.Equal(t, code, fault.Code)
	}
	_, err := risk.Simulate(t.Context(), nil, risk.Options{})
	require.ErrorContains(t, err, string(risk.NoModel))

	m := full()
	m.Network.Links[0].To = 99
	_, err = risk.Simulate(t.Context(), m, risk.Options{})
	require.ErrorAs(t, err, new(cpm.Faults))
	m = full()
	m.Input.FromFinish, m.Input.MustFinish = true, new(m.Input.Start+900)
	_, err = risk.Simulate(t.Context(), m, risk.Options{})
	require.ErrorAs(t, err, new(cpm.Faults))
}

func TestDrawsBeyondAllBoundsStopAtTheBounds(t *testing.T) {
	for _, center := range []float64{-1e300, 1e300, math.Inf(1), math.NaN()} {
		m := serial(threepoint.NewCurve(threepoint.Normal{Center: center}))
		got := simulate(t, m, risk.Options{Samples: 10}).Targets[0]
		assert.GreaterOrEqual(t, got.Finish.Mean, 0.0)
		assert.LessOrEqual(t, got.Finish.Mean, float64(cpm.MaxWork))
	}
}

func BenchmarkSimulate(b *testing.B) {
	const n, samples = 1_000, 10_240
	rng := rand.New(rand.NewPCG(1, n))
	net, width := cpm.Network{Calendars: []cpm.Calendar{cpm.MondayToFriday("week")}}, 31
	for i := range n {
		net.Activities = append(net.Activities, cpm.Activity{Key: keyed(i)})
		for range 2 {
			if i >= width {
				net.Links = append(net.Links, cpm.Link{From: (i/width-1)*width + rng.IntN(width), To: i})
			}
		}
	}
	c := threepoint.NewCurve(threepoint.Triangular{Min: 5, Mode: 8, Max: 20})
	m := model(net, repeated(n, c)...)
	m.Targets = []int{n - 1}
	g, err := cpm.Build(net)
	require.NoError(b, err)
	b.Run("batch", func(b *testing.B) { // the engine alone, for the ratio
		var r cpm.Result
		require.NoError(b, g.Solve(&m.Input, &r))
		batch := &cpm.Batch{Durations: make([][cpm.Lanes]cpm.Work, n)}
		for i := range batch.Durations {
			for k := range batch.Durations[i] {
				batch.Durations[i][k] = cpm.Work(5 + rng.IntN(15))
			}
		}
		require.NoError(b, r.ForwardBatch(batch)) // the first one makes its rows
		for b.Loop() {
			require.NoError(b, r.ForwardBatch(batch))
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n*cpm.Lanes), "ns/activity/sample")
	})
	for name, o := range map[string]risk.Options{"dates": {DatesOnly: true}, "all": {}} {
		o.Samples, o.Cores = samples, 1
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				simulate(b, m, o)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n*samples), "ns/activity/sample")
		})
	}
}
