package status_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
)

// BenchmarkWhatIf moves a go-live and asks for dates, money and readiness: what a page
// waits for on which somebody moves it.
func BenchmarkWhatIf(b *testing.B) {
	book, err := drejebog.Load()
	require.NoError(b, err)
	contributions, err := estimate.Reference()
	require.NoError(b, err)
	sched, err := timeline.Compute(book, plan.New("Roskilde"))
	require.NoError(b, err)
	later := func(p *plan.Plan) {
		p.Projects = map[string]plan.Rollout{"sapa": {GoLive: plan.On(date.New(2016, 2, 1))}}
	}
	var other *timeline.Schedule
	b.Run("timeline", func(b *testing.B) {
		for b.Loop() {
			other, err = sched.With(later)
			require.NoError(b, err)
		}
	})
	b.Run("estimate", func(b *testing.B) {
		for b.Loop() {
			_, err = estimate.Compute(other, contributions)
			require.NoError(b, err)
		}
	})
	b.Run("readiness", func(b *testing.B) {
		for b.Loop() {
			_, err = readiness.Assess(other)
			require.NoError(b, err)
		}
	})
}
