package compare_test

import (
	"fmt"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/compare"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// computed is a plan's estimate with SAPA's go-live on a day, and as the plan has it.
func computed(t require.TestingT, p *plan.Plan, goLive date.Date) (before, after *estimate.Estimate) {
	contributions, err := estimate.Reference()
	require.NoError(t, err)
	sched, err := timeline.Compute(booktest.Book(t), p)
	require.NoError(t, err)
	later, err := sched.With(func(p *plan.Plan) {
		if p.Projects == nil {
			p.Projects = map[string]plan.Rollout{}
		}
		p.Projects["sapa"] = plan.Rollout{GoLive: plan.On(goLive)}
	})
	require.NoError(t, err)
	before, err = estimate.Compute(sched, contributions)
	require.NoError(t, err)
	after, err = estimate.Compute(later, contributions)
	require.NoError(t, err)
	return before, after
}

func TestTheSameEstimateHasNoDifference(t *testing.T) {
	before, _ := computed(t, plan.New("Roskilde"), date.New(2016, 4, 1))
	assert.True(t, compare.Estimates(before, before).Empty())
	assert.True(t, compare.Estimates(nil, before).Empty())
	assert.True(t, compare.Estimates(before, &estimate.Estimate{}).Empty())
}

// A go-live that slips a year moves money to later years, and what the years of a project
// have less or more adds up to what moves and what it grows by.
func TestMoneyMovesWithAGoLive(t *testing.T) {
	before, after := computed(t, plan.New("Roskilde"), date.New(2017, 4, 1))
	c := compare.Estimates(before, after)
	require.NotEmpty(t, c.Moves)
	less := map[string]drejebog.Kroner{}
	for _, m := range c.Moves {
		assert.Equal(t, "sapa", m.Project)
		assert.Less(t, m.From, m.To)
		assert.Positive(t, m.Money.Sign())
	}
	for _, y := range c.Years {
		less[y.Project] = less[y.Project].Add(y.Before).Sub(y.After)
	}
	for project, sum := range less {
		was, now := newMoney(before, project), newMoney(after, project)
		assert.Zero(t, sum.Cmp(was.Sub(now)), project)
	}
	back := compare.Estimates(after, before)
	require.Len(t, back.Moves, len(c.Moves))
	for _, m := range back.Moves {
		assert.Greater(t, m.From, m.To)
	}
}

func newMoney(e *estimate.Estimate, project string) drejebog.Kroner {
	for _, b := range e.ByProject() {
		if b.Key == project {
			return b.All.NewMoney
		}
	}
	return drejebog.Kroner{}
}

// example stops where a test would fail.
type example struct{}

func (example) Errorf(format string, args ...any) { panic(fmt.Sprintf(format, args...)) }
func (example) FailNow()                          { panic("failed") }

func ExampleEstimates() {
	before, after := computed(example{}, plan.New("Roskilde"), date.New(2017, 4, 1))
	for _, move := range compare.Estimates(before, after).Moves {
		fmt.Println(move.Project, move.From, "→", move.To, move.Money)
	}
	// Output:
	// sapa 2015 → 2016 310.010,97 kr.
	// sapa 2015 → 2017 535.853,33 kr.
}
