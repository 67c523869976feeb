package outlook_test

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/stretchr/testify/assert"
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

// BenchmarkJointOfAll does so for every kommune, as many at a time as there are cores,
// with their schedules and estimates.
func BenchmarkJointOfAll(b *testing.B) {
	kommuner := booktest.Book(b).Kommuner
	for b.Loop() {
		var next atomic.Int32
		var all sync.WaitGroup
		for range runtime.GOMAXPROCS(0) {
			all.Go(func() {
				for i := int(next.Add(1)) - 1; i < len(kommuner); i = int(next.Add(1)) - 1 {
					_, err := outlook.JointOf(context.Background(), estimateOf(b, plan.New(kommuner[i].Code)), outlook.Simulation{Seed: 1})
					assert.NoError(b, err)
				}
			})
		}
		all.Wait()
	}
}
