package main

import (
	"slices"

	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/timeline"
)

// The forms that -risk has, alone and with -against.
var (
	riskForms    = []string{"text", "json", "csv", "html", "svg"}
	measureForms = []string{"text", "json", "csv", "html"}
)

// writeRisk writes how sure the dates are, and the money with them, in the place of the
// schedule; against another plan, what the edit of it buys.
func writeRisk(sched *timeline.Schedule, word, other string, flags *cli.Flags) int {
	forms := riskForms
	if other != "" {
		forms = measureForms
	}
	if !slices.Contains(forms, flags.Format) {
		return noForm(sched.Book, "risk", forms, flags)
	}
	seed, err := cli.Seed(word)
	if err != nil {
		return flags.FailError(err)
	}
	est, err := estimated(sched)
	if err != nil {
		return flags.FailError(err)
	}
	if other == "" {
		return broken(flags.WriteJoint(est, seed), sched)
	}
	earlier, code := earlier(sched.Book, sched, other, flags)
	if earlier == nil {
		return code
	}
	before, err := estimated(earlier)
	if err != nil {
		return flags.FailError(err)
	}
	return broken(flags.WriteMeasure(before, est, seed), sched)
}

// estimated is the estimate of a schedule from the reference set.
func estimated(sched *timeline.Schedule) (*estimate.Estimate, error) {
	contributions, err := estimate.Reference()
	if err != nil {
		return nil, err
	}
	return estimate.Compute(sched, contributions)
}
