package timeline_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// starts and finishes are a task's scheduled days as text, "" for no task.
func starts(s *timeline.Schedule, id string) string { return text(s, id, true) }
func finishes(s *timeline.Schedule, id string) string {
	return text(s, id, false)
}

func text(s *timeline.Schedule, id string, start bool) string {
	t := s.Task(id)
	switch {
	case t == nil:
		return ""
	case start:
		return t.Start.Date.String()
	}
	return t.Finish.Date.String()
}

// The rules of the playbook that are no single edge: what they say, and how it
// shows in the schedule of a kommune without a plan.
func TestWhatThePlaybookSaysShowsInTheSchedule(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	none := func(ids ...string) func(t *testing.T) {
		return func(t *testing.T) {
			for _, id := range ids {
				assert.Nil(t, s.Task(id), id)
			}
		}
	}
	all := func(ids ...string) func(t *testing.T) {
		return func(t *testing.T) {
			for _, id := range ids {
				assert.NotNil(t, s.Task(id), id)
			}
		}
	}
	for rule, holds := range map[string]func(t *testing.T){
		"a deadline on a Sunday is met on the last working day before": func(t *testing.T) {
			before := compute(t, planOf(t, "asOf: 2014-05-02"))
			assert.Equal(t, "2014-05-30", before.Task("4.15/kontaktperson@stoettesystemerne").LateFinish.Date.String())
			assert.Equal(t, "2014-05-30", s.Task("4.15/kontaktperson@stoettesystemerne").Deadline.String())
			assert.Equal(t, "2014-06-01", s.Task("4.15/kontaktperson@stoettesystemerne").DeadlineSet.String())
		},
		"nothing starts before its section was published": func(t *testing.T) {
			assert.Equal(t, "2013-10-17", starts(s, "4.11/administrator@serviceplatformen"))
			assert.GreaterOrEqual(t, starts(s, "6.5/krav@stoettesystemerne"), "2013-09-18")
			assert.GreaterOrEqual(t, starts(s, "6.6/snitflader"), "2013-11-27")
		},
		"KY's contribution for 2015 is a promise that nothing confirms": func(t *testing.T) {
			assert.Contains(t, codes(s, drejebog.SeverityNote), "DB-201 ext/bidrag-2015@ky")
		},
		"the six and three months hang on the start of the implementation, not on go-live": func(t *testing.T) {
			early := compute(t, planOf(t, "projects: {sapa: {goLive: 2016-03-01, implementation: 2016-02-01}}"))
			assert.Equal(t, "2015-11-01", early.Milestone("4.8/bekraeftet@sapa").DeadlineSet.String())
			assert.Equal(t, "2015-10-30", early.Milestone("4.8/bekraeftet@sapa").Deadline.String(), "1 November is a Sunday")
			assert.Equal(t, "2015-08-01", early.Milestone("ext/parathedskrav@sapa").DeadlineSet.String())
		},
		"Serviceplatformen is open: it has no organisation, readiness, training, migration or test of its own": none(
			"4.5/organisation@serviceplatformen", "4.8/bekraeftelse@serviceplatformen", "4.10/superbrugere@serviceplatformen",
			"5.2/overgang@serviceplatformen", "5.3/test@serviceplatformen", "6.2/underskrift@serviceplatformen"),
		"Støttesystemerne have no end users and no cases": none(
			"4.10/slutbrugere@stoettesystemerne", "4.9/oprydning@stoettesystemerne", "5.2/overgang@stoettesystemerne"),
		"cases are cleaned in KMD Aktiv and KMD Dagpenge; those in KMD Sag are moved": func(t *testing.T) {
			all("4.9/oprydning@kmd-aktiv", "4.9/oprydning@kmd-dagpenge", "5.5/flyt-sager@sapa", "5.5/flyt-brugere@sapa")(t)
			none("4.9/oprydning@kmd-sag")(t)
		},
		"there are four data-processing agreements": all(
			"6.2/underskrift@ky", "6.2/underskrift@ksd", "6.2/underskrift@sapa", "6.2/underskrift@stoettesystemerne"),
		"the receiving system is chosen, bought, set up and learnt, in this order, before cases move": func(t *testing.T) {
			chain := []string{
				"4.13/strategi@sapa", "4.13/modtager-valg@sapa", "4.13/modtager-anskaffelse@sapa", "4.13/modtager-opsaetning@sapa",
				"4.13/modtager-uddannelse@sapa", "5.5/flyt-sager@sapa",
			}
			for i := 1; i < len(chain); i++ {
				assert.Less(t, finishes(s, chain[i-1]), starts(s, chain[i]), chain[i])
			}
		},
		"the gains come after processes and training": func(t *testing.T) {
			assert.Less(t, finishes(s, "4.7/tilretning@ky"), starts(s, "4.6/realisering@ky"))
			assert.Less(t, finishes(s, "4.10/slutbrugere@ky"), starts(s, "4.6/realisering@ky"))
		},
		"tests come again from the first working day after go-live": func(t *testing.T) {
			assert.Equal(t, "2016-01-04", starts(s, "5.3/gentest@ky"))
		},
		"the project is led until its operational trial is approved": func(t *testing.T) {
			assert.Equal(t, finishes(s, "5.4/driftsproeve@ky"), finishes(s, "4.5/projektledelse@ky"))
		},
		"a continuous activity has a first result, and then runs on": func(t *testing.T) {
			assert.False(t, s.Task("4.1/overblik").LevelOfEffort)
			assert.True(t, s.Task("4.1/vedligehold").LevelOfEffort)
		},
		"4.2 is closed by its addendum of 1 May 2014": func(t *testing.T) {
			assert.LessOrEqual(t, s.Task("4.2/kortlaegning@sapa").Deadline.String(), "2014-05-01")
		},
		"superusers are trained about three months before go-live, end users shortly before": func(t *testing.T) {
			assert.LessOrEqual(t, starts(s, "4.10/superbrugere@ky"), "2015-10-01")
			assert.GreaterOrEqual(t, starts(s, "4.10/slutbrugere@ky"), "2015-12-01")
		},
	} {
		t.Run(rule, holds)
	}
}

