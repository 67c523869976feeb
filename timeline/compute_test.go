package timeline_test

import (
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lag"
	"github.com/drejebog/monopolbrud/drejebog/period"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/driver"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestWithoutAPlanNoKommuneHasAFault(t *testing.T) {
	for _, k := range book().Kommuner {
		s := compute(t, plan.New(k.Code))
		assert.Empty(t, codes(s, drejebog.SeverityError), k.Name)
		assert.NotEmpty(t, s.CriticalPath, k.Name)
	}
}

func TestWithoutAPlanNoEditionHasAFault(t *testing.T) {
	for _, e := range book().Editions {
		p := plan.New("Roskilde")
		p.AsOf = &e.Date
		assert.Empty(t, codes(compute(t, p), drejebog.SeverityError), e.Number)
	}
}

func TestLessThanHalfOfTheTasksAreCritical(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	tasks, critical := 0, 0
	for _, task := range s.Tasks {
		if task.LevelOfEffort {
			assert.False(t, task.Critical, "%s is level of effort", task.ID)
			continue
		}
		tasks++
		if task.Critical {
			critical++
		}
	}
	t.Logf("%d of %d tasks are critical", critical, tasks)
	assert.Less(t, 2*critical, tasks)
}

func TestATaskStartsWhenItsWindowOpensOrItWasPublished(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	for id, start := range map[string]string{
		"4.1/overblik":                         "2013-06-03", // June 2013 begins on a Saturday
		"4.11/administrator@serviceplatformen": "2013-10-17", // September, but published on 17 October
		"6.5/krav@stoettesystemerne":           "2013-09-18", // 2013, but published on 18 September
		"4.12/opstart":                         "2013-12-02", // December 2013 begins on a Sunday
		"4.15/kontaktperson@stoettesystemerne": "2014-05-01", // no start printed
		"5.3/forberedelse@sapa":                "2015-11-02", // 1 November 2015 is a Sunday
	} {
		task := s.Task(id)
		require.NotNil(t, task, id)
		assert.Equal(t, start, task.Start.Date.String(), id)
	}
}

func TestReadinessHangsOnTheStartOfImplementation(t *testing.T) {
	p := goLive("sapa", plan.On(day("2016-03-01")))
	p.Projects["sapa"] = plan.Rollout{GoLive: plan.On(day("2016-03-01")), Implementation: plan.On(day("2015-12-15"))}
	s := compute(t, p)
	assert.Equal(t, "2015-09-15", s.Milestone("4.8/bekraeftet@sapa").Deadline.String(), "three months before")
	assert.Equal(t, "2015-06-15", s.Milestone("ext/parathedskrav@sapa").Deadline.String(), "six months before")
	assert.Equal(t, "2015-04-15", s.Milestone("ext/parathedskrav@sapa").Date.Date.String(), "expected eight months before")
	assert.Equal(t, "2015-10-01", s.Milestone("4.8/bekraeftet@ksd").Deadline.String(), "the other projects stand")
}

func TestReadinessMayBeConfirmedOnTheVeryDay(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	assert.Equal(t, "2015-10-01", s.Milestone("4.8/bekraeftet@sapa").Latest.Date.String())
	assert.Equal(t, "2015-10-01", s.Task("4.8/bekraeftelse@sapa").LateFinish.Date.String())
}

func TestNoticeIsGivenSixMonthsBeforeTheOldSystemEnds(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	assert.Equal(t, "2015-12-31", s.Milestone("end@kmd-aktiv").Date.Date.String(), "the day before go-live")
	assert.Equal(t, "2015-06-30", s.Task("6.3/opsigelse@kmd-aktiv").LateFinish.Date.String())
	assert.Equal(t, "2015-06-16", s.Task("6.3/opsigelse@kmd-aktiv").Finish.Date.String(), "ten working days before")
	assert.Equal(t, "2016-03-31", s.Milestone("end@kmd-sag").Date.Date.String(), "after three months side by side")
	assert.Equal(t, "2015-09-30", s.Task("6.3/opsigelse@kmd-sag").LateFinish.Date.String())
}

