package keydate_test

import (
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
)

// What the kommune must not miss by its own work, and the float that is left.
func ExampleHardDates() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	sched, err := timeline.Compute(book, plan.New("Roskilde"))
	if err != nil {
		log.Fatal(err)
	}
	for _, hard := range keydate.HardDates(sched) {
		if hard.IsOwn() && hard.Kind == keydate.Deadline {
			fmt.Println(hard.Date, hard.ID, *hard.Float)
		}
	}
	// Output:
	// 2014-10-15 4.4/tilpas-2015 41
	// 2014-10-15 4.4/beslut-2015 0
	// 2015-10-01 4.8/bekraeftet@ky 0
	// 2015-10-01 4.8/bekraeftet@ksd 0
	// 2015-10-01 4.8/bekraeftet@sapa 0
	// 2015-09-21 4.8/bekraeftet@stoettesystemerne 0
}
