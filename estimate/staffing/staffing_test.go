package staffing_test

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// conserved holds that no hour is lost and none is counted twice, in the staffing of a plan.
func conserved(t require.TestingT, p *plan.Plan) *staffing.Staffing {
	e := estimateOf(t, p)
	s, err := staffing.Of(e)
	require.NoError(t, err)
	equal(t, hoursOf(e), s.Estimated)
	equal(t, s.Estimated, s.Dated.Add(s.Undated).Add(s.DoneUndated))
	var months, weeks, people, undated, done, waiting, doneOf, over, overOfRoles, left, clashed drejebog.Hours
	for i := range s.Roles {
		r := &s.Roles[i]
		undated, done = undated.Add(r.Undated), done.Add(r.DoneUndated)
		for k := range r.Months {
			months, overOfRoles = months.Add(r.Months[k].Need()), overOfRoles.Add(r.Months[k].Over)
			sumsUp(t, &r.Months[k])
		}
		for k := range r.Weeks {
			weeks = weeks.Add(r.Weeks[k].Need())
		}
		equal(t, sum(r.Months), r.Own.Add(r.Backfill))
	}
	for i := range s.People {
		r := &s.People[i]
		people = people.Add(sum(r.Months))
		equal(t, sum(r.Months), sum(r.Weeks))
		for k := range r.Months {
			m := &r.Months[k]
			over = over.Add(m.Over)
			sumsUp(t, m)
			if m.Available == nil {
				require.Zero(t, m.Over.Sign())
			} else if m.Over.Sign() > 0 {
				equal(t, m.Need().Sub(*m.Available), m.Over)
			}
		}
	}
	for _, w := range s.Waiting {
		waiting = waiting.Add(w.Own).Add(w.Backfill)
	}
	for _, d := range s.Done {
		doneOf = doneOf.Add(d.Own).Add(d.Backfill)
	}
	for _, l := range s.LeftOver {
		left = left.Add(l.Hours)
	}
	for _, c := range s.Clashes {
		clashed = clashed.Add(c.Over)
		var tasks drejebog.Hours
		for _, of := range c.Tasks {
			tasks = tasks.Add(of.Hours)
		}
		equal(t, c.Need, tasks)
	}
	equal(t, s.Estimated, months.Add(undated).Add(done))
	equal(t, s.Dated, months)
	equal(t, months, weeks)
	equal(t, undated, waiting)
	equal(t, s.Undated, undated)
	equal(t, done, doneOf)
	equal(t, s.DoneUndated, done)
	equal(t, over, overOfRoles)
	equal(t, left, clashed)
	require.True(t, people.Cmp(months) <= 0)
	if len(s.Nobody)+len(s.Teams) == 0 && len(s.People) > 0 && p.AsOf == nil {
		equal(t, people, months)
	}
	return s
}

func equal(t require.TestingT, want, got drejebog.Hours) {
	require.Equal(t, want.Decimal().StringFixed(2), got.Decimal().StringFixed(2))
}

func sum(periods []staffing.Period) drejebog.Hours {
	var all drejebog.Hours
	for i := range periods {
		all = all.Add(periods[i].Need())
	}
	return all
}

func sumsUp(t require.TestingT, p *staffing.Period) {
	var all drejebog.Hours
	for _, of := range p.Projects {
		all = all.Add(of.Own).Add(of.Backfill)
	}
	equal(t, p.Need(), all)
}

func TestEveryHourOfTheEstimateIsThereOnceInEachSample(t *testing.T) {
	for name, p := range estimatetest.EveryKind(t) {
		t.Run(name, func(t *testing.T) { conserved(t, p) })
	}
}

func TestEveryHourOfTheEstimateIsThereOnceInRandomPlans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		if p := random(t); published(t, p) {
			conserved(t, p)
		}
	})
}

// given is a plan with a date for every go-live that it leaves open.
func given(t require.TestingT, p *plan.Plan) *plan.Plan {
	own := p.Clone()
	if own.Projects == nil {
		own.Projects = map[string]plan.Rollout{}
	}
	for _, project := range booktest.Book(t).Projects {
		facts := own.Projects[project.ID]
		facts.GoLive, facts.Implementation = plan.On(day(t, "2016-11-01")), nil
		own.Projects[project.ID] = facts
	}
	return own
}

