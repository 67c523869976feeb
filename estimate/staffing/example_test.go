package staffing_test

import (
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
	// anna 2014-06-01 2016-03-31 92 timer
}
