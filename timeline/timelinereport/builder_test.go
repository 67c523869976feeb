package timelinereport_test

import (
	"strings"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/compare"
	"github.com/drejebog/monopolbrud/timeline/explain"
	"github.com/drejebog/monopolbrud/timeline/quality"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
	"github.com/drejebog/monopolbrud/timeline/view"
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

// read is a plan of Roskilde, whatever there is to say about it.
func read(t require.TestingT, lines ...string) *plan.Plan {
	p, findings := plan.Read(book(), "plan.yaml", strings.NewReader("kommune: Roskilde\n"+strings.Join(lines, "\n")))
	require.NotNil(t, p, "%v", findings)
	return p
}

// sample is one of the sample plans.
func sample(t require.TestingT, name string) *plan.Plan {
	p, findings := booktest.Sample(t, name)
	require.NotNil(t, p, "%v", findings)
	return p
}

func goLive(project string, when *plan.When) *plan.Plan {
	p := plan.New("Roskilde")
	p.Projects = map[string]plan.Rollout{project: {GoLive: when}}
	return p
}

// seen is a kommune without a plan on a day.
func seen(day date.Date) *plan.Plan {
	p := plan.New("Roskilde")
	p.AsOf = &day
	return p
}

// shared is a plan in which others do what one answers for, and something is
// late.
func shared(t require.TestingT) *plan.Plan {
	return read(t, "asOf: 2014-06-27", "dataDate: 2014-06-27",
		"people: {anna: {name: Anna, roles: [jurist]}, bo: {roles: [it-arkitekt]}, carl: {roles: [it-arkitekt]}}",
		"tasks:",
		"  4.14/strategi: {actualStart: 2014-06-02, actualFinish: 2014-06-20}",
		"  4.13/strategi@sapa: {actualStart: 2014-06-02, remaining: 3, responsible: anna, executor: supplier}",
		"own:",
		"  own/late: {name: Sent, duration: 10, plannedStart: 2014-06-30, deadline: 2014-07-02, responsible: anna, executor: bo}",
		"  own/later: {name: Senere, duration: 1, plannedStart: 2014-07-28, responsible: anna}")
}

// undated is a plan in which nothing goes live on a day that is known.
func undated(t require.TestingT) *plan.Plan {
	return read(t, "projects: {ky: {goLive: unknown}, ksd: {goLive: unknown}, sapa: {goLive: unknown}, stoettesystemerne: {goLive: unknown}}")
}

// reports are all that the package tells of a schedule, by name.
func reports(t require.TestingT, s *timeline.Schedule) map[string]*document.Document {
	explanation, err := explain.Of(s, "4.8/bekraeftelse@ky")
	require.NoError(t, err)
	cut, err := s.ToMeet("4.8/bekraeftet@ky", s.SeenFrom()+400)
	require.NoError(t, err)
	update, err := compare.Since(book(), s.Plan, "3.0")
	require.NoError(t, err)
	all := map[string]*document.Document{
		"schedule":    timelinereport.Schedule(s),
		"explanation": timelinereport.Explanation(explanation),
		"cut":         timelinereport.Cut(s, cut),
		"update":      timelinereport.Update(update),
		"agenda":      timelinereport.Agenda(view.Ahead(s, 30, 90)),
		"waiting":     timelinereport.WaitingList(view.WaitingFor(s)),
		"quality":     timelinereport.Quality(quality.Of(s)),
		"budget":      timelinereport.Budget(s.Budget()),
		"comparison":  timelinereport.Comparison(compare.Schedules(compute(t, plan.New("Roskilde")), s)),
	}
	for _, by := range []view.Grouping{view.ByProject, view.ByTheme, view.ByActor, view.ByRole} {
		all["view-"+by.String()] = timelinereport.View(view.Of(s, by))
	}
	return all
}

var written = booktest.Written
