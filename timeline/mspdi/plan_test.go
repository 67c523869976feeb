package mspdi_test

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
)

// readable writes a plan and reads it again, as who imports one does.
func readable(t *testing.T, p *plan.Plan) *plan.Plan {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, p.Write(&out))
	again, findings := plan.Read(book(t), "plan.yaml", bytes.NewReader(out.Bytes()))
	for _, f := range findings {
		require.NotEqual(t, drejebog.Fault, f.Severity, "%s: %s", f.Place, f.Text.DA)
	}
	require.NotNil(t, again)
	return again
}

func TestAScheduleComesBackAsAPlanWithTheSameDates(t *testing.T) {
	for name, before := range schedules(t) {
		project := mspdi.FromSchedule(before, drejebog.Danish)
		p, findings := project.Plan(book(t), before.Plan.Kommune, "plan.xml")
		for _, f := range findings {
			assert.Contains(t, []string{"DB-607", "DB-602", "DB-603", "DB-606"}, f.Code, "%s: %s", name, f.Text.DA)
		}
		for id, own := range p.Own {
			if _, had := before.Plan.Own[id]; !had {
				assert.Contains(t, instances(before), own.Name, "%s: the file holds no contracts and add-ons, so their tasks are read as own ones, and no others are", name)
			}
		}
		p.AsOf, p.Calendar = before.Plan.AsOf, before.Plan.Calendar
		after, err := timeline.Compute(book(t), readable(t, p))
		require.NoError(t, err)
		for i := range before.Tasks {
			was := &before.Tasks[i]
			now := after.Task(was.ID)
			if now == nil && was.Instance != "" {
				continue
			}
			require.NotNil(t, now, was.ID)
			assert.Equal(t, was.NotRelevant, now.NotRelevant, was.ID)
			if was.LevelOfEffort || was.NotRelevant != "" || !was.Start.Known() {
				continue
			}
			assert.Equal(t, was.Start, now.Start, "%s: start of %s", name, was.ID)
			assert.Equal(t, was.Finish, now.Finish, "%s: finish of %s", name, was.ID)
		}
		for i := range before.Milestones {
			was := &before.Milestones[i]
			contractual := was.Milestone.Kind == drejebog.SystemEnd && len(before.Plan.Contracts) > 0
			if was.Date.Known() && !contractual {
				assert.Equal(t, was.Date, after.Milestone(was.ID).Date, "%s: %s", name, was.ID)
			}
		}
		for id, own := range before.Plan.Own {
			assert.Equal(t, own.Name, p.Own[id].Name, "%s keeps its id", id)
		}
	}
}

// instances are the names in a file of the tasks that are for a contract or an
// add-on.
func instances(s *timeline.Schedule) []string {
	var names []string
	for i := range s.Tasks {
		if t := &s.Tasks[i]; t.Instance != "" {
			names = append(names, s.Label(&t.Node).DA, t.Step.Name.DA)
		}
	}
	return names
}

func TestAScheduleReadIntoItsOwnPlanIsQuietAndAddsNothing(t *testing.T) {
	b := book(t)
	for name, s := range schedules(t) {
		p := readable(t, s.Plan)
		for _, f := range mspdi.FromSchedule(s, drejebog.Danish).Into(b, p, "plan.xml") {
			assert.Equal(t, "DB-606", f.Code, "%s: %s", name, f.Text.DA)
		}
		assert.ElementsMatch(t, slices.Collect(maps.Keys(s.Plan.Own)), slices.Collect(maps.Keys(p.Own)), name)
		for id, was := range s.Plan.Tasks {
			now := p.Tasks[id]
			was.Duration, was.PlannedStart, was.PlannedFinish = now.Duration, now.PlannedStart, now.PlannedFinish
			assert.Equal(t, was, now, "%s: %s", name, id)
		}
		readable(t, p)
	}
}

