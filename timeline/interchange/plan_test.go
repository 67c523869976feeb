package interchange_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/cpm"
	"github.com/drejebog/monopolbrud/timeline/interchange"
	"github.com/drejebog/monopolbrud/timeline/mspdi"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// readable writes a plan and reads it again, as who imports one does.
func readable(t *testing.T, p *plan.Plan) *plan.Plan {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, p.Write(&out))
	again, findings := plan.Read(booktest.Book(t), "plan.yaml", bytes.NewReader(out.Bytes()))
	for _, f := range findings {
		require.NotEqual(t, drejebog.SeverityError, f.Severity, "%s: %s", f.Place, f.Text.DA)
	}
	require.NotNil(t, again)
	return again
}

func TestAScheduleComesBackAsAPlanWithTheSameDates(t *testing.T) {
	for name, before := range schedules(t) {
		project := interchange.FromSchedule(before, lang.Danish)
		p, findings := interchange.NewPlan(booktest.Book(t), before.Plan.Kommune, project, "plan.xml")
		for _, f := range findings {
			if f.Code == "DB-611" {
				assert.Contains(t, f.Text.DA, "planen har ikke kontrakten", name)
				continue
			}
			assert.Contains(t, []string{"DB-607", "DB-602", "DB-603"}, f.Code, "%s: %s", name, f.Text.DA)
		}
		for id, own := range p.Own {
			if _, had := before.Plan.Own[id]; !had {
				assert.Contains(t, instances(before), own.Name, "%s: the file holds no contracts and add-ons, so their tasks are read as own ones, and no others are", name)
			}
		}
		for id, was := range before.Plan.Projects {
			if was.GoLive != nil && was.GoLive.Unknown {
				assert.Equal(t, was.GoLive, p.Projects[id].GoLive, "%s: %s", name, id)
			}
		}
		for id := range p.Deliverables {
			assert.Contains(t, before.Plan.Deliverables, id, "%s: nobody has promised it", name)
		}
		p.AsOf, p.Calendar = before.Plan.AsOf, before.Plan.Calendar
		after, err := timeline.Compute(booktest.Book(t), readable(t, p))
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
			contractual := was.Milestone.Kind == drejebog.ContractEnd || was.Milestone.Kind == drejebog.SystemEnd && len(before.Plan.Contracts) > 0
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
// add-on, and of the ends of the contracts.
func instances(s *timeline.Schedule) []string {
	var names []string
	for i := range s.Tasks {
		if t := &s.Tasks[i]; t.Instance != "" {
			names = append(names, s.Label(&t.Node).DA, t.Step.Name.DA)
		}
	}
	for i := range s.Milestones {
		if m := &s.Milestones[i]; m.Milestone.Kind == drejebog.ContractEnd {
			names = append(names, s.Label(&m.Node).DA)
		}
	}
	return names
}

func TestAScheduleReadIntoItsOwnPlanChangesNothing(t *testing.T) {
	b := booktest.Book(t)
	for name, s := range schedules(t) {
		for _, language := range []lang.Lang{lang.Danish, lang.English} {
			p := readable(t, s.Plan)
			file, faults := mspdi.Read("plan.xml", bytes.NewReader(written(t, interchange.FromSchedule(s, language))))
			require.Empty(t, faults, name)
			assert.Empty(t, interchange.Into(b, p, file, "plan.xml"), name)
			assert.Equal(t, yaml(t, s.Plan), yaml(t, p), name)
			after, err := timeline.Compute(b, readable(t, p))
			require.NoError(t, err)
			assert.Equal(t, codes(s.Findings), codes(after.Findings), name)
		}
	}
}

func yaml(t *testing.T, p *plan.Plan) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, p.Write(&out))
	return out.String()
}

func TestAMovedBarBecomesThatPlannedDateAndNothingElse(t *testing.T) {
	b := booktest.Book(t)
	for name, s := range schedules(t) {
		project := interchange.FromSchedule(s, lang.Danish)
		p := readable(t, s.Plan)
		want := readable(t, s.Plan)
		for i := range project.Tasks {
			task := &project.Tasks[i]
			switch id := task.Value(mspdi.Text1); {
			case id == "4.10/slutbrugere@ky" && task.ActualStart == nil:
				task.Start, task.Finish = new(*task.Start+7*24*60), new(*task.Finish+7*24*60)
				had := want.Tasks[id]
				had.Duration, had.PlannedStart, had.PlannedFinish = nil, new(task.Start.Day()), new(task.Finish.Day())
				if want.Tasks == nil {
					want.Tasks = map[string]plan.Task{}
				}
				want.Tasks[id] = had
			case id == "ext/migreringsplan@ksd" && task.ActualStart == nil:
				at := *task.Start + 24*60
				task.Start, task.Finish = &at, &at
				had := want.Deliverables[id]
				had.Promised = new(at.Day())
				if want.Deliverables == nil {
					want.Deliverables = map[string]plan.Deliverable{}
				}
				want.Deliverables[id] = had
			}
		}
		interchange.Into(b, p, project, "plan.xml")
		assert.NotEqual(t, yaml(t, s.Plan), yaml(t, p), name)
		assert.Equal(t, yaml(t, want), yaml(t, p), name)
	}
}

