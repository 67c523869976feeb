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
