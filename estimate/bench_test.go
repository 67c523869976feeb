package estimate_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/require"
)

func BenchmarkCompute(b *testing.B) {
	sched, contributions := schedule(b, plan.New("Vejen")), reference(b)
	for b.Loop() {
		_, err := estimate.Compute(sched, contributions)
		require.NoError(b, err)
	}
}

// BenchmarkAllKommuner estimates all 98 once, on schedules that are there.
func BenchmarkAllKommuner(b *testing.B) {
	contributions := reference(b)
	var schedules []*timeline.Schedule
	for _, k := range theBook(b).Kommuner {
		schedules = append(schedules, schedule(b, plan.New(k.Code)))
	}
	for b.Loop() {
		for _, sched := range schedules {
			_, err := estimate.Compute(sched, contributions)
			require.NoError(b, err)
		}
	}
}

func TestAnEstimateAllocatesNoMoreThanNineThousandTimes(t *testing.T) {
	sched, contributions := schedule(t, plan.New("Vejen")), reference(t)
	allocations := testing.AllocsPerRun(3, func() { _, _ = estimate.Compute(sched, contributions) })
	require.LessOrEqual(t, allocations, 9000.0)
}

func BenchmarkInputs(b *testing.B) {
	e := estimateOf(b, plan.New("Vejen"))
	for b.Loop() {
		_, err := e.Inputs()
		require.NoError(b, err)
	}
}
