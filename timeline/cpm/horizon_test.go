package cpm_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// longChain is so many activities of almost the longest duration on the calendar,
// whose sums do not come to the horizon itself. Each
// waits for that many before it: more than a row holds, and the passes go
// another way.
func longChain(calendar cpm.Calendar, n, predecessors int) cpm.Network {
	net := cpm.Network{Calendars: []cpm.Calendar{calendar}}
	for i := range n {
		net.Activities = append(net.Activities, cpm.Activity{Duration: cpm.MaxWork - 1})
		for from := max(i-predecessors, 0); from < i; from++ {
			net.Links = append(net.Links, cpm.Link{From: from, To: i})
		}
	}
	return net
}

func TestDatesStopAtTheHorizonAtBothEnds(t *testing.T) {
	everyDay := cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6)
	for _, calendar := range []cpm.Calendar{everyDay, cpm.MondayToFriday("week")} {
		for _, predecessors := range []int{1, 5} {
			g, err := cpm.Build(longChain(calendar, 20, predecessors))
			require.NoError(t, err)
			constrained := cpm.Input{Progress: []cpm.Progress{{Remaining: cpm.MaxWork}}}
			for i := 2; i < g.Activities(); i++ {
				constrained.Constraints = append(constrained.Constraints, cpm.Constraint{Activity: i, Kind: cpm.Deadline})
			}
			constrainedLate := constrained
			constrainedLate.Start, constrainedLate.MustFinish = -cpm.Horizon/2, new(cpm.Instant(0))
			for claim, in := range map[string]cpm.Input{
				"constrained":        constrained,
				"constrained, late":  constrainedLate,
				"beyond the end":     {},
				"before the begin":   {Start: -cpm.Horizon, MustFinish: new(-cpm.Horizon + 3)},
				"late dates only":    {Start: -cpm.Horizon / 2, MustFinish: new(cpm.Instant(0))},
				"from the far begin": {Start: -cpm.Horizon},
			} {
				var r cpm.Result
				require.NoError(t, g.Solve(&in, &r))
				assert.True(t, r.Saturated(), claim)
				for i := range g.Activities() {
					d := r.Dates(i)
					for _, x := range []cpm.Instant{d.EarlyStart, d.EarlyFinish, d.LateStart, d.LateFinish, d.Start, d.Finish} {
						assert.LessOrEqual(t, x, cpm.Horizon, claim)
						assert.GreaterOrEqual(t, x, -cpm.Horizon, claim)
					}
					next := r.Dates(min(i+1, g.Activities()-1))
					assert.LessOrEqual(t, d.EarlyStart, next.EarlyStart, claim)
					if i > 0 || len(in.Progress) == 0 {
						assert.LessOrEqual(t, d.LateStart, next.LateStart, claim)
					}
				}
			}
		}
	}
}

func TestWhatLiesWithinTheHorizonIsNotSaturated(t *testing.T) {
	g, err := cpm.Build(longChain(cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6), 2, 1))
	require.NoError(t, err)
	for _, in := range []cpm.Input{{}, {Start: -cpm.Horizon / 2}, {Start: cpm.Horizon/2 - 2}} {
		var r cpm.Result
		require.NoError(t, g.Solve(&in, &r))
		assert.False(t, r.Saturated())
	}
}

func TestAShareOfADurationIsAtMostTheLongestLag(t *testing.T) {
	const most = 10_000_00 // a hundred times the duration
	for _, sign := range []int32{1, -1} {
		net := cpm.Network{
			Activities: []cpm.Activity{{Key: "long", Duration: cpm.MaxWork}, {Key: "after", Duration: 1}},
			Links:      []cpm.Link{{From: 0, To: 1, Type: cpm.SS, Lag: cpm.Lag{Value: sign * most, Unit: cpm.Percent}}},
		}
		in := cpm.Input{Starts: []cpm.Instant{0, -cpm.Horizon}}
		r := solved(t, net, in)
		require.Equal(t, cpm.Instant(sign)*cpm.Instant(cpm.MaxWork), r.Dates(1).EarlyStart)
		require.Empty(t, cpm.Check(net, &in, r))
	}
}

func TestLateDatesBeyondTheBeginAloneAreSaturated(t *testing.T) {
	for _, predecessors := range []int{1, 5} {
		net := longChain(cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6), 6, predecessors)
		r := solved(t, net, cpm.Input{Start: -cpm.Horizon, MustFinish: new(-cpm.Horizon + 3)})
		require.Less(t, r.Finish(), cpm.Horizon)
		require.True(t, r.Saturated())
		require.Equal(t, -cpm.Horizon, r.Dates(0).LateStart)
	}
}

