package readiness_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/timeline"
)

// A kommune in August 2015 with two requirements of KOMBIT's for SAPA, one of which
// it has confirmed.
func ExampleAssess() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	list, _ := requirements.Read(book, "krav.yaml", strings.NewReader(`project: sapa
published: 2015-06-15
requirements:
  - {id: testpersoner, category: test, text: Testpersoner er udpeget}
  - {id: testtid, category: test, text: Testpersonerne er frigjort}
`))
	p, _ := plan.Read(book, "plan.yaml", strings.NewReader(`kommune: Roskilde
asOf: 2015-08-03
projects: {sapa: {implementation: 2016-01-04, goLive: 2016-02-01}}
readiness:
  test/testpersoner@sapa: {state: confirmed, by: projektleder, on: 2015-07-01}
`))
	sched, err := timeline.Compute(book, p)
	if err != nil {
		log.Fatal(err)
	}
	assessment, err := readiness.Assess(sched, *list)
	if err != nil {
		log.Fatal(err)
	}
	sapa := assessment.Project("sapa")
	fmt.Println(sapa.Recommendation, sapa.Score.Percent)
	for _, reason := range sapa.Reasons {
		fmt.Println(reason.In(lang.English))
	}
	for _, gate := range sapa.Gates[:2] {
		fmt.Println(gate.Milestone, gate.State, gate.Deadline)
	}
	// Output:
	// conditionalGo 50
	// 1 requirement must be confirmed by 2 October 2015.
	// ext/parathedskrav@sapa passed 2015-07-03
	// 4.8/bekraeftet@sapa open 2015-10-02
}
