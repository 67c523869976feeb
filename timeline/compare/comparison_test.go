package compare_test

import (
	"bytes"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/compare"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// anyPlan is a plan that moves something: a go-live, a task, a closure, or
// what is known.
func anyPlan(t *rapid.T, label string) *plan.Plan {
	p := plan.New("Roskilde")
	project := rapid.SampledFrom([]string{"ky", "ksd", "sapa", "stoettesystemerne"}).Draw(t, label+" project")
	goLive := &plan.When{Date: date.New(2015, 6, 1) + date.Date(rapid.IntRange(0, 1000).Draw(t, label+" go-live"))}
	goLive.Unknown = rapid.IntRange(0, 5).Draw(t, label+" unknown") == 0
	if goLive.Unknown {
		goLive.Date = 0
	}
	p.Projects = map[string]plan.Rollout{project: {GoLive: goLive}}
	reason, length := "Findes allerede", rapid.IntRange(1, 90).Draw(t, label+" duration")
	p.Tasks = map[string]plan.Task{"4.14/strategi": {Duration: &length}}
	if rapid.Bool().Draw(t, label+" irrelevant") {
		p.Tasks["4.12/opstart"] = plan.Task{NotRelevant: &reason}
	}
	if rapid.Bool().Draw(t, label+" seen earlier") {
		seen := booktest.Book(t).Editions[rapid.IntRange(0, 6).Draw(t, label+" edition")].Date
		p.AsOf = &seen
	}
	return p
}

func TestAScheduleDoesNotDifferFromItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPlan(t, "plan")
		c := compare.Schedules(compute(t, p), compute(t, p))
		assert.True(t, c.Empty(), "%+v", c)
	})
}

func TestAComparisonMirrorsTheOneTheOtherWayRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := compute(t, anyPlan(t, "a")), compute(t, anyPlan(t, "b"))
		there, back := compare.Schedules(a, b), compare.Schedules(b, a)
		assert.Equal(t, there.Broken, back.Mended)
		assert.Equal(t, there.Mended, back.Broken)
		require.Len(t, back.Tasks, len(there.Tasks))
		tasks := map[string]compare.TaskChange{}
		for _, change := range back.Tasks {
			tasks[change.ID] = change
		}
		for _, change := range there.Tasks {
			mirrored := tasks[change.ID]
			assert.Same(t, change.Before, mirrored.After)
			assert.Same(t, change.After, mirrored.Before)
			days, ok1 := change.DaysLater()
			daysBack, ok2 := mirrored.DaysLater()
			assert.Equal(t, ok1, ok2)
			assert.Equal(t, days, -daysBack)
		}
		require.Len(t, back.Milestones, len(there.Milestones))
		require.Len(t, back.Years, len(there.Years))
		for i, year := range there.Years {
			assert.Equal(t, compare.YearChange{Year: year.Year, Before: year.After, After: year.Before}, back.Years[i])
		}
		moves := map[[2]int]int{}
		for _, move := range back.Moves {
			moves[[2]int{move.To, move.From}] = move.Workdays
		}
		require.Len(t, back.Moves, len(there.Moves))
		for _, move := range there.Moves {
			assert.Equal(t, move.Workdays, moves[[2]int{move.From, move.To}])
		}
	})
}

// Where no task changes its length, what moves out of a year is what it loses.
func TestTheMovesOfASlipAccountForTheBudgetYears(t *testing.T) {
	before := compute(t, plan.New("Roskilde"))
	rapid.Check(t, func(t *rapid.T) {
		project := rapid.SampledFrom([]string{"ky", "ksd", "sapa", "stoettesystemerne"}).Draw(t, "project")
		when := &plan.When{Date: date.New(2015, 6, 1) + date.Date(rapid.IntRange(0, 2000).Draw(t, "go-live"))}
		if rapid.IntRange(0, 5).Draw(t, "unknown") == 0 {
			when = &plan.When{Unknown: true}
		}
		c := compare.Schedules(before, compute(t, goLive(project, when)))
		change := map[int]int{}
		for _, move := range c.Moves {
			assert.Positive(t, move.Workdays)
			change[move.From] -= move.Workdays
			change[move.To] += move.Workdays
		}
		for _, year := range c.Years {
			assert.Equal(t, year.After-year.Before, change[year.Year], "%d", year.Year)
		}
	})
}

func TestAHardDateIsNewlyMissedOnce(t *testing.T) {
	kept := compute(t, booktest.Plan(t, "tasks: {4.4/beslut-2015: {plannedFinish: 2014-10-15}}"))
	missed := compute(t, booktest.Plan(t, "tasks: {4.4/beslut-2015: {plannedFinish: 2014-10-16}}"))
	worse := compute(t, booktest.Plan(t, "tasks: {4.4/beslut-2015: {plannedFinish: 2014-10-30}}"))
	codes := func(findings []drejebog.Finding) (list []string) {
		for _, f := range findings {
			list = append(list, f.Code+" "+f.Subject)
		}
		return list
	}
	assert.Equal(t, []string{"DB-101 4.4/beslut-2015"}, codes(compare.Schedules(kept, missed).Broken))
	assert.Equal(t, []string{"DB-101 4.4/beslut-2015"}, codes(compare.Schedules(missed, kept).Mended))
	c := compare.Schedules(missed, worse)
	assert.Empty(t, c.Broken, "it was missed already")
	days, ok := c.Tasks[0].DaysLater()
	assert.True(t, ok)
	assert.Equal(t, 14, days)
}

func TestADeadlineThatWasScheduledPastAndThenMissedIsTheSame(t *testing.T) {
	scheduled := compute(t, booktest.Plan(t, "tasks: {4.15/kontaktperson@stoettesystemerne: {plannedFinish: 2014-06-02}}"))
	missed := compute(t, booktest.Plan(t, "tasks: {4.15/kontaktperson@stoettesystemerne: {actualStart: 2014-05-26, actualFinish: 2014-06-02}}"))
	assert.Empty(t, compare.Schedules(scheduled, missed).Broken)
	assert.Empty(t, compare.Schedules(scheduled, missed).Mended)
}

func TestWhatAnEditionBroughtIsNew(t *testing.T) {
	p := plan.New("Roskilde")
	early := date.New(2013, 12, 1)
	p.AsOf = &early
	c := compare.Schedules(compute(t, p), compute(t, plan.New("Roskilde")))
	var fresh []string
	for _, change := range c.Tasks {
		if change.Before == nil {
			fresh = append(fresh, change.ID)
		}
		assert.NotNil(t, change.After, "no edition took anything away")
	}
	assert.Contains(t, fresh, "4.13/strategi@sapa")
	assert.Contains(t, fresh, "6.6/kontrakter@sapa")
	assert.NotContains(t, fresh, "4.12/opstart", "there since 3.0")
}

func TestAComparisonAsData(t *testing.T) {
	var out bytes.Buffer
	c := compare.Schedules(compute(t, plan.New("Roskilde")),
		compute(t, booktest.Plan(t, "projects: {stoettesystemerne: {goLive: ukendt}}\ntasks: {4.8/bekraeftelse@sapa: {plannedFinish: 2015-10-02}}")))
	require.NoError(t, form.Write(&out, []any{c.Tasks, c.Milestones, c.Broken, c.Mended, c.Years, c.Moves}))
	golden.File(t, "testdata/compare.json", out.String())
}