func TestWindowsThatHangOnAGoLiveMoveWithIt(t *testing.T) {
	national := compute(t, plan.New("Roskilde"))
	for _, days := range []int{1, 31, 1461} {
		moved := compute(t, goLive("sapa", plan.On(day("2016-01-01")+date.Date(days))))
		for _, task := range national.Tasks {
			now := moved.Task(task.ID)
			if task.LevelOfEffort || task.Deadline == nil {
				continue
			}
			row := task.Activity.MovesWith(task.Step, task.Project)
			if task.Project != "sapa" || row == nil || row.Milestone != "golive" && row.Milestone != "impl" {
				continue
			}
			printed := task.Activity.DaysOf(task.Step).Last
			want := lag.Moved(printed, day("2016-01-01"), day("2016-01-01")+date.Date(days))
			assert.Equal(t, moved.MetBy(want), *now.Deadline, "%s, %d days", task.ID, days)
		}
		assert.Empty(t, codes(moved, drejebog.SeverityError), "%d days", days)
	}
}

func TestBehindAnUnknownGoLiveTasksHaveDistancesInsteadOfDates(t *testing.T) {
	s := compute(t, goLive("sapa", &plan.When{Unknown: true}))
	for _, task := range s.Tasks {
		if task.LevelOfEffort {
			continue
		}
		row := task.Activity.MovesWith(task.Step, task.Project)
		if task.Project == "sapa" && row != nil && row.Milestone != "contract" {
			assert.Equal(t, timeline.RelativeTo, task.Start.Kind, task.ID)
			assert.Equal(t, "golive@sapa", task.Start.Milestone, task.ID)
			assert.Nil(t, task.Deadline, task.ID)
			assert.Nil(t, s.Spread(&task), task.ID)
		}
		if task.Project == "ksd" || row == nil && task.Activity.ID < "4.5" {
			assert.Equal(t, timeline.OnDate, task.Start.Kind, task.ID)
		}
	}
	confirmed := s.Milestone("4.8/bekraeftet@sapa")
	assert.Equal(t, timeline.RelativeTo, confirmed.Latest.Kind)
	assert.Equal(t, -92, confirmed.Latest.Days, "three months before go-live")
	assert.Equal(t, []string{"DB-107 golive@sapa"}, codesOf(s, "DB-107"))
	assert.Empty(t, codes(s, drejebog.SeverityError))
}

func codesOf(s *timeline.Schedule, code string) []string {
	var list []string
	for _, f := range s.Findings {
		if f.Code == code {
			list = append(list, f.Code+" "+f.Subject)
		}
	}
	return list
}

func TestAScheduleBeginsWithWhatIsFoundInItsPlan(t *testing.T) {
	p := plan.New("Roskilde")
	late := day("2014-10-16")
	p.Tasks = map[string]plan.Task{"4.4/beslut-2015": {PlannedFinish: &late, Responsible: "nobody-we-know"}}
	third := drejebog.Period{Kind: period.Closed, First: day("2016-07-01"), Last: day("2016-09-30"), Text: "3. kvartal 2016"}
	p.Projects = map[string]plan.Rollout{"sapa": {GoLive: &plan.When{Date: third.First, Period: &third}}}
	found := plan.Check(book(), p)
	require.NotEmpty(t, found)
	s := compute(t, p)
	require.Greater(t, len(s.Findings), len(found))
	assert.Equal(t, found, s.Findings[:len(found)])
	for _, f := range found {
		assert.NotContains(t, s.Findings[len(found):], f, "once")
	}
}

func TestAHardDateThatIsMissedIsAnError(t *testing.T) {
	for task, of := range map[string]struct{ asOf, finish string }{
		"4.4/tilpas-2014":                      {"2013-10-01", "2013-10-16"},
		"4.4/beslut-2015":                      {"2014-07-01", "2014-10-16"},
		"4.5/roller@sapa":                      {"2013-12-02", "2014-01-02"},
		"4.11/administrator@serviceplatformen": {"2013-10-18", "2013-10-23"},
		"4.15/kontaktperson@stoettesystemerne": {"2014-05-20", "2014-06-02"},
	} {
		s := compute(t, planOf(t, "asOf: "+of.asOf, "tasks:", "  "+task+":", "    plannedFinish: "+of.finish))
		assert.Contains(t, codes(s, drejebog.SeverityError), "DB-101 "+task, "%s on %s", task, of.finish)
	}
}

