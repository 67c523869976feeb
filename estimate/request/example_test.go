package request_test

import (
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/request"
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
	r, err := request.Of(est)
	if err != nil {
		log.Fatal(err)
	}
	for i := range r.Years[:2] {
		y := &r.Years[i]
		fmt.Println(y.Year, y.NewMoney.Round(-3), "and", y.Hours.Round(-1))
	}
	fmt.Println("a slip of", r.Slip.Months, "months leaves", r.Slip.Unspent.Round(-3), "unspent")
	// Output:
	// 2015 1.040.000,00 kr. and 9.210 timer
	// 2016 133.000,00 kr. and 2.950 timer
	// a slip of 6 months leaves 910.000,00 kr. unspent
}