func TestALinkThatTheFileDoesNotChangeKeepsItsMonthsAndItsReason(t *testing.T) {
	b := booktest.Book(t)
	p := readable(t, schedules(t)["odense.yaml"].Plan)
	p.Own["own/bagefter"] = plan.OwnTask{
		Name: "Bagefter", Task: plan.Task{Duration: new(1)},
		Predecessors: []plan.Predecessor{{Task: "golive@sapa", Type: drejebog.FS, Lag: &drejebog.Lag{Value: 2, Unit: drejebog.Months}}},
	}
	s, err := timeline.Compute(b, readable(t, p))
	require.NoError(t, err)
	project := interchange.FromSchedule(s, lang.Danish)
	interchange.Into(b, p, project, "plan.xml")
	require.Len(t, p.Edges, len(s.Plan.Edges))
	for i, was := range s.Plan.Edges {
		assert.Equal(t, was, p.Edges[i])
	}
	assert.Equal(t, s.Plan.Own["own/bagefter"].Predecessors, p.Own["own/bagefter"].Predecessors)
	for i := range project.Tasks {
		for j := range project.Tasks[i].Links {
			project.Tasks[i].Links[j].Lag -= 2 * 24 * 60 * 10
		}
	}
	interchange.Into(b, p, project, "plan.xml")
	want := &drejebog.Lag{Value: 59, Unit: drejebog.CalendarDays}
	assert.Equal(t, want, p.Own["own/bagefter"].Predecessors[0].Lag, "other days are the file's, be they two months too")
	assert.Equal(t, drejebog.CalendarDays, p.Edges[0].Lag.Unit)
}

// taskOf returns the task of a file that has an id.
func taskOf(t *testing.T, project *mspdi.Project, id string) *mspdi.Task {
	t.Helper()
	for i := range project.Tasks {
		if task := &project.Tasks[i]; task.Value(mspdi.Text1) == id {
			return task
		}
	}
	require.Fail(t, id)
	return nil
}

// linked is a plan with several dependencies between two tasks.
const linked = `kommune: Roskilde
own:
  own/a: {name: Alfa, duration: 10, plannedStart: 2015-02-02}
  own/b:
    name: Beta
    duration: 10
    plannedStart: 2015-03-02
    predecessors:
      - {task: own/a, type: SS, lag: {value: 2, unit: workdays}}
      - {task: own/a, type: FF, lag: {value: 3, unit: workdays}}
      - {task: own/a, lag: {value: 1, unit: months}}
edges:
  - {from: own/a, to: 4.10/superbrugere@sapa, type: SS, lag: {value: 2, unit: workdays}, why: Ét}
  - {from: own/b, to: 4.10/superbrugere@ky, lag: {value: 2, unit: months}, why: To måneder}
  - {from: own/a, to: 4.10/superbrugere@sapa, type: FF, lag: {value: 3, unit: workdays}, why: To}
`

// linkedFile is a plan with dependencies, and the file of its schedule.
func linkedFile(t *testing.T) (*plan.Plan, *mspdi.Project) {
	t.Helper()
	p, findings := plan.Read(booktest.Book(t), "plan.yaml", strings.NewReader(linked))
	require.Empty(t, findings)
	s, err := timeline.Compute(booktest.Book(t), p)
	require.NoError(t, err)
	return p, interchange.FromSchedule(s, lang.Danish)
}

func TestTwoTasksMayBeLinkedInSeveralWays(t *testing.T) {
	p, project := linkedFile(t)
	before := yaml(t, p)
	assert.Empty(t, interchange.Into(booktest.Book(t), p, project, "plan.xml"))
	assert.Equal(t, before, yaml(t, p))

	fresh, findings := interchange.NewPlan(booktest.Book(t), "Roskilde", project, "plan.xml")
	assert.Equal(t, []string{"DB-602", "DB-602"}, codes(findings))
	assert.Len(t, fresh.Own["own/b"].Predecessors, 3)
	assert.Len(t, fresh.Edges, 3)

	links := taskOf(t, project, "4.10/superbrugere@sapa").Links
	require.Equal(t, 3*4800, links[len(links)-1].Lag)
	links[len(links)-1].Lag = 4 * 4800
	interchange.Into(booktest.Book(t), p, project, "plan.xml")
	assert.Equal(t, strings.Replace(before, "value: 3\n      unit: workdays\n    why: To\n", "value: 4\n      unit: workdays\n    why: To\n", 1), yaml(t, p), "only the one that was changed")
}

