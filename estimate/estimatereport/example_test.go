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
	// Make a strategy for cases and documents or for ESDH, IT architect, own hours: DKK 6,364.00
	//   14.8 hours (between 9.62 and 23.7). Our assumption in the place of SAPA's contribution for budget
	//   2015: The frame; less where there is a strategy already.
	//   Input, hours in a working day: 7.4. A fifth of the week's 37 hours. Source:
	//   https://oes.dk/statsregnskab/oekonomisk-administrativ-vejledning-oeav/effektivt-aarsvaerk/.
	//   Input, days for a larger task: 2 (between 1.3 and 3.2). Assumed. Two days, as for a paper that
	//   others can work from.
	//   × DKK 430 an hour at the price level of 2014. Hourly rate, IT architect: assumed. Specialist,
	//   often with a supplement.
	//   = 14.8 hours, DKK 6,364.00
	//   The two inputs that move the amount most: days for a larger task, and then hourly rate, IT
	//   architect
	//   2014: 50 of 50 working days = DKK 6,364.00
}
