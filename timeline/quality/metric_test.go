package quality_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline/quality"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// check is one of the checks of a plan's schedule.
func check(t *testing.T, id string, lines ...string) quality.Metric {
	t.Helper()
	s := compute(t, booktest.Plan(t, lines...))
	for _, c := range quality.Of(s).Metrics {
		if c.Check.ID == id {
			return c
		}
	}
	require.Fail(t, "no such check", id)
	return quality.Metric{}
}

func TestEveryYardstickIsMeasuredAndHasItsSource(t *testing.T) {
	q := quality.Of(compute(t, plan.New("Roskilde")))
	require.Len(t, q.Metrics, len(booktest.Book(t).QualityChecks))
	for i, c := range q.Metrics {
		assert.Equal(t, booktest.Book(t).QualityChecks[i].ID, c.Check.ID)
		assert.Contains(t, c.Check.Address, "DCMA", c.Check.ID)
		assert.Contains(t, c.Check.Address, "GAO-16-89G", c.Check.ID)
		assert.NotNil(t, c.IDs, c.Check.ID)
	}
}

func TestQualityIsMeasuredOnlyWhenSomebodyAsks(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	assert.NotContains(t, codes(s), "DB-321")
	for _, f := range quality.Of(s).Findings() {
		assert.Equal(t, drejebog.SeverityNote, f.Severity, f.Subject)
		assert.NotContains(t, f.Text.DA+f.Text.EN+f.Remedy.DA+f.Remedy.EN, "{")
	}
	assert.NotEmpty(t, quality.Of(s).Findings())
	assert.NotContains(t, codes(s), "DB-321", "asking changes nothing")
}

// Of a plan in progress: tasks that are done, level of effort, and what is not
// relevant do not count.
func TestOnlyTasksThatAreLeftCount(t *testing.T) {
	all := check(t, "negative-float").Of
	left := check(t, "negative-float", "dataDate: 2014-06-27", "asOf: 2014-06-27", "tasks:",
		"  4.12/opstart: {notRelevant: Findes allerede}",
		"  4.1/overblik: {actualStart: 2013-06-04, actualFinish: 2013-07-30}").Of
	assert.Equal(t, all-2, left)
}

func TestEachYardstickFindsWhatItIsFor(t *testing.T) {
	const progress = "dataDate: 2014-06-27\nasOf: 2014-06-27\n"
	for _, row := range []struct {
		id, lines string
		counted   string // what counts against it
		met       bool
	}{
		{"missing-logic", "own: {own/x: {name: X, duration: 5, plannedStart: 2015-03-02, responsible: jurist}}", "own/x", false},
		{"leads", "own: {own/x: {name: X, duration: 5, plannedStart: 2015-03-02, responsible: jurist, " +
			"predecessors: [{task: 4.1/overblik, lag: {value: -2, unit: workdays}}]}}", "4.1/overblik → own/x", false},
		{"leads", "", "", true},
		{"lags", "", "4.8/bekraeftet@ky → impl@ky", false},
		{"finish-to-start", "", "4.4/beslut-2015 → budget/2015", false},
		{"hard-constraints", "", "", true},
		{"high-float", "", "4.1/overblik", false},
		{"negative-float", "tasks: {4.8/bekraeftelse@ky: {plannedFinish: 2015-10-16}}", "4.8/bekraeftelse@ky", false},
		{"negative-float", "", "", true},
		{"long-durations", "", "4.15/aktiviteter@stoettesystemerne", false},
		{"invalid-dates", progress, "", true},
		{"resources", "people: {a: {roles: [it-arkitekt]}}", "4.1/overblik", false},
		{"missed-tasks", progress + "tasks: {4.14/strategi: {plannedFinish: 2014-06-20, actualStart: 2014-05-02, actualFinish: 2014-06-24}}", "4.14/strategi", false},
		{"missed-tasks", progress + "tasks: {4.14/strategi: {plannedFinish: 2014-06-24, actualStart: 2014-05-02, actualFinish: 2014-06-24}}", "", true},
		{"bei", progress + "tasks: {4.14/strategi: {plannedFinish: 2014-06-20, actualStart: 2014-05-02}}", "4.14/strategi", false},
		{"critical-path-test", "", "5.3/forberedelse@ky", true},
		{"cpli", "", "", true},
		{"cpli", "tasks: {4.8/bekraeftelse@sapa: {plannedFinish: 2016-03-02}}", "", false},
	} {
		c := check(t, row.id, row.lines)
		require.Zero(t, c.Unknown, "%s: %s", row.id, row.lines)
		assert.Equal(t, row.met, c.Met, "%s: %s: %d of %d", row.id, row.lines, c.Count, c.Of)
		if row.counted != "" {
			assert.Contains(t, c.IDs, row.counted, row.id)
		}
	}
}

func TestWhatCannotBeMeasuredSaysWhy(t *testing.T) {
	for _, id := range []string{"invalid-dates", "resources", "missed-tasks", "bei"} {
		c := check(t, id)
		assert.NotEmpty(t, c.Unknown.Text().DA, id)
		assert.NotEmpty(t, c.Unknown.Text().EN, id)
		assert.False(t, c.Met, id)
	}
	unknown := "asOf: 2015-11-01\nprojects: {ky: {goLive: ukendt}, ksd: {goLive: ukendt}, sapa: {goLive: ukendt}, stoettesystemerne: {goLive: ukendt}}"
	assert.NotEmpty(t, check(t, "cpli", unknown).Unknown.Text().DA)
	assert.NotEmpty(t, check(t, "critical-path-test", unknown).Unknown.Text().DA)
}

func TestThePathsLengthIndexIsItsFloatOverItsLength(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	length := s.Workdays(date.New(2014, 6, 28), date.New(2016, 1, 1))
	c := check(t, "cpli")
	assert.Equal(t, length, c.Of)
	assert.Equal(t, length+s.CriticalPathFloat, c.Count)
}

func TestTheCriticalPathTestReachesTheTarget(t *testing.T) {
	c := check(t, "critical-path-test")
	assert.Equal(t, 600, c.Of)
	assert.Greater(t, c.Count, 500, "windows between the tasks take up some of it")
}

func TestQualityAsData(t *testing.T) {
	p, _ := booktest.Sample(t, "skive.yaml")
	q := quality.Of(compute(t, p))
	var out bytes.Buffer
	require.NoError(t, form.Write(&out, q))
	var read struct {
		Checks []struct {
			ID      string
			AtMost  *string
			Count   *int
			Unknown *lang.Text
		}
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &read))
	require.Len(t, read.Checks, 14)
	for _, c := range read.Checks {
		assert.Equal(t, c.Count == nil, c.Unknown != nil, c.ID)
	}
	assert.Equal(t, "5", *read.Checks[0].AtMost, "decimals are strings")
}
