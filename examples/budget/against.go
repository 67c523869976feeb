package main

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/compare"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/examples/internal/cli"
)

// writeAgainst writes what of the money stands otherwise by an earlier plan of the
// kommune, computed as the later one.
func (want *wanted) writeAgainst(book *drejebog.Playbook, est *estimate.Estimate, flags *cli.Flags) int {
	p, findings, err := flags.ReadPlan(book, want.against, nil)
	if err != nil {
		return flags.FailError(err)
	}
	flags.Report(findings)
	if p == nil {
		return cli.BadInput
	}
	before, code := want.compute(book, p, flags)
	if before == nil {
		return code
	}
	compared := compare.Estimates(before, est)
	return flags.WriteResult(estimatereport.Comparison(compared), compared, "newMoney")
}
