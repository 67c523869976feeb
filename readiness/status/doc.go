// Package status says how the programme of a kommune stands: it sees every part,
// the plan, the dates, the money and the readiness, and tells each finding once.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//		"github.com/drejebog/monopolbrud/estimate"
//		"github.com/drejebog/monopolbrud/readiness/status"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		contributions, err := estimate.Reference()
//		if err != nil {
//			log.Fatal(err)
//		}
//		for _, f := range status.Check(book, plan.New("Roskilde"), contributions) {
//			fmt.Println(f.Code, f.Severity, f.Text.DA)
//		}
//	}
//
// # What it is for
//
// Check gives the findings alone, Compute also what they come from: the schedule,
// the estimate, the business case and the assessment of readiness. The findings
// are those of plan.Check and of each part, in the order that Sort says. What two
// parts find is one finding.
//
// Plans collects what was found in the files of many plans; Portfolio puts all
// kommuner side by side, those that are pressed most first. Both are documents of
// JSON; package readinessreport tells them to people.
//
// # Promises
//
// The same input gives the same findings in the same order. Nothing that is handed
// in is changed, and many goroutines may use one book and one list of
// contributions at once.
package status
