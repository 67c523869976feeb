package readiness_test

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// reasons are those of a project's recommendation.
func reasons(p *readiness.ProjectAssessment) string {
	var all []string
	for _, r := range p.Reasons {
		all = append(all, r.In(lang.Danish))
	}
	return strings.Join(all, "\n")
}

func TestADeadlineIsStillAheadOnItsOwnDay(t *testing.T) {
	list := small(t)
	for day, want := range map[string]string{"2015-07-01": "KOMBIT skal melde kravene ud senest 1. juli 2015", "2015-07-02": "KOMBIT skulle melde kravene ud senest 1. juli 2015"} {
		assert.Contains(t, reasons(projectOf(t, assess(t, planOf(t, "asOf: "+day)), "sapa")), want, day)
	}
	for day, want := range map[string]string{"2015-10-01": "de skal være bekræftet senest 1. oktober 2015", "2015-10-02": "fristen for at bekræfte dem var 1. oktober 2015"} {
		assert.Contains(t, reasons(projectOf(t, assess(t, planOf(t, "asOf: "+day), list), "sapa")), want, day)
	}
}

func TestAListThatKOMBITPublishedLateIsNoNoGo(t *testing.T) {
	list := small(t)
	list.Published = on("2015-07-15")
	p := projectOf(t, assess(t, planOf(t, "asOf: 2015-07-20", "dataDate: 2015-07-20", "readiness: {migrering/plan@sapa: {state: confirmed, on: 2015-07-18}}"), list), "sapa")
	require.Equal(t, readiness.GatePassedLate, p.Gates[0].State)
	require.Equal(t, readiness.Red, p.Time.Light, "%s", p.Time.Reason.In(lang.Danish))
	assert.Equal(t, readiness.ConditionalGo, p.Recommendation, reasons(p))
}

func TestAGateWithoutARuleThatIsPassedLateIsNoNoGo(t *testing.T) {
	p := projectOf(t, assess(t, planOf(t, "asOf: 2015-12-30",
		"tasks: {5.3/test@sapa: {actualStart: 2015-12-01, actualFinish: 2015-12-29}}"), small(t)), "sapa")
	require.Equal(t, readiness.GatePassedLate, p.Gates[2].State, p.Gates[2].Milestone)
	assert.NotContains(t, reasons(p), p.Gates[2].Name.DA)
}
