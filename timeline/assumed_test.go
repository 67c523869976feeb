package timeline_test

import (
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// findingOn is the finding with a code on a task or milestone.
func findingOn(t *testing.T, s *timeline.Schedule, code, id string) drejebog.Finding {
	t.Helper()
	i := slices.IndexFunc(s.Findings, func(f drejebog.Finding) bool { return f.Code == code && f.Subject == id })
	require.GreaterOrEqual(t, i, 0, "%s on %s", code, id)
	return s.Findings[i]
}

func TestWhatIsForAProjectByAssumptionIsAWarningAtTheMost(t *testing.T) {
	p := emptyPlan()
	began, finished := day("2014-01-06"), day("2014-05-16")
	p.DataDate = &finished
	for _, project := range []string{"ky", "stoettesystemerne"} {
		p.Tasks["4.5/organisation@"+project] = plan.Task{ActualStart: &began, ActualFinish: &finished}
	}
	s := compute(t, p)
	assert.Equal(t, drejebog.SeverityNote, findingOn(t, s, "DB-111", "4.5/organisation@ky").Severity, "what was late and is finished is history")

	late := emptyPlan()
	seen, then := day("2013-12-02"), day("2014-01-10")
	late.AsOf = &seen
	for _, project := range []string{"ky", "stoettesystemerne"} {
		late.Tasks["4.5/organisation@"+project] = plan.Task{PlannedFinish: &then}
	}
	s = compute(t, late)
	assert.Equal(t, drejebog.SeverityError, findingOn(t, s, "DB-101", "4.5/organisation@ky").Severity)
	assert.Equal(t, drejebog.SeverityWarning, findingOn(t, s, "DB-101", "4.5/organisation@stoettesystemerne").Severity)
}

func TestAnAgreementIsSignedBeforeDevelopmentMustBegin(t *testing.T) {
	s := compute(t, emptyPlan())
	assert.Equal(t, "2014-10-31", s.Task("6.2/underskrift@ky").LateFinish.Date.String())
	assert.Equal(t, "2014-10-20", s.Task("6.2/underskrift@stoettesystemerne").LateFinish.Date.String())

	p := emptyPlan()
	planned := day("2015-03-02")
	p.Tasks["6.2/underskrift@ky"] = plan.Task{PlannedStart: &planned}
	f := findingOn(t, compute(t, p), "DB-301", "6.2/underskrift@ky")
	assert.Equal(t, drejebog.SeverityWarning, f.Severity, "how long a system is developed is our guess")
	assert.Contains(t, f.Text.DA, "Implementeringen i kommunen begynder (KY)")
}

func TestTheImplementationOfStoettesystemerneBoundsWhatItNeeds(t *testing.T) {
	s := compute(t, emptyPlan())
	assert.Equal(t, "2015-12-21", s.Milestone("impl@stoettesystemerne").Date.Date.String())
	assert.Equal(t, "2015-09-21", s.Milestone("4.8/bekraeftet@stoettesystemerne").Deadline.String())
	assert.Equal(t, "2015-12-18", s.Task("4.15/aktiviteter@stoettesystemerne").LateFinish.Date.String())
}

func TestWhereNothingIsBoughtNothingWaitsForAnAppropriation(t *testing.T) {
	reason, started := "licenserne rækker", day("2014-08-01")
	p := emptyPlan()
	for _, id := range []string{"4.13/strategi@sapa", "4.14/strategi"} {
		p.Tasks[id] = plan.Task{ActualStart: &started, ActualFinish: &started}
	}
	p.Tasks["4.13/modtager-valg@sapa"] = plan.Task{NotRelevant: &reason}
	p.Tasks["4.13/modtager-anskaffelse@sapa"] = plan.Task{NotRelevant: &reason}
	p.Tasks["4.13/modtager-opsaetning@sapa"] = plan.Task{PlannedStart: &started}
	assert.Less(t, compute(t, p).Task("4.13/modtager-opsaetning@sapa").Start.Date.String(), "2015-01-01")
	for _, f := range plan.Check(book(), p) {
		assert.NotEqual(t, "DB-006", f.Code, "the playbook does not ask for a step of ours: %s", f.Subject)
	}
}

// emptyPlan is a kommune's plan with nothing in it.
func emptyPlan() *plan.Plan {
	p := plan.New("Roskilde")
	p.Tasks = map[string]plan.Task{}
	return p
}
