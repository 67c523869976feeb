// Package plan is the kommune's own document: who it is, what it has decided,
// and how far it is. Everything but the kommune is optional.
//
//	kommune: Roskilde
//	asOf: 2014-06-27        # what was known by this day counts
//	dataDate: 2014-06-27    # progress is reported up to the end of this day
//	projects:
//	  sapa:
//	    goLive: 2016-02-01  # or: ukendt
//	drivers:
//	  users@sapa: 900       # how many
//	  contracts: 240
//	tasks:
//	  4.15/kontaktperson@stoettesystemerne:
//	    actualStart: 2014-05-12
//	    actualFinish: 2014-05-20
//	  5.1/as-is@sapa:
//	    duration: 25        # working days
//	  4.12/opstart:
//	    notRelevant: Porteføljestyring findes allerede
//
// Read holds a document against the playbook: every key is checked, and every
// fault comes at once with file, line and column, what was expected and the
// nearest known word.
//
//	package main
//
//	import (
//		"fmt"
//		"log"
//		"os"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/drejebog/plan"
//	)
//
//	func main() {
//		book, err := drejebog.Load()
//		if err != nil {
//			log.Fatal(err)
//		}
//		file, err := os.Open("roskilde.yaml")
//		if err != nil {
//			log.Fatal(err)
//		}
//		defer file.Close()
//		p, findings := plan.Read(book, "roskilde.yaml", file)
//		for _, f := range findings {
//			fmt.Println(f.Place, f.Text.DA, f.Remedy.DA)
//		}
//		if p == nil {
//			os.Exit(2) // findings of error severity: nothing to compute with
//		}
//	}
//
// Task ids are those of the playbook: section/step, with @project or @system
// where the step is done once for each. JSON is read as YAML is.
package plan
