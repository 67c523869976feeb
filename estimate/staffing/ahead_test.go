package staffing_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What has been done before the day that the plan is seen from is short of nobody: only
// what is ahead is held against who there is, in the current month and week too.
func TestWhatIsPastIsShortOfNobody(t *testing.T) {
	p := estimatetest.Sample(t, "odense.yaml")
	whole := of(t, p)
	seen := whole.Estimate().Schedule().SeenFrom()
	for _, c := range whole.Clashes {
		require.Greater(t, c.Last, seen)
	}
	// A task that is all of June, seen from its last working day.
	first, last := day(t, "2014-06-02"), day(t, "2014-06-30")
	seenFrom := day(t, "2014-06-27")
	hours := drejebog.NewHours(decimal.NewFromInt(200))
	p = plan.New("Lemvig")
	p.AsOf, p.DataDate = &seenFrom, &seenFrom
	p.People = map[string]plan.Person{"a": {Name: "A", Roles: []string{"testkoordinator"}, HoursPerWeek: perWeek(37)}}
	p.Own = map[string]plan.OwnTask{"own/x": {Name: "X", Task: plan.Task{Duration: new(20),
		PlannedStart: &first, PlannedFinish: &last, ActualStart: &first, Executor: "a", Hours: &hours, Status: plan.InProgress,
	}}}
	s := of(t, p)
	row := person(t, s, "a")
	require.NotEmpty(t, row.Months)
	require.NotEmpty(t, s.Clashes)
	june := row.Months[0]
	assert.Greater(t, june.Need().Cmp(*june.Available), 0, "two hundred hours in a month")
	for _, c := range s.Clashes {
		if c.Person == "a" {
			assert.Less(t, c.Need.Decimal().InexactFloat64(), 40.0, "of which two days are ahead")
			assert.Less(t, c.Over.Decimal().InexactFloat64(), 20.0)
			assert.Equal(t, c.Need.Sub(c.Available), c.Over)
		}
	}
	assert.Equal(t, june.Need().Sub(*june.Available), june.Over, "the month as a whole is told in its row")
}

func perWeek(n int64) *drejebog.Hours {
	h := drejebog.NewHours(decimal.NewFromInt(n))
	return &h
}
