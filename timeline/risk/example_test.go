package risk_test

import (
	"context"
	"fmt"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/risk"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
)

func Example() {
	days := func(low, likely, high float64) *threepoint.Curve {
		return threepoint.NewCurve(threepoint.Triangular{Min: low, Mode: likely, Max: high})
	}
	model := &risk.Model{
		Network: cpm.Network{
			Activities: []cpm.Activity{{Key: "build"}, {Key: "teach"}, {Key: "live", Milestone: true}},
			Links:      []cpm.Link{{From: 0, To: 2}, {From: 1, To: 2}},
		},
		Durations: []risk.Duration{
			{Activity: 0, Quantity: risk.Quantity{Of: days(20, 30, 80), Factor: "supplier", Loading: 0.7}},
			{Activity: 1, Quantity: risk.Quantity{Of: days(25, 35, 50)}},
		},
		Events:  []risk.Event{{Key: "error", Probability: 0.2, Effects: []risk.Effect{{Activity: 0, Plus: days(5, 10, 20)}}}},
		Targets: []int{2},
	}
	result, err := risk.Simulate(context.Background(), model, risk.Options{Seed: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	live := result.Targets[0]
	chance, _ := live.Finish.Chance(50)
	fmt.Printf("by 50: %.0f %%; 80 %% within %.0f\n", 100*chance, live.Finish.Percentile(0.8))
	fmt.Printf("decided by build in %.0f %%\n", 100*live.Activities[0].Criticality)
	// Output:
	// by 50: 65 %; 80 % within 58
	// decided by build in 71 %
}

func ExampleRemovals() {
	sd := func(days float64) *threepoint.Curve {
		return threepoint.NewCurve(threepoint.Normal{Center: 100, SD: days})
	}
	model := &risk.Model{
		Network: cpm.Network{
			Activities: []cpm.Activity{{Key: "build"}, {Key: "teach"}, {Key: "live", Milestone: true}},
			Links:      []cpm.Link{{From: 0, To: 2}, {From: 1, To: 2}},
		},
		Durations: []risk.Duration{
			{Activity: 0, Quantity: risk.Quantity{Of: sd(20)}},
			{Activity: 1, Quantity: risk.Quantity{Of: sd(5)}},
		},
		Targets: []int{2},
	}
	removals, err := risk.Removals(context.Background(), model, risk.Options{Seed: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range removals {
		fmt.Printf("%s certain: %.0f days earlier\n", r.Key, r.Gains[0].Mean)
	}
	// Output:
	// build certain: 6 days earlier
	// teach certain: 0 days earlier
}
