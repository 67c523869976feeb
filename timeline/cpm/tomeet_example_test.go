package cpm_test

import (
	"fmt"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// A bridge: A is followed by C and D, B and C by E. It takes 15 days and is to
// take 13, and a day of each costs the same. Who goes by the longest chain alone,
// A C E, may take a day of C first; A D and B E are a day too long as well then,
// and it comes to three days. A day of A and a day of E are enough, and the chain
// of the proof shows that less is not: by itself it is two days too long.
func ExampleGraph_ToMeet() {
	net := cpm.Network{
		Activities: []cpm.Activity{
			{Key: "A", Duration: 5}, {Key: "B", Duration: 9}, {Key: "C", Duration: 5}, {Key: "D", Duration: 9}, {Key: "E", Duration: 5},
			{Key: "end", Milestone: true},
		},
		Links: []cpm.Link{{From: 0, To: 2}, {From: 0, To: 3}, {From: 1, To: 4}, {From: 2, To: 4}, {From: 3, To: 5}, {From: 4, To: 5}},
	}
	var limits []cpm.Crash
	for i := range 5 {
		limits = append(limits, cpm.Crash{Activity: i, Limit: 4, Price: 1})
	}
	graph, _ := cpm.Build(net)
	input := cpm.Input{}
	cut, err := graph.ToMeet(&input, 5, 13, limits)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range cut.Shorten {
		fmt.Println(net.Activities[s.Activity].Key, "shorter by", s.Ticks)
	}
	fmt.Println("cost", cut.Cost, "bound", cut.Bound, "exact", cut.Exact)
	for _, chain := range cut.Proof {
		fmt.Println("chain", chain.Activities, "weight", chain.Weight)
	}
	fmt.Println("what does not hold:", cut.Verify(net, &input))

	var result cpm.Result
	_ = graph.Solve(cut.Input(graph, &input), &result)
	fmt.Println("finish", result.Finish())
	// Output:
	// A shorter by 1
	// E shorter by 1
	// cost 2 bound 2 exact true
	// chain [0 2 4 5] weight 1
	// what does not hold: []
	// finish 13
}

// The day cannot be met: the chain of the proof is too long though everything on
// it is as short as it may be.
func ExampleCut_impossible() {
	net := cpm.Network{
		Activities: []cpm.Activity{{Key: "dig", Duration: 4}, {Key: "pour", Duration: 3}, {Key: "dry", Duration: 20}},
		Links:      []cpm.Link{{From: 0, To: 1}, {From: 1, To: 2}},
	}
	graph, _ := cpm.Build(net)
	cut, _ := graph.ToMeet(&cpm.Input{}, 2, 22, []cpm.Crash{{Activity: 0, Limit: 2, Price: 1}, {Activity: 1, Limit: 1, Price: 1}})
	fmt.Println(cut.Met, cut.Exact, cut.Proof[0].Activities)
	// Output: false true [0 1 2]
}
