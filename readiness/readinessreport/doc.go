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
// Assessment is the page of one kommune for its steering group, Overview the
// readiness of many kommuner side by side, Plans what was found in the files of
// plans, Requirements what KOMBIT asks, Portfolio how the programme stands in many kommuner. What a page leaves
// out since it is for a meeting stands in the table that it has for spreadsheets,
// and in the JSON of what it tells.
//
// # Tables
//
// Document.Table gives a table by its name, for CSV or Excel:
//
//   - Assessment: "overview", "preparation", "kommune", "reminders"; of a project
//     "ky-lights", "ky-gates", "ky-missing", "ky-categories", "ky-topics"; and, on
//     no page, Everything, which has all gates, requirements and topics.
//   - Overview: "kommuner", "by-light", "knock-on", and, on no page, ByKommune.
//   - Plans: on no page, Findings.
//   - Requirements: of a project and category "ky-test", and, on no page, Required.
//   - Portfolio: "ranked", and, on no page, All.
//
// A table without rows may be missing; those on no page are there for whatever was
// computed.
//
// # Words
//
// The words are those of the book that the result was computed with, in
// texts/readinessreport.yaml, plancheck.yaml, portfolio.yaml and names.yaml among
// its files; the package has none of its own and computes nothing.
//
// # Promises
//
// The same result is the same document, which the caller may change. What was not
// computed is an empty one.
//
// Assessments are read only: any number of goroutines may tell one at once.
package readinessreport
