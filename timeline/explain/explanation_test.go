package explain_test

import (
	"fmt"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/drejebog/monopolbrud/timeline/explain"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// compute schedules a plan that must be computable.
func compute(t require.TestingT, p *plan.Plan) *timeline.Schedule {
	s, err := timeline.Compute(booktest.Book(t), p)
	require.NoError(t, err)
	return s
}

func why(t require.TestingT, s *timeline.Schedule, id string) *explain.Explanation {
	e, err := explain.Of(s, id)
	require.NoError(t, err)
	return e
}

// samples are the schedules of the sample plans and of one without local data.
func samples(t *testing.T) map[string]*timeline.Schedule {
	list := map[string]*timeline.Schedule{
		"no plan": compute(t, plan.New("Roskilde")),
		"unknown": compute(t, booktest.Plan(t, "projects: {sapa: {goLive: unknown}}")),
		"moved":   compute(t, booktest.Plan(t, "projects: {sapa: {goLive: 2016-03-01}}")),
	}
	for _, name := range plans.Names() {
		p, _ := booktest.Sample(t, name)
		require.NotNil(t, p, name)
		list[name] = compute(t, p)
	}
	return list
}

func TestEveryDateIsExplained(t *testing.T) {
	for name, s := range samples(t) {
		for i := range s.Tasks {
			task := &s.Tasks[i]
			e := why(t, s, task.ID)
			if task.LevelOfEffort {
				require.Len(t, e.Scheduled, 1, "%s %s", name, task.ID)
				continue
			}
			first := e.Early[0]
			want := task.EarlyStart
			if first.Finish {
				want = task.EarlyFinish
			}
			assert.Equal(t, want, first.Date, "%s %s", name, task.ID)
			planned := e.Scheduled[0]
			if want = task.Start; planned.Finish {
				want = task.Finish
			}
			assert.Equal(t, want, planned.Date, "%s %s", name, task.ID)
			assert.Equal(t, task.Certainty, weakest(e.Scheduled), "%s %s: the weakest on its chain", name, task.ID)
			wholeChain(t, e.Early)
			wholeChain(t, e.Scheduled)
			wholeChain(t, e.Late)
		}
		for i := range s.Milestones {
			m := &s.Milestones[i]
			e := why(t, s, m.ID)
			if m.Milestone.Kind == drejebog.ContractEnd { // by the plan's terms
				continue
			}
			assert.Equal(t, m.Date, e.Scheduled[0].Date, "%s %s", name, m.ID)
			assert.Equal(t, m.Certainty, weakest(e.Scheduled), "%s %s", name, m.ID)
			wholeChain(t, e.Early)
			wholeChain(t, e.Scheduled)
			wholeChain(t, e.Late)
		}
	}
}

func weakest(chain []timeline.Reason) drejebog.Certainty {
	var c drejebog.Certainty
	for _, r := range chain {
		c = r.Certainty.Weaker(c)
	}
	return c
}

// wholeChain checks that each link rests on the next and the last on nothing.
func wholeChain(t *testing.T, chain []timeline.Reason) {
	for i := range chain {
		next := ""
		if i+1 < len(chain) {
			next = chain[i+1].ID
		}
		require.Equal(t, next, chain[i].On, "%s", chain[i].ID)
		require.NotZero(t, chain[i].By)
		require.NotZero(t, chain[i].Certainty, chain[i].ID)
		if chain[i].By != driver.Term { // counted by the contract, or by the playbook's edge
			require.Equal(t, chain[i].By == driver.Link, chain[i].Edge != nil)
		}
		require.True(t, chain[i].On != "" || chain[i].OnDate == timeline.When{}, chain[i].ID)
		require.NotZero(t, chain[i].DriverCertainty, chain[i].ID)
		require.Equal(t, chain[i].Certainty, chain[i].Certainty.Weaker(chain[i].DriverCertainty), "a link is no surer than its rule")
	}
}

func TestALateChainEndsAtWhatIsHard(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	for id, bound := range map[string]string{
		"4.9/oprydning@kmd-aktiv":     "4.8/bekraeftet@ky",
		"4.1/overblik":                "4.8/bekraeftet@stoettesystemerne",
		"6.3/beslutning@kmd-aktiv":    "6.3/opsigelse@kmd-aktiv",
		"5.3/test@sapa":               "golive@sapa",
		"4.13/modtager-valg@sapa":     "end@kmd-sag",
		"4.5/organisation@sapa":       "impl@stoettesystemerne", // the end of 2013 has passed
		"ext/parathedskrav@sapa":      "ext/parathedskrav@sapa",
		"5.1/as-is@stoettesystemerne": "4.8/bekraeftet@stoettesystemerne",
	} {
		e := why(t, s, id)
		if assert.NotNil(t, e.Bound, id) {
			assert.Equal(t, bound, e.Bound.ID, id)
		}
	}
	assert.Nil(t, why(t, s, "4.12/opstart").Bound, "nothing hard waits for portfolio management")
}

func TestAnExplanationSaysWhomATaskWaitsFor(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	e := why(t, s, "4.4/tilpas-2015")
	require.NotEmpty(t, e.Awaits)
	first := e.Awaits[0]
	assert.Equal(t, "ext/bidrag-2015@ky", first.ID)
	assert.Equal(t, "kombit", first.Actor)
	assert.True(t, first.Overdue)
	assert.True(t, first.Direct)
}

func TestAnExplanationSaysWhatATaskHoldsUp(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	moves := map[string]bool{}
	for _, held := range why(t, s, "4.8/gennemgang@ky").Holds {
		moves[held.ID] = held.Moves
	}
	assert.Equal(t, map[string]bool{
		"4.8/migreringsplan@ky": true, "4.8/uddannelsesplan@ky": true, "4.8/testbemanding@ky": true, "4.8/bekraeftelse@ky": false,
	}, moves)
}

func TestADateOfThePlanIsExplainedByItsPlaceInTheFile(t *testing.T) {
	s := compute(t, booktest.Plan(t, "projects: {sapa: {goLive: 2016-03-01}}"))
	e := why(t, s, "golive@sapa")
	require.Len(t, e.Early, 1)
	assert.Equal(t, driver.Plan, e.Early[0].By)
	assert.Equal(t, 2, e.Early[0].Place.Line)
	assert.Equal(t, drejebog.Stated, e.Early[0].Certainty)
	moved := why(t, s, "5.3/forberedelse@sapa")
	assert.Equal(t, []string{"5.3/forberedelse@sapa", "golive@sapa"}, idsOf(moved.Scheduled), "the window has moved with the go-live")
	assert.Equal(t, drejebog.Assumed, moved.Scheduled[0].Certainty)
}

// A reason has all that a sentence about it says, so that a program needs no words.
func TestAReasonTellsWhatItRestsOnAndWhenThatLies(t *testing.T) {
	s := compute(t, booktest.Plan(t, "projects: {sapa: {goLive: 2016-03-01}}"))
	e := why(t, s, "5.3/forberedelse@sapa")
	assert.Equal(t, "golive@sapa", e.Scheduled[0].On)
	assert.Equal(t, "2016-03-01", e.Scheduled[0].OnDate.Date.String())
	assert.Equal(t, 61, e.Scheduled[0].Moved, "from 1 November to 1 January: two months")
	assert.False(t, e.Early[0].Late)
	assert.True(t, e.Scheduled[0].Planned)
	assert.True(t, e.Late[0].Late)
	back := why(t, compute(t, booktest.Plan(t, "projects: {sapa: {goLive: 2015-12-01}}")), "5.3/forberedelse@sapa")
	assert.Equal(t, -31, back.Scheduled[0].Moved)
	follows := why(t, s, "4.8/bekraeftelse@ky")
	assert.Equal(t, driver.Link, follows.Early[0].By)
	before := s.Task(follows.Early[0].On)
	require.NotNil(t, before)
	assert.Equal(t, before.EarlyFinish, follows.Early[0].OnDate, "what comes first is finished then")
	assert.Equal(t, s.Milestone(follows.Late[0].On).Latest, follows.Late[0].OnDate, "what comes next must be reached by then")
}

func idsOf(chain []timeline.Reason) []string {
	var ids []string
	for _, r := range chain {
		ids = append(ids, r.ID)
	}
	return ids
}

func TestAnUnknownTaskSuggestsTheNearest(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	_, err := explain.Of(s, "4.10/superbruger@sapa")
	var unknown *timeline.UnknownTaskError
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, "4.10/superbrugere@sapa", unknown.Suggest)
	assert.Equal(t, "ingen opgave eller milepæl hedder »4.10/superbruger@sapa« (mente du 4.10/superbrugere@sapa?)", s.Book.Words.Of(err).DA)
	_, err = explain.Of(s, "")
	require.ErrorAs(t, err, &unknown)
	assert.Empty(t, unknown.Suggest)
}

