package status_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/stretchr/testify/require"
)

func contributions(t testing.TB) []estimate.Contribution {
	t.Helper()
	list, err := estimate.Reference()
	require.NoError(t, err)
	return list
}

// computed is every part of a sample.
func computed(t testing.TB, name string) *status.Status {
	t.Helper()
	p, _ := booktest.Sample(t, name)
	require.NotNil(t, p, name)
	s, err := status.Compute(booktest.Book(t), p, contributions(t))
	require.NoError(t, err)
	return s
}

// samples are all sample plans, and a kommune without one.
func samples(t testing.TB) []*status.Status {
	t.Helper()
	var all []*status.Status
	for _, name := range plans.Names() {
		all = append(all, computed(t, name))
	}
	s, err := status.Compute(booktest.Book(t), plan.New("Roskilde"), contributions(t))
	require.NoError(t, err)
	return append(all, s)
}
