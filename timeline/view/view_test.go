package view_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/view"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// compute schedules a plan that must be computable.
func compute(t require.TestingT, p *plan.Plan) *timeline.Schedule {
	s, err := timeline.Compute(booktest.Book(t), p)
	require.NoError(t, err)
	return s
}

// sampled is the schedule of a sample plan.
func sampled(t *testing.T, name string) *timeline.Schedule {
	t.Helper()
	p, findings := booktest.Sample(t, name)
	require.NotNil(t, p, "%v", findings)
	return compute(t, p)
}

var groupings = []view.Grouping{view.ByProject, view.ByTheme, view.ByActor, view.ByRole}

func TestAViewHasEveryTaskOnce(t *testing.T) {
	for _, name := range plans.Names() {
		s := sampled(t, name)
		for _, by := range groupings {
			tasks, milestones := map[string]int{}, map[string]int{}
			for _, g := range view.Of(s, by).Groups {
				assert.NotEmpty(t, g.Name.DA, "%s by %s: %q", name, by, g.Key)
				assert.NotEmpty(t, g.Name.EN, "%s by %s: %q", name, by, g.Key)
				for _, task := range g.Tasks {
					tasks[task.ID]++
				}
				for _, m := range g.Milestones {
					milestones[m.ID]++
				}
			}
			assert.Len(t, tasks, len(s.Tasks), "%s by %s", name, by)
			if by != view.ByRole {
				assert.Len(t, milestones, len(s.Milestones), "%s by %s", name, by)
			}
			for id, n := range tasks {
				assert.Equal(t, 1, n, id)
			}
		}
	}
}

func TestAViewPutsTasksWhereTheyBelong(t *testing.T) {
	s := compute(t, booktest.Plan(t, "tasks: {4.9/oprydning@kmd-aktiv: {executor: supplier}}",
		"own: {own/x: {name: X, project: sapa, duration: 5, plannedStart: 2015-03-02, responsible: jurist}}"))
	for by, want := range map[view.Grouping]map[string]string{
		view.ByProject: {"4.9/oprydning@kmd-aktiv": "ky", "4.1/overblik": "", "own/x": "sapa"},
		view.ByTheme:   {"4.9/oprydning@kmd-aktiv": "organisation", "5.3/test@sapa": "technology", "6.3/opsigelse@kmd-sag": "procurement", "own/x": "own"},
		view.ByActor:   {"4.9/oprydning@kmd-aktiv": "supplier", "4.1/overblik": "kommune"},
		view.ByRole:    {"6.2/underskrift@ky": "jurist", "own/x": "jurist"},
	} {
		for _, g := range view.Of(s, by).Groups {
			for _, task := range g.Tasks {
				if key, asked := want[task.ID]; asked {
					assert.Equal(t, key, g.Key, "%s by %s", task.ID, by)
				}
			}
		}
	}
}

func TestViewsAsData(t *testing.T) {
	s := sampled(t, "hjoerring.yaml")
	for _, by := range groupings {
		var out bytes.Buffer
		require.NoError(t, form.Write(&out, view.Of(s, by)))
		var read struct {
			By     string
			Groups []struct{ Tasks, Milestones []string }
		}
		require.NoError(t, json.Unmarshal(out.Bytes(), &read))
		assert.Equal(t, by.String(), read.By)
		for _, g := range read.Groups {
			assert.NotNil(t, g.Tasks)
			assert.NotNil(t, g.Milestones)
		}
	}
}

