package overview_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/overview"
	"github.com/drejebog/monopolbrud/timeline"
)

// Two kommuner of SAPA in two waves; what if the first is three weeks late?
func ExamplePropagate() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	var all []*readiness.Assessment
	for _, text := range []string{
		"kommune: Roskilde\nprojects: {sapa: {wave: 1, implementation: 2015-09-01, goLive: 2015-10-01}}",
		"kommune: Odense\nprojects: {sapa: {wave: 2, implementation: 2015-10-12, goLive: 2015-11-12}}",
	} {
		p, _ := plan.Read(book, "plan.yaml", strings.NewReader(text))
		sched, err := timeline.Compute(book, p)
		if err != nil {
			log.Fatal(err)
		}
		a, err := readiness.Assess(sched)
		if err != nil {
			log.Fatal(err)
		}
		all = append(all, a)
	}
	for _, d := range overview.Propagate(all, overview.Slip{Kommune: "0265", Project: "sapa", Days: 21}) {
		fmt.Println(d.From, "to", d.To, "live", d.Live, "slack", d.Slack, "left", d.Left, d.AtRisk())
	}
	// Output:
	// 0265 to 0461 live 2015-10-22 slack 7 left -8 true
}
