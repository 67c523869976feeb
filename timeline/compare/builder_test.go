package compare_test

import (
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/require"
)

// compute schedules a plan that must be computable.
func compute(t require.TestingT, p *plan.Plan) *timeline.Schedule {
	s, err := timeline.Compute(booktest.Book(t), p)
	require.NoError(t, err)
	return s
}

// goLive is a plan that moves one go-live.
func goLive(project string, when *plan.When) *plan.Plan {
	p := plan.New("Roskilde")
	p.Projects = map[string]plan.Rollout{project: {GoLive: when}}
	return p
}
