// Package readinessreport tells the readiness of kommuner, and what was found in
// their plans, as documents: a page of text, HTML or Markdown, and tables for a
// spreadsheet.
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
//		"github.com/drejebog/monopolbrud/readiness"
//		"github.com/drejebog/monopolbrud/readiness/readinessreport"
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
//		assessment, err := readiness.Assess(sched)
//		if err != nil {
//			log.Fatal(err)
//		}
//		page := readinessreport.Assessment(assessment)
//		if err := page.WriteHTML(os.Stdout, lang.Danish); err != nil { // or WriteText, WriteMarkdown
//			log.Fatal(err)
//		}
//		everything := page.Table(readinessreport.Everything)
//		if err := table.WriteCSV(os.Stdout, everything.In(lang.Danish)); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// # The reports
//
// Assessment is the page of one kommune for its steering group, Overview many
// kommuner side by side. What a page leaves out since it is for a meeting stands in
// the table that it has for spreadsheets, and in the JSON of what it tells.
//
// The words are those of the book that the result was computed with, in
// texts/readinessreport.yaml and texts/names.yaml among its files; the package has
// none of its own and computes nothing.
//
// # Promises
//
// The same result is the same document, which the caller may change. What was not
// computed is an empty one.
package readinessreport
