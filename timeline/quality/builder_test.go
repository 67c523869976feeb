package quality_test

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/require"
)

// compute schedules a plan that must be computable.
func compute(t require.TestingT, p *plan.Plan) *timeline.Schedule {
	s, err := timeline.Compute(booktest.Book(t), p)
	require.NoError(t, err)
	return s
}

// read is a plan of Roskilde, whatever there is to say about it.
func read(t require.TestingT, lines ...string) *plan.Plan {
	p, findings := plan.Read(booktest.Book(t), "plan.yaml", strings.NewReader("kommune: Roskilde\n"+strings.Join(lines, "\n")))
	require.NotNil(t, p, "%v", findings)
	return p
}

// sampled is the schedule of a sample plan.
func sampled(t require.TestingT, name string) *timeline.Schedule {
	p, findings := booktest.Sample(t, name)
	require.NotNil(t, p, "%v", findings)
	return compute(t, p)
}

// codes are those of a schedule's findings.
func codes(s *timeline.Schedule) []string {
	var list []string
	for _, f := range s.Findings {
		list = append(list, f.Code)
	}
	return list
}
