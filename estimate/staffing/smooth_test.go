package staffing_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// smoothed is the smoothing of a plan, held to what it promises: the plan that it writes
// is the one that it tells, less is short, and the schedule misses no hard end that it did
// not miss before, by no day more.
func smoothed(t require.TestingT, document []byte) *staffing.Smoothing {
	p, _ := plan.Read(booktest.Book(t), "plan.yaml", bytes.NewReader(document))
	s := of(t, p)
	got, err := s.Smooth(context.Background())
	require.NoError(t, err)
	text, err := got.Apply(document)
	require.NoError(t, err)
	again, _ := plan.Read(booktest.Book(t), "plan.yaml", bytes.NewReader(text))
	require.NotNil(t, again)
	before, after := s.Estimate().Schedule(), estimatetest.Schedule(t, again)
	require.Subset(t, missed(before), missed(after))
	for _, m := range got.Moves {
		task := after.Task(m.Task)
		require.Equal(t, m.ToStart, task.Start.Date, m.Task)
		require.Equal(t, m.ToFinish, task.Finish.Date, m.Task)
		require.GreaterOrEqual(t, m.ToStart, before.SeenFrom())
	}
	for i := range before.Tasks {
		was := &before.Tasks[i]
		is := after.Task(was.ID)
		require.False(t, was.HasFloat() && is.TotalFloat < min(was.TotalFloat, 0), was.ID)
	}
	require.Equal(t, len(got.Moves) == 0, got.Staffing == s)
	require.True(t, got.After.Months.Cmp(got.Before.Months) <= 0)
	var over drejebog.Hours
	for _, c := range of(t, again).Clashes {
		over = over.Add(c.Over)
	}
	equal(t, got.After.Months, over)
	return got
}

// missed are the hard ends that a schedule misses.
func missed(s *timeline.Schedule) []string {
	var list []string
	for i := range s.Findings {
		if f := &s.Findings[i]; f.Severity == drejebog.SeverityError {
			list = append(list, f.Code+" "+f.Subject)
		}
	}
	return list
}

// Two of Anna's own tasks lie in one week, and either may wait.
const twoAtOnce = `kommune: Vejen
asOf: 2015-03-01
people: {anna: {roles: [jurist], hoursPerWeek: 37}} # alene
own:
  # det ene
  own/x: {name: X, duration: 5, plannedStart: 2015-03-02, deadline: 2015-03-13, responsible: anna, hours: 25}
  own/y: {name: Y, duration: 5, plannedStart: 2015-03-02, deadline: 2015-03-06, responsible: anna, hours: 25}
`

func TestSmoothingMovesTheTaskThatMayWaitAndWritesItIntoThePlan(t *testing.T) {
	got := smoothed(t, []byte(twoAtOnce))
	require.Len(t, got.Moves, 1)
	assert.Equal(t, staffing.Move{Task: "own/x", Start: day(t, "2015-03-02"), Finish: day(t, "2015-03-06"), ToStart: day(t, "2015-03-09"), ToFinish: day(t, "2015-03-13")}, got.Moves[0])
	assert.Negative(t, got.After.Weeks.Cmp(got.Before.Weeks))
	text, err := got.Apply([]byte(twoAtOnce))
	require.NoError(t, err)
	assert.Equal(t, strings.Replace(twoAtOnce, "plannedStart: 2015-03-02, deadline: 2015-03-13", "plannedStart: 2015-03-09, deadline: 2015-03-13", 1), string(text))
}

func TestSmoothingOfEachSampleBreaksNothing(t *testing.T) {
	for _, name := range plans.Names() {
		t.Run(name, func(t *testing.T) {
			p := sample(t, name)
			got := smoothed(t, []byte(booktest.YAML(t, p)))
			t.Log(len(got.Moves), got.Before.Months, got.After.Months, got.Before.Weeks, got.After.Weeks)
			for _, m := range got.Moves {
				t.Log(m.Task, m.Start, m.ToStart)
			}
		})
	}
}

func TestSmoothingOfRandomPlansBreaksNothing(t *testing.T) {
	drawn := rapid.Custom(random)
	count, held := 12, 0
	if os.Getenv("MONOPOLBRUD_FULL") != "" {
		count = 150
	}
	for i := range count {
		if p := drawn.Example(i); published(t, p) {
			smoothed(t, []byte(booktest.YAML(t, p)))
			held++
		}
	}
	assert.GreaterOrEqual(t, held, count/2)
}

func BenchmarkSmooth(b *testing.B) {
	s := of(b, sample(b, "odense.yaml"))
	for b.Loop() {
		_, err := s.Smooth(context.Background())
		require.NoError(b, err)
	}
}