func TestALinkThatIsDeletedInTheFileLeavesThePlan(t *testing.T) {
	p, project := linkedFile(t)
	taskOf(t, project, "4.10/superbrugere@ky").Links = nil
	taskOf(t, project, "own/b").Links = nil
	sapa := taskOf(t, project, "4.10/superbrugere@sapa")
	sapa.Links = sapa.Links[:len(sapa.Links)-1]
	p.Edges = append(p.Edges, plan.Edge{From: "own/a", To: "4.10/superbrugere@ky", Why: "Kom til bagefter"})
	assert.Equal(t, []string{"DB-615"}, codes(interchange.Into(booktest.Book(t), p, project, "plan.xml")), "the playbook's went too")
	assert.Empty(t, p.Own["own/b"].Predecessors)
	var why []string
	for _, e := range p.Edges {
		why = append(why, e.Why)
	}
	assert.Equal(t, []string{"Ét", "To", "Kom til bagefter"}, why, "a program that holds one link of two has not deleted the other")

	p, project = linkedFile(t)
	taskOf(t, project, "own/a").Null = true
	for i := range project.Tasks {
		project.Tasks[i].Links = slices.DeleteFunc(project.Tasks[i].Links, func(l mspdi.Link) bool { return l.From == taskOf(t, project, "own/a").UID })
	}
	before := yaml(t, p)
	interchange.Into(booktest.Book(t), p, project, "plan.xml")
	assert.Equal(t, before, yaml(t, p), "what the file no longer has says nothing")
}

func TestASummaryIsNeverATask(t *testing.T) {
	project := mspdi.New()
	project.Tasks = []mspdi.Task{
		{UID: 1, ID: 1, Name: "Borgerservice", Level: 1},
		{UID: 2, ID: 2, Name: "Fase 1", Level: 2},
		{UID: 3, ID: 3, Name: "Delopgave", Level: 3, Inactive: true},
		{UID: 4, ID: 4, Name: "Fase 2", Level: 2, Summary: true},
	}
	p, findings := interchange.NewPlan(booktest.Book(t), "Lemvig", project, "plan.xml")
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
	assert.Equal(t, []string{"DB-602"}, codes(interchange.Into(booktest.Book(t), p, project, "plan.xml")))
	assert.Equal(t, had, p.Own["own/bestil-borde"])
	assert.Equal(t, plan.OwnTask{Name: "Bestil borde", Project: "sapa", Task: plan.Task{Duration: new(2)}}, p.Own["own/bestil-borde-2"])

	project.Tasks[0].Name = "KY"
	assert.Empty(t, interchange.Into(booktest.Book(t), p, project, "plan.xml"), "the plan's own task is no news")
	had.Duration, had.Predecessors = new(2), nil
	assert.Equal(t, had, p.Own["own/bestil-borde"], "it takes the links of the file, and keeps what the file does not say")
}

func TestWhatATaskComesNearToIsToldOnceEach(t *testing.T) {
	project := mspdi.New()
	project.Tasks = []mspdi.Task{
		{UID: 1, ID: 1, Name: "SAPA", Level: 1, Summary: true}, {UID: 2, ID: 2, Name: "4.10 Uddannelse", Level: 2, Summary: true},
		{UID: 3, ID: 3, Name: "Superbruger uddannes", Level: 3},
	}
	_, findings := interchange.NewPlan(booktest.Book(t), "Lemvig", project, "plan.xml")
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
	b := booktest.Book(t)
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
	p, findings := interchange.NewPlan(b, "Roskilde", project, "plan.xml")

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

func TestAChangeOfThePlaybooksDependenciesIsTold(t *testing.T) {
	p, project := linkedFile(t)
	before := yaml(t, p)
	for _, id := range []string{"4.10/slutbrugere@ky", "4.8/bekraeftelse@ksd"} {
		task := taskOf(t, project, id)
		require.NotEmpty(t, task.Links)
		task.Links = task.Links[1:]
	}
	taskOf(t, project, "5.3/test@sapa").Links[0].Lag += 4800
	findings := interchange.Into(booktest.Book(t), p, project, "plan.xml")
	require.Equal(t, []string{"DB-615", "DB-615", "DB-615"}, codes(findings))
	assert.NotContains(t, findings[0].Text.DA+findings[0].Text.EN, "{")
	assert.Equal(t, before, yaml(t, p))
}