func TestABriefExplanationIsTheBeginningOfTheWholeOne(t *testing.T) {
	for name, s := range samples(t) {
		x := explain.New(s)
		for i := range s.Tasks {
			whole, err := x.Of(s.Tasks[i].ID)
			require.NoError(t, err)
			brief, err := x.Brief(s.Tasks[i].ID)
			require.NoError(t, err)
			assert.Equal(t, why(t, s, s.Tasks[i].ID), whole, "%s %s: asked for alone", name, s.Tasks[i].ID)
			assert.Equal(t, whole.Bound, brief.Bound)
			assert.Equal(t, whole.Scheduled, brief.Scheduled, "%s %s: no chain of the playbook is cut", name, s.Tasks[i].ID)
			assert.Equal(t, whole.Late[:len(brief.Late)], brief.Late)
			assert.Equal(t, len(whole.Awaits), len(brief.Awaits)+brief.MoreAwaits)
		}
	}
	s := compute(t, booktest.Plan(t, chain(30)))
	brief, err := explain.New(s).Brief("own/t29")
	require.NoError(t, err)
	assert.Len(t, brief.Scheduled, 8)
	assert.Equal(t, "own/t21", brief.Scheduled[7].On, "the rest is there")
	assert.Len(t, why(t, s, "own/t29").Scheduled, 30)
	s = compute(t, booktest.Plan(t, waiting(30)))
	brief, err = explain.New(s).Brief("own/x")
	require.NoError(t, err)
	assert.Len(t, brief.Awaits, 20)
	assert.Equal(t, 10, brief.MoreAwaits)
}

// chain is a plan of own tasks, one behind the other.
func chain(n int) string {
	text := "own:\n  own/t0: {name: T, duration: 1}\n"
	for i := 1; i < n; i++ {
		text += fmt.Sprintf("  own/t%d: {name: T, duration: 1, predecessors: [{task: own/t%d}]}\n", i, i-1)
	}
	return text
}

// waiting is a plan whose task own/x waits for so many others.
func waiting(n int) string {
	text, waits := "own:\n", ""
	for i := range n {
		text += fmt.Sprintf("  own/t%d: {name: T, duration: 1}\n", i)
		waits += fmt.Sprintf("{task: own/t%d}, ", i)
	}
	return text + "  own/x: {name: X, duration: 1, predecessors: [" + waits + "]}\n"
}
