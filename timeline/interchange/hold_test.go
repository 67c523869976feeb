package interchange_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// linkedInEachWay is a plan of own tasks and milestones that wait for a milestone in
// the morning, one in the evening and for work, by each type of link and unit of lag.
func linkedInEachWay() *plan.Plan {
	p := plan.New("Lemvig")
	p.Own = map[string]plan.OwnTask{
		"own/aften":   {Name: "Aften", Task: plan.Task{Duration: new(0), PlannedStart: new(date.New(2015, time.November, 27))}},
		"own/arbejde": {Name: "Arbejde", Task: plan.Task{Duration: new(5), PlannedStart: new(date.New(2015, time.November, 23))}},
	}
	for _, before := range []string{"golive@sapa", "own/aften", "own/arbejde"} {
		for _, kind := range []drejebog.LinkType{drejebog.FS, drejebog.SS, drejebog.FF, drejebog.SF} {
			for _, lag := range []*drejebog.Lag{nil, {Value: 2, Unit: drejebog.Months}, {Value: 10, Unit: drejebog.CalendarDays}, {Value: 3, Unit: drejebog.Workdays}} {
				for _, duration := range []int{0, 2} {
					id := fmt.Sprintf("own/opgave-%02d", len(p.Own))
					p.Own[id] = plan.OwnTask{
						Name: fmt.Sprint(before, kind, lag, duration), Task: plan.Task{Duration: &duration},
						Predecessors: []plan.Predecessor{{Task: before, Type: kind, Lag: lag}},
					}
				}
			}
		}
	}
	return p
}

func TestLinksOfEachKindLeadToTheDatesOfTheSchedule(t *testing.T) {
	s, err := timeline.Compute(booktest.Book(t), linkedInEachWay())
	require.NoError(t, err)
	project := interchange.FromSchedule(s, lang.Danish)
	n := project.Network()
	graph, err := cpm.Build(n.Network)
	require.NoError(t, err)
	var result cpm.Result
	require.NoError(t, graph.Solve(&n.Input, &result))
	held, free := 0, 0
	for activity, i := range n.Tasks {
		task := &project.Tasks[i]
		if !plan.IsOwnID(task.WBS) || len(task.Links) == 0 {
			continue
		}
		d := result.Dates(activity)
		calendar := graph.Calendar(n.Network.Activities[activity].Calendar)
		assert.Zero(t, calendar.Between(d.Start, cpm.Instant(*task.Start)), "%s %s: start is %s, scheduled %s", task.WBS, task.Name, mspdi.Moment(d.Start), task.Start)
		assert.Equal(t, s.Task(task.WBS).Finish.Date, mspdi.Moment(d.Finish).LastDay(), "%s %s", task.WBS, task.Name)
		if task.Constraint == mspdi.StartNoEarlierThan {
			held++
		} else {
			free++
		}
	}
	assert.Greater(t, free, held, "most are where their links put them")
	t.Logf("%d by their links, %d held", free, held)
}

// What FromSchedule takes from the lag of a link, for the hours between its ends, is
// put back by who reads the file as a new plan.
func TestTheHoursBetweenTheEndsOfALinkAreNoLagOfThePlan(t *testing.T) {
	p := linkedInEachWay()
	s, err := timeline.Compute(booktest.Book(t), p)
	require.NoError(t, err)
	again, _ := interchange.NewPlan(booktest.Book(t), "Lemvig", interchange.FromSchedule(s, lang.Danish), "plan.xml")
	for id, own := range p.Own {
		for i, before := range own.Predecessors {
			got := again.Own[id].Predecessors[i]
			switch {
			case before.Lag == nil:
				assert.Nil(t, got.Lag, "%s %s", id, own.Name)
			case before.Lag.Unit != drejebog.Months:
				assert.Equal(t, before.Lag, got.Lag, "%s %s", id, own.Name)
			default:
				assert.InDelta(t, 61, got.Lag.Value, 2, "%s %s", id, own.Name)
			}
		}
	}
}
