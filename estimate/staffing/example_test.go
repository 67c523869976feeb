package staffing_test

import (
	"bytes"
	"context"
	"fmt"
	"log"

	"github.com/shopspring/decimal"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/drejebog/monopolbrud/timeline"
)

// One person with an hour a week has two roles that the whole programme needs.
func ExampleOf() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	p, hours := plan.New("Roskilde"), drejebog.NewHours(decimal.NewFromInt(1))
	p.People = map[string]plan.Person{"anna": {Roles: []string{"programleder", "projektleder"}, HoursPerWeek: &hours}}
	sched, err := timeline.Compute(book, p)
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
	s, err := staffing.Of(est)
	if err != nil {
		log.Fatal(err)
	}
	c := s.Clashes[0]
	fmt.Println(c.Person, c.First, c.Last, c.Available)
	// Output:
	// anna 2014-06-27 2016-03-31 88,50 timer
}

// Two tasks of one person lie in one week, and one of them may wait.
func ExampleStaffing_Smooth() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	document := []byte(`kommune: Roskilde
asOf: 2015-03-01
people: {anna: {roles: [jurist], hoursPerWeek: 37}}
own:
  own/x: {name: X, duration: 5, plannedStart: 2015-03-02, deadline: 2015-03-13, responsible: anna, hours: 25}
  own/y: {name: Y, duration: 5, plannedStart: 2015-03-02, deadline: 2015-03-06, responsible: anna, hours: 25}
`)
	p, _ := plan.Read(book, "roskilde.yaml", bytes.NewReader(document))
	sched, err := timeline.Compute(book, p)
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
	s, err := staffing.Of(est)
	if err != nil {
		log.Fatal(err)
	}
	m, err := s.Smooth(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	for _, move := range m.Moves {
		fmt.Println(move.Task, move.Start, "to", move.ToStart)
	}
	if document, err = m.Apply(document); err != nil {
		log.Fatal(err)
	}
	fmt.Println(bytes.Count(document, []byte("2015-03-09")), "date written")
	// Output:
	// own/x 2015-03-02 to 2015-03-09
	// 1 date written
}