func TestALinkThatTheFileDoesNotChangeKeepsItsMonthsAndItsReason(t *testing.T) {
	b := book(t)
	p := readable(t, schedules(t)["odense.yaml"].Plan)
	p.Own["own/bagefter"] = plan.OwnTask{
		Name: "Bagefter", Task: plan.Task{Duration: new(1)},
		Predecessors: []plan.Predecessor{{Task: "golive@sapa", Type: drejebog.FS, Lag: &drejebog.Lag{Value: 2, Unit: drejebog.Months}}},
	}
	s, err := timeline.Compute(b, readable(t, p))
	require.NoError(t, err)
	project := mspdi.FromSchedule(s, drejebog.Danish)
	project.Into(b, p, "plan.xml")
	require.Len(t, p.Edges, len(s.Plan.Edges))
	for i, was := range s.Plan.Edges {
		was.Type = drejebog.FS // which goes without saying
		assert.Equal(t, was, p.Edges[i])
	}
	assert.Equal(t, s.Plan.Own["own/bagefter"].Predecessors, p.Own["own/bagefter"].Predecessors)
	for i := range project.Tasks {
		for j := range project.Tasks[i].Links {
			project.Tasks[i].Links[j].Lag *= 2
		}
	}
	project.Into(b, p, "plan.xml")
	assert.Equal(t, drejebog.CalendarDays, p.Own["own/bagefter"].Predecessors[0].Lag.Unit, "another lag is the file's")
}

func TestASummaryIsNeverATask(t *testing.T) {
	project := mspdi.New()
	project.Tasks = []mspdi.Task{
		{UID: 1, ID: 1, Name: "Borgerservice", Level: 1},
		{UID: 2, ID: 2, Name: "Fase 1", Level: 2},
		{UID: 3, ID: 3, Name: "Delopgave", Level: 3, Inactive: true},
		{UID: 4, ID: 4, Name: "Fase 2", Level: 2, Summary: true},
	}
	p, findings := project.Plan(book(t), "Lemvig", "plan.xml")
	assert.Empty(t, p.Own)
	assert.Equal(t, []string{"DB-606"}, codes(findings))
}

func TestATaskOfAnotherNameOrProjectLeavesThePlansOwnTasks(t *testing.T) {
	had := plan.OwnTask{
		Name: "Bestil borde", Project: "ky", Deadline: day(2015, 3, 1), Task: plan.Task{Duration: new(7), Note: "Vigtig note"},
		Predecessors: []plan.Predecessor{{Task: "4.10/superbrugere@ky"}},
	}
	p := plan.New("Lemvig")
	p.Own = map[string]plan.OwnTask{"own/bestil-borde": had}
	length := mspdi.Duration{Minutes: 960}
	project := mspdi.New()
	project.Tasks = []mspdi.Task{
		{UID: 1, ID: 1, Name: "SAPA", Level: 1, Summary: true}, {UID: 2, ID: 2, Name: "Bestil borde", Level: 2, Duration: length},
	}
	assert.Equal(t, []string{"DB-602"}, codes(project.Into(book(t), p, "plan.xml")))
	assert.Equal(t, had, p.Own["own/bestil-borde"])
	assert.Equal(t, plan.OwnTask{Name: "Bestil borde", Project: "sapa", Task: plan.Task{Duration: new(2)}}, p.Own["own/bestil-borde-2"])

	project.Tasks[0].Name = "KY"
	assert.Empty(t, project.Into(book(t), p, "plan.xml"), "the plan's own task is no news")
	had.Duration, had.Predecessors = new(2), nil
	assert.Equal(t, had, p.Own["own/bestil-borde"], "it takes the links of the file, and keeps what the file does not say")
}

func TestWhatATaskComesNearToIsToldOnceEach(t *testing.T) {
	project := mspdi.New()
	project.Tasks = []mspdi.Task{
		{UID: 1, ID: 1, Name: "SAPA", Level: 1, Summary: true}, {UID: 2, ID: 2, Name: "4.10 Uddannelse", Level: 2, Summary: true},
		{UID: 3, ID: 3, Name: "Superbruger uddannes", Level: 3},
	}
	_, findings := project.Plan(book(t), "Lemvig", "plan.xml")
	require.Equal(t, []string{"DB-603"}, codes(findings))
	assert.Contains(t, findings[0].Text.DA, "ligner 4.10/superbrugere@sapa, men")
}

func codes(findings []drejebog.Finding) []string {
	var codes []string
	for _, f := range findings {
		codes = append(codes, f.Code)
	}
	return codes
}

func day(year int, month time.Month, of int) *date.Date { return new(date.New(year, month, of)) }

