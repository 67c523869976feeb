package cpm_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

func codes(t *testing.T, err error) []cpm.FaultCode {
	t.Helper()
	var faults cpm.Faults
	require.ErrorAs(t, err, &faults)
	require.NotEmpty(t, err.Error())
	var out []cpm.FaultCode
	for _, f := range faults {
		out = append(out, f.Code)
	}
	return out
}

func TestAllFaultsOfANetworkAreFoundAtOnce(t *testing.T) {
	_, err := cpm.Build(cpm.Network{
		TicksPerDay: -1,
		Epoch:       10_000_000,
		Calendars: []cpm.Calendar{
			{Key: "empty"},
			{Key: "bad", Week: [7][]cpm.Shift{{{From: 2, To: 1}}}, Exceptions: []cpm.Exception{{First: 2, Last: 9_000_000}}},
		},
		Activities: []cpm.Activity{
			{Key: "a", Calendar: 7}, {Key: "b", Duration: 1 << 29}, {Key: "c", Duration: 1, Milestone: true},
			{Key: "d", Duration: 1}, {Key: "e"}, {Key: "f"},
		},
		Parents: []int{-1, -1, -1, -1, 3, 3},
		Links: []cpm.Link{
			{From: 0, To: 9}, {From: 1, To: 1}, {From: 3, To: 4}, {From: 0, To: 1, Type: 9},
			{From: 0, To: 1, Lag: cpm.Lag{Unit: 99}}, {From: 0, To: 1, Lag: cpm.Lag{Value: 1 << 29}},
			{From: 0, To: 1, Lag: cpm.Lag{Unit: cpm.WorkOfCalendar, Calendar: 5}},
		},
	})
	require.Equal(t, []cpm.FaultCode{
		cpm.TicksPerDayRange, cpm.EpochRange, cpm.NoWorkingTime, cpm.NoWorkingTime, cpm.ExceptionRange,
		cpm.UnknownCalendar, cpm.DurationRange,
		cpm.UnknownActivity, cpm.SelfLink, cpm.SummaryLink, cpm.LinkTypeUnknown, cpm.LagUnitUnknown, cpm.LagRange, cpm.UnknownCalendar,
	}, codes(t, err))
}

func TestALinkNamesTheEndThatIsUnknown(t *testing.T) {
	_, err := cpm.Build(cpm.Network{Activities: make([]cpm.Activity, 2), Links: []cpm.Link{{From: 1, To: 9}, {From: -4, To: 7}}})
	var faults cpm.Faults
	require.ErrorAs(t, err, &faults)
	require.Equal(t, []int64{9, -4, 7}, []int64{faults[0].Value, faults[1].Value, faults[2].Value})
}

func TestAHierarchyThatEndsInItselfIsRefused(t *testing.T) {
	_, err := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "a"}, {Key: "b"}, {Key: "c"}},
		Parents:    []int{1, 0, 0},
	})
	require.Equal(t, []cpm.FaultCode{cpm.ParentCycle}, codes(t, err))
	_, err = cpm.Build(cpm.Network{Activities: []cpm.Activity{{}}, Parents: []int{3}})
	require.Equal(t, []cpm.FaultCode{cpm.UnknownParent}, codes(t, err))
	_, err = cpm.Build(cpm.Network{Activities: []cpm.Activity{{}}, Parents: []int{}})
	require.Equal(t, []cpm.FaultCode{cpm.ParentsLength}, codes(t, err))
}

func TestAllFaultsOfAnInputAreFoundAtOnce(t *testing.T) {
	g, err := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "a", Duration: 1}, {Key: "b", Milestone: true}, {Key: "s"}},
		Parents:    []int{2, 2, -1},
		Links:      []cpm.Link{{From: 0, To: 1}},
	})
	require.NoError(t, err)
	many, err := cpm.Build(cpm.Network{Activities: make([]cpm.Activity, 3)})
	require.NoError(t, err)
	var r cpm.Result
	err = g.Solve(&cpm.Input{
		Start:     cpm.Horizon + 1,
		Durations: []cpm.Work{1 << 29, 1 << 29, 1 << 29},
		Lags:      []int32{1 << 30},
		Options:   cpm.Options{Float: 9},
		DataDate:  new(cpm.Instant(10)),
		Constraints: []cpm.Constraint{
			{Activity: 5}, {Activity: 0, Kind: 99},
			{Activity: 0, Kind: cpm.Deadline, At: cpm.Horizon + 1},
		},
		Progress: []cpm.Progress{
			{Activity: -1}, {Activity: 0, ActualStart: 5, Remaining: 1 << 29},
			{Activity: 0, ActualStart: cpm.Horizon + 1, ActualFinish: new(-cpm.Horizon - 1)},
		},
	}, &r)
	require.Equal(t, []cpm.FaultCode{
		cpm.DateRange, cpm.LagRange, cpm.DurationRange, cpm.OptionUnknown,
		cpm.UnknownActivity, cpm.ConstraintUnknown, cpm.DateRange,
		cpm.UnknownActivity, cpm.RemainingRange, cpm.DateRange, cpm.DateRange,
	}, codes(t, err))
	require.Equal(t, []cpm.FaultCode{cpm.DurationRange, cpm.DurationRange}, codes(t, many.Solve(&cpm.Input{
		Durations: []cpm.Work{1 << 29, 1, 1 << 29},
	}, &r)), "what only shows on taking it over, too")
	require.Equal(t, []cpm.FaultCode{cpm.DurationsLength}, codes(t, g.Solve(&cpm.Input{Durations: []cpm.Work{1}}, &r)))
	require.Equal(t, []cpm.FaultCode{cpm.DurationRange}, codes(t, g.Solve(&cpm.Input{Durations: []cpm.Work{1 << 29, 1 << 29, 1 << 29}}, &r)))
	require.Equal(t, []cpm.FaultCode{cpm.LagsLength}, codes(t, g.Solve(&cpm.Input{Lags: []int32{1, 2}}, &r)))
	require.Equal(t, []cpm.FaultCode{cpm.WrongResult}, codes(t, g.Solve(nil, &r)))
	require.NoError(t, g.Solve(&cpm.Input{}, &r), "a refused input leaves nothing behind")
	require.Equal(t, cpm.Instant(1), r.Finish())
}

func TestExceptionsMaySpanWhatIsPromised(t *testing.T) {
	build := func(days ...cpm.Day) error {
		_, err := cpm.Build(cpm.Network{
			Calendars:  []cpm.Calendar{cpm.MondayToFriday("week", days...)},
			Activities: []cpm.Activity{{}},
		})
		return err
	}
	const last = cpm.MaxExceptionSpan - 1
	require.NoError(t, build(0, last))
	require.NoError(t, build(last, 0, 100))
	require.NoError(t, build(1000, 1000-last/2-1, 1000+last/2))
	require.Equal(t, []cpm.FaultCode{cpm.ExceptionRange}, codes(t, build(0, last+1)))
	require.Equal(t, []cpm.FaultCode{cpm.ExceptionRange}, codes(t, build(last, -1, 100)))
	require.Equal(t, []cpm.FaultCode{cpm.ExceptionRange}, codes(t, build(100, -last/2-100, last/2+200)))
}
