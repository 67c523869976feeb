package level_test

import (
	"context"
	"fmt"
	"time"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/level"
)

func ExampleLevel() {
	p := level.Problem{
		Network: cpm.Network{
			Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
			Activities: []cpm.Activity{{Key: "write", Duration: 3}, {Key: "test", Duration: 2}, {Key: "release", Milestone: true}},
			Links:      []cpm.Link{{From: 0, To: 2}, {From: 1, To: 2}},
		},
		Input:     cpm.Input{Start: cpm.Instant(cpm.Date(2026, time.January, 5))},
		Resources: []level.Resource{{Key: "Ann", Units: 7}},
		Demands:   []level.Demand{{Activity: 0, Units: 5}, {Activity: 1, Units: 4}},
	}
	plan, err := level.Level(context.Background(), &p, level.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range plan.Moves {
		fmt.Println(p.Network.Activities[m.Activity].Key, "moves to", cpm.Day(m.To))
		for _, w := range m.Waits {
			for _, by := range w.By {
				fmt.Println("  waits for", p.Network.Activities[by].Key)
			}
		}
	}
	// Output:
	// test moves to 2026-01-08
	//   waits for write
	// release moves to 2026-01-10
	//   waits for test
}

func ExampleLoad() {
	p := level.Problem{
		Network: cpm.Network{
			Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
			Activities: []cpm.Activity{{Key: "write", Duration: 8}, {Key: "test", Duration: 2}},
		},
		Input:     cpm.Input{Start: cpm.Instant(cpm.Date(2026, time.January, 5))},
		Resources: []level.Resource{{Key: "Ann", Units: 7}},
		Demands:   []level.Demand{{Activity: 0, Total: 30}, {Activity: 1, Units: 4}},
	}
	graph, err := cpm.Build(p.Network)
	if err != nil {
		fmt.Println(err)
		return
	}
	var result cpm.Result
	if err := graph.Solve(&p.Input, &result); err != nil {
		fmt.Println(err)
		return
	}
	first := p.Input.Start
	loads, err := level.Load(&p, &result, []cpm.Instant{first, first + 7, first + 14})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, week := range loads.Resources[0].Periods {
		fmt.Println(week.Need, "of", week.Capacity, "- above:", week.Over, week.Parts)
	}
	// Output:
	// 26 of 35 - above: 1 [{0 18} {1 8}]
	// 12 of 35 - above: 0 [{0 12}]
}

func ExampleSmooth() {
	p := level.Problem{
		Network: cpm.Network{
			Calendars:  []cpm.Calendar{cpm.MondayToFriday("week")},
			Activities: []cpm.Activity{{Key: "write", Duration: 3}, {Key: "test", Duration: 2}, {Key: "train", Duration: 5}},
		},
		Input:     cpm.Input{Start: cpm.Instant(cpm.Date(2026, time.January, 5))},
		Resources: []level.Resource{{Key: "Ann", Units: 7}},
		Demands:   []level.Demand{{Activity: 0, Units: 5}, {Activity: 1, Units: 4}},
	}
	plan, err := level.Smooth(context.Background(), &p, level.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range plan.Moves {
		fmt.Println(p.Network.Activities[m.Activity].Key, "moves to", cpm.Day(m.To))
	}
	fmt.Println("above capacity:", len(plan.Excesses))
	// Output:
	// write moves to 2026-01-07
	// above capacity: 0
}