// kommunes is a plan as a kommune might keep it.
func kommunes() *mspdi.Project {
	p := mspdi.New()
	at := func(month time.Month, of, hour int) *mspdi.Moment {
		return mspdi.At(date.New(2015, month, of), hour*60)
	}
	add := func(t mspdi.Task) {
		t.UID, t.ID, t.Calendar = len(p.Tasks)+1, len(p.Tasks)+1, mspdi.None
		p.Tasks = append(p.Tasks, t)
	}
	p.StatusDate = at(8, 14, 17)
	add(mspdi.Task{Name: "Monopolbrud i Roskilde", Level: 1, Summary: true})
	add(mspdi.Task{Name: "SAPA", Level: 2, Summary: true})
	add(mspdi.Task{
		Name: "Uddan superbrugere", Level: 3, Start: at(8, 3, 8), Finish: at(8, 14, 17), ActualStart: at(8, 3, 8),
		Duration: mspdi.Duration{Minutes: 4801, Format: 7}, Remaining: new(481), PercentComplete: 90, Contact: "Anna Jensen", Notes: "Hold 1 og 2",
	})
	add(mspdi.Task{Name: "Uddan superbrugerne", Level: 3, Start: at(9, 1, 8), Finish: at(9, 2, 17), Duration: mspdi.Duration{Minutes: 960, Format: 7}})
	add(mspdi.Task{
		Name: "Bestil lokaler", Level: 3, Start: at(6, 1, 8), Finish: at(6, 1, 17), Deadline: at(6, 5, 17), Duration: mspdi.Duration{Minutes: 100, Format: 7},
		Links: []mspdi.Link{
			{From: 3, Type: cpm.SS, Lag: -2 * 4800, Format: 7}, {From: 4, Lag: 50, Format: 19, Type: cpm.FF},
			{From: 2}, {From: 9, CrossProject: true, Project: "andet.mpp"},
		},
	})
	add(mspdi.Task{Name: "Idriftsættelse (SAPA)", Level: 3, Milestone: true, Start: at(12, 1, 8), Finish: at(12, 1, 8)})
	add(mspdi.Task{Name: "Gammel opgave", Level: 3, Inactive: true})
	add(mspdi.Task{Name: "Bestil lokaler", Level: 3})
	return p
}

func TestAKommunesPlanIsMatchedToThePlaybook(t *testing.T) {
	b := book(t)
	step := "4.10/superbrugere@sapa"
	name := ""
	nodes, _ := b.Network()
	for _, n := range nodes {
		if n.ID == step {
			name = n.Step.Name.DA
		}
	}
	require.NotEmpty(t, name)
	project := kommunes()
	project.Tasks[2].Name = strings.ToUpper(name)
	project.Tasks[3].Name = name[:len(name)-1] + "x"
	p, findings := project.Plan(b, "Roskilde", "plan.xml")

	assert.Equal(t, day(2015, 8, 14), p.DataDate)
	task := p.Tasks[step]
	assert.Equal(t, day(2015, 8, 3), task.PlannedStart)
	assert.Equal(t, day(2015, 8, 14), task.PlannedFinish)
	assert.Equal(t, day(2015, 8, 3), task.ActualStart)
	assert.Equal(t, new(2), task.Remaining, "a minute more than a day is two days")
	assert.Equal(t, "Hold 1 og 2\nAnsvarlig: Anna Jensen", task.Note)
	assert.Equal(t, plan.On(date.New(2015, 12, 1)), p.Projects["sapa"].GoLive)

	own := p.Own["own/bestil-lokaler"]
	assert.Equal(t, "sapa", own.Project)
	assert.Equal(t, day(2015, 6, 5), own.Deadline)
	require.Len(t, own.Predecessors, 2)
	assert.Equal(t, plan.Predecessor{Task: step, Type: drejebog.SS, Lag: &drejebog.Lag{Value: -2, Unit: drejebog.Workdays}}, own.Predecessors[0])
	assert.Equal(t, &drejebog.Lag{Value: 1, Unit: drejebog.Workdays}, own.Predecessors[1].Lag, "half of two days")
	assert.Equal(t, new(1), p.Own["own/bestil-lokaler-2"].Duration)

	for _, f := range findings {
		assert.NotContains(t, f.Text.DA+f.Remedy.DA, "{")
	}
	assert.Equal(t, []string{"DB-607", "DB-603", "DB-602", "DB-606", "DB-602", "DB-605", "DB-605"}, codes(findings))
	assert.Contains(t, findings[1].Text.DA, step, "the near match is offered")
	readable(t, p)
}
