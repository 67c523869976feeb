package outlook_test

import (
	"context"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/stretchr/testify/require"
)

// BenchmarkJoint draws 10,000 joint samples of one kommune.
func BenchmarkJoint(b *testing.B) {
	e := estimateOf(b, plan.New("Roskilde"))
	b.ReportAllocs()
	for b.Loop() {
		_, err := outlook.JointOf(context.Background(), e, outlook.Simulation{Seed: 1})
		require.NoError(b, err)
	}
}

// BenchmarkJointOfAll does so for every kommune.
func BenchmarkJointOfAll(b *testing.B) {
	kommuner := booktest.Book(b).Kommuner
	for b.Loop() {
		for i := range kommuner {
			_, err := outlook.JointOf(context.Background(), estimateOf(b, plan.New(kommuner[i].Code)), outlook.Simulation{Seed: 1})
			require.NoError(b, err)
		}
	}
}