func TestWithAllGoLivesGivenNothingIsUndated(t *testing.T) {
	for name, p := range estimatetest.EveryKind(t) {
		s := of(t, given(t, p))
		assert.True(t, s.Undated.IsZero(), "%s: %s %v", name, s.Undated, s.Waiting)
	}
	s := of(t, estimatetest.GoingLive("Vejen", &plan.When{Unknown: true}))
	assert.Positive(t, s.Undated.Sign())
}

// doneUntold is a plan in which some of the tasks are done on days that nobody tells.
func doneUntold(t *rapid.T, p *plan.Plan) *plan.Plan {
	own := p.Clone()
	sched := estimatetest.Schedule(t, own)
	if own.DataDate == nil {
		own.DataDate = new(sched.SeenFrom())
	}
	if own.Tasks == nil {
		own.Tasks = map[string]plan.Task{}
	}
	for range rapid.IntRange(0, 4).Draw(t, "done") {
		task := &sched.Tasks[rapid.IntRange(0, len(sched.Tasks)-1).Draw(t, "task")]
		hours := *perWeek(int64(rapid.IntRange(0, 90).Draw(t, "hours")))
		facts := plan.Task{Status: plan.Done, Hours: &hours}
		if rapid.Bool().Draw(t, "begun on a day") {
			facts.ActualStart = new(*own.DataDate - 30)
		}
		if own.Own[task.ID].Name == "" {
			own.Tasks[task.ID] = facts
		}
	}
	return own
}

// What is done on days that nobody tells waits for no go-live.
func TestWithAllGoLivesGivenNothingIsUndatedInRandomPlans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := given(t, random(t))
		if !published(t, p) {
			return
		}
		s := conserved(t, doneUntold(t, p))
		require.True(t, s.Undated.IsZero(), "%v", s.Waiting)
		sched := s.Estimate().Schedule()
		for i := range s.Estimate().Cells {
			c := &s.Estimate().Cells[i]
			if task := sched.Task(c.Task); task != nil && c.Year == estimate.Undated {
				facts := sched.Facts(c.Task)
				require.True(t, facts.IsDoneUndated() || !facts.Says(), c.Task)
			}
		}
	})
}

// A person with one hour a week and four roles is told, as a note: only the estimate's
// hours say so.
func TestOnePersonWithOneHourAWeekAndFourRolesIsTold(t *testing.T) {
	s := of(t, vejen(t, "asOf: 2014-06-27\npeople: {anna: {roles: [programleder, projektleder, it-arkitekt, testkoordinator], hoursPerWeek: 1}}\n"))
	require.Len(t, s.Findings, 1)
	assert.Equal(t, "DB-305", s.Findings[0].Code)
	assert.Equal(t, drejebog.SeverityNote, s.Findings[0].Severity)
	require.NotEmpty(t, s.Clashes)
	assert.Equal(t, "anna", s.Clashes[0].Person)
	require.NotEmpty(t, s.LeftOver)
	for _, l := range s.LeftOver {
		require.NotNil(t, l.Cost)
		assert.Equal(t, l.Hours.Times(*l.Rate).Round(2).String(), l.Cost.String())
	}
}

func TestStatedHoursOfOneWeekAgainstThoseOfThePerson(t *testing.T) {
	own := "own: {own/x: {name: X, duration: 5, plannedStart: 2015-03-02, responsible: a, hours: 21}}\n"
	for hours, warned := range map[string]bool{"hoursPerWeek: 20": true, "hoursPerWeek: 21": false, "hoursPerWeek: 30": false, "note: x": false} {
		t.Run(hours, func(t *testing.T) {
			s := of(t, vejen(t, "people: {a: {roles: [systemadministrator], "+hours+"}}\n"+own))
			assert.Equal(t, warned, len(s.Findings) > 0)
			if warned {
				assert.Equal(t, drejebog.SeverityWarning, s.Findings[0].Severity)
				assert.Equal(t, day(t, "2015-03-02"), *s.Findings[0].Date)
			}
		})
	}
}

func TestHoursOfATaskThatThePlanStatesTakeThePlaceOfTheEstimates(t *testing.T) {
	without := of(t, vejen(t, ""))
	with := of(t, vejen(t, "tasks: {4.7/arbejdsgange@ky: {hours: 1000}}\n"))
	assert.Positive(t, with.Estimated.Sub(without.Estimated).Sign())
}

