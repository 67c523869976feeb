package staffing_test

import (
	"context"
	"os"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// tried is how many schedules the tests try.
const tried = 300

// levelled is the levelling of a plan, held to what it promises: every go-live that lies
// ahead is told, none comes before its day, on a day off or late without somebody to wait
// for, and what is proved is not late for the order of the tasks.
func levelled(t require.TestingT, p *plan.Plan) *staffing.Levelling {
	s := of(t, p)
	got, err := s.Level(context.Background(), tried)
	require.NoError(t, err)
	sched := s.Estimate().Schedule()
	days, never := 0, false
	for i := range got.GoLives {
		days, never = days+got.GoLives[i].Days, never || got.GoLives[i].Levelled == nil
	}
	require.True(t, never || got.AtLeast <= days, "%d of %d", got.AtLeast, days)
	for i := range got.GoLives {
		g := &got.GoLives[i]
		require.Equal(t, sched.Milestone(g.Milestone).Date.Date, g.Date)
		require.Greater(t, g.Date, sched.SeenFrom())
		if g.Levelled == nil {
			continue
		}
		require.Equal(t, int(*g.Levelled-g.Date), g.Days)
		require.GreaterOrEqual(t, g.Days, 0)
		require.True(t, g.Days > 0 || len(g.Waits) == 0, g.Milestone)
		require.True(t, g.Days == 0 || sched.Workdays(*g.Levelled, *g.Levelled) == 1)
	}
	return got
}

// goLive is one of the go-lives of a levelling.
func goLive(t require.TestingT, l *staffing.Levelling, id string) staffing.GoLive {
	for _, g := range l.GoLives {
		if g.Milestone == id {
			return g
		}
	}
	require.Fail(t, "no go-live is "+id)
	return staffing.GoLive{}
}

// Two tasks of 37 hours lie in the week before go-live; one person does both.
func before(perWeek, absences string) string {
	return "asOf: 2015-03-01\nprojects: {sapa: {goLive: 2017-03-06}}\n" +
		"people: {anna: {roles: [jurist], hoursPerWeek: " + perWeek + absences + "}}\n" +
		"own:\n" +
		"  own/x: {name: X, duration: 5, plannedStart: 2017-02-27, responsible: anna, hours: 37}\n" +
		"  own/y: {name: Y, duration: 5, plannedStart: 2017-02-27, responsible: anna, hours: 37}\n" +
		"edges:\n" +
		"  - {from: own/x, to: golive@sapa}\n" +
		"  - {from: own/y, to: golive@sapa}\n"
}

func TestTheGoLiveWaitsForWhoHasTooLittleTime(t *testing.T) {
	for _, c := range []struct{ name, perWeek, absences, want string }{
		{"one after the other", "37", "", "2017-03-13"},
		{"half of the time", "18.5", "", "2017-03-27"},
		{"a week away", "37", ", absences: [{from: 2017-03-06, to: 2017-03-10}]", "2017-03-20"},
		{"a day away within a task", "37", ", absences: [{from: 2017-03-08}]", "2017-03-14"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := vejen(t, before(c.perWeek, c.absences))
			l := levelled(t, p)
			g := goLive(t, l, "golive@sapa")
			assert.Equal(t, day(t, c.want), *g.Levelled)
			assert.Equal(t, []string{"anna"}, g.Waits)
			assert.True(t, l.Proved, "her tasks take her so long in any order")
		})
	}
}

func TestWithTimeEnoughOrHoursThatNobodyKnowsTheGoLivesStay(t *testing.T) {
	for name, p := range map[string]*plan.Plan{
		"nobody": vejen(t, ""), "no hours": vejen(t, "people: {a: {roles: [projektleder]}}\n"), "time enough": vejen(t, before("370", "")),
	} {
		t.Run(name, func(t *testing.T) {
			got := levelled(t, p)
			require.NotEmpty(t, got.GoLives)
			for _, g := range got.GoLives {
				assert.Zero(t, g.Days)
				assert.Empty(t, g.Waits)
			}
		})
	}
}

func TestWhoHasNoTimeAtAllLetsNothingGoLive(t *testing.T) {
	g := goLive(t, levelled(t, vejen(t, before("0", ""))), "golive@sapa")
	assert.Nil(t, g.Levelled)
}

func TestLevellingOfEachSampleIsTheSameTwice(t *testing.T) {
	for _, name := range plans.Names() {
		t.Run(name, func(t *testing.T) {
			p := sample(t, name)
			got := levelled(t, p)
			if name == "odense.yaml" || os.Getenv("MONOPOLBRUD_FULL") != "" {
				assert.Equal(t, got, levelled(t, p))
			}
		})
	}
}

func TestLevellingOfRandomPlans(t *testing.T) {
	drawn, count := rapid.Custom(random), 6
	if os.Getenv("MONOPOLBRUD_FULL") != "" {
		count = 100
	}
	for i := range count {
		if p := drawn.Example(i); published(t, p) {
			levelled(t, p)
		}
	}
}

func TestAHireSavesNoMoreThanIsMissingAndIsUsedForHalfOfTheTime(t *testing.T) {
	for _, p := range estimatetest.EveryKind(t) {
		s := of(t, p)
		for i := range s.Hires {
			h := &s.Hires[i]
			require.NotEmpty(t, h.Months)
			for _, m := range h.Months {
				require.True(t, m.Saved.Cmp(m.Hours) <= 0)
				require.True(t, m.Saved.Add(m.Saved).Cmp(m.Hours) >= 0)
				require.True(t, m.Saved.Cmp(missing(s, m.First, m.Last)) <= 0, "%s %s", h.Role, m.First)
			}
		}
	}
}

// missing is what people are short of in a month.
func missing(s *staffing.Staffing, first, last date.Date) (over drejebog.Hours) {
	for i := range s.Clashes {
		for _, m := range s.Clashes[i].Months {
			if m.First <= last && m.Last >= first {
				over = over.Add(m.Over)
			}
		}
	}
	return over
}

// In March 2015 there are 22 working days: one person has 44 hours of the 150 that the task
// needs, and other work; one more has 162.8.
func TestOneMoreOfARoleTakesWhatIsMissing(t *testing.T) {
	s := of(t, vejen(t, "asOf: 2015-02-28\npeople: {a: {roles: [systemadministrator], hoursPerWeek: 10}}\n"+
		"own: {own/x: {name: X, duration: 22, plannedStart: 2015-03-02, responsible: systemadministrator, hours: 150}}\n"))
	require.NotEmpty(t, s.Hires)
	h := s.Hires[0]
	assert.Equal(t, "systemadministrator", h.Role)
	require.Len(t, h.Months, 1)
	assert.Equal(t, "162.80", h.Hours.Decimal().StringFixed(2))
	equal(t, missing(s, h.Months[0].First, h.Months[0].Last), h.Saved)
	require.NotNil(t, h.Cost)
}

func BenchmarkLevel(b *testing.B) {
	s := of(b, sample(b, "odense.yaml"))
	for b.Loop() {
		_, err := s.Level(context.Background(), 0)
		require.NoError(b, err)
	}
}
