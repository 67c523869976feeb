package outlook_test

import (
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/outlook"
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
	u, err := outlook.Of(est)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("expected:", u.InAll.Mean.Round(-5))
	fmt.Println("90 % likely to be at most:", u.InAll.Within(0.9).Round(-5))
	fmt.Println("split first:", u.Items[0].Name.EN)
	// Output:
	// expected: 7.500.000,00 kr.
	// 90 % likely to be at most: 8.000.000,00 kr.
	// split first: Departments concerned
}
