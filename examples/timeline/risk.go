package main

import (
	"slices"

	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/timeline"
)

// riskForms are the forms that it has.
var riskForms = []string{"text", "json", "csv", "html", "svg"}

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
	return broken(flags.WriteJoint(est, seed), sched)
}
