package status_test

import (
	"sync"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/stretchr/testify/require"
)

// loaded reads the playbook once for all tests of the package.
var loaded = sync.OnceValues(drejebog.Load)

func book(t testing.TB) *drejebog.Playbook {
	t.Helper()
	b, err := loaded()
	require.NoError(t, err)
	return b
}

func contributions(t testing.TB) []estimate.Contribution {
	t.Helper()
	list, err := estimate.Reference()
	require.NoError(t, err)
	return list
}

// sample reads a sample plan, whatever is wrong with it.
func sample(t testing.TB, name string) (*plan.Plan, []drejebog.Finding) {
	t.Helper()
	file, err := plans.Files().Open(name)
	require.NoError(t, err)
	return plan.Read(book(t), name, file)
}

// computed is every part of a sample.
func computed(t testing.TB, name string) *status.Status {
	t.Helper()
	p, _ := sample(t, name)
	require.NotNil(t, p, name)
	s, err := status.Compute(book(t), p, contributions(t))
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
	s, err := status.Compute(book(t), plan.New("Roskilde"), contributions(t))
	require.NoError(t, err)
	return append(all, s)
}
