package readiness_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/requirements"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

var states = []plan.AnswerState{
	0, plan.AnswerNotStarted, plan.AnswerInProgress, plan.AnswerConfirmed, plan.AnswerNotRelevant, plan.AnswerWaived,
}

// drawAnswers draws answers to the small list, 0 for none.
func drawAnswers(t *rapid.T, list *requirements.List) map[string]plan.Answer {
	answers := map[string]plan.Answer{}
	for i := range list.Requirements {
		r := &list.Requirements[i]
		answer := plan.Answer{State: rapid.SampledFrom(states).Draw(t, r.ID), Reason: "x"}
		if answer.State == 0 {
			continue
		}
		day := on("2015-06-15") + date.Date(rapid.IntRange(0, 180).Draw(t, r.ID+" on"))
		answer.On = &day
		for _, q := range r.Questions {
			if state := rapid.SampledFrom(states).Draw(t, r.ID+"/"+q.ID); state != 0 {
				if answer.Questions == nil {
					answer.Questions = map[string]plan.AnswerState{}
				}
				answer.Questions[q.ID] = state
			}
		}
		answers[r.Key("sapa")] = answer
	}
	return answers
}

func planWith(answers map[string]plan.Answer, goLive date.Date) *plan.Plan {
	p := plan.New("Roskilde")
	day := on("2015-12-31")
	p.AsOf = &day
	p.Projects = map[string]plan.Rollout{"sapa": {GoLive: plan.On(goLive)}}
	p.Readiness = answers
	delivered := on("2015-06-15")
	p.Deliverables = map[string]plan.Deliverable{"ext/parathedskrav@sapa": {Delivered: &delivered}}
	return p
}

// answering assesses other answers on a schedule that they do not change.
func answering(t require.TestingT, s *timeline.Schedule, answers map[string]plan.Answer, list requirements.List) *readiness.Assessment {
	other := *s
	other.Plan = planWith(answers, on("2016-01-01"))
	a, err := readiness.Assess(&other, list)
	require.NoError(t, err)
	return a
}

func TestAFurtherConfirmationNeverLowersAScore(t *testing.T) {
	list := small(t)
	sched, err := timeline.Compute(book(), planWith(nil, on("2016-01-01")))
	require.NoError(t, err)
	rapid.Check(t, func(t *rapid.T) {
		answers := drawAnswers(t, &list)
		before := projectOf(t, answering(t, sched, answers, list), "sapa")
		r := &list.Requirements[rapid.IntRange(0, len(list.Requirements)-1).Draw(t, "requirement")]
		answer := answers[r.Key("sapa")]
		day := on("2015-09-01")
		if len(r.Questions) > 0 && answer.State != 0 && rapid.Bool().Draw(t, "a question") {
			questions := map[string]plan.AnswerState{}
			for id, state := range answer.Questions {
				questions[id] = state
			}
			questions[rapid.SampledFrom(r.Questions).Draw(t, "which").ID] = plan.AnswerConfirmed
			answer.Questions = questions
		} else {
			answer.State, answer.On = plan.AnswerConfirmed, &day
		}
		answers[r.Key("sapa")] = answer
		after := projectOf(t, answering(t, sched, answers, list), "sapa")
		assert.GreaterOrEqual(t, after.Score.Percent, before.Score.Percent)
		for i := range after.Categories {
			assert.GreaterOrEqual(t, after.Categories[i].Score.Percent, before.Categories[i].Score.Percent)
		}
	})
}

// lateOn reports whether a requirement was confirmed after its last day, or is open on
// a day after it.
func lateOn(item *readiness.Item, day date.Date) bool {
	if item.Since != nil {
		day = *item.Since
	}
	return item.Applies() && item.Due != nil && day > *item.Due
}

func TestALaterImplementationNeverMakesATimelyConfirmationLate(t *testing.T) {
	list := small(t)
	passed := 0
	rapid.Check(t, func(t *rapid.T) {
		answers := drawAnswers(t, &list)
		if rapid.Bool().Draw(t, "all confirmed") {
			for key, answer := range answers {
				answer.State = plan.AnswerConfirmed
				answers[key] = answer
			}
		}
		told := on("2015-06-15") + date.Date(rapid.IntRange(0, 180).Draw(t, "told"))
		planFor := func(goLive date.Date) *plan.Plan {
			p := planWith(answers, goLive)
			p.Tasks = map[string]plan.Task{"4.8/bekraeftelse@sapa": {ActualStart: &told, ActualFinish: &told, Status: plan.Done}}
			return p
		}
		goLive := on("2015-09-01") + date.Date(rapid.IntRange(0, 400).Draw(t, "go-live"))
		later := goLive + date.Date(rapid.IntRange(1, 400).Draw(t, "later"))
		before := projectOf(t, assess(t, planFor(goLive), list), "sapa")
		after := projectOf(t, assess(t, planFor(later), list), "sapa")
		for i := range before.Items {
			if item := &before.Items[i]; item.Confirmed() && !lateOn(item, on("2015-12-31")) {
				assert.False(t, lateOn(&after.Items[i], on("2015-12-31")), item.Key)
			}
		}
		if before.Gates[1].State == readiness.GatePassed {
			passed++
			assert.Equal(t, readiness.GatePassed, after.Gates[1].State)
		}
	})
	assert.NotZero(t, passed, "some of the plans pass the gate")
}

func TestTheOrderOfAnswersAndRequirementsDoesNotMatter(t *testing.T) {
	list := small(t)
	sched, err := timeline.Compute(book(), planWith(nil, on("2016-01-01")))
	require.NoError(t, err)
	rapid.Check(t, func(t *rapid.T) {
		answers := drawAnswers(t, &list)
		again := map[string]plan.Answer{}
		keys := make([]string, 0, len(answers))
		for key := range answers {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		for _, key := range rapid.Permutation(keys).Draw(t, "keys") {
			again[key] = answers[key]
		}
		turned := list
		turned.Requirements = rapid.Permutation(list.Requirements).Draw(t, "requirements")
		var first, second bytes.Buffer
		assert.NoError(t, form.Write(&first, answering(t, sched, answers, list)))
		assert.NoError(t, form.Write(&second, answering(t, sched, again, list)))
		assert.Equal(t, first.String(), second.String())
		x := projectOf(t, answering(t, sched, answers, list), "sapa")
		y := projectOf(t, answering(t, sched, answers, turned), "sapa")
		assert.Equal(t, x.Score, y.Score)
		assert.Equal(t, x.Recommendation, y.Recommendation)
	})
}
