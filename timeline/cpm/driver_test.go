package cpm_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// without solves again without some links and constraints.
func without(t require.TestingT, net cpm.Network, in cpm.Input, links, constraints map[int]bool) *cpm.Result {
	var kept []cpm.Link
	for l := range net.Links {
		if !links[l] {
			kept = append(kept, net.Links[l])
		}
	}
	net.Links = kept
	var bounds []cpm.Constraint
	for c := range in.Constraints {
		if !constraints[c] {
			bounds = append(bounds, in.Constraints[c])
		}
	}
	in.Constraints = bounds
	g, err := cpm.Build(net)
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&in, &r))
	return &r
}

func TestDriversAreWhatHoldsADate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		net := drawNetwork(t)
		in := drawInput(t, net)
		in.Options.HonorConstraints = false
		g, err := cpm.Build(net)
		require.NoError(t, err)
		var r cpm.Result
		require.NoError(t, g.Solve(&in, &r))
		i := rapid.IntRange(0, len(net.Activities)-1).Draw(t, "activity")
		drivers := r.Drivers(i)
		require.NotEmpty(t, drivers)
		// Of what has started, the drivers hold the rest.
		held := func(r *cpm.Result) cpm.Instant {
			if started(in, i) {
				return r.Dates(i).EarlyFinish
			}
			return r.Dates(i).EarlyStart
		}
		links, constraints, free := map[int]bool{}, map[int]bool{}, true
		for _, d := range drivers {
			switch d.Kind {
			case cpm.LinkDriver:
				links[d.Link] = true
				require.Equal(t, i, net.Links[d.Link].To)
				require.Equal(t, d.From, net.Links[d.Link].From)
			case cpm.ConstraintDriver:
				constraints[d.Constraint] = true
				k := in.Constraints[d.Constraint].Kind
				free = free && k != cpm.MustStartOn && (k != cpm.MustFinishOn || started(in, i))
			default:
				free = false
			}
		}
		if free {
			got := without(t, net, in, links, constraints)
			require.Less(t, held(got), held(&r), "without its drivers it starts earlier")
		}
		for l := range net.Links {
			if net.Links[l].To == i && !links[l] {
				got := without(t, net, in, map[int]bool{l: true}, nil)
				require.Equal(t, held(&r), held(got), "link %d does not drive", l)
			}
		}
	})
}

func TestLateDriversAreWhatBoundsALateDate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		net := drawNetwork(t)
		in := drawInput(t, net)
		g, err := cpm.Build(net)
		require.NoError(t, err)
		var r cpm.Result
		require.NoError(t, g.Solve(&in, &r))
		i := rapid.IntRange(0, len(net.Activities)-1).Draw(t, "activity")
		drivers := r.LateDrivers(i)
		if started(in, i) && !goesOn(net, in, i) {
			require.Empty(t, drivers)
			return
		}
		require.NotEmpty(t, drivers)
		// Of what has started, they bound the rest.
		bounded := func(r *cpm.Result) cpm.Instant {
			if started(in, i) {
				return r.Dates(i).LateFinish
			}
			return r.Dates(i).LateStart
		}
		links, constraints, free := map[int]bool{}, map[int]bool{}, true
		for _, d := range drivers {
			switch d.Kind {
			case cpm.LinkDriver:
				links[d.Link] = true
				require.Equal(t, i, net.Links[d.Link].From)
				require.Equal(t, d.From, net.Links[d.Link].From)
			case cpm.ConstraintDriver:
				constraints[d.Constraint] = true
				k := in.Constraints[d.Constraint].Kind
				free = free && k != cpm.MustStartOn && (k != cpm.MustFinishOn || started(in, i))
			default:
				require.Equal(t, cpm.FinishDriver, d.Kind)
				free = false
			}
		}
		finish := r.Finish()
		if in.MustFinish != nil {
			finish = *in.MustFinish
		}
		in.MustFinish = &finish // so that it stands when links go
		if free {
			got := without(t, net, in, links, constraints)
			require.Greater(t, bounded(got), bounded(&r), "without its drivers it may start later")
		}
		for l := range net.Links {
			if net.Links[l].From == i && !links[l] {
				got := without(t, net, in, map[int]bool{l: true}, nil)
				require.Equal(t, bounded(&r), bounded(got), "link %d does not bind", l)
			}
		}
	})
}

// driversOf are the links that drive, and the kinds of what else does.
func driversOf(drivers []cpm.Driver) (links []int, others []cpm.DriverKind) {
	for _, d := range drivers {
		if d.Kind == cpm.LinkDriver {
			links = append(links, d.Link)
		} else {
			others = append(others, d.Kind)
		}
	}
	return links, others
}

