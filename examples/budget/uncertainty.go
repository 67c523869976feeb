package main

import (
	"fmt"
	"io"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
)

// movingTogether is the correlation between lines of one driver that the page
// shows beside independent lines: half-way, to show what it does.
const movingTogether = 0.5

// seedOf reads the seed of the simulations.
func seedOf(word string) (uint64, error) {
	seed, err := strconv.ParseUint(word, 10, 64)
	if err != nil {
		return 0, &cli.FlagError{Text: lang.Text{
			DA: fmt.Sprintf("-seed %s: skriv et helt tal fra 0", word),
			EN: fmt.Sprintf("-seed %s: write a whole number from 0", word),
		}}
	}
	return seed, nil
}

// writeUncertainty writes how uncertain the estimate is in the place of the
// estimate.
func writeUncertainty(est *estimate.Estimate, seed uint64, flags *cli.Flags) int {
	if flags.Format != "text" && flags.Format != "json" {
		return flags.Fail(lang.Text{
			DA: "-uncertainty skriver text eller json, ikke " + flags.Format,
			EN: "-uncertainty writes text or json, not " + flags.Format,
		})
	}
	u, err := est.Uncertainty(
		estimate.Simulation{Shape: threepoint.PERTShape, Seed: seed},
		estimate.Simulation{Shape: threepoint.TriangularShape, Seed: seed},
		estimate.Simulation{Shape: threepoint.LognormalShape, Seed: seed},
		estimate.Simulation{Shape: threepoint.PERTShape, Seed: seed, Correlation: movingTogether},
	)
	if err != nil {
		return flags.FailError(err)
	}
	return flags.Write(func(w io.Writer) error {
		if flags.Format == "json" {
			return u.WriteJSON(w)
		}
		return u.WriteText(w, flags.Lang)
	})
}
