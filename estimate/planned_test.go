package estimate_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// plannedWith is a step of 100 hours of end users (80 to 150) at 300 kr., and of 40 hours
// of a stand-in for them (30 to 50) at 250 kr. and 25 of teachers, of the plan's hours.
func plannedWith(t *testing.T, document string) *estimate.Estimate {
	t.Helper()
	assumptions := twoRates(t)
	teacher := assumptions.Rates[0]
	teacher.Role = "underviser"
	assumptions.Rates = append(assumptions.Rates, teacher)
	line := func(role string, kind estimate.Kind, low, likely, high string) estimate.Line {
		return estimate.Line{Step: "4.10/slutbrugere", Projects: []string{"sapa"}, Role: role, Kind: kind, Hours: hours(low, likely, high)}
	}
	e, err := assumptions.Compute(schedule(t, estimatetest.Vejen(t, document)), published(
		line("slutbruger", estimate.Own, "80", "100", "150"), line("slutbruger", estimate.Backfill, "30", "40", "50"), line("underviser", estimate.Own, "20", "25", "30"),
	))
	require.NoError(t, err)
	noFault(t, e)
	return e
}

func TestHoursThatThePlanGivesATaskStandForThoseOfItsExecutorsRole(t *testing.T) {
	type sums struct{ users, standIn, teachers string }
	for name, test := range map[string]struct {
		task string
		want sums // hours, low, likely and high alike where they are the plan's
	}{
		"nothing said":              {"{}", sums{"100", "40", "25"}},
		"a role":                    {"{hours: 70, executor: slutbruger}", sums{"50", "20", "25"}},
		"a role of one line":        {"{hours: 10, executor: underviser}", sums{"100", "40", "10"}},
		"nobody: all in proportion": {"{hours: 33}", sums{"20", "8", "5"}},
		"a person":                  {"{hours: 10, executor: anna}", sums{"100", "40", "10"}},
		"a person of both roles":    {"{hours: 33, executor: bo}", sums{"20", "8", "5"}},
		"nothing":                   {"{hours: 0}", sums{"0", "0", "0"}},
		"another's work":            {"{hours: 10, executor: kombit}", sums{"100", "40", "25"}},
	} {
		t.Run(name, func(t *testing.T) {
			e := plannedWith(t, "people: {anna: {roles: [slutbruger@ky, underviser]}, bo: {roles: [slutbruger, underviser]}}\ntasks: {4.10/slutbrugere@sapa: "+test.task+"}\n")
			got := map[string]drejebog.Hours{}
			for i := range e.Cells {
				c := &e.Cells[i]
				key := c.Role + " " + c.Kind.String()
				got[key] = got[key].Add(c.Hours)
			}
			assert.Equal(t, test.want, sums{
				got["slutbruger own"].Decimal().String(), got["slutbruger backfill"].Decimal().String(), got["underviser own"].Decimal().String(),
			})
		})
	}
	e := plannedWith(t, "tasks: {4.10/slutbrugere@sapa: {hours: 70, executor: slutbruger}}\n")
	for i := range e.Cells {
		if c := &e.Cells[i]; c.Role == "slutbruger" {
			assert.Equal(t, c.Likely.String(), c.Low.String())
			assert.Equal(t, c.Likely.String(), c.High.String())
			assert.Equal(t, "plan:2", c.Source)
		}
	}
	money(t, "27500.00", e.Total().Likely) // 50 × 300 + 20 × 250 + 25 × 300
	f := findingOf(t, e, "DB-426")
	assert.Equal(t, drejebog.SeverityNote, f.Severity)
	assert.Contains(t, f.Text.DA, "Planens 70 timer")
	assert.Contains(t, f.Text.DA, "overslagets 140")
}

func TestHoursOfATaskWithoutALineAreThoseOfWhoDoesIt(t *testing.T) {
	e := plannedWith(t, "tasks: {4.10/superbrugere@sapa: {hours: 12, executor: slutbruger}}\n")
	var of []string
	for i := range e.Cells {
		if c := &e.Cells[i]; c.Task == "4.10/superbrugere@sapa" {
			of = append(of, c.Role+" "+c.Kind.String()+" "+c.Hours.Decimal().String())
		}
	}
	assert.Equal(t, []string{"slutbruger own 12"}, of)
}

// Hours that do not part evenly are lost nowhere.
func TestThePartsOfPlannedHoursAddUp(t *testing.T) {
	e := plannedWith(t, "tasks: {4.10/slutbrugere@sapa: {hours: 100.01}}\n")
	assert.Equal(t, "100.01", e.Total().Hours.Decimal().String())
}
