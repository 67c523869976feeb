package estimate_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// lostAt are the hours of KY's 100 users that are lost while the old system is closed, and
// where they come from.
func lostAt(t *testing.T, document string) (hours drejebog.Hours, source string, e *estimate.Estimate) {
	t.Helper()
	e = estimateOf(t, estimatetest.Vejen(t, "drivers: {users@ky: 100}\n"+document))
	for i := range e.Cells {
		if c := &e.Cells[i]; c.Task == "5.2/overgang@ky" && c.Role == "slutbruger" {
			hours, source = hours.Add(c.Hours), c.Source
		}
	}
	return hours, source, e
}

// A day without a system is 7.4 hours, of which half stand still: 3.7 hours for each of
// 100 users. 28 to 31 December 2015 are four working days.
func TestTheDaysThatTheOldSystemIsClosedForAreThoseThatAreLost(t *testing.T) {
	const migration = "migrations: {ky: {closed: [{from: 2015-12-28, to: 2015-12-31}]}}\n"
	for name, test := range map[string]struct{ document, hours, source string }{
		"by the plan's closed days":  {migration, "1480", "plan:3"},
		"by the length of the step":  {"tasks: {5.2/overgang@ky: {duration: 5}}\n", "1850", "plan:3"},
		"the step's before the days": {migration + "tasks: {5.2/overgang@ky: {duration: 5}}\n", "1850", "plan:4"},
		"by its planned days":        {"tasks: {5.2/overgang@ky: {plannedStart: 2015-12-28, plannedFinish: 2015-12-30}}\n", "1110", "plan:3"},
		"by what has happened": { // five working days
			"asOf: 2016-02-01\ndataDate: 2016-02-01\ntasks: {5.2/overgang@ky: {actualStart: 2015-12-21, actualFinish: 2015-12-29}}\n", "1850", "plan:5",
		},
		"a go-live that nobody knows": {"projects: {ky: {goLive: ukendt}}\n" + migration, "1480", "plan:4"},
	} {
		t.Run(name, func(t *testing.T) {
			hours, source, e := lostAt(t, test.document)
			noFault(t, e)
			assert.Equal(t, test.hours, hours.Decimal().String())
			assert.Contains(t, source, "; "+test.source)
		})
	}
	assumed, source, _ := lostAt(t, "")
	assert.NotContains(t, source, "plan:3")
	_, _, e := lostAt(t, migration)
	var said bool
	explained, err := e.Explain("5.2/overgang@ky")
	require.NoError(t, err)
	for i := range explained {
		for _, n := range explained[i].Inputs {
			if n.ID == "closed-days" {
				said = true
				assert.Equal(t, []string{"4", "4", "4"}, []string{n.Low.String(), n.Likely.String(), n.High.String()})
				assert.Equal(t, drejebog.Stated, n.Certainty)
			}
		}
	}
	assert.True(t, said)
	other, _, _ := lostAt(t, "migrations: {ksd: {closed: [{from: 2015-12-28, to: 2015-12-31}]}}\n")
	assert.Equal(t, assumed.Decimal().String(), other.Decimal().String(), "another project's")
}
