package cpm_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// With one tick a day and the epoch left at 1970, an instant is a Day.
func day(year int, month time.Month, d int) cpm.Instant {
	return cpm.Instant(cpm.Date(year, month, d))
}

func show(key string, d cpm.Dates) {
	last := cpm.Day(max(d.EarlyFinish-1, d.EarlyStart))
	fmt.Printf("%-8s %s to %s, float %d\n", key, cpm.Day(d.EarlyStart), last, d.TotalFloat)
}

// A house: walls wait for the foundation, the roof for the walls, and the
// garden for nothing but the start.
func Example() {
	net := cpm.Network{
		Calendars: []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{
			{Key: "ground", Duration: 5},
			{Key: "walls", Duration: 8},
			{Key: "roof", Duration: 4},
			{Key: "garden", Duration: 6},
			{Key: "moved in", Milestone: true},
		},
		Links: []cpm.Link{{From: 0, To: 1}, {From: 1, To: 2}, {From: 2, To: 4}, {From: 3, To: 4}},
	}
	graph, err := cpm.Build(net)
	if err != nil {
		fmt.Println(err)
		return
	}
	var result cpm.Result
	if err := graph.Solve(&cpm.Input{Start: day(2026, time.January, 5)}, &result); err != nil {
		fmt.Println(err)
		return
	}
	for i, a := range net.Activities {
		show(a.Key, result.Dates(i))
	}
	// Output:
	// ground   2026-01-05 to 2026-01-09, float 0
	// walls    2026-01-12 to 2026-01-21, float 0
	// roof     2026-01-22 to 2026-01-27, float 0
	// garden   2026-01-05 to 2026-01-12, float 11
	// moved in 2026-01-28 to 2026-01-28, float 0
}

// The four types of link, and lags in working days, in days of the calendar,
// in percent and in months.
func ExampleLink() {
	net := cpm.Network{
		Calendars: []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{
			{Key: "paint", Duration: 4}, {Key: "dry", Duration: 1}, {Key: "inspect", Duration: 2},
			{Key: "report", Duration: 1}, {Key: "guard", Duration: 3}, {Key: "renew", Duration: 1},
		},
		Links: []cpm.Link{
			{From: 0, To: 1, Type: cpm.FS, Lag: cpm.Lag{Value: 3, Unit: cpm.Elapsed}},
			{From: 0, To: 2, Type: cpm.SS, Lag: cpm.Lag{Value: 50_00, Unit: cpm.Percent}},
			{From: 2, To: 3, Type: cpm.FF, Lag: cpm.Lag{Value: 2}},
			{From: 3, To: 4, Type: cpm.SF},
			{From: 3, To: 5, Type: cpm.FS, Lag: cpm.Lag{Value: 3, Unit: cpm.MonthsFromPredecessor, Roll: cpm.RollAfter}},
		},
	}
	graph, _ := cpm.Build(net)
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{Start: day(2026, time.January, 5)}, &result)
	for i, a := range net.Activities {
		show(a.Key, result.Dates(i))
	}
	// Output:
	// paint    2026-01-05 to 2026-01-08, float 1
	// dry      2026-01-12 to 2026-01-12, float 65
	// inspect  2026-01-07 to 2026-01-08, float 1
	// report   2026-01-12 to 2026-01-12, float 1
	// guard    2026-01-07 to 2026-01-09, float 66
	// renew    2026-04-13 to 2026-04-13, float 0
}

// A calendar is a weekly pattern with exceptions. One activity is worked from
// Monday to Friday with a holiday, the other every day but Sunday.
func ExampleCalendar() {
	office := cpm.MondayToFriday("office", cpm.Date(2026, time.January, 7))
	shop := cpm.Weekdays("shop", 1, time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday)
	net := cpm.Network{
		Calendars:  []cpm.Calendar{office, shop},
		Activities: []cpm.Activity{{Key: "write", Duration: 4}, {Key: "print", Duration: 4, Calendar: 1}},
		Links:      []cpm.Link{{From: 0, To: 1}},
	}
	graph, _ := cpm.Build(net)
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{Start: day(2026, time.January, 5)}, &result)
	for i, a := range net.Activities {
		show(a.Key, result.Dates(i))
	}
	week := graph.Calendar(0)
	fmt.Println("three office days from Friday:", cpm.Day(week.Add(day(2026, time.January, 9), 3)-1))
	// Output:
	// write    2026-01-05 to 2026-01-09, float 0
	// print    2026-01-10 to 2026-01-14, float 0
	// three office days from Friday: 2026-01-13
}

