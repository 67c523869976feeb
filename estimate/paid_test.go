package estimate_test

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// yearsOf are the working days by year of a line's first basis.
func yearsOf(t *testing.T, e *estimate.Estimate, key string) map[int]int {
	t.Helper()
	explained, err := e.Explain(key)
	require.NoError(t, err)
	years := map[int]int{}
	for _, p := range explained[0].Parts {
		years[p.Year] += p.Workdays
	}
	return years
}

const (
	interfaces = "budget-2015-sapa: 6.6/kontrakter@sapa it-chef external case-systems"
	standIn    = "budget-2015-sapa: 5.2/overgangsplan@sapa projektleder backfill departments"
)

func TestASupplierIsPaidWhenItHasBuiltAndAStandInWhenTheProjectIsAtItsPeak(t *testing.T) {
	plain := estimateOf(t, plan.New("Vejen"))
	assert.Equal(t, []int{2015}, partYears(yearsOf(t, plain, interfaces)), "December before the go-live of 1 January 2016")
	assert.Equal(t, []int{2015}, partYears(yearsOf(t, plain, standIn)))
	assert.Greater(t, yearsOf(t, plain, standIn)[2015], 120, "half a year, not the days of a plan")

	p, findings := plan.Read(theBook(t), "plan.yaml", strings.NewReader("kommune: Vejen\nprojects: {sapa: {goLive: 2016-03-01}}\n"))
	require.NotNil(t, p, "%v", findings)
	later := estimateOf(t, p)
	assert.Equal(t, []int{2016}, partYears(yearsOf(t, later, interfaces)))
	assert.ElementsMatch(t, []int{2015, 2016}, partYears(yearsOf(t, later, standIn)), "the money follows the go-live")

	p, findings = plan.Read(theBook(t), "plan.yaml", strings.NewReader("kommune: Vejen\nprojects: {sapa: {goLive: ukendt}}\n"))
	require.NotNil(t, p, "%v", findings)
	unknown := estimateOf(t, p)
	assert.Equal(t, map[int]int{2015: 1}, yearsOf(t, unknown, interfaces), "provisionally in the contribution's year")
}

func partYears(m map[int]int) []int {
	var keys []int
	for k := range m {
		keys = append(keys, k)
	}
	return keys
}

func TestATaskThatIsNotRelevantHasNoMoneyElsewhereEither(t *testing.T) {
	p, findings := plan.Read(theBook(t), "plan.yaml", strings.NewReader("kommune: Vejen\ntasks:\n  6.6/kontrakter@sapa: {notRelevant: Ingen fagsystemer}\n"))
	require.NotNil(t, p, "%v", findings)
	_, err := estimateOf(t, p).Explain(interfaces)
	assert.Error(t, err)
}
