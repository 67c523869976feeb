package steering_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/drejebog/monopolbrud/readiness/steering"
	"github.com/stretchr/testify/require"
)

func contributions(t testing.TB) []estimate.Contribution {
	t.Helper()
	list, err := estimate.Reference()
	require.NoError(t, err)
	return list
}

// computed is every part of a sample, which is computed once for all tests.
func computed(t testing.TB, name string) *status.Status {
	t.Helper()
	if s, ok := statuses.Load(name); ok {
		return s.(*status.Status)
	}
	p, _ := booktest.Sample(t, name)
	require.NotNil(t, p, name)
	s := of(t, p)
	statuses.Store(name, s)
	return s
}

var statuses sync.Map // by the sample's name

func of(t testing.TB, p *plan.Plan) *status.Status {
	t.Helper()
	s, err := status.Compute(booktest.Book(t), p, contributions(t))
	require.NoError(t, err)
	return s
}

// written is every part of a plan that is written out.
func written(t testing.TB, text string) *status.Status {
	t.Helper()
	p, findings := plan.Read(booktest.Book(t), "plan.yaml", strings.NewReader(text))
	require.NotNil(t, p, "%v", findings)
	return of(t, p)
}

// reported is a plan's report against an earlier one, "" for none.
func reported(t testing.TB, now, before string) *steering.Report {
	t.Helper()
	var last *status.Status
	if before != "" {
		last = written(t, before)
	}
	r, err := steering.Of(written(t, now), last)
	require.NoError(t, err)
	return r
}

// lists are the sample lists of requirements.
func lists(t testing.TB) []requirements.List {
	t.Helper()
	var read []requirements.List
	for _, name := range plans.Requirements() {
		file, err := plans.Files().Open(name)
		require.NoError(t, err)
		list, findings := requirements.Read(booktest.Book(t), name, file)
		require.NotNil(t, list, "%v", findings)
		read = append(read, *list)
	}
	return read
}

// light is the light of a subject.
func light(r *steering.Report, subject string) *steering.Rating {
	for i := range r.Lights {
		if r.Lights[i].Subject == subject {
			return &r.Lights[i]
		}
	}
	return nil
}
