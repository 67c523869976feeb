package timeline_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// drawn is a change of a plan, the same each time it is made.
func drawn(t *rapid.T, s *timeline.Schedule) func(*plan.Plan) {
	day := date.New(2013, 6, 1) + date.Date(rapid.IntRange(0, 1200).Draw(t, "day"))
	project := rapid.SampledFrom([]string{"ky", "sapa", "ksd", "nobody"}).Draw(t, "project")
	task := s.Tasks[rapid.IntRange(0, len(s.Tasks)-1).Draw(t, "task")].ID
	length := rapid.IntRange(-1, 60).Draw(t, "length")
	reason := "Bruges ikke"
	set := func(p *plan.Plan, change func(*plan.Task)) {
		if own, is := p.Own[task]; is {
			change(&own.Task)
			p.Own[task] = own
			return
		}
		if p.Tasks == nil {
			p.Tasks = map[string]plan.Task{}
		}
		says := p.Tasks[task]
		change(&says)
		p.Tasks[task] = says
	}
	put := func(p *plan.Plan, change func(*plan.Rollout)) {
		if p.Projects == nil {
			p.Projects = map[string]plan.Rollout{}
		}
		says := p.Projects[project]
		change(&says)
		p.Projects[project] = says
	}
	return rapid.SampledFrom([]func(*plan.Plan){
		func(*plan.Plan) {},
		func(p *plan.Plan) { put(p, func(x *plan.Rollout) { x.GoLive = plan.On(day) }) },
		func(p *plan.Plan) { put(p, func(x *plan.Rollout) { x.Implementation = plan.On(day) }) },
		func(p *plan.Plan) { put(p, func(x *plan.Rollout) { x.GoLive = &plan.When{Unknown: true} }) },
		func(p *plan.Plan) { set(p, func(x *plan.Task) { x.Duration = &length }) },
		func(p *plan.Plan) { set(p, func(x *plan.Task) { x.PlannedStart = &day }) },
		func(p *plan.Plan) { set(p, func(x *plan.Task) { x.ActualStart, x.ActualFinish = &day, &day }) },
		func(p *plan.Plan) { set(p, func(x *plan.Task) { x.NotRelevant = &reason }) },
		func(p *plan.Plan) { p.DataDate = &day },
		func(p *plan.Plan) { p.AsOf = &day },
		func(p *plan.Plan) { p.Calendar = &plan.Calendar{Closed: []plan.Closure{{From: day}}} },
		func(p *plan.Plan) { p.Contracts, p.AddOns = nil, nil },
		func(p *plan.Plan) { p.Own, p.Edges = nil, nil },
		func(p *plan.Plan) { p.Kommune = "Vejen" },
	}).Draw(t, "change")
}

func TestWithIsComputeOfTheChangedPlan(t *testing.T) {
	schedules := []*timeline.Schedule{compute(t, plan.New("Roskilde"))}
	for _, name := range plans.Names() {
		schedules = append(schedules, sampled(t, name))
	}
	before, err := json.Marshal(schedules)
	require.NoError(t, err)
	rapid.Check(t, func(t *rapid.T) {
		of := rapid.SampledFrom(schedules).Draw(t, "schedule")
		for range rapid.IntRange(1, 2).Draw(t, "changes") {
			change := drawn(t, of)
			var changed *plan.Plan
			other, err := of.With(func(p *plan.Plan) { change(p); changed = p })
			want, wantErr := timeline.Compute(book(), changed)
			require.Equal(t, wantErr, err)
			if err != nil {
				return
			}
			got, err := json.Marshal(other)
			require.NoError(t, err)
			wanted, err := json.Marshal(want)
			require.NoError(t, err)
			require.Equal(t, string(wanted), string(got))
			of = other
		}
	})
	after, err := json.Marshal(schedules)
	require.NoError(t, err)
	require.Equal(t, string(before), string(after), "the schedules that were asked are as they were")
}

