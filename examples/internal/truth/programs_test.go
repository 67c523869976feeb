package truth_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	money "github.com/drejebog/monopolbrud/estimate/compare"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/drejebog/monopolbrud/estimate/request"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/overview"
	"github.com/drejebog/monopolbrud/readiness/readinessreport"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/drejebog/monopolbrud/readiness/steering"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/compare"
	"github.com/drejebog/monopolbrud/timeline/explain"
	"github.com/drejebog/monopolbrud/timeline/quality"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
	"github.com/drejebog/monopolbrud/timeline/view"
	"github.com/stretchr/testify/require"
)

// result is what a program says of a plan: as data with the name of its schema,
// and as it is told, nil where it is not told.
type result struct {
	schema string
	data   any
	told   *document.Document
}

// computed is what all programs say of one plan, and what they say it from.
type computed struct {
	*status.Status
	results []result
	every   int // of how many rows one has its dates explained
}

// required are the sample lists of requirements.
func required(t *testing.T) []requirements.List {
	t.Helper()
	var lists []requirements.List
	for _, name := range plans.Requirements() {
		file, err := plans.Files().Open(name)
		require.NoError(t, err)
		list, findings := requirements.Read(book(t), name, file)
		require.NotNil(t, list, "%v", findings)
		lists = append(lists, *list)
	}
	return lists
}

// compute runs the plan through what every program runs it through. A plan that
// cannot be computed is one that the programs refuse.
func compute(t *testing.T, p *plan.Plan, every int, lists ...requirements.List) *computed {
	t.Helper()
	contributions, err := estimate.Reference()
	require.NoError(t, err)
	all, err := status.Compute(book(t), p, contributions, lists...)
	require.NoError(t, err)
	c := &computed{Status: all, every: every}
	c.ofSchedule(t, p, all.Schedule)
	c.ofMoney(t, all)
	c.ofKommuner(t, all)
	return c
}

func (c *computed) add(schema string, data any, told *document.Document) {
	c.results = append(c.results, result{schema, data, told})
}

func (c *computed) ofSchedule(t *testing.T, p *plan.Plan, s *timeline.Schedule) {
	t.Helper()
	c.add("timeline", s, timelinereport.Schedule(s))
	c.add("plan", s.Plan, nil)
	for _, by := range []view.Grouping{view.ByProject, view.ByTheme, view.ByActor, view.ByRole} {
		v := view.Of(s, by)
		c.add("timeline-view", v, timelinereport.View(v))
	}
	agenda, waiting, measured, years := view.Ahead(s, 30, 90), view.WaitingFor(s), quality.Of(s), s.Budget()
	c.add("timeline-agenda", agenda, timelinereport.Agenda(agenda))
	c.add("timeline-waiting", waiting, timelinereport.WaitingList(waiting))
	c.add("timeline-quality", measured, timelinereport.Quality(measured))
	c.add("timeline-budget", years, timelinereport.Budget(years))
	without, err := timeline.Compute(s.Book, plan.New(s.Kommune.Code))
	require.NoError(t, err)
	compared := compare.Schedules(without, s)
	c.add("timeline-comparison", compared, timelinereport.Comparison(compared))
	update, err := compare.Since(book(t), p, "1.0") // of the plan as it was handed in: what is used of it is found anew
	require.NoError(t, err)
	c.add("timeline-update", update, timelinereport.Update(update))
	c.cut(t, s)
	for i := range s.Tasks {
		if i%c.every == 0 || s.Tasks[i].NotRelevant != "" {
			c.explain(t, s, s.Tasks[i].ID)
		}
	}
	for i := range s.Milestones {
		if i%c.every == 0 {
			c.explain(t, s, s.Milestones[i].ID)
		}
	}
}

// cut asks for a milestone a week earlier, where that is not over.
func (c *computed) cut(t *testing.T, s *timeline.Schedule) {
	t.Helper()
	m := s.Milestone("golive@sapa")
	if m == nil || !m.Date.Known() || m.Date.Date-7 < s.SeenFrom() {
		return
	}
	if cut, err := s.ToMeet(m.ID, m.Date.Date-7); err == nil {
		c.add("timeline-cut", cut, timelinereport.Cut(s, cut))
	}
}

func (c *computed) explain(t *testing.T, s *timeline.Schedule, id string) {
	t.Helper()
	e, err := explain.Of(s, id)
	require.NoError(t, err, id)
	bare := *s
	bare.Findings = nil // every explanation has all findings of its schedule
	e.Schedule = &bare
	c.add("timeline-explanation", e, nil)
}

func (c *computed) ofMoney(t *testing.T, all *status.Status) {
	t.Helper()
	c.add("estimate", all.Estimate, estimatereport.Estimate(all.Estimate))
	c.add("businesscase", all.Case, estimatereport.BusinessCase(all.Case))
	levelled, err := all.Staffing.Level(t.Context(), 10)
	require.NoError(t, err)
	staffed := *all.Staffing
	staffed.Levelling = levelled
	c.add("staffing", &staffed, estimatereport.Staffing(&staffed))
	together, err := staffing.Join(&staffed)
	require.NoError(t, err)
	c.add("staffing-together", together, nil) // of one kommune it tells what its plan does
	without, err := timeline.Compute(book(t), plan.New(all.Schedule.Kommune.Code))
	require.NoError(t, err)
	contributions, err := estimate.Reference()
	require.NoError(t, err)
	bare, err := estimate.Compute(without, contributions)
	require.NoError(t, err)
	compared := money.Estimates(bare, all.Estimate)
	c.add("estimate-comparison", compared, estimatereport.Comparison(compared))
	r, err := request.Of(all.Estimate)
	require.NoError(t, err)
	c.add("request", r, estimatereport.Request(r))
	u, err := outlook.Of(all.Estimate)
	require.NoError(t, err)
	c.add("uncertainty", u, estimatereport.Uncertainty(u))
	j, err := outlook.JointOf(t.Context(), all.Estimate, outlook.Simulation{Samples: 64})
	require.NoError(t, err)
	c.add("risk", j, estimatereport.Risk(j))
}

func (c *computed) ofKommuner(t *testing.T, all *status.Status) {
	t.Helper()
	c.add("readiness", all.Assessment, readinessreport.Assessment(all.Assessment))
	o := overview.New(all.Schedule.Book, []*readiness.Assessment{all.Assessment})
	c.add("overview", o, readinessreport.Overview(o))
	report, err := steering.Of(all, nil)
	require.NoError(t, err)
	c.add("statusreport", report, readinessreport.Steering(report))
	side := status.NewPortfolio(all.Schedule.Book, []*status.Status{all})
	c.add("portfolio", side, readinessreport.Portfolio(side))
	checked := &status.Plans{Book: all.Schedule.Book, Plans: []status.Checked{{
		File: "plan.yaml", Kommune: all.Schedule.Kommune.Name, Findings: all.Findings,
	}}}
	c.add("plancheck", checked, readinessreport.Plans(checked))
}
