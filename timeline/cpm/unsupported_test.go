package cpm_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func TestWhatIsNotReckonedWithIsNamedPartByPart(t *testing.T) {
	net := cpm.Network{Activities: []cpm.Activity{{Key: "dig", Duration: 5}, {Key: "build", Duration: 3}}, Links: []cpm.Link{{From: 0, To: 1}}}
	g, err := cpm.Build(net)
	require.NoError(t, err)
	begun := []cpm.Progress{{ActualStart: 0, Remaining: 3}}
	for _, k := range []struct {
		in   cpm.Input
		want []cpm.Part
	}{
		{cpm.Input{Delays: []cpm.Delay{{Ticks: 1}}}, []cpm.Part{cpm.PartDelays}},
		{cpm.Input{Pauses: []cpm.Pause{{Stop: 1, Resume: 2}}}, []cpm.Part{cpm.PartPauses}},
		{cpm.Input{FromFinish: true, MustFinish: new(cpm.Instant(9))}, []cpm.Part{cpm.PartFromFinish}},
		{cpm.Input{Progress: begun, Options: cpm.Options{StartLag: cpm.LagFromEarlyStart}}, []cpm.Part{cpm.PartStartLag}},
		{cpm.Input{Progress: begun, Options: cpm.Options{Finished: cpm.FinishedCarries}}, []cpm.Part{cpm.PartFinished}},
		{cpm.Input{Progress: begun, Options: cpm.Primavera(), Delays: []cpm.Delay{{}}, Pauses: []cpm.Pause{{}}},
			[]cpm.Part{cpm.PartDelays, cpm.PartPauses, cpm.PartStartLag, cpm.PartFinished}},
		{cpm.Input{Options: cpm.Primavera()}, nil},
		{cpm.Input{Progress: begun}, nil},
	} {
		_, err := g.ToMeet(&k.in, 1, 4, nil)
		var faults cpm.Faults
		var got []cpm.Part
		if k.want != nil {
			require.ErrorAs(t, err, &faults)
		}
		for _, f := range faults {
			require.Equal(t, cpm.Unsupported, f.Code)
			require.Contains(t, f.String(), string(f.Part))
			got = append(got, f.Part)
		}
		require.Equal(t, k.want, got)
	}
}

func TestALimitLeavesATickOfWhatIsToBeWorked(t *testing.T) {
	net := cpm.Network{Activities: []cpm.Activity{
		{Key: "new", Duration: 5}, {Key: "begun", Duration: 5}, {Key: "done", Duration: 5}, {Key: "reached", Milestone: true}, {Key: "fixed", Duration: 5},
	}}
	r := solved(t, net, cpm.Input{
		Progress: []cpm.Progress{{Activity: 1, Remaining: 2}, {Activity: 2, ActualFinish: new(cpm.Instant(3))}, {Activity: 1, Remaining: 4}},
		Fixed:    []cpm.Fixed{{Activity: 4, Start: 1, Finish: 9}},
	})
	for activity, want := range []cpm.Work{4, 1, 0, 0, 0} {
		require.Equal(t, want, r.Room(cpm.Crash{Activity: activity, Limit: 9}))
		require.Equal(t, min(want, 1), r.Room(cpm.Crash{Activity: activity, Limit: 1}))
	}
	require.Equal(t, []cpm.Work{5, 2, 0, 0, 0}, []cpm.Work{r.Length(0), r.Length(1), r.Length(2), r.Length(3), r.Length(4)})
}

func TestShorteningReckonsWithTheEntryOfProgressThatCounts(t *testing.T) {
	net := cpm.Network{Activities: []cpm.Activity{{Key: "begun", Duration: 5}}}
	in := cpm.Input{Progress: []cpm.Progress{{Remaining: 4}, {Remaining: 9}}}
	g, err := cpm.Build(net)
	require.NoError(t, err)
	cut, err := g.ToMeet(&in, 0, 3, []cpm.Crash{{Activity: 0, Limit: 3, Price: 1}})
	require.NoError(t, err)
	require.Equal(t, []cpm.Shortening{{Activity: 0, Ticks: 2}}, cut.Shorten)
	require.Empty(t, cut.Verify(net, &in))
}
