// Package plan is the kommune's own document: who it is, what it has decided,
// and how far it is. Everything but the kommune is optional.
//
//	kommune: Roskilde
//	asOf: 2014-06-27        # what was known by this day counts
//	dataDate: 2014-06-27    # progress is reported up to the end of this day
//	projects:
//	  sapa:
//	    goLive: 2016-02-01  # or: ukendt; ukendt, regn med 2016-02-01
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
// # What it holds
//
//	kommune, note, asOf, dataDate   who it is, and the days that it is seen from
//	projects                        go-live and start of implementation of the shared systems
//	drivers                         numbers that the work grows with
//	people                          who holds which role, with hours a week and days away
//	contracts                       systems, payment, terms and notice of IT contracts
//	deliverables                    what others have promised or delivered
//	tasks                           facts of the playbook's tasks
//	own, edges                      the kommune's own tasks and dependencies
//	calendar, budget                closed days, days off, the budget's days
//	adjustments, decisions, spent   changes to an estimate, where the money is, and what is gone of it
//	risks, baseline                 what may happen, and the dates that were agreed
//	readiness, benefits             answers to requirements, gains with their measure
//	businessCase, addOns            prices of the new systems, modules on offer to the old
//	agreements, environment         data-processing agreements, the IT environment as it is and must be
//	migrations, interfaces          the cut-over, connections with the contracts that hold them
//	modules                         parts of the shared systems, and which of them are cancelled
//	cleanUp, training, processes    cases left to clean up, who is taught, work processes as they are and will be
//	sagExit, tenders, tests         groups leaving KMD Sag, coming tenders, rounds of tests
//
// skeleton.Write writes a plan to begin with, every key explained in Danish. The
// schema, for an editor that completes and explains, is schema/plan.schema.json
// among the data files of package seeds. It takes whatever Read does.
//
// # The grammar
//
// The types with their tags are the grammar: key, whether it is required, bounds,
// and what a text or a key may be; package grammar says what a tag can say. Their words
// stand in texts/plan.yaml by path, an example of each key in skeleton/plan.yaml,
// both among the data files of package seeds. Reading, checking, writing, JSON, the
// schema (skeleton.WriteSchema) and the skeleton go by them; only what several values say
// against each other is checked by code. A new key is a field, its words and its
// example; go test -update writes the schema and the skeleton.
//
// Plans of the first version, with system on a contract and payments under
// businessCase, are read as before; a note says so once, and what is written has
// the new keys.
//
// # Reading and writing
//
// Read holds a document against the playbook: every key is checked, and every
// finding comes at once with file, line and column, what was expected and the
// nearest known word. It returns what could be read; only where the kommune is not
// known is there no plan. A plan is at most 2 MiB, 16 levels and 100,000 values, a
// list at most 2,000 entries where its tag says no other; numbers and dates have
// bounds that the findings tell. Write writes the same plan as the same bytes, and
// what it writes is read as the same plan; the comments of a file are not kept, nor
// what could not be read: Rewrite and Edit keep both.
//
// Check holds a plan against the playbook, also one that was built or changed in Go:
// first what reading found, then what has come since. Usable leaves out what its
// errors are about; timeline.Compute computes with that.
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
//			os.Exit(2) // the kommune is not known: nothing to compute with
//		}
//		usable, _ := p.Usable(book)
//		fmt.Println(len(usable.Tasks), "tasks can be computed with")
//	}
//
// # One value at a time
//
// json.Marshal of a plan and of each of its parts is what Read reads, and UnmarshalJSON
// of each is as strict; FindingsOf tells its error as Read would. Read into a task that
// has values it changes those that are named, so it is what a PATCH needs, and Edit puts
// the value into the plan's own document:
//
//	func patch(w http.ResponseWriter, r *http.Request) {
//		id := r.PathValue("id")
//		task := p.Tasks[id]
//		if err := json.NewDecoder(r.Body).Decode(&task); err != nil {
//			w.WriteHeader(http.StatusUnprocessableEntity)
//			json.NewEncoder(w).Encode(plan.FindingsOf(book, err))
//			return
//		}
//		text, err := plan.Edit(document, strict.Join("tasks", id), task)
//		…
//	}
//
// The second Example of Task.UnmarshalJSON is the whole of it.
//
// # Goroutines
//
// A book, and a plan that nobody changes, may be read by many goroutines at once:
// Check, Usable, Clone, Write, Network, Where and Who change neither. What they
// return is the caller's. A plan that is changed is for one goroutine; give others a
// Clone.
//
// Task ids are those of the playbook: section/step, with @project or @system
// where the step is done once for each; with the id of the contract where a
// system has several, and of the add-on (Network). JSON has the same keys; its bare
// numbers are those of JSON.
package plan
