package readinessreport_test

import (
	"log"
	"os"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/readinessreport"
	"github.com/drejebog/monopolbrud/timeline"
)

func ExampleAssessment() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	p, _ := plan.Read(book, "vejen.yaml", strings.NewReader("kommune: Vejen\nasOf: 2014-06-27\nprojects: {ky: {goLive: 2016-01-01}}\n"))
	sched, err := timeline.Compute(book, p)
	if err != nil {
		log.Fatal(err)
	}
	assessment, err := readiness.Assess(sched)
	if err != nil {
		log.Fatal(err)
	}
	page := readinessreport.Assessment(assessment)
	gates := document.Document{Title: page.Title, Subject: lang.Both("KY")}
	gates.Add(document.Table{Sheet: page.Table("ky-gates")})
	if err := gates.WriteText(os.Stdout, lang.English); err != nil {
		log.Fatal(err)
	}
	// Output:
	// READINESS FOR THE END OF THE KMD MONOPOLY: KY
	// gate                        latest      working days  expected    status
	// Requirements published      2015-07-01           253  2015-04-30  waiting for KOMBIT
	// Readiness confirmed         2015-10-01           319  2015-10-01  open
	// Report of a passed test     2015-12-18           375  2015-12-18  open
	// Go-live                     2016-01-01           382  2016-01-01  open
	// Operational trial approved                       411  2016-02-11  open
}
