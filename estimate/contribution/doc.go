// Package contribution is what an estimate is computed from: contributions to the kommuner's
// budgets, as they were published, line by line; and assumptions, what an hour costs and how
// much of each driver a kommune of a certain size has. Package estimate computes with them,
// and has most of them by the same names.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/estimate/contribution"
//	)
//
//	func main() {
//		contributions, err := contribution.Reference()
//		if err != nil {
//			log.Fatal(err)
//		}
//		for _, c := range contributions {
//			fmt.Println(c.ID, c.BudgetYear, len(c.Lines))
//		}
//	}
//
// Reference and Assume read the module's own figures from their compact form; LoadFS reads
// data files laid out as seeds/estimate and tells every fault in them with its place: a
// line without a measure, figures that do not rise, inputs whose units do not come to hours
// or kroner, a range that is too wide to be called an estimate. What a line names of the
// playbook is held against it by estimate.Compute.
//
// A Line holds exactly one of hours, kroner and why no figure can be given; Key names it.
// A Figure is one that somebody hands in, in the place of a line's or of an assumption.
//
// Each Reference and each Assume is the caller's own. Any number of goroutines may read the
// same contributions and assumptions.
package contribution
