package timeline_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// budgetYear returns one of a schedule's budget years.
func budgetYear(t *testing.T, s *timeline.Schedule, year int) timeline.BudgetYear {
	t.Helper()
	years := s.BudgetYears()
	i := slices.IndexFunc(years, func(y timeline.BudgetYear) bool { return y.Year == year })
	require.GreaterOrEqual(t, i, 0, "budget year %d", year)
	return years[i]
}

// sections are the activities of tasks, each once.
func sections(tasks []timeline.BudgetTask) []string {
	var ids []string
	for _, t := range tasks {
		ids = append(ids, t.Task.Activity.ID)
	}
	return slices.Compact(ids)
}

// The needs that came on 1 May 2014 with work in 2014, half a year after
// budget 2014 was adopted: those of 4.13 to 4.15, 5.5 and the second window of
// 6.6. So did the process diagram of 4.3 and the contributions of 4.4, which
// are work for 2014 too.
func TestWhatCameInMay2014WasTooLateForBudget2014(t *testing.T) {
	y := budgetYear(t, compute(t, plan.New("Roskilde")), 2014)
	late := y.KnownTooLate()
	assert.Equal(t, []string{"4.3", "4.4", "4.13", "4.14", "4.15", "5.5", "6.6"}, sections(late))
	for _, task := range late {
		assert.Equal(t, "2014-05-01", task.Known.String(), task.Task.ID)
		assert.NotEqual(t, "6.6/1", task.Task.Activity.WindowOf(task.Task.Step).ID, "the first window is offered, not asked for")
	}
}

func TestWhatIsKnownBeforeTheAdoptionIsInTime(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	for id, want := range map[string]timeline.InTime{
		"4.6/succeskriterier@sapa":       timeline.ForProposal, // edition 1.0, 31 May 2013
		"6.5/loebende@stoettesystemerne": timeline.ForReadings, // 18 September 2013, three days after the proposal
		"4.12/opstart":                   timeline.TooLate,     // 27 November 2013
		"4.13/strategi@sapa":             timeline.TooLate,     // 1 May 2014
	} {
		for _, task := range budgetYear(t, s, 2014).Tasks {
			if task.Task.ID == id {
				assert.Equal(t, want.String(), task.InTime.String(), id)
			}
		}
	}
	y := budgetYear(t, s, 2015)
	assert.Empty(t, y.KnownTooLate(), "all of the playbook was known before budget 2015 was adopted")
}

func TestABudgetYearsProcessIsTheLawsUnlessThePlanSaysOtherwise(t *testing.T) {
	law := budgetYear(t, compute(t, plan.New("Roskilde")), 2015).Process
	assert.Equal(t, "2014-09-15", law.Proposal.Day().String())
	assert.Equal(t, "2014-09-24", law.FirstReading.Day().String())
	assert.Equal(t, "2014-10-15", law.Adoption.Day().String())
	assert.False(t, law.Adopted, "as seen from June 2014")
	own := budgetYear(t, compute(t, planOf(t, "budget: {2015: {proposal: 2014-08-26, firstReading: 2014-09-09, adopted: 2014-10-07}}")), 2015).Process
	assert.Equal(t, "2014-10-07", own.Adoption.Day().String())
	assert.Equal(t, "2014-10-15", own.Adoption.Last.String())
	later := budgetYear(t, compute(t, goLive("sapa", plan.On(day("2020-06-01")))), 2020).Process
	assert.Equal(t, "2019-11-05", later.Adoption.Day().String(), "the agreement with the state came late that year")
	assert.True(t, budgetYear(t, compute(t, plan.New("Roskilde")), 2014).Process.Adopted)
}

func TestAYearWithoutProcessIsShownWithoutOne(t *testing.T) {
	y := budgetYear(t, compute(t, goLive("sapa", plan.On(day("2031-06-01")))), 2031)
	assert.Nil(t, y.Process)
	assert.Empty(t, y.KnownTooLate())
	assert.NotEmpty(t, y.Tasks)
}

func TestTheKommunesOwnTasksAreKnownWhenTheKommuneSays(t *testing.T) {
	s := compute(t, planOf(t, "own: {own/x: {name: X, duration: 5, plannedStart: 2014-03-03, responsible: projektleder}}"))
	for _, task := range budgetYear(t, s, 2014).Tasks {
		if task.Task.ID == "own/x" {
			assert.Nil(t, task.Known)
			assert.Zero(t, task.InTime)
			assert.Equal(t, 5, task.Workdays)
		}
	}
}

// total adds the working days of all budget years.
func total(s *timeline.Schedule) (workdays int) {
	for _, y := range s.BudgetYears() {
		workdays += y.Workdays
	}
	return workdays
}

func TestWorkingDaysAreConservedWhenAGoLiveSlips(t *testing.T) {
	want := total(compute(t, plan.New("Roskilde")))
	for _, project := range []string{"ky", "ksd", "sapa", "stoettesystemerne"} {
		unknown := compute(t, goLive(project, &plan.When{Unknown: true}))
		assert.Equal(t, want, total(unknown), "what has no date stands without a year: %s", project)
	}
	rapid.Check(t, func(t *rapid.T) {
		project := rapid.SampledFrom([]string{"ky", "ksd", "sapa", "stoettesystemerne"}).Draw(t, "project")
		slip := rapid.IntRange(-200, 2000).Draw(t, "slip")
		moved := compute(t, goLive(project, plan.On(day("2016-01-01")+date.Date(slip))))
		assert.Equal(t, want, total(moved))
	})
}

func TestATaskThatIsNotRelevantFallsInNoYear(t *testing.T) {
	whole := compute(t, plan.New("Roskilde"))
	without := compute(t, planOf(t, "tasks: {4.12/opstart: {notRelevant: Findes allerede}}"))
	assert.Equal(t, total(whole)-whole.Task("4.12/opstart").Duration.Likely, total(without))
}

func TestBudgetYearsHaveNoGaps(t *testing.T) {
	years := compute(t, goLive("sapa", plan.On(day("2022-06-01")))).BudgetYears()
	for i := 1; i < len(years); i++ {
		assert.Equal(t, years[i-1].Year+1, years[i].Year)
	}
}

func TestARunningTaskThatFollowsAnIrrelevantOneBeginsWhenItWasPublished(t *testing.T) {
	s := compute(t, planOf(t, "tasks: {4.12/opstart: {notRelevant: Findes allerede}}"))
	assert.Equal(t, "2013-11-27", s.Task("4.12/styring").Start.Date.String())
}

func TestBudgetYearsAsData(t *testing.T) {
	s := compute(t, goLive("sapa", &plan.When{Unknown: true}))
	var out bytes.Buffer
	require.NoError(t, form.Write(&out, s.Budget()))
	assert.True(t, json.Valid(out.Bytes()))
	one, err := json.MarshalIndent(budgetYear(t, s, 2014), "", "  ")
	require.NoError(t, err)
	golden.File(t, "testdata/budgetyear-2014.json", string(one)+"\n")
}

func TestABudgetThatIsAdoptedTooLateDoesNotMoveTheLawsDay(t *testing.T) {
	for adopted, want := range map[string]string{"2014-10-21": "2014-10-15", "2014-10-07": "2014-10-07"} {
		s := compute(t, warned(t, "kommune: Roskilde\nbudget: {2015: {adopted: "+adopted+"}}"))
		decision := s.Task("4.4/beslut-2015")
		assert.Equal(t, want, decision.Deadline.String(), adopted)
		assert.False(t, decision.Finish.Date > day(want), adopted)
	}
}
