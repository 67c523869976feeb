package explain_test

import (
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/explain"
)

// Why the confirmation of readiness lies where it does, and what must not be missed.
func ExampleOf() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	sched, err := timeline.Compute(book, plan.New("Roskilde"))
	if err != nil {
		log.Fatal(err)
	}
	e, err := explain.Of(sched, "4.8/bekraeftelse@ky")
	if err != nil {
		log.Fatal(err)
	}
	for _, reason := range e.Early {
		fmt.Println(reason.ID, reason.Date.Date, reason.On, "by", reason.By)
	}
	fmt.Println("bound by", e.Bound.ID, e.Bound.Date.Date, "- a hard date:", e.Bound.Frist)
	// Output:
	// 4.8/bekraeftelse@ky 2015-08-06 4.9/oprydning@kmd-aktiv by link
	// 4.9/oprydning@kmd-aktiv 2015-06-12 4.9/forberedelse@kmd-aktiv by link
	// 4.9/forberedelse@kmd-aktiv 2015-06-01  by window
	// bound by 4.8/bekraeftet@ky 2015-10-01 - a hard date: true
}
