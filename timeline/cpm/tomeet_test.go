package cpm_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// toMeet asks, and lets the cut be verified.
func toMeet(t *testing.T, net cpm.Network, in cpm.Input, target int, by cpm.Instant, limits ...cpm.Crash) *cpm.Cut {
	t.Helper()
	g, err := cpm.Build(net)
	require.NoError(t, err)
	cut, err := g.ToMeet(&in, target, by, limits)
	require.NoError(t, err)
	require.Empty(t, cut.Verify(net, &in))
	return cut
}

// everyOne lets every activity of a network be shortened to nothing, at the
// price of 1 a tick.
func everyOne(net cpm.Network) []cpm.Crash {
	var out []cpm.Crash
	for i, a := range net.Activities {
		out = append(out, cpm.Crash{Activity: i, Limit: a.Duration, Price: 1})
	}
	return out
}

func bridgeNetwork() cpm.Network {
	return cpm.Network{
		Activities: []cpm.Activity{
			{Key: "A", Duration: 5}, {Key: "B", Duration: 9}, {Key: "C", Duration: 5},
			{Key: "D", Duration: 9}, {Key: "E", Duration: 5}, {Key: "end", Milestone: true},
		},
		Links: []cpm.Link{
			{From: 0, To: 2}, {From: 2, To: 4}, {From: 0, To: 3}, {From: 1, To: 4}, {From: 3, To: 5}, {From: 4, To: 5},
		},
	}
}

// A cut that takes C first, which is the cheapest one at a time, never gets
// there with two.
func TestTheBridgeGivesBackWhatACutTookBefore(t *testing.T) {
	cut := toMeet(t, bridgeNetwork(), cpm.Input{}, 5, 13, everyOne(bridgeNetwork())...)
	require.Equal(t, []cpm.Shortening{{Activity: 0, Ticks: 1}, {Activity: 4, Ticks: 1}}, cut.Shorten)
	require.True(t, cut.Exact)
	require.EqualValues(t, 2, cut.Cost)
	require.NotEmpty(t, cut.Proof)
}

// P holds the finish of A, whose start B waits for: a shorter A starts later.
func hurtNetwork() cpm.Network {
	return cpm.Network{
		Activities: []cpm.Activity{{Key: "P", Duration: 10}, {Key: "A", Duration: 8}, {Key: "B", Duration: 10}},
		Links:      []cpm.Link{{From: 0, To: 1, Type: cpm.FF}, {From: 1, To: 2, Type: cpm.SS}},
	}
}

func TestShorteningThatHurtsIsNotTaken(t *testing.T) {
	net := hurtNetwork()
	ends := func(shorter cpm.Work) cpm.Instant {
		net := hurtNetwork()
		net.Activities[1].Duration -= shorter
		g, err := cpm.Build(net)
		require.NoError(t, err)
		var r cpm.Result
		require.NoError(t, g.Solve(&cpm.Input{}, &r))
		return r.Finish()
	}
	require.EqualValues(t, 12, ends(0))
	require.EqualValues(t, 16, ends(4))
	cut := toMeet(t, net, cpm.Input{}, 2, 11, cpm.Crash{Activity: 0, Limit: 3, Price: 2}, cpm.Crash{Activity: 1, Limit: 8, Price: 1}, cpm.Crash{Activity: 2, Limit: 3, Price: 3})
	require.Equal(t, []cpm.Shortening{{Activity: 0, Ticks: 1}}, cut.Shorten)
	cut = toMeet(t, net, cpm.Input{}, 2, 11, cpm.Crash{Activity: 1, Limit: 8, Price: 1})
	require.False(t, cut.Met)
	require.True(t, cut.Exact)
	require.Equal(t, []int{0, 1, 2}, cut.Proof[0].Activities)
}

func TestADateThatIsMetNeedsNothing(t *testing.T) {
	cut := toMeet(t, bridgeNetwork(), cpm.Input{}, 5, 15, everyOne(bridgeNetwork())...)
	require.True(t, cut.Met && cut.Exact)
	require.Empty(t, cut.Shorten)
	require.Empty(t, cut.Proof)
}

func TestADateBeyondAllLimitsIsShownByOneChain(t *testing.T) {
	cut := toMeet(t, bridgeNetwork(), cpm.Input{}, 5, 13, cpm.Crash{Activity: 0, Limit: 1, Price: 1}, cpm.Crash{Activity: 3, Limit: 2, Price: 1})
	require.False(t, cut.Met)
	require.True(t, cut.Exact)
	require.Equal(t, []cpm.WeightedPath{{Path: cpm.Path{Activities: []int{0, 2, 4, 5}, Links: []int{0, 1, 5}}, Weight: 1}}, cut.Proof)
	require.EqualValues(t, 15, cut.Finish)
}

