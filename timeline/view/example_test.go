package view_test

import (
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/view"
)

// roskilde is the schedule of a kommune without a plan.
func roskilde() *timeline.Schedule {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	sched, err := timeline.Compute(book, plan.New("Roskilde"))
	if err != nil {
		log.Fatal(err)
	}
	return sched
}

// What who answers for the budget has to do in the next ninety days.
func ExampleAhead() {
	for _, duty := range view.Ahead(roskilde(), 30, 90).Duties {
		if duty.Responsible.ID == "budgetansvarlig" {
			fmt.Println(duty.Task.Start.Date, duty.Task.Finish.Date, duty.Responsible.Name.EN, duty.Task.Step.Name.EN)
		}
	}
	// Output:
	// 2014-06-27 2014-07-17 Budget officer Adapt the contributions for 2015 to own conditions
	// 2014-09-18 2014-10-15 Budget officer Decide for budget 2015: set money aside, or keep it within the frame
}

// How much there is to do for each project.
func ExampleOf() {
	for _, group := range view.Of(roskilde(), view.ByProject).Groups {
		fmt.Println(group.Name.EN, len(group.Tasks), "tasks", len(group.Milestones), "milestones")
	}
	// Output:
	// The kommune as such 14 tasks 19 milestones
	// KY 31 tasks 30 milestones
	// KSD 31 tasks 30 milestones
	// SAPA 49 tasks 39 milestones
	// Støttesystemerne 19 tasks 20 milestones
	// Serviceplatformen 4 tasks 4 milestones
}

// What others should have delivered by now.
func ExampleWaitingFor() {
	for _, d := range view.WaitingFor(roskilde()).Deliverables {
		if d.State == view.Overdue && d.Milestone.Project == "ky" {
			fmt.Println(d.Milestone.ID, d.Late, "days late, holds up", d.HoldsUp)
		}
	}
	// Output:
	// ext/bidrag-2015@ky 43 days late, holds up [4.4/tilpas-2015]
}
