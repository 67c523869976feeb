package main

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/readiness/status"
)

// checkAll reads and checks files in the order that they are named. A file
// that cannot be opened ends it; one that cannot be read is a result.
func checkAll(book *drejebog.Playbook, flags *cli.Flags, files []string, lists ...requirements.List) (*status.Plans, error) {
	contributions, err := estimate.Reference()
	if err != nil {
		return nil, err
	}
	plans := &status.Plans{Book: book}
	for _, name := range files {
		checked, err := check(book, flags, name, contributions, lists)
		if err != nil {
			return nil, err
		}
		plans.Plans = append(plans.Plans, checked)
	}
	return plans, nil
}

func check(book *drejebog.Playbook, flags *cli.Flags, name string, contributions []estimate.Contribution, lists []requirements.List) (status.Checked, error) {
	p, findings, err := flags.ReadPlan(book, name, nil)
	if err != nil {
		return status.Checked{}, err
	}
	if p == nil {
		drejebog.SortFindings(findings)
		return status.Checked{File: name, Findings: findings}, nil
	}
	all, err := status.Compute(book, p, contributions, lists...)
	if err != nil {
		return status.Checked{}, err
	}
	return status.Checked{File: name, Kommune: all.Schedule.Kommune.Name, Findings: all.Findings}, nil
}

// worst is the exit code that the results ask for.
func worst(plans *status.Plans) int {
	code := cli.Fine
	for _, checked := range plans.Plans {
		switch {
		case !checked.Computed():
			return cli.BadInput
		case drejebog.HasFault(checked.Findings):
			code = cli.Findings
		}
	}
	return code
}
