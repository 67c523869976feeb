package steering_test

import (
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/drejebog/monopolbrud/readiness/steering"
)

func ExampleOf() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	contributions, err := estimate.Reference()
	if err != nil {
		log.Fatal(err)
	}
	file, err := plans.Files().Open("odense.yaml")
	if err != nil {
		log.Fatal(err)
	}
	p, _ := plan.Read(book, "odense.yaml", file)
	now, err := status.Compute(book, p, contributions)
	if err != nil {
		log.Fatal(err)
	}
	report, err := steering.Of(now, nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, l := range report.Lights {
		fmt.Println(l.Subject, l.Light, l.Why.In(lang.English))
	}
	for _, ask := range report.Asks {
		fmt.Println(ask.By, ask.What.In(lang.English))
	}
	// Output:
	// time green The least float is 13 working days, to Go-live (KY).
	// money yellow Budget 2015 is proposed on 27 August 2014 and adopted on 8 October 2014; DKK 1,083,000 of new money is not decided.
	// readiness grey KY: KOMBIT must publish the requirements by 3 July 2015.
	// benefits yellow 1 of 2 benefits lacks owner, baseline or target: “Færre fejl i udbetalinger”.
	// resources red Gitte is short of 77 hours (59 %) in June–November 2014: 211 hours' work in 133.
	// 2014-07-27 find 77 hours for what Gitte has no time for, or let work wait
	// 2014-10-08 decide whether DKK 1,083,000 of new money for budget 2015 is set aside or kept within the frame
}
