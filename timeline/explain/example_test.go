package explain_test

import (
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/explain"
)

// Why readiness cannot be confirmed earlier, and what must not be missed.
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
	// 4.8/bekraeftelse@ky 2015-04-29 5.1/tilpasning@ky by link
	// 5.1/tilpasning@ky 2015-01-02 budgetyear/2015 by link
	// budgetyear/2015 2015-01-01  by promise
	// bound by 4.8/bekraeftet@ky 2015-10-01 - a hard date: true
}
