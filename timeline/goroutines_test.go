package timeline_test

import (
	"sync"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestGoroutinesComputeAtOnceOnABookThatKeepsNothingYet(t *testing.T) {
	book, err := drejebog.Load()
	require.NoError(t, err)
	var computed sync.WaitGroup
	for range 6 {
		computed.Go(func() {
			_, err := timeline.Compute(book, plan.New("Vejen"))
			assert.NoError(t, err)
		})
	}
	computed.Wait()
}
