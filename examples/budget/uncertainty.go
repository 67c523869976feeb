package main

import (
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
)

// movingTogether is the correlation between lines of one driver that the page
// shows beside independent lines: half-way, to show what it does.
const movingTogether = 0.5

// writeUncertainty writes how uncertain the estimate is in the place of the
// estimate.
func writeUncertainty(est *estimate.Estimate, seed uint64, flags *cli.Flags) int {
	u, err := outlook.Of(est,
		outlook.Simulation{Shape: threepoint.PERTShape, Seed: seed},
		outlook.Simulation{Shape: threepoint.TriangularShape, Seed: seed},
		outlook.Simulation{Shape: threepoint.LognormalShape, Seed: seed},
		outlook.Simulation{Shape: threepoint.PERTShape, Seed: seed, Correlation: movingTogether},
	)
	if err != nil {
		return flags.FailError(err)
	}
	if flags.Format == "json" {
		return flags.WriteJSON(u)
	}
	return flags.WriteDocument(estimatereport.Uncertainty(u), "items")
}
