package cpm_test

import (
	"fmt"

	"github.com/drejebog/monopolbrud/timeline/cpm"
)

// An activity that is to be as late as possible, beside a long one: in
// Primavera its early dates move, in Microsoft Project only the scheduled ones.
func ExamplePrimavera() {
	graph, _ := cpm.Build(cpm.Network{
		Activities: []cpm.Activity{{Key: "long", Duration: 10}, {Key: "late", Duration: 3}},
	})
	late := []cpm.Constraint{{Activity: 1, Kind: cpm.AsLateAsPossible}}
	var result cpm.Result
	for _, options := range []cpm.Options{cpm.Primavera(), cpm.MicrosoftProject()} {
		_ = graph.Solve(&cpm.Input{Constraints: late, Options: options}, &result)
		d := result.Dates(1)
		fmt.Println("early", d.EarlyStart, "scheduled", d.Start, "free float", d.FreeFloat)
	}
	// Output:
	// early 7 scheduled 7 free float 0
	// early 0 scheduled 7 free float 7
}