// Two share a role 30 to 10; a third without hours counts as their mean, 20.
func TestARoleIsSharedByHoursAWeekAndOneWithoutCountsAsTheMean(t *testing.T) {
	s := of(t, vejen(t, "people:\n  a: {roles: [systemadministrator], hoursPerWeek: 30}\n  b: {roles: [systemadministrator], hoursPerWeek: 10}\n"+
		"  c: {roles: [systemadministrator]}\n  d: {roles: [jurist]}\n"+
		"own: {own/x: {name: X, duration: 5, plannedStart: 2015-03-02, responsible: systemadministrator, hours: 60}}\n"))
	week := func(id string) string {
		for _, w := range person(t, s, id).Weeks {
			if w.First == day(t, "2015-03-02") {
				return w.Own.String()
			}
		}
		return ""
	}
	assert.Equal(t, staffing.Mean, person(t, s, "c").Basis)
	assert.Equal(t, "20.00", person(t, s, "c").PerWeek.Decimal().StringFixed(2))
	assert.Equal(t, staffing.Unlimited, person(t, s, "d").Basis)
	assert.Nil(t, person(t, s, "d").PerWeek)
	t.Log(week("a"), week("b"), week("c"))
}

func TestThereIsLessInWeeksWithDaysOffHalfDaysAndAbsences(t *testing.T) {
	hours := func(extra, monday string) string {
		s := of(t, vejen(t, "people: {a: {roles: [systemadministrator], hoursPerWeek: 10"+extra+"}}\n"+
			"own: {own/x: {name: X, duration: 5, plannedStart: "+monday+", responsible: a, hours: 40}}\n"))
		for _, w := range person(t, s, "a").Weeks {
			if w.First == day(t, monday) {
				return w.Available.Decimal().String()
			}
		}
		return ""
	}
	for _, c := range []struct{ name, extra, monday, want string }{
		{"a whole week", "", "2015-03-02", "10"},
		{"Easter", "", "2015-03-30", "6"},
		{"one of May is half a day", "", "2014-04-28", "9"},
		{"one of May is the day of prayer too", "", "2015-04-27", "8"},
		{"two days away", ", absences: [{from: 2015-03-03, to: 2015-03-04}]", "2015-03-02", "6"},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, hours(c.extra, c.monday)) })
	}
}

func TestARoleThatNobodyHasIsTold(t *testing.T) {
	s := of(t, vejen(t, "asOf: 2014-06-27\npeople: {a: {roles: [programleder, projektleder@sapa], hoursPerWeek: 37}}\n"))
	var roles []string
	for _, n := range s.Nobody {
		roles = append(roles, n.Role)
		if n.Role == "projektleder" {
			assert.NotContains(t, n.Projects, "sapa")
		}
	}
	assert.NotContains(t, roles, "programleder")
	assert.Contains(t, strings.Join(roles, " "), "it-arkitekt")
}

// Nine more superusers than the plan names: each has a tenth of the hours.
func TestWhatManyDoIsSharedByAllOfThemNamedOrNot(t *testing.T) {
	need := func(drivers string) (drejebog.Hours, *staffing.Staffing) {
		s := of(t, vejen(t, "drivers: {"+drivers+"}\npeople: {a: {roles: [superbruger@sapa], hoursPerWeek: 37}}\n"))
		return sum(person(t, s, "a").Months), s
	}
	one, alone := need("superusers@sapa: 1, superusers@ky: 0, superusers@ksd: 0")
	tenth, s := need("superusers@sapa: 10")
	require.Positive(t, one.Sign())
	require.Positive(t, tenth.Sign())
	whole := role(t, s, "superbruger")
	assert.Nil(t, whole.Months[0].Available, "nobody knows what the others have")
	team := func(s *staffing.Staffing) *staffing.Team {
		for i := range s.Teams {
			if s.Teams[i].Role == "superbruger" && s.Teams[i].Project == "sapa" {
				return &s.Teams[i]
			}
		}
		return nil
	}
	require.NotNil(t, team(s))
	assert.Equal(t, 9, team(s).People)
	assert.Equal(t, drejebog.Stated, team(s).Certainty)
	assert.InDelta(t, 9*tenth.Decimal().InexactFloat64(), team(s).Hours.Decimal().InexactFloat64(), 0.1)
	assert.Nil(t, team(alone))
}
