package cli

import (
	"context"
	"io"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/drejebog/monopolbrud/timeline/gantt"
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

// WriteJoint writes how sure the dates and the money of an estimate are; a page has the
// pictures, and svg is the timeline with its bars in shades. It returns the exit code.
func (f *Flags) WriteJoint(est *estimate.Estimate, seed uint64) int {
	ctx := context.Background()
	j, err := outlook.JointOf(ctx, est, outlook.Simulation{Seed: seed})
	if err != nil {
		return f.FailError(err)
	}
	if f.Format == "json" || f.Format == "html" {
		if err := j.Weigh(ctx); err != nil {
			return f.FailError(err)
		}
	}
	var pictures []document.Picture
	switch f.Format {
	case "json":
		return f.WriteJSON(j)
	case "svg":
		return f.Write(func(w io.Writer) error { return gantt.Shades(j.Critical).WriteSVG(w, est.Schedule(), nil, f.Lang) })
	case "html":
		pictures = append(estimatereport.RiskPictures(j), gantt.Shades(j.Critical).Picture(est.Schedule(), nil))
	}
	return f.WriteDocument(estimatereport.Risk(j, pictures...), "gates")
}
