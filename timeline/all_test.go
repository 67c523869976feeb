package timeline_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"runtime"
	"slices"
	"testing"
	"testing/synctest"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// everyKommune is a plan of each kommune: the samples, and for the others one
// that only names it.
func everyKommune(t testing.TB) []*plan.Plan {
	t.Helper()
	local := map[string]*plan.Plan{}
	for _, name := range plans.Names() {
		text, err := fs.ReadFile(plans.Files(), name)
		require.NoError(t, err)
		p, findings := plan.Read(book(), name, bytes.NewReader(text))
		require.NotNil(t, p, "%v", findings)
		local[p.Kommune] = p
	}
	all := make([]*plan.Plan, len(book().Kommuner))
	for i, k := range book().Kommuner {
		all[i] = local[k.Name]
		if all[i] == nil {
			all[i] = plan.New(k.Name)
		}
	}
	return all
}

func TestAllGivesWhatComputeGivesOnAnyNumberOfProcessors(t *testing.T) {
	list := everyKommune(t)
	list = append(slices.DeleteFunc(slices.Clone(list), func(p *plan.Plan) bool { return !p.Local() }), list[:16]...)
	var want []string
	for _, p := range list {
		want = append(want, lines(compute(t, p)))
	}
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	for _, processors := range []int{1, 2, 7} {
		runtime.GOMAXPROCS(processors)
		outcomes, err := timeline.All(t.Context(), book(), list, nil)
		require.NoError(t, err)
		require.Len(t, outcomes, len(list))
		for i, o := range outcomes {
			require.NoError(t, o.Err)
			assert.Same(t, list[i], o.Plan)
			assert.Equal(t, want[i], lines(o.Schedule), o.Schedule.Kommune.Name)
		}
	}
}

func TestAPlanThatCannotBeComputedStopsNoOther(t *testing.T) {
	early := plan.New("Skive")
	day := day("2013-05-30")
	early.AsOf = &day
	outcomes, err := timeline.All(t.Context(), book(), []*plan.Plan{plan.New("Roskylde"), nil, early, plan.New("Vejen")}, nil)
	require.NoError(t, err)
	var unknown *drejebog.KommuneError
	require.ErrorAs(t, outcomes[0].Err, &unknown)
	require.Error(t, outcomes[1].Err)
	var edition *drejebog.EditionError
	require.ErrorAs(t, outcomes[2].Err, &edition)
	assert.Equal(t, "Vejen", outcomes[3].Schedule.Kommune.Name)
}

func TestProgressCountsEveryPlanOnce(t *testing.T) {
	var told []int
	_, err := timeline.All(t.Context(), book(), everyKommune(t)[:20], func(done int) { told = append(told, done) })
	require.NoError(t, err)
	require.Len(t, told, 20)
	for i, done := range told {
		assert.Equal(t, i+1, done)
	}
}

func TestAllKommunerAreComputed(t *testing.T) {
	outcomes, err := timeline.All(t.Context(), book(), everyKommune(t), nil)
	require.NoError(t, err)
	require.Len(t, outcomes, 98)
	for i, o := range outcomes {
		require.NoError(t, o.Err)
		assert.Equal(t, book().Kommuner[i].Name, o.Schedule.Kommune.Name)
	}
}

func TestNoPlansHaveNoOutcomes(t *testing.T) {
	outcomes, err := timeline.All(t.Context(), book(), nil, nil)
	require.NoError(t, err)
	assert.Empty(t, outcomes)
}

// The bubble of synctest does not end before every goroutine in it has.
func TestAllStopsWhenItIsCancelledAndLeavesNothingRunning(t *testing.T) {
	list := everyKommune(t)
	synctest.Test(t, func(t *testing.T) {
		enough := errors.New("enough seen")
		ctx, cancel := context.WithCancelCause(t.Context())
		most := 0
		outcomes, err := timeline.All(ctx, book(), list, func(done int) {
			most = done
			if done == 5 {
				cancel(enough)
			}
		})
		require.ErrorIs(t, err, enough)
		assert.Nil(t, outcomes)
		assert.Equal(t, 5, most, "nothing is told after it")

		_, err = timeline.All(ctx, book(), list, func(int) { t.Error("not begun") })
		require.ErrorIs(t, err, enough)
	})
}

func BenchmarkAll(b *testing.B) {
	list := everyKommune(b)
	for b.Loop() {
		outcomes, err := timeline.All(b.Context(), book(), list, nil)
		if err != nil || len(outcomes) != 98 {
			b.Fatal(err)
		}
	}
}
