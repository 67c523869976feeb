package timeline_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/explain"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
)

// book is the playbook that all tests share.
var book = sync.OnceValue(func() *drejebog.Playbook {
	b, err := drejebog.Load()
	if err != nil {
		panic(err)
	}
	return b
})

// compute schedules a plan that must be computable.
func compute(t require.TestingT, p *plan.Plan) *timeline.Schedule {
	s, err := timeline.Compute(book(), p)
	require.NoError(t, err)
	return s
}

// planOf reads a plan that must be without findings.
func planOf(t *testing.T, lines ...string) *plan.Plan {
	t.Helper()
	p, findings := plan.Read(book(), "plan.yaml", strings.NewReader("kommune: Roskilde\n"+strings.Join(lines, "\n")))
	require.Empty(t, findings)
	return p
}

// goLive is a plan that moves one go-live.
func goLive(project string, when *plan.When) *plan.Plan {
	p := plan.New("Roskilde")
	p.Projects = map[string]plan.Rollout{project: {GoLive: when}}
	return p
}

func day(iso string) date.Date {
	d, err := date.Parse("2006-01-02", iso)
	if err != nil {
		panic(err)
	}
	return d
}

// codes lists the codes of the findings with the severity or more.
func codes(s *timeline.Schedule, least drejebog.Severity) []string {
	var list []string
	for _, f := range s.Findings {
		if f.Severity >= least {
			list = append(list, f.Code+" "+f.Subject)
		}
	}
	return list
}

// sampled is the schedule of a sample plan.
func sampled(t *testing.T, name string) *timeline.Schedule {
	t.Helper()
	p, findings := booktest.Sample(t, name)
	require.NotNil(t, p, "%v", findings)
	return compute(t, p)
}

// why explains a date.
func why(t require.TestingT, s *timeline.Schedule, id string) *explain.Explanation {
	e, err := explain.Of(s, id)
	require.NoError(t, err)
	return e
}

// hardDate returns one of the hard dates that lie ahead, or nil.
func hardDate(s *timeline.Schedule, id string) *keydate.HardDate {
	for _, hard := range keydate.HardDates(s) {
		if hard.ID == id {
			return &hard
		}
	}
	return nil
}
