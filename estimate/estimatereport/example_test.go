package estimatereport_test

import (
	"log"
	"os"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/timeline"
)

func ExampleExplanation() {
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
	explanation, err := estimatereport.Explanation(est, "budget-2015-sapa: 4.14/strategi it-arkitekt own")
	if err != nil {
		log.Fatal(err)
	}
	if err := explanation.WriteText(os.Stdout, lang.English); err != nil {
		log.Fatal(err)
	}
	// Output:
	// HOW THE AMOUNTS CAME ABOUT: Make a strategy for cases and documents or for ESDH
	//
	// Make a strategy for cases and documents or for ESDH, IT architect, own hours: DKK 7,740.00
	//   18 hours (between 8 and 40). Our assumption in the place of SAPA's contribution for budget 2015:
	//   Just over two days for the frame; less where there is a strategy already.
	//   × DKK 430 an hour at the price level of 2014. Hourly rate, IT architect: assumed. Specialist,
	//   often with a supplement.
	//   = 18 hours, DKK 7,740.00
	//   2014: 50 of 50 working days = DKK 7,740.00
}
