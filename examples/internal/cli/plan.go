package cli

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// ReadPlan reads a plan's file, seen from a day or, with nil, from its own. The
// plan is nil where the findings have an error that nothing can be computed with. The error is an *OpenError.
func ReadPlan(book *drejebog.Playbook, name string, asOf *date.Date) (*plan.Plan, []drejebog.Finding, error) {
	file, err := Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = file.Close() }() // nothing was written to it
	if asOf != nil {
		p, findings := plan.ReadAsOf(book, name, file, *asOf)
		return p, findings, nil
	}
	p, findings := plan.Read(book, name, file)
	return p, findings, nil
}
