package cli

import (
	"os"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/rickb777/date/v2"
)

// OpenError is a file that cannot be opened.
type OpenError struct{ File string }

// Error returns kind and value.
func (e *OpenError) Error() string { return lang.Described(e) }

// Fault returns the kind and its value.
func (e *OpenError) Fault() (kind string, values map[string]any) {
	return "flag/cannot-open", map[string]any{"file": e.File}
}

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
