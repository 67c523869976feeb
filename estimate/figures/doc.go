// Package figures is the sheet that KOMBIT's figures and the kommune's own are typed
// into: it writes one with a row for whatever an estimate rests on, what is assumed
// beside the empty cells, and reads it back with every fault at its sheet and cell.
//
//	package main
//
//	import (
//		"log"
//		"os"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/form"
//		"github.com/drejebog/monopolbrud/drejebog/lang"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//		"github.com/drejebog/monopolbrud/drejebog/table"
//		"github.com/drejebog/monopolbrud/drejebog/table/xlsx"
//		"github.com/drejebog/monopolbrud/estimate"
//		"github.com/drejebog/monopolbrud/estimate/figures"
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
//		assumptions, err := estimate.Assume()
//		if err != nil {
//			log.Fatal(err)
//		}
//		est, err := assumptions.Compute(sched, contributions)
//		if err != nil {
//			log.Fatal(err)
//		}
//		sheet := figures.Template(est, lang.Danish)
//		if err := table.WriteCSV(os.Stdout, &sheet); err != nil { // or xlsx.Write
//			log.Fatal(err)
//		}
//
//		sheets, faults := xlsx.Read("tal.csv", os.Stdin) // filled in
//		read, unfit := figures.Read(est, sheets...)
//		for _, fault := range append(faults, unfit...) {
//			log.Print(fault.Error())
//		}
//		assumptions.Figures = read
//		if est, err = assumptions.Compute(sched, contributions); err != nil {
//			log.Fatal(err)
//		}
//		if err := form.Write(os.Stdout, est); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// Rows are those of Estimate.Fillable: lines of contributions, hourly rates, drivers,
// and the indices of wages and prices. What a row asks for stands in its unit: hours,
// or kroner at the price level of the rates, for each scope, each unit of a driver,
// each month; a whole number; per cent. Estimate.Compute uses the figures unrounded.
// When all are filled in, nothing is assumed: AssumedShare is 0, and every cell of the
// estimate names the cell of the sheet that it comes from.
//
// The sheet's words are those of the playbook, in texts/figures.yaml; a sheet is read
// back in either language, with its columns in any order. The package keeps nothing,
// and any number of goroutines may use it with one estimate.
package figures
