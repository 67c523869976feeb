package interchange_test

import (
	"fmt"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// What a kommune has drawn in its planning program becomes its plan: a task that
// the file names by the playbook's id, and one that only the kommune has.
func ExampleNewPlan() {
	const file = `<Project xmlns="http://schemas.microsoft.com/project">
<Tasks>
<Task><UID>1</UID><ID>1</ID><WBS>4.4/beslut-2015</WBS><Name>Beslut 2015</Name><OutlineLevel>1</OutlineLevel>
<Start>2014-08-04T08:00:00</Start><Finish>2014-08-15T17:00:00</Finish></Task>
<Task><UID>2</UID><ID>2</ID><Name>Flyt serverrummet</Name><OutlineLevel>1</OutlineLevel><Duration>PT40H0M0S</Duration></Task>
</Tasks>
</Project>`
	book, err := drejebog.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	project, _ := mspdi.Read("plan.xml", strings.NewReader(file))
	p, findings := interchange.NewPlan(book, "Roskilde", project, "plan.xml")
	fmt.Println(p.Tasks["4.4/beslut-2015"].PlannedStart, p.Tasks["4.4/beslut-2015"].PlannedFinish)
	for id, own := range p.Own {
		fmt.Println(id, *own.Duration)
	}
	for _, finding := range findings {
		fmt.Println(finding.Code, finding.Text.EN)
	}
	// Output:
	// 2014-08-04 2014-08-15
	// own/flyt-serverrummet 5
	// DB-602 “Flyt serverrummet” (no. 2) is none of the playbook's tasks and was read as the own task own/flyt-serverrummet.
}

// A schedule as a file that Microsoft Project opens.
func ExampleFromSchedule() {
	book, err := drejebog.Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	sched, err := timeline.Compute(book, plan.New("Roskilde"))
	if err != nil {
		fmt.Println(err)
		return
	}
	project := interchange.FromSchedule(sched, lang.English)
	for i := range project.Tasks {
		if t := &project.Tasks[i]; t.WBS == "4.4/beslut-2015" {
			fmt.Println(t.Name, t.Start, t.Finish, t.Deadline)
		}
	}
	// Output:
	// Decide for budget 2015: set money aside, or keep it within the frame 2014-09-18T08:00:00 2014-10-15T17:00:00 2014-10-15T17:00:00
}
