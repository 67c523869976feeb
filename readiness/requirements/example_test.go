package requirements_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness/requirements"
)

// KOMBIT's list of a project, and what is wrong in it, each with its place.
func ExampleRead() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	const file = `project: sapa
published: 2015-06-15
requirements:
  - {id: testpersoner, category: test, text: Testpersoner er udpeget}
  - {id: testtid, category: tests, text: Testpersonerne er frigjort}
`
	list, findings := requirements.Read(book, "krav.yaml", strings.NewReader(file))
	fmt.Println(list != nil)
	for _, f := range findings {
		fmt.Println(f.Place, f.Code, f.Text.EN)
	}
	// Output:
	// false
	// krav.yaml:5:29 DB-502 The list of requirements names “tests”, which the playbook does not have.
}

// A sheet for the kommune to answer in.
func ExampleAnswerSheet() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	r := requirements.Requirement{ID: "testtid", Category: "test", Wording: requirements.Wording{Text: "Testpersonerne er frigjort"}}
	asked := []requirements.Asked{{Requirement: &r, Key: r.Key("sapa"), Responsible: "projektleder"}}
	answers := map[string]plan.Answer{"test/testtid@sapa": {State: plan.AnswerInProgress}}
	sheet := requirements.AnswerSheet(book, asked, answers)
	for i, cell := range sheet.Rows[1].Cells {
		if !cell.IsEmpty() {
			fmt.Println(sheet.Rows[0].Cells[i].Text, "=", cell.Text)
		}
	}
	// Output:
	// Nøgle = test/testtid@sapa
	// Krav = Testpersonerne er frigjort
	// Ansvarlig = Projektleder
	// Svar = i gang
}
