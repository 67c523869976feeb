package staffing_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/require"
)

var (
	sample     = estimatetest.Sample
	vejen      = estimatetest.Vejen
	estimateOf = estimatetest.Of
	random     = booktest.Random
	day        = estimatetest.Day
)

// published reports whether a plan is seen from a day on which there was a playbook.
func published(t require.TestingT, p *plan.Plan) bool {
	_, err := timeline.Compute(booktest.Book(t), p)
	return err == nil
}

// of is the staffing of a plan.
func of(t require.TestingT, p *plan.Plan) *staffing.Staffing {
	s, err := staffing.Of(estimateOf(t, p))
	require.NoError(t, err)
	return s
}

// person is the row of one of the people.
func person(t require.TestingT, s *staffing.Staffing, id string) *staffing.Row {
	for i := range s.People {
		if s.People[i].ID == id {
			return &s.People[i]
		}
	}
	require.Fail(t, "nobody is "+id)
	return nil
}

// role is the row of a role.
func role(t require.TestingT, s *staffing.Staffing, id string) *staffing.Row {
	for i := range s.Roles {
		if s.Roles[i].ID == id {
			return &s.Roles[i]
		}
	}
	require.Fail(t, "nothing is for "+id)
	return nil
}

// hoursOf are the hours of an estimate.
func hoursOf(e *estimate.Estimate) drejebog.Hours {
	var sum drejebog.Hours
	for i := range e.Cells {
		sum = sum.Add(e.Cells[i].Hours)
	}
	return sum
}

func BenchmarkStaffing(b *testing.B) {
	e := estimateOf(b, sample(b, "odense.yaml"))
	for b.Loop() {
		_, err := staffing.Of(e)
		require.NoError(b, err)
	}
}
