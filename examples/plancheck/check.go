package main

import (
	"cmp"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/timeline"
)

// checked is what was found in one plan.
type checked struct {
	file     string
	kommune  string // name; "" where the plan cannot be read
	readable bool
	findings []drejebog.Finding
}

// checkAll reads and checks files in the order that they are named. A file
// that cannot be opened ends it; one that cannot be read is a result.
func checkAll(book *drejebog.Playbook, files []string) ([]checked, error) {
	results := make([]checked, 0, len(files))
	for _, name := range files {
		result, err := check(book, name)
		if err != nil {
			return nil, err
		}
		results = append(results, result)
	}
	return results, nil
}

func check(book *drejebog.Playbook, name string) (checked, error) {
	p, findings, err := cli.ReadPlan(book, name, nil)
	if err != nil {
		return checked{}, err
	}
	if p == nil {
		return checked{file: name, findings: findings}, nil
	}
	schedule, err := timeline.Compute(book, p)
	if err != nil {
		return checked{}, err
	}
	findings = append(findings, schedule.Findings...)
	sortFindings(findings)
	return checked{file: name, kommune: schedule.Kommune.Name, readable: true, findings: findings}, nil
}

// sortFindings puts the worst first, then by date with the undated last, then
// by section as a reader counts them, then by place, subject and code.
func sortFindings(findings []drejebog.Finding) {
	slices.SortStableFunc(findings, func(a, b drejebog.Finding) int {
		return cmp.Or(
			-cmp.Compare(a.Severity, b.Severity),
			compareDates(a, b),
			cmp.Compare(a.Place.Line, b.Place.Line), cmp.Compare(a.Place.Column, b.Place.Column),
			cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Code, b.Code),
		)
	})
}

func compareDates(a, b drejebog.Finding) int {
	switch {
	case a.Date == nil && b.Date == nil:
		return 0
	case a.Date == nil:
		return 1
	case b.Date == nil:
		return -1
	}
	return cmp.Compare(*a.Date, *b.Date)
}

// worst is the exit code that the results ask for.
func worst(results []checked) int {
	code := cli.Fine
	for i := range results {
		switch {
		case !results[i].readable:
			return cli.BadInput
		case drejebog.HasFault(results[i].findings):
			code = cli.Findings
		}
	}
	return code
}
