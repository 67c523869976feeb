package sheets_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/sheets"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

// A list of contracts from a spreadsheet is taken over into a plan; what is not
// understood is told with its row and column.
func ExampleRead() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	list, faults := table.ReadCSV("kontrakter.csv", strings.NewReader(
		"Kontrakt;System;Opsigelsesvarsel\nKMD Sag;KMD Sag;6\nByggesag;BygSag;seks\n"))
	p := plan.New("Roskilde")
	findings := sheets.Read(book, p, []table.Sheet{*list}, faults...)
	fmt.Println(len(p.Contracts), "contracts;", strings.Join(p.Contracts["kmd-sag"].Systems, ", "))
	for _, f := range findings {
		fmt.Println(f.Place, f.Code)
	}
	// Output:
	// 2 contracts; kmd-sag
	// kontrakter.csv:3:3 DB-601
}
