package figures_test

import (
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/table"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/figures"
	"github.com/drejebog/monopolbrud/timeline"
)

func Example() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	sched, err := timeline.Compute(book, plan.New("Vejen"))
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
	sheet := figures.Template(est, lang.English)
	row := sheet.Rows[1].Cells
	fmt.Println(row[0].Text, "in", row[3].Text)
	row[8] = table.Whole(12) // somebody types the kommune's own figure in
	read, faults := figures.Read(est, sheet)
	fmt.Println(read[0].Key, read[0].Likely, len(faults))
	// Output:
	// Get the first overview: collect and register the IT contracts, IT architect in hours
	// budget-2014: 4.1/overblik it-arkitekt own 12 0
}