// A go-live has a property of its own, TestALaterGoLiveNeverGivesAnEarlierDate.
func TestALaterInputNeverGivesAnEarlierDate(t *testing.T) {
	var ids []string
	for _, task := range compute(t, plan.New("Roskilde")).Tasks {
		if !task.LevelOfEffort {
			ids = append(ids, task.ID)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		first := day("2013-07-01") + date.Date(rapid.IntRange(0, 1200).Draw(t, "day"))
		days := rapid.IntRange(0, 400).Draw(t, "later")
		id := rapid.SampledFrom(ids).Draw(t, "task")
		inputs := map[string]func(on date.Date) *plan.Plan{
			"start": func(on date.Date) *plan.Plan {
				p := plan.New("Roskilde")
				p.Tasks = map[string]plan.Task{id: {PlannedStart: &on}}
				return p
			},
			"duration": func(on date.Date) *plan.Plan {
				p, length := plan.New("Roskilde"), int(on-first)+1
				p.Tasks = map[string]plan.Task{id: {Duration: &length}}
				return p
			},
			"deliverable": func(on date.Date) *plan.Plan {
				p := plan.New("Roskilde")
				p.Deliverables = map[string]plan.Deliverable{"ext/kravliste@sapa": {Promised: &on}}
				return p
			},
		}
		input := inputs[rapid.SampledFrom([]string{"start", "duration", "deliverable"}).Draw(t, "input")]
		a, b := compute(t, input(first)), compute(t, input(first+date.Date(days)))
		for i := range a.Tasks {
			before, after := a.Tasks[i].EarlyFinish, b.Tasks[i].EarlyFinish
			if !a.Tasks[i].LevelOfEffort {
				assert.Equal(t, before.Kind, after.Kind, a.Tasks[i].ID)
				assert.LessOrEqual(t, before.Date, after.Date, a.Tasks[i].ID)
			}
		}
	})
}
