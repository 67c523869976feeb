package cpm

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// checked is a result to spoil: a and c before b, d done, in a summary s, with
// a constraint on c, on whole days of the week.
func checked(t *testing.T) (net Network, in Input, r *Result) {
	t.Helper()
	monday := Instant(Date(2026, time.January, 5))
	net = Network{
		Calendars: []Calendar{MondayToFriday("week")},
		Activities: []Activity{
			{Key: "a", Duration: 5}, {Key: "b", Duration: 3}, {Key: "c", Duration: 2}, {Key: "d", Duration: 4}, {Key: "s"},
		},
		Links:   []Link{{From: 0, To: 1}, {From: 2, To: 1}},
		Parents: []int{4, 4, 4, -1, -1},
	}
	in = Input{
		Start:       monday,
		Options:     Options{Float: StartFloat},
		Constraints: []Constraint{{Activity: 2, Kind: StartNoEarlierThan, At: monday + 1}},
		Progress:    []Progress{{Activity: 3, ActualStart: monday - 7, ActualFinish: new(monday - 3)}},
	}
	g, err := Build(net)
	require.NoError(t, err)
	r = &Result{}
	require.NoError(t, g.Solve(&in, r))
	require.Empty(t, Check(net, &in, r))
	return net, in, r
}

func TestCheckSeesWhateverIsWrong(t *testing.T) {
	const a, b, c, d, s = 0, 1, 2, 3, 4
	all := func(r *Result) []int32 { return r.graph.position[:3] }
	for claim, k := range map[string]struct {
		spoil func(r *Result, p []int32)
		want  Violation
	}{
		"a length":                         {func(r *Result, p []int32) { r.spots[p[b]].duration++ }, Violation{InvariantLength, b, -1}},
		"a start before the project's":     {func(r *Result, p []int32) { r.early[p[a]]-- }, Violation{InvariantStart, a, -1}},
		"a finish of all that is too late": {func(r *Result, p []int32) { r.earlyFinish += 100 }, Violation{InvariantFinish, -1, -1}},
		"a finish of all that is too early": {
			func(r *Result, p []int32) { r.earlyFinish -= 2 }, Violation{InvariantFinish, -1, -1}},
		"a late finish after all is done": {func(r *Result, p []int32) { r.behind[p[b]].late++ }, Violation{InvariantFinish, b, -1}},
		"a total float":                   {func(r *Result, p []int32) { r.specialFor(int(p[c])).demanded-- }, Violation{InvariantFloat, c, -1}},
		"a free float that is too large":  {func(r *Result, p []int32) { r.behind[p[c]].next += 50 }, Violation{InvariantFreeFloat, c, -1}},
		"a free float that is too small":  {func(r *Result, p []int32) { r.behind[p[c]].next-- }, Violation{InvariantFreeFloat, c, -1}},
		"what is critical":                {func(r *Result, p []int32) { r.options.Critical = 2 }, Violation{InvariantCritical, c, -1}},
		"an actual date":                  {func(r *Result, p []int32) { r.specialFor(int(p[d])).actualFinish-- }, Violation{InvariantActual, d, -1}},
		"an early date that breaks a link": {
			func(r *Result, p []int32) { r.early[p[b]]-- }, Violation{InvariantEarly, b, 0}},
		"an early date that nothing holds": {func(r *Result, p []int32) { r.early[p[b]]++ }, Violation{InvariantEarly, b, -1}},
		"an early date that breaks a constraint": {
			func(r *Result, p []int32) { r.early[p[c]]-- }, Violation{InvariantEarly, c, -1}},
		"an early date that a constraint does not hold": {
			func(r *Result, p []int32) { r.early[p[c]]++ }, Violation{InvariantEarly, c, -1}},
		"a late date that breaks a link":  {func(r *Result, p []int32) { r.behind[p[a]].late++ }, Violation{InvariantLate, a, 0}},
		"a late date that nothing bounds": {func(r *Result, p []int32) { r.behind[p[a]].late -= 2 }, Violation{InvariantLate, a, -1}},
		"all dates a week too late": {func(r *Result, p []int32) {
			for _, q := range all(r) {
				r.early[q], r.behind[q].late, r.behind[q].next = r.early[q]+5, r.behind[q].late+5, r.behind[q].next+5
			}
			r.earlyFinish += 7
			r.rollUp()
		}, Violation{InvariantEarly, a, -1}},
		"a scheduled date": {func(r *Result, p []int32) {
			r.scheduled = slices.Clone(r.early)
			r.scheduled[p[c]]++
		}, Violation{InvariantScheduled, c, -1}},
		"a summary": {func(r *Result, p []int32) { r.summaries[s].LateStart-- }, Violation{InvariantSummary, s, -1}},
	} {
		net, in, r := checked(t)
		k.spoil(r, r.graph.position)
		require.Contains(t, Check(net, &in, r), k.want, claim)
	}
}

func TestCheckRefusesWhatIsNotItsResult(t *testing.T) {
	refused := []Violation{{InvariantInput, -1, -1}}
	net, in, r := checked(t)
	require.Equal(t, refused, Check(net, nil, r), "no input")
	require.Equal(t, refused, Check(net, &in, nil), "no result")
	require.Equal(t, refused, Check(net, &in, &Result{}), "nothing solved")
	require.Equal(t, refused, Check(Network{}, &in, r), "another network")
	for _, bad := range []Input{
		{Durations: []Work{}},
		{Lags: []int32{1}},
		{Progress: []Progress{{Activity: 9}}},
		{Constraints: []Constraint{{Activity: -1, Kind: Deadline}}},
	} {
		require.Equal(t, refused, Check(net, &bad, r), "an input that Solve refuses")
	}
	other := net
	other.Links = []Link{{From: 1, To: 0}, {From: 2, To: 1}}
	require.Equal(t, refused, Check(other, &in, r), "other links")
}

func TestCheckSeesThatLagsAndDurationsWereOthers(t *testing.T) {
	net, in, r := checked(t)
	net.Links = slices.Clone(net.Links)
	net.Links[0].Lag.Value = -1
	require.Contains(t, Check(net, &in, r), Violation{InvariantEarly, 1, -1}, "too late for a shorter lag")
	net.Links[0].Lag.Value = 50
	require.Contains(t, Check(net, &in, r), Violation{InvariantEarly, 1, 0}, "too early for a longer one")
	in.Durations = []Work{5, 4, 2, 4, 0}
	require.Contains(t, Check(net, &in, r), Violation{InvariantLength, 1, -1})
}
