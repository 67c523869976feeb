// Package workbook writes an estimate as an Excel workbook that computes: a
// controller changes a driver, a rate or a figure, and every sum follows.
//
//	package main
//
//	import (
//		"log"
//		"os"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/lang"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//		"github.com/drejebog/monopolbrud/estimate"
//		"github.com/drejebog/monopolbrud/estimate/workbook"
//		"github.com/drejebog/monopolbrud/timeline"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		sched, err := timeline.Compute(book, plan.New("Roskilde"))
//		if err != nil {
//			log.Fatal(err)
//		}
//		contributions, err := estimate.Reference()
//		if err != nil {
//			log.Fatal(err)
//		}
//		est, err := estimate.Compute(sched, contributions)
//		if err != nil {
//			log.Fatal(err)
//		}
//		file, err := os.Create("roskilde.xlsx")
//		if err != nil {
//			log.Fatal(err)
//		}
//		if err := workbook.Write(file, est, lang.Danish); err != nil {
//			log.Fatal(err)
//		}
//		if err := file.Close(); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// # The sheets
//
// A front page to print, the budget years, a chart of each, and what has been
// decided; then the drivers and rates, a sheet for each project with one row
// for each cell of the estimate, the sums by project that all other sums are
// made of, and every line's figures once, with certainty, source and
// reasoning; last what cannot be estimated, and how to use it all.
//
// Yellow fields may be changed: drivers, rates, figures, certainties, and for
// each item its local factor and its decision, which is chosen from a list.
// Drivers and rates have names that formulas and readers know them by: users
// of SAPA are driver_users_sapa, an hour of a project manager's own is
// rate_projektleder_own. The years that work falls in follow from the schedule
// and cannot be changed here.
//
// # What it promises
//
// Every formula comes to the estimate's own figure, to the øre, also after a
// change: the rounding of a cell, cumulative and half away from zero, stands in
// the formulas. That holds for amounts below 10¹³ kr., since a spreadsheet
// computes with 15 digits. Beside each formula stands its value, for programs
// that show a file without computing it.
//
// Numbers are numbers and days are days. A text never becomes a formula,
// whatever it begins with, not even when somebody edits its cell. The same
// estimate gives the same bytes. An estimate is read only: any number of goroutines
// may write workbooks of one at once, each to a writer of its own.
package workbook
