package timeline_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/stretchr/testify/require"
)

// pointOf is an own task without length: a milestone of the plan's own.
func pointOf(before string, lag *drejebog.Lag) plan.OwnTask {
	own := plan.OwnTask{Name: "Nået", Predecessors: []plan.Predecessor{{Task: before, Lag: lag}}}
	own.Duration = new(0)
	return own
}

func workOf(start string, days int, before ...plan.Predecessor) plan.OwnTask {
	own := plan.OwnTask{Name: "Arbejde", Predecessors: before}
	own.Duration = &days
	if start != "" {
		own.PlannedStart = new(day(start))
	}
	return own
}

// A month from the end of Friday 27 February is 27 March, and not 1 April, which
// is a month from the Sunday before the next working day.
func TestAMonthFromAMilestoneOfThePlansOwnIsOneFromTheWorkBeforeIt(t *testing.T) {
	month := &drejebog.Lag{Value: 1, Unit: drejebog.Months}
	for _, c := range []struct{ start, done, next string }{
		{"2025-12-29", "2025-12-31", "2026-02-02"},
		{"2026-02-25", "2026-02-27", "2026-03-27"},
		{"2026-01-28", "2026-01-30", "2026-03-02"},
	} {
		p := plan.New("Roskilde")
		p.Own = map[string]plan.OwnTask{
			"own/a": workOf(c.start, 3), "own/b": pointOf("own/a", nil),
			"own/c": workOf("", 1, plan.Predecessor{Task: "own/b", Lag: month}),
			"own/d": workOf("", 1, plan.Predecessor{Task: "own/a", Lag: month}),
		}
		s := compute(t, p)
		require.Equal(t, c.done, s.Task("own/a").Finish.Date.String())
		require.Equal(t, c.done, s.Task("own/b").Start.Date.String(), "a point has one date")
		require.Equal(t, c.done, s.Task("own/b").Finish.Date.String())
		require.Equal(t, c.next, s.Task("own/d").Start.Date.String())
		require.Equal(t, c.next, s.Task("own/c").Start.Date.String())
	}
}

// What is not relevant lets through what it waits for, to the day.
func TestAMonthFromWhatIsNotRelevantIsOneFromTheWorkBeforeIt(t *testing.T) {
	p := plan.New("Roskilde")
	not := workOf("", 5, plan.Predecessor{Task: "own/a"})
	not.NotRelevant = new("findes ikke her")
	p.Own = map[string]plan.OwnTask{
		"own/a": workOf("2026-02-25", 3), "own/b": not,
		"own/c": workOf("", 1, plan.Predecessor{Task: "own/b", Lag: &drejebog.Lag{Value: 1, Unit: drejebog.Months}}),
	}
	require.Equal(t, "2026-03-27", compute(t, p).Task("own/c").Start.Date.String())
}

// A milestone of the plan's own is reached at the end of the day that it is
// planned for, or that it was reached on.
func TestAMilestoneOfThePlansOwnStandsAtTheEndOfItsDay(t *testing.T) {
	p := plan.New("Roskilde")
	planned := plan.OwnTask{Name: "Nået"}
	planned.Duration, planned.PlannedStart = new(0), new(day("2015-02-20"))
	p.Own = map[string]plan.OwnTask{
		"own/b": planned, "own/c": workOf("", 1, plan.Predecessor{Task: "own/b"}),
	}
	next := func(s *timeline.Schedule) (string, string) {
		return s.Task("own/b").Finish.Date.String(), s.Task("own/c").Start.Date.String()
	}
	b, c := next(compute(t, p))
	require.Equal(t, [2]string{"2015-02-20", "2015-02-23"}, [2]string{b, c})

	reached := planned
	reached.ActualStart = new(day("2015-03-01")) // a Sunday
	p.DataDate = new(day("2015-03-01"))
	p.Own["own/b"] = reached
	b, c = next(compute(t, p))
	require.Equal(t, [2]string{"2015-03-01", "2015-03-02"}, [2]string{b, c})
}

// A budget adopted, and a confirmation given, on the data date itself have
// happened: what is left waits for them no more.
func TestWhatClosesTheDataDateHasHappened(t *testing.T) {
	p := plan.New("Roskilde")
	p.DataDate = new(day("2013-10-15"))
	p.Budget = map[string]plan.BudgetCalendar{"2014": {Adopted: new(day("2013-10-15"))}}
	p.Own = map[string]plan.OwnTask{"own/oplaeg": workOf("", 2)}
	p.Edges = []plan.Edge{{From: "own/oplaeg", To: "budget/2014"}}
	s := compute(t, p)
	require.Equal(t, "2013-10-15", s.Milestone("budget/2014").Date.Date.String())
	require.False(t, s.Task("own/oplaeg").LateFinish.Known(), "nothing waits for it")
}

// Each kind of milestone that closes its day is finished by work that ends on
// that day, and what follows begins the day after; the others let it begin on
// the day.
func TestTheKindOfAMilestoneSaysWhichEndOfItsDayItHolds(t *testing.T) {
	p := plan.New("Roskilde")
	p.Own = map[string]plan.OwnTask{}
	follow := map[string]string{}
	s := compute(t, p)
	for i := range s.Milestones {
		m := &s.Milestones[i]
		if m.Date.Known() {
			id := "own/efter-" + string(rune('a'+i/26)) + string(rune('a'+i%26))
			p.Own[id] = workOf("", 1, plan.Predecessor{Task: m.ID})
			follow[m.ID] = id
		}
	}
	s = compute(t, p)
	require.NotEmpty(t, follow)
	for milestone, id := range follow {
		m, t1 := s.Milestone(milestone), s.Task(id)
		if m.Milestone.Kind.ClosesDay() {
			require.Greater(t, t1.Start.Date, m.Date.Date, milestone)
		} else {
			require.GreaterOrEqual(t, t1.Start.Date, m.Date.Date, milestone)
		}
	}
}
