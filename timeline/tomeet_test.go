package timeline_test

import (
	"math"
	"os"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func toMeet(t *testing.T, s *timeline.Schedule, id string, by date.Date, limits ...timeline.Limit) *timeline.Cut {
	t.Helper()
	c, err := s.ToMeet(id, by, limits...)
	require.NoError(t, err)
	return c
}

// reached is the day on which a milestone is reached by a plan, by what it waits
// for alone.
func reached(t *testing.T, p *plan.Plan, id string, by date.Date) date.Date {
	t.Helper()
	return toMeet(t, compute(t, p), id, by).Before
}

// bridge is the plan of five own tasks and a milestone that a cut one task at a
// time does not shorten by the least: A5 B9 C5 D9 E5.
func bridge() *plan.Plan {
	p := plan.New("Roskilde")
	after := func(ids ...string) (list []plan.Predecessor) {
		for _, id := range ids {
			list = append(list, plan.Predecessor{Task: "own/" + id})
		}
		return list
	}
	p.Own = map[string]plan.OwnTask{
		"own/a": workOf("2015-03-02", 5), "own/b": workOf("2015-03-02", 9), "own/c": workOf("", 5, after("a")...),
		"own/d": workOf("", 9, after("a")...), "own/e": workOf("", 5, after("c", "b")...),
		"own/slut": workOf("", 0, after("d", "e")...),
	}
	return p
}

func anyOf(days int, price int64, tasks ...string) (limits []timeline.Limit) {
	for _, id := range tasks {
		limits = append(limits, timeline.Limit{Task: id, Days: days, Price: price})
	}
	return limits
}

func TestTheBridgeIsMetByItsTwoEnds(t *testing.T) {
	limits := anyOf(4, 1, "own/a", "own/b", "own/c", "own/d", "own/e")
	c := toMeet(t, compute(t, bridge()), "own/slut", day("2015-03-18"), limits...)
	require.Equal(t, "2015-03-20", c.Before.String(), "15 working days from Monday 2 March")
	require.Equal(t, []timeline.Shortening{{Task: "own/a", Name: lang.Both("Arbejde"), From: 5, Days: 1, Price: 1}, {Task: "own/e", Name: lang.Both("Arbejde"), From: 5, Days: 1, Price: 1}}, c.Shorten)
	require.True(t, c.Met && c.Exact)
	require.Equal(t, [2]int64{2, 2}, [2]int64{c.Cost, c.Bound})
	require.Equal(t, "2015-03-18", c.Date.String())
	require.Empty(t, c.Holds)
	require.Equal(t, "2015-03-18", compute(t, c.Plan()).Task("own/slut").Finish.Date.String())
}

// A is too dear for the price of C and D.
func TestThePricesOfTheCallerDecide(t *testing.T) {
	limits := append(anyOf(4, 1, "own/b", "own/c", "own/d", "own/e"), timeline.Limit{Task: "own/a", Days: 4, Price: 9})
	c := toMeet(t, compute(t, bridge()), "own/slut", day("2015-03-19"), limits...)
	require.Equal(t, []timeline.Shortening{{Task: "own/e", Name: lang.Both("Arbejde"), From: 5, Days: 1, Price: 1}}, c.Shorten)
	c = toMeet(t, compute(t, bridge()), "own/slut", day("2015-03-18"), limits...)
	require.True(t, c.Exact)
	require.EqualValues(t, 3, c.Cost, "E twice and D once, for A once and E once cost 10")
}

// What has no low length, is finished, or has its dates from the plan, keeps its
// length.
func TestLimitsAreWhatTheSeedsLeaveOpen(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	limits := map[string]timeline.Limit{}
	for _, l := range s.Limits() {
		limits[l.Task] = l
		span := s.Task(l.Task).Duration
		require.Equal(t, span.Likely-span.Low, l.Days, l.Task)
		require.EqualValues(t, 1, l.Price)
	}
	const one, two, three, four = "4.1/overblik", "4.8/gennemgang@sapa", "4.10/superbrugere@sapa", "4.8/bekraeftelse@sapa"
	for _, id := range []string{one, two, three, four} {
		require.Contains(t, limits, id)
	}
	p := plan.New("Roskilde")
	p.DataDate = new(day("2014-08-01"))
	p.Tasks = map[string]plan.Task{
		one:   {ActualStart: new(day("2014-06-02")), ActualFinish: new(day("2014-06-06"))},
		two:   {Duration: new(7)},
		three: {PlannedFinish: new(day("2015-10-15"))},
		four:  {NotRelevant: new("en anden gør det")},
	}
	for _, l := range compute(t, p).Limits() {
		require.NotContains(t, []string{one, two, three, four}, l.Task)
	}
}

func TestADayThatCannotBeMetSaysWhatHoldsIt(t *testing.T) {
	s := compute(t, bridge())
	c := toMeet(t, s, "own/slut", day("2015-03-18"), anyOf(1, 1, "own/a", "own/b")...)
	require.False(t, c.Met)
	require.True(t, c.Exact)
	require.Empty(t, c.Shorten)
	require.Equal(t, "2015-03-19", c.Date.String())
	require.Equal(t, "own/slut", c.Holds[0].ID)
	require.Equal(t, driver.Link, c.Holds[0].By)
	last := c.Holds[len(c.Holds)-1]
	require.Equal(t, timeline.Hold{ID: "own/a", Name: lang.Both("Arbejde"), Date: day("2015-03-05"), Days: 4, Cut: 1, By: driver.Plan}, last)

	// A date that is given does not give.
	c = toMeet(t, compute(t, plan.New("Roskilde")), "end@kmd-sag", day("2015-12-31"))
	require.False(t, c.Met)
	require.True(t, c.Exact)
	require.Equal(t, driver.Offset, c.Holds[0].By)
	require.Equal(t, "golive@sapa", c.Holds[0].On)
}

// Notice is a task like others: what goes before it can be shortened, and the contract
// ends with the earlier notice.
func TestALateNoticeIsBroughtForward(t *testing.T) {
	p := planOf(t, "contracts:",
		"  kmd-sag: {name: KMD Sag, systems: [kmd-sag], noticeMonths: 6, noticeTo: quarter}",
		"own: {own/forhandling: {name: Forhandling, duration: 60, plannedStart: 2015-08-11}}",
		"edges: [{from: own/forhandling, to: 6.3/opsigelse@kmd-sag}]")
	s := compute(t, p)
	require.Equal(t, "2016-06-30", s.Milestone("contract/kmd-sag").Date.Date.String())
	limits := anyOf(40, 1, "own/forhandling")
	c := toMeet(t, s, "6.3/opsigelse@kmd-sag", day("2015-09-30"), limits...)
	require.True(t, c.Met)
	require.Len(t, c.Shorten, 1)
	require.Equal(t, "2016-03-31", compute(t, c.Plan()).Milestone("contract/kmd-sag").Date.Date.String())
	c.Shorten[0].Days--
	require.Equal(t, "2016-06-30", compute(t, c.Plan()).Milestone("contract/kmd-sag").Date.Date.String())
}

// A start of implementation that the playbook puts on a day can be asked about on
// another: what must come before it is what is asked.
func TestADateThatStandsIsAskedAboutOnAnotherDay(t *testing.T) {
	c := toMeet(t, compute(t, plan.New("Roskilde")), "impl@sapa", day("2015-06-01"))
	require.False(t, c.Met, "the months before it cannot be shortened so far")
	c = toMeet(t, compute(t, plan.New("Roskilde")), "impl@sapa", day("2015-09-07"))
	require.True(t, c.Met, "%s: %v", c.Before, c.Holds)
	require.NotEmpty(t, c.Shorten)
	require.Greater(t, c.Before, c.Day)
	s := compute(t, c.Plan())
	require.Equal(t, "2015-09-07", s.Milestone("impl@sapa").Date.Date.String())
	for _, l := range s.Links() {
		if before := s.Task(l.From); before != nil && l.To == "impl@sapa" && l.Lag == (drejebog.Lag{}) {
			require.Less(t, before.EarlyFinish.Date, c.Day, l.From)
		}
	}
}

// A go-live that is not known can be asked about: what hangs on it moves with
// the day.
func TestAnUnknownGoLiveIsAskedAbout(t *testing.T) {
	s := compute(t, goLive("sapa", &plan.When{Unknown: true}))
	c := toMeet(t, s, "golive@sapa", day("2016-06-01"))
	require.True(t, c.Met)
	_, err := s.ToMeet("5.3/klarmelding@sapa", day("2016-06-01"))
	var question *timeline.QuestionError
	require.ErrorAs(t, err, &question)
	require.Equal(t, timeline.QuestionError{Kind: timeline.QuestionUndated, ID: "5.3/klarmelding@sapa", On: "golive@sapa"}, *question)
}

func TestAQuestionWithoutAnswerSaysWhy(t *testing.T) {
	s := compute(t, bridge())
	by := day("2015-03-18")
	var unknown *timeline.UnknownTaskError
	_, err := s.ToMeet("own/slutt", by)
	require.ErrorAs(t, err, &unknown)
	require.Equal(t, "own/slut", unknown.Suggest)
	_, err = s.ToMeet("own/slut", by, timeline.Limit{Task: "impl@sapa", Days: 1, Price: 1})
	require.ErrorAs(t, err, &unknown)
	effort := ""
	for i := range s.Tasks {
		if s.Tasks[i].LevelOfEffort {
			effort = s.Tasks[i].ID
		}
	}
	for _, c := range []struct {
		id     string
		by     date.Date
		limits []timeline.Limit
		want   timeline.QuestionFault
	}{
		{effort, by, nil, timeline.QuestionEffort},
		{"ext/boelge@ky", by, nil, timeline.QuestionUndated},
		{"own/slut", day("2015-03-18") + 100_000, nil, timeline.QuestionDay},
		{"own/slut", math.MinInt / 2, nil, timeline.QuestionDay},
		{"own/slut", by, anyOf(-1, 1, "own/a"), timeline.QuestionLimit},
		{"own/slut", by, anyOf(math.MaxInt, 1, "own/a"), timeline.QuestionLimit},
		{"own/slut", by, anyOf(1, 0, "own/a"), timeline.QuestionLimit},
		{"own/slut", by, anyOf(2, 1<<61, "own/a"), timeline.QuestionLimit},
		{"own/slut", by, anyOf(1, 1, "own/a", "own/a"), timeline.QuestionTwice},
		{"own/slut", by, anyOf(1, 1, effort), timeline.QuestionEffort},
	} {
		_, err := s.ToMeet(c.id, c.by, c.limits...)
		var question *timeline.QuestionError
		if assert.ErrorAs(t, err, &question, c.want) {
			assert.Equal(t, c.want, question.Kind)
		}
	}
}

func TestAScheduleThatWasNotComputedHasNothingToMeet(t *testing.T) {
	var unknown *timeline.UnknownTaskError
	for _, s := range []*timeline.Schedule{nil, {}} {
		require.Empty(t, s.Limits())
		_, err := s.ToMeet("golive@sapa", day("2015-03-18"))
		require.ErrorAs(t, err, &unknown)
	}
	require.Nil(t, (&timeline.Cut{}).Plan())
	require.Nil(t, (*timeline.Cut)(nil).Plan())
}

// What the answer says is done to the plan, and the plan computed again: the day
// is met; with one day less of any cut it is not.
func TestShorteningByTheAnswerMeetsTheDayAndOneDayLessDoesNot(t *testing.T) {
	files := []string{"odense.yaml", "skive.yaml", "hjoerring.yaml"}
	step := 5
	if os.Getenv("MONOPOLBRUD_FULL") != "" {
		files, step = plans.Names(), 1
	}
	cuts, exact, asked := 0, 0, 0
	for f, file := range files {
		text, err := plans.Files().Open(file)
		require.NoError(t, err)
		p, _ := plan.Read(book(), file, text)
		if p == nil {
			continue
		}
		s := compute(t, p)
		for i := f % step; i < len(s.Milestones); i += step {
			id := s.Milestones[i].ID
			for _, earlier := range []date.Date{1, 7, 30} {
				if !s.Milestones[i].Early.Known() {
					continue
				}
				by := s.Milestones[i].Early.Date - earlier
				c, err := s.ToMeet(id, by)
				if err != nil {
					continue
				}
				asked++
				if !c.Met || len(c.Shorten) == 0 {
					require.Equal(t, c.Met, len(c.Holds) == 0, id)
					continue
				}
				cuts++
				if c.Exact {
					exact++
				}
				require.LessOrEqual(t, reached(t, c.Plan(), id, by), by, "%s %s by %s", file, id, by)
				require.Equal(t, c.Date, reached(t, c.Plan(), id, by), "%s %s by %s", file, id, by)
				for k := range c.Shorten {
					c.Shorten[k].Days--
					require.Greater(t, reached(t, c.Plan(), id, by), by, "%s %s by %s less %s", file, id, by, c.Shorten[k].Task)
					c.Shorten[k].Days++
				}
			}
		}
	}
	t.Logf("%d questions, %d cuts, %d exact", asked, cuts, exact)
	require.Greater(t, cuts, 10)
}
