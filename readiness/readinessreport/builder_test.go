package readinessreport_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/stretchr/testify/require"
)

var (
	book   = booktest.Book
	sample = booktest.Sample
)

// lists reads the sample lists of requirements.
func lists(t testing.TB) []requirements.List {
	t.Helper()
	var all []requirements.List
	for _, name := range plans.Requirements() {
		file, err := plans.Files().Open(name)
		require.NoError(t, err)
		list, findings := requirements.Read(book(t), name, file)
		require.Empty(t, findings)
		all = append(all, *list)
	}
	return all
}

// computed is every part of a plan.
func computed(t testing.TB, p *plan.Plan, lists ...requirements.List) *status.Status {
	t.Helper()
	contributions, err := estimate.Reference()
	require.NoError(t, err)
	s, err := status.Compute(book(t), p, contributions, lists...)
	require.NoError(t, err)
	return s
}

// assess assesses a sample.
func assess(t testing.TB, name string, lists ...requirements.List) *readiness.Assessment {
	t.Helper()
	p, _ := sample(t, name)
	require.NotNil(t, p, name)
	return computed(t, p, lists...).Assessment
}

// languages are those of the goldens, by what their names end in.
var languages = map[string]lang.Lang{"": lang.Danish, "-en": lang.English}

var (
	printers = booktest.Printers()
	written  = booktest.Written
)
