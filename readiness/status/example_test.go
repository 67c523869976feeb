package status_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/readiness/status"
)

func ExampleCheck() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	contributions, err := estimate.Reference()
	if err != nil {
		log.Fatal(err)
	}
	p, _ := plan.Read(book, "vejen.yaml", strings.NewReader("kommune: Vejen\nbudget: {2015: {adopted: 2014-10-21}}\n"))
	for _, f := range status.Check(book, p, contributions) {
		if f.Severity == drejebog.SeverityError {
			fmt.Println(f.Place, f.Code, f.Text.EN)
		}
	}
	// Output: vejen.yaml:2:26 DB-115 Budget 2015 is set for 21 October 2014, after the deadline 15 October 2014 (the adoption).
}