func TestAnExpectedEndThatIsMissedIsANote(t *testing.T) {
	s := compute(t, planOf(t, "tasks:", "  4.14/strategi: {plannedStart: 2014-06-02, plannedFinish: 2015-01-20}"))
	assert.Contains(t, codes(s, drejebog.SeverityNote), "DB-102 4.14/strategi")
	assert.Empty(t, codes(s, drejebog.SeverityError))
}

func TestAConfirmationThatComesTooLateBreaksTheThreeMonthRule(t *testing.T) {
	s := compute(t, planOf(t, "tasks:", "  4.8/bekraeftelse@sapa:", "    plannedFinish: 2015-10-02"))
	assert.Contains(t, codes(s, drejebog.SeverityError), "DB-105 4.8/bekraeftet@sapa")
	onTime := compute(t, planOf(t, "tasks:", "  4.8/bekraeftelse@sapa:", "    plannedFinish: 2015-10-01"))
	assert.Empty(t, codes(onTime, drejebog.SeverityError))
}

func TestProgressCountsFromTheDataDate(t *testing.T) {
	s := compute(t, planOf(t, "asOf: 2014-06-27", "dataDate: 2014-06-27", "tasks:",
		"  4.15/kontaktperson@stoettesystemerne: {actualStart: 2014-05-12, actualFinish: 2014-05-20}",
		"  4.14/strategi: {actualStart: 2014-06-02, remaining: 10}"))
	done := s.Task("4.15/kontaktperson@stoettesystemerne")
	assert.Equal(t, "2014-05-12", done.Start.Date.String())
	assert.Equal(t, "2014-05-20", done.Finish.Date.String())
	assert.Equal(t, driver.PlanID, done.Driver)
	going := s.Task("4.14/strategi")
	assert.Equal(t, "2014-06-02", going.Start.Date.String())
	assert.Equal(t, "2014-07-11", going.Finish.Date.String(), "ten working days from Monday 30 June, the data date being a Friday")
	assert.Greater(t, s.Task("5.1/gap@sapa").Start.Date, day("2014-06-27"), "nothing unstarted lies before the end of the data date")
}

func TestAConfirmationThatWasGivenStandsOnItsDay(t *testing.T) {
	s := compute(t, planOf(t, "asOf: 2015-10-09", "dataDate: 2015-10-09", "tasks:",
		"  4.8/bekraeftelse@sapa: {actualStart: 2015-09-14, actualFinish: 2015-09-23}"))
	assert.Equal(t, "2015-09-23", s.Milestone("4.8/bekraeftet@sapa").Date.Date.String(), "not the data date, sixteen days later")
	assert.NotContains(t, codes(s, drejebog.SeverityError), "DB-105 4.8/bekraeftet@sapa")
	assert.Contains(t, codes(s, drejebog.SeverityWarning), "DB-105 4.8/bekraeftet@ksd", "what was not confirmed cannot be before the data date, and its day has passed: it is still to come")
}

func TestALevelOfEffortThatIsNotRelevantHasItsReasonAndNoDates(t *testing.T) {
	s := compute(t, planOf(t, "tasks:", "  4.5/projektledelse@ksd: {notRelevant: Findes allerede}"))
	effort := s.Task("4.5/projektledelse@ksd")
	assert.Equal(t, "Findes allerede", effort.NotRelevant)
	assert.False(t, effort.Start.Known() || effort.Finish.Known() || effort.HasFloat())
}

func TestATaskThatIsNotRelevantTakesNoTime(t *testing.T) {
	s := compute(t, planOf(t, "tasks:", "  4.12/opstart: {notRelevant: Findes allerede}"))
	task := s.Task("4.12/opstart")
	assert.Equal(t, "Findes allerede", task.NotRelevant)
	assert.False(t, task.Critical)
	assert.Zero(t, task.Duration)
}

