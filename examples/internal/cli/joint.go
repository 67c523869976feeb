package cli

import (
	"context"

	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/drejebog/monopolbrud/examples/internal/results"
)

// WriteMeasure writes what the plan of an estimate buys against that of another.
func (f *Flags) WriteMeasure(before, after *estimate.Estimate, seed uint64) int {
	var sides [2]*outlook.Joint
	for i, est := range []*estimate.Estimate{before, after} {
		var err error
		if sides[i], err = outlook.JointOf(context.Background(), est, outlook.Simulation{Seed: seed}); err != nil {
			return f.FailError(err)
		}
	}
	m, err := outlook.MeasureOf(sides[0], sides[1])
	if err != nil {
		return f.FailError(err)
	}
	if f.Format == "json" {
		return f.WriteJSON(m)
	}
	return f.WriteDocument(estimatereport.Measure(m), "gates")
}

// WriteJoint writes how sure the dates and the money of an estimate are; svg is the
// timeline with its bars in shades. It returns the exit code.
func (f *Flags) WriteJoint(est *estimate.Estimate, seed uint64) int {
	r, err := results.Risk(est, outlook.Simulation{Seed: seed}, f.Format != "text" && f.Format != "svg")
	if err != nil {
		return f.FailError(err)
	}
	return f.WriteOf(&r)
}
