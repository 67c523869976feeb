package running_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/running"
	"github.com/drejebog/monopolbrud/timeline"
)

// A contract binds for fourteen months after the last use: that is overlap.
func Example() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	p, _ := plan.Read(book, "plan.yaml", strings.NewReader(`kommune: Roskilde
projects: {ksd: {goLive: 2016-02-01}}
contracts: {dp: {name: KMD Dagpenge, systems: [kmd-dagpenge], end: 2017-03-31, payment: {amount: 900000}}}
`))
	sched, err := timeline.Compute(book, p)
	if err != nil {
		log.Fatal(err)
	}
	costs := running.Of(sched, running.Terms{First: 2016, Last: 2017, Stated: 2013, Level: 2013})
	for _, row := range costs.Rows {
		fmt.Println(row.System, row.Year, row.Old, row.Overlap, row.Saving)
	}
	// Output:
	// kmd-dagpenge 2016 900.000,00 kr. 825.000,00 kr. 0,00 kr.
	// kmd-dagpenge 2017 225.000,00 kr. 225.000,00 kr. 675.000,00 kr.
	// kmd-dagpenge 2018 0,00 kr. 0,00 kr. 900.000,00 kr.
}