// ofEach are ways in which every activity of a chain says more than its duration: the
// passes then take them one by one.
func ofEach(n int) map[string]cpm.Input {
	constraints := func(kinds ...cpm.ConstraintKind) (all []cpm.Constraint) {
		for i := range n {
			all = append(all, cpm.Constraint{Activity: i, Kind: kinds[i%len(kinds)]})
		}
		return all
	}
	ways := map[string]cpm.Input{
		"starts no earlier":           {Constraints: constraints(cpm.StartNoEarlierThan)},
		"finishes no earlier":         {Constraints: constraints(cpm.FinishNoEarlierThan, cpm.StartNoEarlierThan)},
		"starts no later":             {Constraints: constraints(cpm.StartNoLaterThan)},
		"finishes no later, honoured": {Constraints: constraints(cpm.FinishNoLaterThan), Options: cpm.Options{HonorConstraints: true}},
		"as late as possible":         {Constraints: constraints(cpm.AsLateAsPossible, cpm.StartNoEarlierThan)},
		"as late, but one is not":     {Constraints: constraints(cpm.AsLateAsPossible, cpm.AsSoonAsPossible)},
	}
	delayed, begun, paused := cpm.Input{}, cpm.Input{DataDate: new(cpm.Instant(1))}, cpm.Input{}
	for i := range n {
		delayed.Delays = append(delayed.Delays, cpm.Delay{Activity: i, Ticks: cpm.MaxWork})
		begun.Progress = append(begun.Progress, cpm.Progress{Activity: i, Remaining: cpm.MaxWork})
		paused.Pauses = append(paused.Pauses, cpm.Pause{Activity: i, Stop: 1, Resume: 3})
	}
	ways["put off"], ways["begun"], ways["paused"] = delayed, begun, paused
	return ways
}

func TestDatesOfWhatSaysMoreThanItsDurationStopAtTheHorizon(t *testing.T) {
	const n = 20
	for _, calendar := range []cpm.Calendar{cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6), cpm.MondayToFriday("week")} {
		for _, predecessors := range []int{1, 5} {
			g, err := cpm.Build(longChain(calendar, n, predecessors))
			require.NoError(t, err)
			for claim, in := range ofEach(n) {
				back := in
				back.Start, back.MustFinish = -cpm.Horizon/2, new(cpm.Instant(0))
				fromFinish := back
				fromFinish.FromFinish = true
				for _, in := range []cpm.Input{in, back, fromFinish} {
					var r cpm.Result
					require.NoError(t, g.Solve(&in, &r), claim)
					requireWithin(t, g, &r, claim)
				}
			}
		}
	}
}

// requireWithin holds every date of a chain within the horizon and in order.
func requireWithin(t *testing.T, g *cpm.Graph, r *cpm.Result, claim string) {
	t.Helper()
	require.True(t, r.Saturated(), claim)
	for i := range g.Activities() {
		d, next := r.Dates(i), r.Dates(min(i+1, g.Activities()-1))
		for _, x := range []cpm.Instant{d.EarlyStart, d.EarlyFinish, d.LateStart, d.LateFinish, d.Start, d.Finish} {
			require.LessOrEqual(t, x, cpm.Horizon, claim)
			require.GreaterOrEqual(t, x, -cpm.Horizon, claim)
		}
		require.LessOrEqual(t, d.EarlyStart, next.EarlyStart, claim)
		require.LessOrEqual(t, d.LateStart, next.LateStart, claim)
		require.LessOrEqual(t, d.Start, next.Start, claim)
	}
}

func TestALaneOfABatchStopsAtTheHorizon(t *testing.T) {
	const n = 20
	held := 0
	for _, predecessors := range []int{1, 2, 3, 5} {
		g, err := cpm.Build(longChain(cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6), n, predecessors))
		require.NoError(t, err)
		ways := ofEach(n)
		ways["plain"] = cpm.Input{}
		for claim, in := range ways {
			var r cpm.Result
			b := cpm.Batch{Durations: make([][cpm.Lanes]cpm.Work, n)}
			for i := range b.Durations {
				for k := range b.Durations[i] {
					b.Durations[i][k] = cpm.MaxWork - cpm.Work(k)
				}
			}
			require.NoError(t, g.Solve(&in, &r))
			if err := r.ForwardBatch(&b); err != nil {
				continue // a batch says what it does not know
			}
			for k := range cpm.Lanes {
				lane := in
				for i := range b.Durations {
					lane.Durations = append(lane.Durations, b.Durations[i][k])
				}
				require.NoError(t, g.Solve(&lane, &r))
				require.True(t, r.Saturated(), claim)
				require.Equal(t, r.Finish(), b.Finish[k], "%s %d", claim, k)
			}
			held++
		}
	}
	require.Positive(t, held)
}

// Milestones have no length, and the distance between them alone leads beyond.
func TestMilestonesStopAtTheHorizon(t *testing.T) {
	const n = 20
	for _, calendar := range []cpm.Calendar{cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6), cpm.MondayToFriday("week")} {
		for _, side := range []cpm.Side{cpm.StartSide, cpm.FinishSide} {
			net := longChain(calendar, n, 1)
			for i := range net.Activities {
				net.Activities[i] = cpm.Activity{Milestone: true, Side: side}
			}
			for l := range net.Links {
				net.Links[l].Lag.Value = int32(cpm.MaxWork)
			}
			g, err := cpm.Build(net)
			require.NoError(t, err)
			for claim, in := range map[string]cpm.Input{"on": {}, "back": {Start: -cpm.Horizon / 2, MustFinish: new(cpm.Instant(0))}} {
				var r cpm.Result
				require.NoError(t, g.Solve(&in, &r))
				requireWithin(t, g, &r, claim)
			}
		}
	}
}
