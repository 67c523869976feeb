package plan

import (
	"cmp"
	"io"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// limits bound a plan at the door: a real one is some tens of kilobytes.
var limits = strict.Limits{Bytes: 2 << 20, Depth: 16, Nodes: 100_000}

// Read reads a plan, YAML or JSON, and holds it against the playbook: every
// fault at once, each with file, line and column, in the order of the file.
// The name is what the findings call the file. The plan is nil when it cannot
// be computed with: when any finding has error severity.
func Read(book *drejebog.Playbook, name string, r io.Reader) (*Plan, []drejebog.Finding) {
	return read(book, name, r, nil)
}

// ReadAsOf is Read for a plan that is seen from another day than its own, which
// takes the place of its as-of. What the plan says has happened must have by the
// later of the two: looking back at a plan makes none of it wrong.
func ReadAsOf(book *drejebog.Playbook, name string, r io.Reader, asOf date.Date) (*Plan, []drejebog.Finding) {
	p, findings := read(book, name, r, &asOf)
	if p != nil {
		p.ownAsOf, p.AsOf = p.AsOf, &asOf
	}
	return p, findings
}

// Check holds a plan against the playbook, as Read does with the document that it
// reads: what Read found in it first of all. A plan that was built in Go has
// findings without a place. What cannot be computed with has error severity; no
// book and no plan have no findings.
func Check(book *drejebog.Playbook, p *Plan) []drejebog.Finding {
	if book == nil || p == nil {
		return nil
	}
	file, _ := p.Where("kommune")
	c := newChecker(book, p, file.File)
	c.asOf = p.ownAsOf
	c.check()
	c.sort()
	return c.findings
}

func read(book *drejebog.Playbook, name string, r io.Reader, asOf *date.Date) (*Plan, []drejebog.Finding) {
	data, err := io.ReadAll(io.LimitReader(r, int64(limits.Bytes)+1))
	if err != nil {
		return nil, []drejebog.Finding{book.FaultFinding("DB-011", strict.Fault{File: name, Line: 1, Column: 1, Kind: strict.KindUnreadable, Got: err.Error()})}
	}
	var written anyVersion
	document, faults := strict.Read(name, data, &written, limits)
	p, moved := written.plan(book)
	p.document, p.moved = document, moved
	c := newChecker(book, p, name)
	c.asOf = asOf
	for _, fault := range faults {
		c.findings = append(c.findings, book.FaultFinding("DB-011", fault))
		c.broken = append(c.broken, fault.Path)
	}
	c.check()
	c.sort()
	if drejebog.HasFault(c.findings) {
		return nil, c.findings
	}
	return p, c.findings
}

// sort puts the findings in the order of the file.
func (c *checker) sort() {
	slices.SortStableFunc(c.findings, func(a, b drejebog.Finding) int {
		return cmp.Or(
			cmp.Compare(a.Place.Line, b.Place.Line), cmp.Compare(a.Place.Column, b.Place.Column),
			cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Code, b.Code),
		)
	})
}
