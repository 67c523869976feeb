package main

import (
	"context"
	"slices"

	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/timeline"
)

// riskForms are the forms that it has.
var riskForms = []string{"text", "json", "csv", "html"}

// writeRisk writes how sure the dates are, and the money with them, in the place of the
// schedule.
func writeRisk(sched *timeline.Schedule, word string, flags *cli.Flags) int {
	if !slices.Contains(riskForms, flags.Format) {
		return noForm(sched.Book, "risk", riskForms, flags)
	}
	seed, err := cli.Seed(word)
	if err != nil {
		return flags.FailError(err)
	}
	contributions, err := estimate.Reference()
	if err != nil {
		return flags.FailError(err)
	}
	est, err := estimate.Compute(sched, contributions)
	if err != nil {
		return flags.FailError(err)
	}
	j, err := outlook.JointOf(context.Background(), est, outlook.Simulation{Seed: seed})
	if err != nil {
		return flags.FailError(err)
	}
	if flags.Format == "json" {
		return broken(flags.WriteJSON(j), sched)
	}
	return broken(flags.WriteDocument(estimatereport.Risk(j), "gates"), sched)
}