// Work every day is done with Saturday 10 January 2026 and with Sunday; for a phase
// of weekdays both let it start on Monday, and for one that comes before both are
// begun, at the latest, when Friday has ended.
func TestLinksOfASummaryThatTieAcrossTimeOffAllDrive(t *testing.T) {
	const saturday, sunday, phase, leaf = 0, 1, 2, 3
	for name, end := range map[string]int{"of a leaf": leaf, "of a summary": phase} {
		net := cpm.Network{
			Calendars: []cpm.Calendar{cpm.MondayToFriday("week"), cpm.Weekdays("every day", 1, 0, 1, 2, 3, 4, 5, 6)},
			Activities: []cpm.Activity{
				{Key: "saturday", Duration: 1, Calendar: 1}, {Key: "sunday", Duration: 1, Calendar: 1}, {Key: "phase"}, {Key: "leaf", Duration: 1},
			},
			Parents: []int{-1, -1, -1, phase},
			Links:   []cpm.Link{{From: saturday, To: end}, {From: sunday, To: end}},
		}
		in := cpm.Input{Constraints: []cpm.Constraint{
			{Activity: saturday, Kind: cpm.MustStartOn, At: day(2026, 1, 10)}, {Activity: sunday, Kind: cpm.MustStartOn, At: day(2026, 1, 11)},
		}}
		links, _ := driversOf(solved(t, net, in).Drivers(leaf))
		require.Equal(t, []int{0, 1}, links, "%s: early", name)

		net.Links = []cpm.Link{{From: end, To: saturday}, {From: end, To: sunday}}
		in.MustFinish = new(day(2026, 1, 20))
		r := solved(t, net, in)
		require.Equal(t, day(2026, 1, 10), r.Dates(leaf).LateFinish, name)
		links, _ = driversOf(r.LateDrivers(leaf))
		require.Equal(t, []int{0, 1}, links, "%s: late", name)
	}
}

// A link that ends in a pause drives what goes on after it.
func TestWhatAPausePutsOffHasDrivers(t *testing.T) {
	const before, paused = 0, 1
	net := cpm.Network{
		Activities: []cpm.Activity{{Key: "before", Duration: 5}, {Key: "paused", Duration: 3}},
		Links:      []cpm.Link{{From: before, To: paused}},
	}
	in := cpm.Input{Start: day(2026, 1, 5), Pauses: []cpm.Pause{{Activity: paused, Stop: day(2026, 1, 8), Resume: day(2026, 1, 15)}}}
	r := solved(t, net, in)
	require.Equal(t, day(2026, 1, 15), r.Dates(paused).EarlyStart)
	links, others := driversOf(r.Drivers(paused))
	require.Equal(t, []int{0}, links)
	require.Empty(t, others)
	require.Equal(t, []int{before, paused}, r.CriticalPaths(9).Listed[0].Activities)

	net.Links, in.Start = nil, day(2026, 1, 10)
	links, others = driversOf(solved(t, net, in).Drivers(paused))
	require.Empty(t, links)
	require.Equal(t, []cpm.DriverKind{cpm.StartDriver}, others)
}

func TestCriticalPathsAreTheChainsOfDrivers(t *testing.T) {
	var r cpm.Result
	rapid.Check(t, func(t *rapid.T) {
		net := drawNetwork(t)
		in := drawInput(t, net)
		g, err := cpm.Build(net)
		require.NoError(t, err)
		require.NoError(t, g.Solve(&in, &r))
		for i := range net.Activities {
			want := chainsTo(&r, i)
			got := r.PathsTo(i, 1_000_000)
			require.Equal(t, uint64(len(want)), got.Count)
			require.Equal(t, want, got.Listed)
			require.Len(t, r.PathsTo(i, 1).Listed, 1)
		}
		all := r.CriticalPaths(1_000_000)
		require.NotZero(t, all.Count)
		require.Len(t, all.Listed, int(all.Count))
	})
}

// chainsTo follows the drivers back by recursion.
func chainsTo(r *cpm.Result, i int) []cpm.Path {
	var out []cpm.Path
	for _, d := range r.Drivers(i) {
		if d.Kind != cpm.LinkDriver {
			continue
		}
		for _, p := range chainsTo(r, d.From) {
			out = append(out, cpm.Path{
				Activities: append(append([]int(nil), p.Activities...), i),
				Links:      append(append([]int(nil), p.Links...), d.Link),
			})
		}
	}
	if out == nil {
		return []cpm.Path{{Activities: []int{i}}}
	}
	return out
}

func TestTheNumberOfCriticalPathsSaturates(t *testing.T) {
	const layers = 70
	var net cpm.Network
	for i := range 2 * layers {
		net.Activities = append(net.Activities, cpm.Activity{Duration: 1})
		for from := i/2*2 - 2; from >= 0 && from < i/2*2; from++ {
			net.Links = append(net.Links, cpm.Link{From: from, To: i})
		}
	}
	g, err := cpm.Build(net)
	require.NoError(t, err)
	var r cpm.Result
	require.NoError(t, g.Solve(&cpm.Input{}, &r))
	got := r.CriticalPaths(3)
	require.True(t, got.Saturated)
	require.Len(t, got.Listed, 3)
	require.Len(t, got.Listed[2].Activities, layers)
	require.Equal(t, uint64(1)<<11, r.PathsTo(22, 0).Count)
}

func TestNearCriticalIsSortedByFloat(t *testing.T) {
	g := parallel(t)
	var r cpm.Result
	require.NoError(t, g.Solve(&cpm.Input{Constraints: []cpm.Constraint{{Activity: 3, Kind: cpm.Deadline, At: 12}}}, &r))
	require.Equal(t, []int{1, 2, 3}, r.NearCritical(10))
	require.Empty(t, r.NearCritical(1))
	require.True(t, r.Critical(0))
}
