package timeline_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/keydate"
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

// When the decision on budget 2015 has to be taken, and by what.
func ExampleCompute() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	sched, err := timeline.Compute(book, plan.New("Roskilde"))
	if err != nil {
		log.Fatal(err)
	}
	task := sched.Task("4.4/beslut-2015")
	fmt.Println(task.Start.Date, "to", task.Finish.Date)
	fmt.Println("at the latest", *task.Deadline, "- float", task.TotalFloat, "working days")
	fmt.Println(len(sched.CriticalPath), "tasks and milestones on the critical path")
	// Output:
	// 2014-09-18 to 2014-10-15
	// at the latest 2014-10-15 - float 0 working days
	// 1 tasks and milestones on the critical path
}

// What it takes to confirm readiness for KY three working days earlier, if a day
// of cleaning up costs three times what another does.
func ExampleSchedule_ToMeet() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	sched := computed(book, plan.New("Roskilde"))
	limits := sched.Limits()
	for i := range limits {
		if sched.Task(limits[i].Task).Activity.ID == "4.9" {
			limits[i].Price = 3
		}
	}
	cut, err := sched.ToMeet("4.8/bekraeftet@ky", date.New(2015, 4, 28), limits...)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("without it at the earliest on", cut.Before, "- exact:", cut.Exact, "- price:", cut.Cost)
	for _, task := range cut.Shorten {
		fmt.Println(task.Task, "shorter by", task.Days, "of", task.From)
	}
	fmt.Println("then on", computed(book, cut.Plan()).Milestone(cut.ID).Early.Date)
	// Output:
	// without it at the earliest on 2015-05-06 - exact: true - price: 5
	// 4.8/bekraeftelse@ky shorter by 3 of 5
	// 5.1/tilpasning@ky shorter by 2 of 80
	// then on 2015-04-28
}

// Which needs of 2014 the kommune heard of after budget 2014 was adopted.
func ExampleSchedule_BudgetYears() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	for _, year := range computed(book, plan.New("Roskilde")).BudgetYears() {
		if year.Year != 2014 {
			continue
		}
		for _, need := range year.KnownTooLate() {
			if need.Task.Project == "stoettesystemerne" {
				fmt.Println(need.Task.ID, need.Workdays, "working days, known", need.Known)
			}
		}
	}
	// Output:
	// 4.15/kontaktperson@stoettesystemerne 5 working days, known 2014-05-01
	// 4.15/netvaerk@stoettesystemerne 30 working days, known 2014-05-01
	// 4.15/aktiviteter@stoettesystemerne 130 working days, known 2014-05-01
}

// The kommuner that break a deadline.
func ExampleAll() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	late := plan.New("Skive")
	finish := date.New(2014, 10, 16)
	late.Tasks = map[string]plan.Task{"4.4/beslut-2015": {PlannedFinish: &finish}}
	outcomes, err := timeline.All(context.Background(), book, []*plan.Plan{plan.New("Lemvig"), late}, nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, o := range outcomes {
		sum := keydate.Of(o.Schedule)
		broken := drejebog.WithSeverity(o.Schedule.Findings, drejebog.SeverityError)
		fmt.Println(o.Schedule.Kommune.Name, len(broken), "breaches,", *sum.Next.Float, "working days to", sum.Next.Date)
	}
	// Output:
	// Lemvig 0 breaches, 0 working days to 2014-10-15
	// Skive 1 breaches, -1 working days to 2014-10-15
}

// A task as data: its dates hang on a go-live that the kommune does not know.
func ExampleTask_MarshalJSON() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	unknown := plan.New("Roskilde")
	unknown.Projects = map[string]plan.Rollout{"sapa": {GoLive: &plan.When{Unknown: true}}}
	text, err := json.Marshal(computed(book, unknown).Task("4.8/bekraeftelse@sapa"))
	if err != nil {
		log.Fatal(err)
	}
	var task struct {
		Name       lang.Text
		FinishFrom form.From // finish itself is null
	}
	if err := json.Unmarshal(text, &task); err != nil {
		log.Fatal(err)
	}
	fmt.Println(task.Name.EN, "finishes", -task.FinishFrom.Days, "days before", task.FinishFrom.Milestone)
	// Output:
	// Confirm readiness (SAPA) finishes 92 days before golive@sapa
}

// What a later go-live would change, without touching the plan.
func ExampleSchedule_With() {
	book, err := drejebog.Load()
	if err != nil {
		log.Fatal(err)
	}
	sched := computed(book, plan.New("Roskilde"))
	later, err := sched.With(func(p *plan.Plan) {
		p.Projects = map[string]plan.Rollout{"sapa": {GoLive: plan.On(date.New(2016, 2, 1))}}
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range []*timeline.Schedule{sched, later} {
		fmt.Println(s.Milestone("4.8/bekraeftet@sapa").Latest.Date)
	}
	// Output:
	// 2015-10-01
	// 2015-10-30
}
