package workbook_test

import (
	"bytes"
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/workbook"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/xuri/excelize/v2"
)

func ExampleWrite() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	sched, err := timeline.Compute(book, plan.New("Roskilde"))
	if err != nil {
		log.Fatal(err)
	}
	contributions, err := estimate.Reference()
	if err != nil {
		log.Fatal(err)
	}
	est, err := estimate.Compute(sched, contributions)
	if err != nil {
		log.Fatal(err)
	}
	var out bytes.Buffer
	if err := workbook.Write(&out, est, lang.Danish); err != nil {
		log.Fatal(err)
	}
	file, err := excelize.OpenReader(&out)
	if err != nil {
		log.Fatal(err)
	}
	for _, sheet := range file.GetSheetList() {
		fmt.Println(sheet)
	}
	// Output:
	// Forside
	// Budgetår
	// Diagrammer
	// Beslutninger
	// Forudsætninger
	// KY
	// KSD
	// SAPA
	// Støttesystemerne
	// Serviceplatformen
	// Kommunen
	// Pr. projekt
	// Tal og kilder
	// Mangler
	// Vejledning
}
