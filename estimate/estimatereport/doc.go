// Package estimatereport tells an estimate and what is computed from it, as
// documents in both languages: how an amount came about, how far the estimate may
// miss (outlook), the request to the budget (request), the business case
// (businesscase), and the staffing plan (staffing), what differs between two
// estimates (compare).
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
//		"github.com/drejebog/monopolbrud/drejebog/table"
//		"github.com/drejebog/monopolbrud/estimate"
//		"github.com/drejebog/monopolbrud/estimate/estimatereport"
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
//		told := estimatereport.Estimate(est)
//		if err := told.WriteText(os.Stdout, lang.Danish); err != nil { // or WriteHTML, WriteMarkdown
//			log.Fatal(err)
//		}
//		if err := table.WriteCSV(os.Stdout, told.Table("lines").In(lang.English)); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// # What is told
//
// Figures are the result's, rounded for people; what a report adds up of them, a
// saving or a row of sums, stands in its tables.
// Amounts are whole 1.000 kr. and hours tens, each rounded on its own, so that a
// column may miss its sum by one; a dash stands for nothing at all. Exact are
// the amounts of an Explanation and of the table "lines". What a result does not
// hold is not told: the inputs that matter are there after Estimate.Weigh.
//
// Each table has a name, by which Document.Table finds it: those of a report are
// listed at its function. The sentences are the playbook's (book.Words), in
// seeds/texts/: estimate, request, uncertainty, yardsticks, risk, staffing and businesscase.yaml.
//
// # What it promises
//
// The same result is told in the same bytes. No line of text is wider than
// document.Width, and a request fits on one A4 sheet for every sample plan. What
// nobody computed is an empty document, or an error where there is one to
// return; nothing panics. Results are read only: any number of goroutines may tell
// one at once. A document belongs to who asked for it and keeps nothing of the result.
package estimatereport
