package cpm_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// drawHierarchy draws a network whose activities stand under up to four
// nested summaries, with links on both. Leaves come first. No lag of a link
// on a summary is a percentage, and none in months rolls: it would on the
// summary's calendar.
func drawHierarchy(t *rapid.T) (net cpm.Network, leaves int) {
	return drawHierarchyOver(t, drawNetwork(t))
}

func drawHierarchyOver(t *rapid.T, net cpm.Network) (_ cpm.Network, leaves int) {
	leaves = len(net.Activities)
	summaries := rapid.IntRange(1, 4).Draw(t, "summaries")
	for s := range summaries {
		net.Activities = append(net.Activities, cpm.Activity{Calendar: rapid.IntRange(0, len(net.Calendars)-1).Draw(t, "calendar")})
		parent := -1
		if s > 0 {
			parent = leaves + rapid.IntRange(-1, s-1).Draw(t, "parent")
		}
		if parent < leaves {
			parent = -1
		}
		net.Parents = append(net.Parents, parent)
	}
	var below []int
	for range leaves {
		below = append(below, leaves+rapid.IntRange(0, summaries-1).Draw(t, "summary"))
	}
	net.Parents = append(below, net.Parents...)
	for range rapid.IntRange(1, 6).Draw(t, "summary links") {
		n := len(net.Activities) - 1
		end := func(label string) int {
			if rapid.Bool().Draw(t, label+" a summary") {
				return rapid.IntRange(leaves, n).Draw(t, label)
			}
			return rapid.IntRange(0, leaves-1).Draw(t, label)
		}
		l := cpm.Link{
			From: end("from"), To: end("to"),
			Type: cpm.LinkType(rapid.IntRange(0, 3).Draw(t, "type")),
		}
		if l.From >= leaves {
			// From its start, a summary is no sum of its leaves: see below.
			l.Type &= cpm.FF
		}
		l.Lag = cpm.Lag{
			Value: rapid.Int32Range(-3, 4).Draw(t, "lag"), Unit: cpm.LagUnit(rapid.IntRange(0, int(cpm.Elapsed)).Draw(t, "unit")),
			Calendar: rapid.IntRange(0, len(net.Calendars)-1).Draw(t, "lag calendar"),
		}
		if rapid.IntRange(0, 2).Draw(t, "months") == 0 {
			l.Lag = cpm.Lag{
				Value: rapid.Int32Range(-1, 2).Draw(t, "lag"), EndOfMonth: rapid.Bool().Draw(t, "end of month"),
				Unit: cpm.LagUnit(rapid.IntRange(int(cpm.MonthsFromPredecessor), int(cpm.MonthsFromSuccessor)).Draw(t, "months from")),
			}
		}
		net.Links = append(net.Links, l)
		if _, err := cpm.Build(net); err != nil {
			net.Links = net.Links[:len(net.Links)-1] // it closes a cycle
		}
	}
	return net, leaves
}

// expand replaces each link on summaries by links between all leaves below.
func expand(net cpm.Network) cpm.Network {
	flat := cpm.Network{TicksPerDay: net.TicksPerDay, Calendars: net.Calendars, Activities: net.Activities}
	for _, l := range net.Links {
		switch l.Lag.Unit {
		case cpm.WorkOfPredecessor:
			l.Lag.Unit, l.Lag.Calendar = cpm.WorkOfCalendar, net.Activities[l.From].Calendar
		case cpm.WorkOfSuccessor:
			l.Lag.Unit, l.Lag.Calendar = cpm.WorkOfCalendar, net.Activities[l.To].Calendar
		}
		for _, from := range leavesBelow(net, l.From) {
			for _, to := range leavesBelow(net, l.To) {
				flat.Links = append(flat.Links, cpm.Link{From: from, To: to, Type: l.Type, Lag: l.Lag})
			}
		}
	}
	return flat
}

func leavesBelow(net cpm.Network, top int) []int {
	if !isParent(net, top) {
		return []int{top}
	}
	var out []int
	for i, p := range net.Parents {
		if p == top {
			out = append(out, leavesBelow(net, i)...)
		}
	}
	return out
}

func isParent(net cpm.Network, i int) bool {
	for _, p := range net.Parents {
		if p == i {
			return true
		}
	}
	return false
}