// From Monday to Friday, milestones on the way: what counts is working time.
// Milestones take the instant where Saturday begins, or where Monday does.
func TestMilestonesAndWeekendsAreExact(t *testing.T) {
	net := cpm.Network{
		Calendars: []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{
			{Key: "a", Duration: 3}, {Key: "met", Milestone: true}, {Key: "b", Duration: 4}, {Key: "done", Milestone: true}, {Key: "reported", Milestone: true},
		},
		Links: []cpm.Link{{From: 0, To: 1}, {From: 1, To: 2}, {From: 2, To: 3}, {From: 3, To: 4, Lag: cpm.Lag{Value: 1}}, {From: 2, To: 3, Type: cpm.SS, Lag: cpm.Lag{Value: 2}}},
	}
	monday := cpm.Instant(cpm.Date(2026, 1, 5))
	in := cpm.Input{Start: monday}
	cut := toMeet(t, net, in, 3, monday+5, everyOne(net)...) // by the end of Friday
	require.True(t, cut.Exact)
	require.EqualValues(t, 2, cut.Cost)
	require.NotEmpty(t, cut.Proof)
	cut = toMeet(t, net, in, 4, monday+5, everyOne(net)...)
	require.True(t, cut.Exact)
	require.EqualValues(t, 3, cut.Cost)
}

func TestAQuestionThatMakesNoSenseIsRefused(t *testing.T) {
	g, err := cpm.Build(bridgeNetwork())
	require.NoError(t, err)
	for _, c := range []struct {
		name   string
		target int
		by     cpm.Instant
		limits []cpm.Crash
		want   cpm.FaultCode
	}{
		{"no such target", 9, 0, nil, cpm.UnknownActivity},
		{"beyond the horizon", 0, cpm.Horizon + 1, nil, cpm.DateRange},
		{"no such activity", 0, 0, []cpm.Crash{{Activity: -1, Price: 1}}, cpm.UnknownActivity},
		{"negative limit", 0, 0, []cpm.Crash{{Limit: -1, Price: 1}}, cpm.CrashRange},
		{"no price", 0, 0, []cpm.Crash{{Limit: 1}}, cpm.CrashRange},
		{"too dear", 0, 0, []cpm.Crash{{Limit: 2, Price: 1 << 61}}, cpm.CrashRange},
		{"twice", 0, 0, []cpm.Crash{{Limit: 1, Price: 1}, {Limit: 1, Price: 1}}, cpm.CrashTwice},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := g.ToMeet(&cpm.Input{}, c.target, c.by, c.limits)
			require.Equal(t, []cpm.FaultCode{c.want}, codes(t, err))
		})
	}
	_, err = g.ToMeet(&cpm.Input{Durations: []cpm.Work{1}}, 0, 0, nil)
	require.Equal(t, []cpm.FaultCode{cpm.DurationsLength}, codes(t, err))
	_, err = g.ToMeet(nil, 0, 0, nil)
	require.Equal(t, []cpm.FaultCode{cpm.WrongResult}, codes(t, err))
	var none *cpm.Graph
	_, err = none.ToMeet(&cpm.Input{}, 0, 0, nil)
	require.Equal(t, []cpm.FaultCode{cpm.WrongResult}, codes(t, err))
}

// Everything about a right answer is falsified in turn.
func TestVerifySeesWhatIsWrongWithACut(t *testing.T) {
	net := bridgeNetwork()
	g, err := cpm.Build(net)
	require.NoError(t, err)
	for _, c := range []struct {
		name  string
		wrong func(*cpm.Cut)
		want  cpm.Invariant
	}{
		{"cost", func(c *cpm.Cut) { c.Cost++ }, cpm.InvariantCutLimits},
		{"limit", func(c *cpm.Cut) { c.Limits[0].Limit = 0 }, cpm.InvariantCutLimits},
		{"date", func(c *cpm.Cut) { c.By-- }, cpm.InvariantCutMeets},
		{"finish", func(c *cpm.Cut) { c.Finish-- }, cpm.InvariantCutMeets},
		{"given back", func(c *cpm.Cut) { c.Shorten[0].Ticks++; c.Cost++; c.Exact = false }, cpm.InvariantCutTight},
		{"exact", func(c *cpm.Cut) { c.Exact = false }, cpm.InvariantCutBound},
		{"bound", func(c *cpm.Cut) { c.Bound++ }, cpm.InvariantCutProof},
		{"weight", func(c *cpm.Cut) { c.Proof[0].Weight = 0 }, cpm.InvariantCutProof},
		{"chain", func(c *cpm.Cut) { c.Proof[0].Links = c.Proof[0].Links[1:] }, cpm.InvariantCutProof},
		{"one chain fewer", func(c *cpm.Cut) { c.Proof = c.Proof[1:] }, cpm.InvariantCutProof},
	} {
		t.Run(c.name, func(t *testing.T) {
			cut, err := g.ToMeet(&cpm.Input{}, 5, 13, everyOne(net))
			require.NoError(t, err)
			require.Empty(t, cut.Verify(net, &cpm.Input{}))
			c.wrong(cut)
			var rules []cpm.Invariant
			for _, v := range cut.Verify(net, &cpm.Input{}) {
				rules = append(rules, v.Invariant)
			}
			require.Contains(t, rules, c.want)
		})
	}
}