// A rule of three months before go-live is counted from go-live, not from
// what has to be ready.
func ExampleLag_months() {
	net := cpm.Network{
		Activities: []cpm.Activity{{Key: "notice", Milestone: true}, {Key: "go-live", Milestone: true}},
	}
	input := cpm.Input{
		Start:       day(2014, time.January, 1),
		Constraints: []cpm.Constraint{{Activity: 1, Kind: cpm.MustStartOn, At: day(2015, time.February, 28)}},
	}
	for _, unit := range []cpm.LagUnit{cpm.MonthsFromSuccessor, cpm.MonthsFromPredecessor} {
		net.Links = []cpm.Link{{From: 0, To: 1, Lag: cpm.Lag{Value: 3, Unit: unit}}}
		graph, _ := cpm.Build(net)
		var result cpm.Result
		_ = graph.Solve(&input, &result)
		fmt.Println(cpm.Day(result.Dates(0).LateStart))
	}
	// Output:
	// 2014-11-28
	// 2014-11-30
}

// A deadline moves nothing. It turns float negative, here on all that stands
// before it.
func ExampleConstraint_deadline() {
	net := cpm.Network{
		Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{{Key: "draft", Duration: 6}, {Key: "decide", Duration: 3}},
		Links:      []cpm.Link{{From: 0, To: 1}},
	}
	graph, _ := cpm.Build(net)
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{
		Start: day(2026, time.January, 5),
		// By the end of Sunday: met on the Friday before.
		Constraints: []cpm.Constraint{{Activity: 1, Kind: cpm.Deadline, At: net.EndOf(cpm.Date(2026, time.January, 11))}},
	}, &result)
	for i, a := range net.Activities {
		show(a.Key, result.Dates(i))
	}
	// Output:
	// draft    2026-01-05 to 2026-01-12, float -4
	// decide   2026-01-13 to 2026-01-15, float -4
}

// Work that has started keeps its start; what remains is scheduled from the
// data date, and waits for predecessors unless the input says otherwise.
func ExampleProgress() {
	net := cpm.Network{
		Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
		Activities: []cpm.Activity{{Key: "dig", Duration: 5}, {Key: "pour", Duration: 4}},
		Links:      []cpm.Link{{From: 0, To: 1}},
	}
	graph, _ := cpm.Build(net)
	input := cpm.Input{
		Start:    day(2026, time.January, 5),
		DataDate: new(day(2026, time.January, 12)),
		Progress: []cpm.Progress{
			{Activity: 0, ActualStart: day(2026, time.January, 6), Remaining: 2},
			{Activity: 1, ActualStart: day(2026, time.January, 9), Remaining: 3},
		},
	}
	var result cpm.Result
	for _, mode := range []cpm.ProgressMode{cpm.RetainedLogic, cpm.ProgressOverride} {
		input.Options.Progress = mode
		_ = graph.Solve(&input, &result)
		show("dig", result.Dates(0))
		show("pour", result.Dates(1))
		fmt.Println("links out of sequence:", result.OutOfSequence())
	}
	// Output:
	// dig      2026-01-06 to 2026-01-13, float 0
	// pour     2026-01-09 to 2026-01-16, float 0
	// links out of sequence: [0]
	// dig      2026-01-06 to 2026-01-13, float 1
	// pour     2026-01-09 to 2026-01-14, float 0
	// links out of sequence: [0]
}

// Why does an activity start when it does?
func ExampleResult_Drivers() {
	net := cpm.Network{
		Activities: []cpm.Activity{{Key: "a", Duration: 2}, {Key: "b", Duration: 3}, {Key: "c", Duration: 1}},
		Links:      []cpm.Link{{From: 0, To: 2}, {From: 1, To: 2}},
	}
	graph, _ := cpm.Build(net)
	var result cpm.Result
	explain := func(constraints ...cpm.Constraint) {
		_ = graph.Solve(&cpm.Input{Constraints: constraints}, &result)
		switch d := result.Drivers(2)[0]; d.Kind {
		case cpm.LinkDriver:
			fmt.Println("c waits for", net.Activities[d.From].Key)
		case cpm.ConstraintDriver:
			fmt.Println("c is held by constraint", d.Constraint)
		}
	}
	explain()
	explain(cpm.Constraint{Activity: 2, Kind: cpm.StartNoEarlierThan, At: 7})
	// Output:
	// c waits for b
	// c is held by constraint 0
}

