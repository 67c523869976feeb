// Package requirements holds what KOMBIT requires of a kommune before it can
// receive a system, a [List] per project, and what the kommune answers: how both
// are read and written.
//
// A list comes as YAML or JSON, [Read], or as a sheet, [FromSheet]; List.Sheet
// writes one that is read as the same list. [WriteTemplate] and [Template] give
// one to begin with. A kommune answers in its plan, or on a sheet: [AnswerSheet]
// writes the requirements with what is answered, [AnswersFromSheet] reads them,
// and [TakeAnswers] puts them into a plan, with what was answered before in their
// history. Whether the answers are enough is said by package readiness above.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//		"os"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/table"
//		"github.com/drejebog/monopolbrud/readiness/requirements"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		file, err := os.Open("krav.yaml")
//		if err != nil {
//			log.Fatal(err)
//		}
//		defer file.Close()
//		list, findings := requirements.Read(book, "krav.yaml", file)
//		for _, f := range findings {
//			fmt.Println(f.Place, f.Text.DA, f.Remedy.DA)
//		}
//		if list == nil {
//			return
//		}
//		if err := table.WriteCSV(os.Stdout, list.Sheet(book)); err != nil {
//			log.Fatal(err)
//		}
//	}
//
// # Keys
//
// A requirement has an id within its category, and a plan answers it under both
// and the project: "test/testkoordinator@sapa" (Requirement.Key). A sub-question
// has an id within its requirement. Ids are lower-case ASCII; categories, roles,
// steps and milestones are those of the playbook, and every one that is not is a
// finding with the nearest known word.
//
// # Sheets
//
// Columns are known by their heads, in Danish or English, and may stand in any
// order. Below a requirement stand its sub-questions, one a row, and on a sheet of
// answers the evidence beyond the first. Every cell that cannot be read is a
// finding with its place, all at once.
//
// # Promises
//
// A list is at most 1 MiB and is bounded in depth and number, and so are the
// findings. Nothing here panics on any file. The same input gives the same bytes.
// A List and a Requirement that nobody changes may be shared by any number of
// goroutines, as may the playbook; TakeAnswers changes the plan that it is given.
package requirements
