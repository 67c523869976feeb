package cli

import (
	"fmt"
	"os"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// OpenError is a plan's file that cannot be opened.
type OpenError struct{ File string }

// Error says it in English.
func (e *OpenError) Error() string { return fmt.Sprintf("the plan %s cannot be opened", e.File) }

// Danish says it in Danish.
func (e *OpenError) Danish() string { return fmt.Sprintf("planen %s kan ikke åbnes", e.File) }

// ReadPlan reads a plan's file, seen from a day or, with nil, from its own. The
// plan is nil where the findings have an
// error that nothing can be computed with. The error is an *OpenError.
func ReadPlan(book *drejebog.Playbook, name string, asOf *date.Date) (*plan.Plan, []drejebog.Finding, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, nil, &OpenError{name}
	}
	defer func() { _ = file.Close() }() // nothing was written to it
	if info, err := file.Stat(); err != nil || info.IsDir() {
		return nil, nil, &OpenError{name}
	}
	if asOf != nil {
		p, findings := plan.ReadAsOf(book, name, file, *asOf)
		return p, findings, nil
	}
	p, findings := plan.Read(book, name, file)
	return p, findings, nil
}
