package compare_test

import (
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/compare"
	"github.com/rickb777/date/v2"
)

// computed is the schedule of a plan in the examples.
func computed(book *drejebog.Playbook, p *plan.Plan) *timeline.Schedule {
	sched, err := timeline.Compute(book, p)
	if err != nil {
		log.Fatal(err)
	}
	return sched
}

// What it means that SAPA goes live three months later.
func ExampleSchedules() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	later := plan.New("Roskilde")
	later.Projects = map[string]plan.Rollout{"sapa": {GoLive: plan.On(date.New(2016, 4, 1))}}
	c := compare.Schedules(computed(book, plan.New("Roskilde")), computed(book, later))
	for _, move := range c.Moves {
		fmt.Println(move.Workdays, "working days move from", move.From, "to", move.To)
	}
	fmt.Println(len(c.Broken), "deadlines newly missed")
	// Output:
	// 30 working days move from 2014 to 2015
	// 47 working days move from 2015 to 2016
	// 0 deadlines newly missed
}

// What came after edition 3.0 that a plan has something to do with.
func ExampleSince() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	p := plan.New("Roskilde")
	p.Tasks = map[string]plan.Task{"4.13/strategi@sapa": {Note: "Agreed with the management"}}
	update, err := compare.Since(book, p, "3.0")
	if err != nil {
		log.Fatal(err)
	}
	for _, change := range update.Changes {
		for _, task := range change.Planned {
			fmt.Println(change.Edition, change.ID, task.ID, task.Start.Date, task.Note)
		}
	}
	// Output:
	// 4.0 4.13 4.13/strategi@sapa 2014-05-01 Agreed with the management
	// 4.0 4.13 4.13/strategi@sapa 2014-05-01 Agreed with the management
}
