package estimate_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/stretchr/testify/require"
)

func BenchmarkCompute(b *testing.B) {
	sched, contributions := schedule(b, plan.New("Vejen")), reference(b)
	for b.Loop() {
		_, err := estimate.Compute(sched, contributions)
		require.NoError(b, err)
	}
}

func BenchmarkInputs(b *testing.B) {
	e := estimateOf(b, plan.New("Vejen"))
	for b.Loop() {
		_, err := e.Inputs()
		require.NoError(b, err)
	}
}
