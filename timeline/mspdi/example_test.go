package mspdi_test

import (
	"fmt"
	"strings"

	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// A file of another program in the engine. Digging is put off by a day, in tenths
// of a minute, and building waits for it and for a task that is not in the file:
// the delay is honoured, and the link is told.
func ExampleProject_Network() {
	const file = `<Project xmlns="http://schemas.microsoft.com/project">
<StartDate>2026-01-05T08:00:00</StartDate>
<Tasks>
<Task><UID>1</UID><Name>Dig</Name><OutlineLevel>1</OutlineLevel><Duration>PT16H0M0S</Duration><LevelingDelay>4800</LevelingDelay></Task>
<Task><UID>2</UID><Name>Build</Name><OutlineLevel>1</OutlineLevel><Duration>PT40H0M0S</Duration>
<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink>
<PredecessorLink><PredecessorUID>7</PredecessorUID><Type>1</Type></PredecessorLink></Task>
</Tasks>
</Project>`
	project, _ := mspdi.Read("plan.xml", strings.NewReader(file))
	network := project.Network()
	for _, n := range network.NotHonoured {
		fmt.Println("task", n.UID, n.Field, n.Why)
	}
	graph, err := cpm.Build(network.Network)
	if err != nil {
		fmt.Println(err)
		return
	}
	var result cpm.Result
	if err := graph.Solve(&network.Input, &result); err != nil {
		fmt.Println(err)
		return
	}
	for i, task := range network.Tasks {
		d := result.Dates(i)
		fmt.Println(project.Tasks[task].Name, mspdi.Moment(d.EarlyStart), mspdi.Moment(d.EarlyFinish))
	}
	// Output:
	// task 2 PredecessorLink.PredecessorUID unknown-task
	// Dig 2026-01-06T08:00:00 2026-01-07T17:00:00
	// Build 2026-01-08T08:00:00 2026-01-14T17:00:00
}