func TestAnAgendaHasWhatRunsInItsDays(t *testing.T) {
	s := compute(t, booktest.Plan(t, "asOf: 2014-06-27", "dataDate: 2014-06-27",
		"people: {anna: {name: Anna, roles: [budgetansvarlig]}, bo: {roles: [it-arkitekt]}, carl: {roles: [it-arkitekt]}}",
		"tasks:",
		"  4.14/strategi: {actualStart: 2014-06-02, actualFinish: 2014-06-20}",
		"  4.13/strategi@sapa: {actualStart: 2014-06-02, remaining: 3, responsible: anna, executor: supplier}",
		"own:",
		"  own/first: {name: F, duration: 1, plannedStart: 2014-06-30, responsible: anna}",
		"  own/thirtieth: {name: T, duration: 1, plannedStart: 2014-07-25, responsible: anna}",
		"  own/after: {name: A, duration: 1, plannedStart: 2014-07-28, responsible: anna}",
		"  own/last: {name: L, duration: 1, plannedStart: 2014-09-25, responsible: anna}",
		"  own/beyond: {name: B, duration: 1, plannedStart: 2014-09-26, responsible: anna}"))
	agenda := view.Ahead(s, 30, 90)
	assert.Equal(t, "2014-06-28 2014-07-27 2014-09-25", agenda.From.String()+" "+agenda.Near.String()+" "+agenda.Last.String())
	duties := map[string]view.Duty{}
	for _, d := range agenda.Duties {
		duties[d.Task.ID] = d
		assert.False(t, d.Task.LevelOfEffort)
	}
	assert.True(t, duties["own/first"].Near)
	assert.True(t, duties["own/thirtieth"].Near)
	assert.False(t, duties["own/after"].Near)
	assert.Contains(t, duties, "own/last")
	assert.NotContains(t, duties, "own/beyond")
	assert.NotContains(t, duties, "4.14/strategi", "done")
	assert.Equal(t, "anna", duties["4.13/strategi@sapa"].Responsible.ID)
	assert.Equal(t, "supplier", duties["4.13/strategi@sapa"].Executor.ID)
	assert.Equal(t, "anna", duties["4.4/beslut-2015"].Responsible.ID, "the one who has the role")
	shared := duties["5.1/as-is@ky"].Responsible
	assert.Equal(t, timeline.Who{ID: "it-arkitekt", Name: lang.Text{DA: "It-arkitekt (bo, carl)", EN: "IT architect (bo, carl)"}}, shared)

	var out bytes.Buffer
	require.NoError(t, form.Write(&out, agenda.Duties))
	golden.File(t, "testdata/agenda.json", out.String())
}

// awaited finds one entry of a waiting list.
func awaited(t *testing.T, l *view.WaitingList, id string) view.Deliverable {
	t.Helper()
	for _, a := range l.Deliverables {
		if a.Milestone.ID == id {
			return a
		}
	}
	require.Fail(t, "not on the list", id)
	return view.Deliverable{}
}

func TestTheWaitingListSaysWhoOwesWhatAndWhatWaits(t *testing.T) {
	list := view.WaitingFor(compute(t, plan.New("Roskilde")))
	ky := awaited(t, list, "ext/bidrag-2015@ky")
	assert.Equal(t, view.Overdue, ky.State, "promised for the first half of May")
	assert.Equal(t, 43, ky.Late, "15 May to 27 June")
	assert.Equal(t, []string{"4.4/tilpas-2015"}, ky.HoldsUp)
	late := awaited(t, list, "ext/kravliste@sapa")
	assert.Equal(t, view.Delivered, late.State)
	assert.Equal(t, 121, late.Late, "31 December 2013 to 1 May 2014")
	assert.Equal(t, view.Expected, awaited(t, list, "ext/stoettesystem-netvaerk@stoettesystemerne").State)
	development := awaited(t, list, "ext/udvikling@sapa")
	assert.Equal(t, view.Unpromised, development.State)
	assert.Equal(t, []string{"impl@sapa", "5.3/test@sapa"}, development.HoldsUp, "over the acceptance test")
	kitos := awaited(t, list, "ext/kitos")
	assert.Empty(t, kitos.HoldsUp)
	assert.Contains(t, kitos.Helps, "4.1/overblik")
	for i := 1; i < len(list.Deliverables); i++ {
		assert.LessOrEqual(t, list.Deliverables[i-1].State, list.Deliverables[i].State)
	}
}

func TestWhatIsDoneNoLongerWaits(t *testing.T) {
	s := compute(t, booktest.Plan(t, "asOf: 2014-06-27", "dataDate: 2014-06-27",
		"deliverables: {ext/bidrag-2015@ky: {delivered: 2014-05-14}}",
		"tasks: {4.4/tilpas-2015: {actualStart: 2014-05-15, actualFinish: 2014-06-10}}"))
	ky := awaited(t, view.WaitingFor(s), "ext/bidrag-2015@ky")
	assert.Equal(t, view.Delivered, ky.State)
	assert.Zero(t, ky.Late)
	assert.Empty(t, ky.HoldsUp)
}

func TestTheWaitingListAsData(t *testing.T) {
	list := view.WaitingFor(sampled(t, "skive.yaml"))
	var out bytes.Buffer
	require.NoError(t, form.Write(&out, list))
	var read struct {
		Deliverables []map[string]any
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &read))
	assert.Len(t, read.Deliverables, len(list.Deliverables))
	assert.Contains(t, out.String(), `"daysLate": 121`)
}
