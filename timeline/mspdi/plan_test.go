package mspdi_test

import (
	"bytes"
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
			assert.Contains(t, []string{"DB-607", "DB-602", "DB-606"}, f.Code, "%s: %s", name, f.Text.DA)
		}
		p.AsOf, p.Calendar = before.Plan.AsOf, before.Plan.Calendar
		after, err := timeline.Compute(book(t), readable(t, p))
		require.NoError(t, err)
		for i := range before.Tasks {
			was := &before.Tasks[i]
			now := after.Task(was.ID)
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

	var codes []string
	for _, f := range findings {
		codes = append(codes, f.Code)
		assert.NotContains(t, f.Text.DA+f.Remedy.DA, "{")
	}
	assert.Equal(t, []string{"DB-607", "DB-603", "DB-602", "DB-606", "DB-602", "DB-605", "DB-605"}, codes)
	assert.Contains(t, findings[1].Text.DA, step, "the near match is offered")
	readable(t, p)
}
