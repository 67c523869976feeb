// Package seeds holds the facts: the playbook and the tables that the module
// computes by, as data files that are built into the program.
//
//	editions.yaml       the seven editions and what each added and changed
//	activities/4–6.yaml the 26 dated sections: windows, actors, steps, durations
//	milestones.yaml     go-lives, confirmations, budgets, and what others owe
//	dependencies.yaml   what waits for what
//	projects.yaml       projects, legacy systems, parties
//	cases.yaml, documents.yaml, options.yaml, contacts.yaml, notes.yaml
//	roles.yaml, drivers.yaml, categories.yaml, findings.yaml
//	schema/             JSON Schemas: of the plan, and of every result as json.Marshal gives it
//	skeleton/           an example of every key of a plan; a list of requirements to begin with
//	kommuner.yaml, budget.yaml, calendar.yaml
//	quality.yaml        yardsticks of schedule quality
//	landmarks.yaml      what the rules speak of: which section is on what, which step does what
//	texts/              every sentence, label and name that a person reads, in Danish and English
//	estimate/           contributions, rates, drivers and the reference set
//	readiness/          gates, topics, yardsticks, and what the playbook says can be prepared
//	compact/            what the files say, in the form that Load reads; written by tests, never edited
//
// Every fact has a source, the edition or day that it is known since, and a
// certainty: stated in the source, implied by it (the entry says how), or
// assumed (ours, with the reasoning). Facts are restated in our own words.
// Nobody's name is in them.
//
// The files are the module's only place for dates, durations, figures and
// sentences about Denmark: a rule that changes is a row that changes. Package
// seeds/strict reads them; drejebog, estimate and readiness check what they say.
// Their Load and the like read the compact forms. Write those anew after a change,
// before any other golden:
//
//	go test ./drejebog ./estimate/contribution ./readiness/rules -run TestTheCompactForm -update
//
// A program that wants other data hands an fs.FS of the same layout to
// drejebog.LoadFS:
//
//	package main
//
//	import (
//		"fmt"
//		"io/fs"
//
//		"github.com/drejebog/monopolbrud/seeds"
//	)
//
//	func main() {
//		names, err := fs.Glob(seeds.Files(), "*.yaml")
//		if err != nil {
//			fmt.Println(err)
//			return
//		}
//		fmt.Println(names)
//	}
//
// The files are part of the program and never change: any number of goroutines may read
// them.
package seeds