func TestALinkOnASummaryActsOnAllLeavesBelow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		net, _ := drawHierarchy(t)
		in := drawInput(t, net)
		in.Options.FreeFloat = cpm.FreeOfAllLinks
		// Summaries are activities in the expansion; they shall not count.
		in.MustFinish = new(in.Start + 30)
		in.Constraints, in.Progress = onLeaves(net, in)
		g, err := cpm.Build(net)
		flat, flatErr := cpm.Build(expand(net))
		require.NoError(t, err)
		require.NoError(t, flatErr)
		var r, want cpm.Result
		require.NoError(t, g.Solve(&in, &r))
		require.NoError(t, flat.Solve(&in, &want))
		require.Empty(t, cpm.Check(net, &in, &r))
		for i := range net.Activities {
			if isParent(net, i) {
				requireRollUp(t, net, &r, i)
				continue
			}
			require.Equal(t, want.Dates(i), r.Dates(i), "activity %d", i)
		}
	})
}

// onLeaves leaves out what says something of summaries.
func onLeaves(net cpm.Network, in cpm.Input) (constraints []cpm.Constraint, progress []cpm.Progress) {
	for _, c := range in.Constraints {
		if !isParent(net, c.Activity) {
			constraints = append(constraints, c)
		}
	}
	for _, p := range in.Progress {
		if !isParent(net, p.Activity) {
			progress = append(progress, p)
		}
	}
	return constraints, progress
}

func requireRollUp(t require.TestingT, net cpm.Network, r *cpm.Result, summary int) {
	want := r.Dates(leavesBelow(net, summary)[0])
	for _, i := range leavesBelow(net, summary) {
		d := r.Dates(i)
		want.EarlyStart, want.EarlyFinish = min(want.EarlyStart, d.EarlyStart), max(want.EarlyFinish, d.EarlyFinish)
		want.LateStart, want.LateFinish = min(want.LateStart, d.LateStart), max(want.LateFinish, d.LateFinish)
	}
	got := r.Dates(summary)
	require.Equal(t, []cpm.Instant{want.EarlyStart, want.EarlyFinish, want.LateStart, want.LateFinish},
		[]cpm.Instant{got.EarlyStart, got.EarlyFinish, got.LateStart, got.LateFinish})
}

func TestALinkFromASummarysStartCountsFromItsFirstLeaf(t *testing.T) {
	net := cpm.Network{
		Activities: []cpm.Activity{{Key: "phase"}, {Key: "first", Duration: 5}, {Key: "second", Duration: 5}, {Key: "watch", Duration: 4}},
		Parents:    []int{-1, 0, 0, -1},
		Links:      []cpm.Link{{From: 1, To: 2}, {From: 0, To: 3, Type: cpm.SS, Lag: cpm.Lag{Value: 2}}},
	}
	g, err := cpm.Build(net)
	require.NoError(t, err)
	var r cpm.Result
	in := cpm.Input{Constraints: []cpm.Constraint{{Activity: 3, Kind: cpm.Deadline, At: 7}}}
	require.NoError(t, g.Solve(&in, &r))
	require.Equal(t, cpm.Instant(2), r.Dates(3).EarlyStart)
	require.Equal(t, cpm.Instant(3), r.Dates(3).LateStart)
	require.Zero(t, r.TotalFloat(1), "its successor is critical")
	require.Zero(t, r.TotalFloat(2), "the second leaf is bound by the finish of all, not by the link")
	require.Equal(t, 1, r.PathsTo(3, 1).Listed[0].Activities[0])
	require.Empty(t, cpm.Check(net, &in, &r))
}

func TestALinkOnASummaryCanBeOutOfSequence(t *testing.T) {
	g, err := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "before", Duration: 5}, {Key: "phase"}, {Key: "part"}, {Key: "task", Duration: 2}},
		Parents:    []int{-1, -1, 1, 2},
		Links:      []cpm.Link{{From: 0, To: 1}, {From: 0, To: 1, Type: cpm.FF}, {From: 0, To: 1, Type: cpm.SF}},
	})
	require.NoError(t, err)
	var r cpm.Result
	done := cpm.Progress{Activity: 3, ActualStart: 1, ActualFinish: new(cpm.Instant(3))}
	require.NoError(t, g.Solve(&cpm.Input{Progress: []cpm.Progress{done}}, &r))
	require.Equal(t, []int{0, 1}, r.OutOfSequence())
}
