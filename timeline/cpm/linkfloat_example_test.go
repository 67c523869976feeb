package cpm_test

import (
	"fmt"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// relay is two activities that a third waits for, and a long one beside them.
func relay() cpm.Network {
	return cpm.Network{
		Activities: []cpm.Activity{
			{Key: "draw", Duration: 3}, {Key: "order", Duration: 5}, {Key: "build", Duration: 4}, {Key: "move", Duration: 15},
		},
		Links: []cpm.Link{{From: 0, To: 2}, {From: 1, To: 2}},
	}
}

// Two links lead to the same activity, and only one of them has float.
func ExampleResult_LinkFloat() {
	graph, _ := cpm.Build(relay())
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{}, &result)
	for l := range graph.Links() {
		float, _ := result.LinkFloat(l)
		fmt.Println("link", l, "float", float)
	}
	// Output:
	// link 0 float 2
	// link 1 float 0
}

// Of eight days, two are free; with the other six what follows moves.
func ExampleResult_InterferingFloat() {
	graph, _ := cpm.Build(relay())
	var result cpm.Result
	_ = graph.Solve(&cpm.Input{}, &result)
	fmt.Println(result.TotalFloat(0), result.FreeFloat(0), result.InterferingFloat(0))
	// Output: 8 2 6
}

// Drawing takes four days longer; two of them reach what waits for it.
func ExampleDiff() {
	net := relay()
	graph, _ := cpm.Build(net)
	var planned, late cpm.Result
	_ = graph.Solve(&cpm.Input{}, &planned)
	_ = graph.Solve(&cpm.Input{Durations: []cpm.Work{7, 5, 4, 15}}, &late)
	for _, m := range cpm.Diff(&planned, &late) {
		fmt.Printf("%s: start %+d, finish %+d", net.Activities[m.Activity].Key, m.Start, m.Finish)
		if m.Link >= 0 {
			fmt.Printf(", after %s", net.Activities[m.From].Key)
		}
		fmt.Println()
	}
	// Output:
	// draw: start +0, finish +4
	// build: start +2, finish +2, after draw
}