func TestWithSharesTheEnginesGraphWhereTasksKeepTheirLengthsAndLinks(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	moved, err := s.With(func(p *plan.Plan) {
		p.Projects = map[string]plan.Rollout{"sapa": {GoLive: plan.On(day("2016-02-01"))}}
	})
	require.NoError(t, err)
	assert.Same(t, s.Network().Graph, moved.Network().Graph)
	longer, err := s.With(func(p *plan.Plan) {
		days := 90
		p.Tasks = map[string]plan.Task{"4.1/overblik": {Duration: &days}}
	})
	require.NoError(t, err)
	assert.NotSame(t, s.Network().Graph, longer.Network().Graph)
}

func TestWhoeverKeepsThePlanOfWithChangesNoAnswer(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	var kept *plan.Plan
	other, err := s.With(func(p *plan.Plan) {
		kept = p
		p.Projects = map[string]plan.Rollout{"sapa": {GoLive: plan.On(day("2016-02-01"))}}
	})
	require.NoError(t, err)
	before, err := json.Marshal(other)
	require.NoError(t, err)
	kept.Projects["sapa"].GoLive.Date = day("2017-01-01")
	kept.Kommune = "Vejen"
	after, err := json.Marshal(other)
	require.NoError(t, err)
	require.Equal(t, string(before), string(after))
}

func TestWithStartsFromThePlanThatComputeWasGiven(t *testing.T) {
	nothing := func(*plan.Plan) {}
	goLive := map[string]plan.Rollout{"sapa": {GoLive: plan.On(day("2016-02-01"))}}
	faulty := plan.New("Roskilde")
	faulty.Projects, faulty.Tasks = goLive, map[string]plan.Task{"nobody's": {Note: "x"}}
	period, quarter := plan.New("Roskilde"), &plan.When{}
	require.NoError(t, quarter.UnmarshalText([]byte("1. kvartal 2016")))
	period.Projects = map[string]plan.Rollout{"sapa": {GoLive: quarter}}
	for _, p := range []*plan.Plan{{Kommune: "Roskilde", Projects: goLive}, faulty, period} {
		s := compute(t, p)
		want, err := s.With(nothing)
		require.NoError(t, err)
		wanted, err := json.Marshal(want)
		require.NoError(t, err)
		s.Plan.Projects["sapa"].GoLive.Date = day("2018-02-01")
		s.Plan.Kommune, s.Plan.Contracts = "Vejen", map[string]plan.Contract{"x": {Name: "X"}}
		s.Plan.AsOf, s.Plan.Calendar = new(day("2014-01-01")), &plan.Calendar{Closed: []plan.Closure{{From: day("2015-01-05")}}}
		other, err := s.With(nothing)
		require.NoError(t, err)
		got, err := json.Marshal(other)
		require.NoError(t, err)
		assert.Equal(t, string(wanted), string(got))
		again, err := s.With(func(p *plan.Plan) { p.Calendar = s.Plan.Calendar })
		require.NoError(t, err)
		closed, err := timeline.Compute(book(), func() *plan.Plan { p := p.Clone(); p.Calendar = s.Plan.Calendar; return p }())
		require.NoError(t, err)
		wanted, err = json.Marshal(closed)
		require.NoError(t, err)
		got, err = json.Marshal(again)
		require.NoError(t, err)
		assert.Equal(t, string(wanted), string(got), "the working days are those of the calendar")
	}
}

func TestWithOfNothingIsAnError(t *testing.T) {
	nothing := func(*plan.Plan) {}
	for _, s := range []*timeline.Schedule{nil, {}} {
		_, err := s.With(nothing)
		require.Error(t, err)
	}
	s := compute(t, plan.New("Roskilde"))
	_, err := s.With(nil)
	require.Error(t, err)
	_, err = s.With(func(p *plan.Plan) { *p = plan.Plan{} })
	require.Error(t, err, "a plan without a kommune")
}

func TestTheTasksOfAScheduleAreFoundWhereverTheyStand(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	slices.Reverse(s.Tasks)
	slices.Reverse(s.Milestones)
	for i := range s.Tasks {
		require.Same(t, &s.Tasks[i], s.Task(s.Tasks[i].ID))
		require.Nil(t, s.Milestone(s.Tasks[i].ID))
	}
	for i := range s.Milestones {
		require.Same(t, &s.Milestones[i], s.Milestone(s.Milestones[i].ID))
	}
}
