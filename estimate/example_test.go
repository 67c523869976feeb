package estimate_test

import (
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline"
)

func ExampleCompute() {
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
	for _, year := range est.Years {
		fmt.Println(year.Year, "bidrag:", year.Contributed, "nye penge:", year.NewMoney.Sign() > 0)
	}
	fmt.Println("næste budget:", est.DecisionYear)
	// Output:
	// 2013 bidrag: false nye penge: false
	// 2014 bidrag: true nye penge: false
	// 2015 bidrag: true nye penge: true
	// 2016 bidrag: false nye penge: true
	// næste budget: 2015
}