// Several chains may drive the finish at once. They are counted exactly and
// listed as far as one asks.
func ExampleResult_CriticalPaths() {
	net := cpm.Network{
		Activities: []cpm.Activity{{Key: "a", Duration: 2}, {Key: "b", Duration: 2}, {Key: "c", Duration: 3}, {Key: "d", Duration: 1}},
		Links:      []cpm.Link{{From: 0, To: 2}, {From: 1, To: 2}, {From: 2, To: 3}},
	}
	graph, _ := cpm.Build(net)
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{}, &result)
	paths := result.CriticalPaths(10)
	fmt.Println(paths.Count, "paths")
	for _, p := range paths.Listed {
		var keys []string
		for _, i := range p.Activities {
			keys = append(keys, net.Activities[i].Key)
		}
		fmt.Println(keys)
	}
	// Output:
	// 2 paths
	// [a c d]
	// [b c d]
}

// Work that finishes with the project and the milestone that says so are on one
// path: no path is a part of another.
func ExampleResult_CriticalPaths_maximal() {
	graph, _ := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "a", Duration: 5}, {Key: "b", Duration: 2}, {Key: "done", Milestone: true}},
		Links:      []cpm.Link{{From: 0, To: 1}, {From: 1, To: 2}},
	})
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{}, &result)
	paths := result.CriticalPaths(10)
	fmt.Println(paths.Count, paths.Listed[0].Activities)
	// Output: 1 [0 1 2]
}

// A cycle is data: the activities in the order of their links.
func ExampleFaults() {
	_, err := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "chicken"}, {Key: "egg"}, {Key: "omelette"}},
		Links:      []cpm.Link{{From: 0, To: 1}, {From: 1, To: 0}, {From: 1, To: 2}},
	})
	var faults cpm.Faults
	if errors.As(err, &faults) {
		for _, f := range faults {
			fmt.Println(f.Code, f.Keys)
		}
	}
	// Output:
	// cycle [chicken egg]
}

// One graph is solved for many inputs into one result, without allocating.
func ExampleGraph_Solve() {
	graph, _ := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "a", Duration: 2}, {Key: "b", Duration: 3}},
		Links:      []cpm.Link{{From: 0, To: 1}},
	})
	var result cpm.Result
	input := cpm.Input{Durations: []cpm.Work{2, 3}}
	for delay := range cpm.Work(3) {
		input.Durations[0] = 2 + delay
		_ = graph.Solve(&input, &result)
		fmt.Println(result.Finish())
	}
	// Output:
	// 5
	// 6
	// 7
}

// A link between summaries acts on all that lies below them, and a summary
// spans its children.
func ExampleNetwork_summaries() {
	net := cpm.Network{
		Activities: []cpm.Activity{
			{Key: "design"}, {Key: "sketch", Duration: 2}, {Key: "model", Duration: 4},
			{Key: "build"}, {Key: "frame", Duration: 3}, {Key: "fit", Duration: 1},
		},
		Parents: []int{-1, 0, 0, -1, 3, 3},
		Links:   []cpm.Link{{From: 0, To: 3}, {From: 4, To: 5}},
	}
	graph, _ := cpm.Build(net)
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{}, &result)
	for i, a := range net.Activities {
		d := result.Dates(i)
		fmt.Println(a.Key, d.EarlyStart, d.EarlyFinish, d.TotalFloat)
	}
	// Output:
	// design 0 4 0
	// sketch 0 2 2
	// model 0 4 0
	// build 4 8 0
	// frame 4 7 0
	// fit 7 8 0
}

// A simulation computes many samples at once.
func ExampleResult_ForwardBatch() {
	graph, _ := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "a", Duration: 1}, {Key: "b", Duration: 1}},
		Links:      []cpm.Link{{From: 0, To: 1}},
	})
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{}, &result)
	batch := cpm.Batch{Durations: [][cpm.Lanes]cpm.Work{{1, 2, 3, 4, 5, 6, 7, 8}, {1, 1, 1, 1, 2, 2, 2, 2}}}
	_ = result.ForwardBatch(&batch)
	fmt.Println(batch.Finish[:8])
	// Output:
	// [2 3 4 5 7 8 9 10]
}