func TestSpreadAddsUpToTheTasksWorkingDays(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	for _, task := range s.Tasks {
		if !task.Start.Known() {
			continue
		}
		days := 0
		for _, year := range s.Spread(&task) {
			days += year.Workdays
		}
		assert.Equal(t, s.Workdays(task.Start.Date, task.Finish.Date), days, task.ID)
		if !task.LevelOfEffort {
			assert.Equal(t, task.Duration.Likely, days, task.ID)
		}
	}
}

func TestTheSameInputGivesTheSameSchedule(t *testing.T) {
	assert.Equal(t, lines(compute(t, plan.New("Aarhus"))), lines(compute(t, plan.New("Aarhus"))))
}

func TestALaterGoLiveNeverGivesAnEarlierDate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		project := rapid.SampledFrom([]string{"ky", "ksd", "sapa", "stoettesystemerne"}).Draw(t, "project")
		first := day("2015-01-01") + date.Date(rapid.IntRange(0, 1500).Draw(t, "go-live"))
		later := first + date.Date(rapid.IntRange(0, 900).Draw(t, "slip"))
		a, b := compute(t, goLive(project, plan.On(first))), compute(t, goLive(project, plan.On(later)))
		for i := range a.Tasks {
			assert.LessOrEqual(t, a.Tasks[i].EarlyFinish.Date, b.Tasks[i].EarlyFinish.Date, "%s: %s to %s", a.Tasks[i].ID, first, later)
		}
	})
}

func TestNothingIsComputedOfAnUnknownKommuneOrBeforeTheFirstEdition(t *testing.T) {
	_, err := timeline.Compute(book(), plan.New("Roskylde"))
	var unknown *drejebog.KommuneError
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, "Roskilde", unknown.Suggest)

	p := plan.New("Roskilde")
	early := day("2013-05-30")
	p.AsOf = &early
	_, err = timeline.Compute(book(), p)
	var none *drejebog.EditionError
	require.ErrorAs(t, err, &none)
}

func BenchmarkCompute(b *testing.B) {
	p := plan.New("Roskilde")
	compute(b, p)
	for b.Loop() {
		compute(b, p)
	}
}

func TestAScheduleAllocatesNoMoreThanTwoThousandFiveHundredTimes(t *testing.T) {
	p := plan.New("Roskilde")
	require.LessOrEqual(t, testing.AllocsPerRun(3, func() { compute(t, p) }), 2500.0)
}

func TestATaskKnowsItsWindow(t *testing.T) {
	s := compute(t, goLive("sapa", plan.On(day("2016-02-01"))))
	test := s.Task("5.3/test@sapa")
	assert.Equal(t, day("2015-12-01"), *test.Opens, "1 November 2015, moved by a month with the go-live")
	assert.Equal(t, day("2016-01-29"), *test.Deadline, "the last working day of January 2016")
	assert.Nil(t, compute(t, goLive("sapa", &plan.When{Unknown: true})).Task("5.3/test@sapa").Opens)
}

// A task that a later edition brought is known when the plan is read, and so it is
// when the plan is scheduled as of a day before that edition.
func TestAPlanThatNamesALaterTaskIsNoFaultAsOfAnEarlierDay(t *testing.T) {
	asOf := day("2013-09-01")
	early, err := book().AsOf(asOf)
	require.NoError(t, err)
	known := map[string]bool{}
	nodes, _ := early.Network()
	for i := range nodes {
		known[nodes[i].ID] = true
	}
	nodes, _ = book().Network()
	later := slices.IndexFunc(nodes, func(n drejebog.Node) bool { return n.Step != nil && !known[n.ID] })
	require.GreaterOrEqual(t, later, 0)
	p := plan.New("Roskilde")
	p.AsOf = &asOf
	p.Tasks = map[string]plan.Task{nodes[later].ID: {Note: "Kommer senere"}}
	require.Empty(t, plan.Check(book(), p))
	for _, f := range compute(t, p).Findings {
		assert.NotEqual(t, "DB-001", f.Code, "%s: %s", nodes[later].ID, f.Text.EN)
	}
	outcomes, err := timeline.All(t.Context(), book(), []*plan.Plan{p}, nil)
	require.NoError(t, err)
	for _, f := range outcomes[0].Schedule.Findings {
		assert.NotEqual(t, "DB-001", f.Code, "%s: %s", nodes[later].ID, f.Text.EN)
	}
}
