package drejebog_test

import (
	"errors"
	"fmt"
	"log"
	"testing/fstest"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// The five dates in the whole playbook that must not be missed.
func ExampleLoad() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("edition", book.Edition.Number, "of", book.Edition.Date)
	for _, activity := range book.Activities {
		for _, window := range activity.Windows {
			if window.Kind == drejebog.Frist {
				fmt.Printf("%-8s %s\n", window.ID, window.End.Last)
			}
		}
	}
	// Output:
	// edition 4.1 of 2014-06-27
	// 4.4/2014 2013-10-15
	// 4.4/2015 2014-10-15
	// 4.5      2013-12-31
	// 4.11     2013-10-22
	// 4.15     2014-06-01
}

// Damaged data files are answered with every fault and its place, here those
// of the one file that is there.
func ExampleLoadFS() {
	files := fstest.MapFS{"roles.yaml": {Data: []byte(`roles:
  - id: projektleder
    name: {da: Projektleder, en: Project manager}
    wat: {da: Leder projektet., en: Leads the project.}
    certainty: state
`)}}
	_, err := drejebog.LoadFS(files)
	if seeds, ok := errors.AsType[*drejebog.SeedError](err); ok {
		for _, fault := range seeds.Faults {
			if fault.Kind != strict.KindUnreadable {
				fmt.Println(fault.Place(), drejebog.BuiltInWords().Of(fault).In(lang.English))
			}
		}
	}
	// Output:
	// roles.yaml:2:5 the key “what” is missing in roles[0]; add it
	// roles.yaml:4:5 unknown key “wat” in roles[0]; did you mean “what”?
	// roles.yaml:5:16 roles[0].certainty is “state”; expected one of assumed, implied, stated; did you mean “stated”?
}

// What stood in an earlier edition.
func ExamplePlaybook_At() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	early, err := book.At("3.0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(early.Activities), "activities then,", len(book.Activities), "now")
	for _, window := range early.Activity("4.4").Windows {
		fmt.Println(window.ID, "as of", window.AsOf)
	}
	// Output:
	// 22 activities then, 26 now
	// 4.4/2014 as of 4.1
}

// An unknown edition is answered with the nearest.
func ExampleEditionError() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	_, err = book.At("4,1")
	if unknown, ok := errors.AsType[*drejebog.EditionError](err); ok {
		fmt.Println(unknown.Suggest)
		fmt.Println(book.Words.Of(unknown).DA)
	}
	// Output:
	// 4.1
	// der er ingen udgave »4,1«; udgaverne er 1.0, 1.1, 2.0, 2.1, 3.0, 4.0, 4.1; mente du 4.1?
}

// What was known on a day between two editions: the addenda of 25 June 2014
// came two days before the edition that carries them.
func ExamplePlaybook_AsOf() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	known, err := book.AsOf(date.New(2014, time.June, 26))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("edition", known.Edition.Number)
	for _, addendum := range known.Activity("4.13").Addenda {
		fmt.Println("addendum of", addendum.Date)
	}
	// Output:
	// edition 4.0
	// addendum of 2014-06-25
}

// What an edition brought over an earlier one.
func ExampleDiff() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	older, err := book.At("2.0")
	if err != nil {
		log.Fatal(err)
	}
	newer, err := book.At("2.1")
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range drejebog.Diff(older, newer) {
		fmt.Println(d.Edition, d.Kind, d.ID)
	}
	// Output:
	// 2.1 activityAdded 4.11
	// 2.1 windowAdded 4.11
	// 2.1 promiseMade golive
	// 2.1 deliverableReceived ext/administratoranmodning
}

// A kommune by its name, however it is written, and by its code.
func ExamplePlaybook_Kommune() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	for _, word := range []string{"roskilde kommune", "265", "AEroe", "Roskild"} {
		kommune, err := book.Kommune(word)
		if err != nil {
			fmt.Println(book.Words.Of(err).EN)
			continue
		}
		fmt.Println(kommune.Code, kommune.Name, kommune.PopulationOn(book.Known).Count)
	}
	// Output:
	// 0265 Roskilde 84219
	// 0265 Roskilde 84219
	// 0492 Ærø 6393
	// no kommune has the code or name “Roskild”; did you mean Roskilde?
}

// What the network says must be done before SAPA goes live, from one step's
// point of view.
func ExamplePlaybook_Network() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	nodes, edges := book.Network()
	for _, edge := range edges {
		if nodes[edge.To].ID == "4.10/slutbrugere@sapa" {
			fmt.Println(nodes[edge.From].ID, edge.Dependency.Type, edge.Dependency.Certainty)
		}
	}
	// Output:
	// 4.10/superbrugere@sapa FS stated
	// 4.10/materiale@sapa FS implied
	// 4.7/tilretning@sapa FS assumed
	// 5.2/overgangsplan@sapa SS implied
}

// The date of a milestone follows from another when a plan moves that one.
func ExamplePlaybook_DatesOf() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	nodes, _ := book.Network()
	moved := map[string]date.Date{"golive@sapa": date.New(2016, time.May, 31)}
	for i := range nodes {
		if nodes[i].ID == "4.8/bekraeftet@sapa" {
			national, _ := book.DatesOf(&nodes[i], nil)
			local, _ := book.DatesOf(&nodes[i], moved)
			fmt.Println("readiness confirmed by", national.Last, "or, with a later go-live,", local.Last)
		}
	}
	// Output:
	// readiness confirmed by 2015-10-01 or, with a later go-live, 2016-02-29
}

// A finding has its words in both languages and says what to do.
func ExamplePlaybook_Finding() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	finding := book.Finding("DB-030", lang.Args{"task": lang.Both("4.1/overblik")})
	fmt.Println(finding.Severity, finding.Text.DA)
	fmt.Println(finding.Remedy.EN)
	// Output:
	// error Opgaven 4.1/overblik har ingen varighed.
	// State duration in working days, or both plannedStart and plannedFinish.
}

// A month after the 31st ends on the month's last day.
func ExampleAddMonths() {
	fmt.Println(drejebog.AddMonths(date.New(2015, time.January, 31), 1))
	fmt.Println(drejebog.AddMonths(date.New(2015, time.February, 28), -3))
	// Output:
	// 2015-02-28
	// 2014-11-28
}

// Money and hours are read as people write them.
func ExampleParseKroner() {
	for _, text := range []string{"150.000", "kr. 1.234,50", "1234.50", "1.2345"} {
		amount, err := drejebog.ParseKroner(text)
		if err != nil {
			fmt.Println("expected", drejebog.BuiltInWords().Of(err).EN)
			continue
		}
		fmt.Println(amount)
	}
	hours, _ := drejebog.ParseHours("37,5")
	fmt.Println(hours)
	// Output:
	// 150.000,00 kr.
	// 1.234,50 kr.
	// 1.234,50 kr.
	// expected a number that can be read in one way only; did you mean 12345 or 1,2345?
	// 37,50 timer
}

// A product of two facts is no surer than the weaker.
func ExampleCertainty_Weaker() {
	fmt.Println(drejebog.Stated.Weaker(drejebog.Assumed))
	// Output: assumed
}
