package timeline_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/drejebog/monopolbrud/timeline/explain"
	"github.com/drejebog/monopolbrud/timeline/keydate"
	"github.com/drejebog/monopolbrud/timeline/timelinereport"
	"github.com/drejebog/monopolbrud/timeline/view"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// oneLine is a page with its lines joined.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func schedText(t testing.TB, s *timeline.Schedule) string {
	var out bytes.Buffer
	require.NoError(t, timelinereport.Schedule(s).WriteText(&out, lang.Danish))
	return out.String()
}

func explained(t testing.TB, s *timeline.Schedule, id string) string {
	e, err := explain.Of(s, id)
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, timelinereport.Explanation(e).WriteText(&out, lang.Danish))
	return oneLine(out.String())
}

func TestAHardDateThatLiesAheadIsShownAlthoughTheWorkShouldBeDone(t *testing.T) {
	s := compute(t, planOf(t, "asOf: 2014-10-01", "deliverables: {ext/bidrag-2015@ky: {delivered: 2014-05-15}}"))
	require.Equal(t, "2014-10-15", finishes(s, "4.4/beslut-2015"), "it is placed in the budget's readings")
	hard := hardDate(s, "4.4/beslut-2015")
	require.NotNil(t, hard)
	assert.Zero(t, *hard.Float)
	assert.True(t, hard.Placed)
	assert.False(t, hard.Presses(), "the day that the text leaves says nothing of urgency")
	assert.Contains(t, schedText(t, s), "15.10.2014  Beslut for budget 2015")
	var agenda bytes.Buffer
	require.NoError(t, timelinereport.Agenda(view.Ahead(s, 30, 90)).WriteText(&agenda, lang.Danish))
	assert.Regexp(t, `Beslut for budget 2015.* 0 .*frist 15.10.2014`, agenda.String())

	done := compute(t, warned(t, "kommune: Roskilde\nasOf: 2014-10-01\ntasks: {4.4/beslut-2015: {actualStart: 2014-08-04, actualFinish: 2014-09-02}}"))
	assert.NotContains(t, schedText(t, done), "15.10.2014  Beslut for budget 2015")
}

func TestNoHardDateAheadHasMoreFloatThanThereAreDays(t *testing.T) {
	for _, asOf := range []string{"2013-09-20", "2013-12-02", "2014-05-26", "2014-10-01", "2015-09-29"} {
		s := compute(t, planOf(t, "asOf: "+asOf))
		for _, hard := range keydate.HardDates(s) {
			if task := s.Task(hard.ID); task != nil {
				assert.LessOrEqual(t, *hard.Float, task.TotalFloat, hard.ID)
			}
			if hard.Float == nil {
				assert.False(t, hard.IsOwn(), hard.ID)
				continue
			}
			assert.LessOrEqual(t, *hard.Float, s.Workdays(s.SeenFrom()+1, hard.Date), "%s from %s", hard.ID, asOf)
		}
	}
}

func TestWhatIsReachedBindsNoMore(t *testing.T) {
	s := compute(t, warned(t, "kommune: Roskilde\nasOf: 2015-09-25\ndataDate: 2015-09-25\n"+
		"tasks: {4.8/bekraeftelse@ky: {actualStart: 2015-09-17, actualFinish: 2015-09-23}}"))
	assert.Nil(t, hardDate(s, "4.8/bekraeftet@ky"))
	assert.NotNil(t, hardDate(s, "4.8/bekraeftet@ksd"))
	assert.NotRegexp(t, `01\.10\.2015 .*bekræftet sin parathed: .*KY`, schedText(t, s))
	text := explained(t, s, "4.8/bekraeftet@ky")
	assert.Contains(t, text, "Den blev nået 23. september 2015; sidste dag er 1. oktober 2015 (afsnit 4.8).")
	assert.Contains(t, text, "Arbejdet blev færdigt den dag, siger kommunens plan.")
	assert.NotContains(t, text, "Regnet ud fra")
}

func TestTheCriticalPathTellsOfTheProjectThatSomebodyElseMakesLate(t *testing.T) {
	s := compute(t, planOf(t, "deliverables: {ext/parathedskrav@ksd: {promised: 2015-09-14}}"))
	assert.Negative(t, s.CriticalPathFloat)
	assert.Equal(t, "ext/parathedskrav@ksd", s.CriticalPath[0])
	assert.Equal(t, "ext/parathedskrav@ksd", s.CriticalPathTo, "it is bound by the rule of six months")
}

func TestOneDateIsToldWithOneFloat(t *testing.T) {
	text := schedText(t, compute(t, planOf(t, "deliverables: {ext/parathedskrav@ksd: {promised: 2015-09-14}}")))
	assert.Regexp(t, `01\.07\.2015 .*Parathedskrav.*: KY og SAPA +KOMBIT\n`, text)
	assert.Regexp(t, `01\.07\.2015 .*Parathedskrav.*: KSD +KOMBIT +-53\n`, text)
}

func TestWhatIsExpectedInTimeDoesNotLookLate(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, timelinereport.WaitingList(view.WaitingFor(compute(t, plan.New("Roskilde")))).WriteText(&out, lang.Danish))
	text := oneLine(out.String())
	assert.Contains(t, text, "(Støttesystemerne); ventes 21. april 2015; skal bruges senest 19. juni 2015")
	assert.Contains(t, text, "lovet første halvdel af maj 2014, 43 dage over tiden, regnet fra 15. maj 2014, som er vores læsning af løftet")
	assert.Contains(t, text, "(KY, KSD og SAPA); ventes 30. april 2015; skal bruges senest 1. juli 2015")
}

func TestAGoLiveLiesWhereThePromiseOfItsDayHadIt(t *testing.T) {
	s := compute(t, planOf(t, "asOf: 2013-10-01"))
	assert.Equal(t, "2013-12-21", s.Milestone("golive@serviceplatformen").Date.Date.String(), "the end of 2013, by the text of that day")
	assert.Contains(t, explained(t, s, "golive@serviceplatformen"), "(6.1)")
	assert.Equal(t, "2014-01-01", compute(t, plan.New("Roskilde")).Milestone("golive@serviceplatformen").Date.Date.String())
}

func TestADateOfThePlansIsNotSaidToBeTheTexts(t *testing.T) {
	given := explained(t, compute(t, planOf(t, "projects: {ky: {goLive: 2016-03-01}}")), "golive@ky")
	assert.Contains(t, given, "1. marts 2016 (kommunens plan)")
	assert.NotContains(t, given, "(står i teksten)")

	unknown := compute(t, goLive("ksd", &plan.When{Unknown: true}))
	assert.NotContains(t, explained(t, unknown, "golive@ksd"), "følger af teksten (5.4)")
	assert.NotContains(t, explained(t, unknown, "4.10/slutbrugere@ksd"), "står til ved")
}

func TestThePageSaysWhichEndOfAPeriodItIsMadeFor(t *testing.T) {
	s := compute(t, planOf(t, "projects: {ky: {goLive: 1. kvartal 2016}}"))
	assert.Contains(t, oneLine(schedText(t, s)), "Planen her regner med 1. januar 2016; bliver det 31. marts 2016")
	assert.Contains(t, oneLine(schedText(t, s.Latest)), "Planen her regner med den sidste dag, 31. marts 2016.")
}

func TestWhatNothingHardWaitsForHasNoLastDay(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	trial := s.Task("5.4/driftsproeve@ky")
	assert.False(t, trial.HasFloat())
	assert.Equal(t, timeline.Open, trial.LateFinish.Kind)
	assert.False(t, trial.Critical)
	assert.Contains(t, explained(t, s, trial.ID), "Intet hårdt venter på den.")
	for _, task := range s.Tasks {
		if task.HasFloat() {
			e, err := explain.Of(s, task.ID)
			require.NoError(t, err)
			assert.NotNil(t, e.Bound, "%s has float to something", task.ID)
		}
	}
	moved := compute(t, goLive("sapa", plan.On(day("2018-01-01"))))
	for _, task := range s.Tasks {
		if task.Project == "ky" {
			other := moved.Task(task.ID)
			assert.Equal(t, task.LateFinish, other.LateFinish, task.ID)
			assert.Equal(t, task.TotalFloat, other.TotalFloat, task.ID)
		}
	}
}

// stateOf is how a deliverable of somebody else's stands; 0 for none.
func stateOf(s *timeline.Schedule, id string) view.State {
	for _, d := range view.WaitingFor(s).Deliverables {
		if d.Milestone.ID == id {
			return d.State
		}
	}
	return 0
}

func waitingText(t testing.TB, s *timeline.Schedule) string {
	var out bytes.Buffer
	require.NoError(t, timelinereport.WaitingList(view.WaitingFor(s)).WriteText(&out, lang.Danish))
	return oneLine(out.String())
}

func TestWhatOthersOweStaysOnTheListWhenItsDayHasPassed(t *testing.T) {
	s := compute(t, planOf(t, "asOf: 2015-07-15"))
	text := oneLine(schedText(t, s))
	assert.Contains(t, text, "Parathedskrav med forslag til arbejdsdeling (Støttesystemerne), skulle komme senest 21. juni 2015; om det er kommet, er ikke oplyst.")
	assert.Contains(t, text, "Parathedskrav med forslag til arbejdsdeling (KY, KSD og SAPA), skulle komme senest 1. juli 2015; om det er kommet, er ikke oplyst.", "days that differ are two lines")
	assert.Contains(t, text, "Retningslinjer for brug af systemet (KY, KSD og SAPA), ingen dato; skulle bruges senest 26. juni 2015.")
	assert.NotContains(t, text, "Økonomiaftalen for 2014", "nothing that waits for it can be done in time")
	assert.Contains(t, codes(s, drejebog.SeverityNote), "DB-205 ext/parathedskrav@ky")
	assert.Equal(t, view.Overdue, stateOf(s, "ext/parathedskrav@ky"))
	assert.Contains(t, waitingText(t, s), "skulle komme senest 1. juli 2015, 14 dage over tiden")

	came := compute(t, planOf(t, "asOf: 2015-07-15", "deliverables: {ext/parathedskrav@ky: {delivered: 2015-06-15}}"))
	assert.NotContains(t, codes(came, drejebog.SeverityNote), "DB-205 ext/parathedskrav@ky")
}

func TestWorkFinishesNoEarlierThanTheDayThatItsInputCame(t *testing.T) {
	s := compute(t, plan.New("Roskilde"))
	assert.Equal(t, "2014-04-11", finishes(s, "6.6/snitflader"), "the kommune's own overview came on 11 April")
	assert.Equal(t, "2014-10-15", s.Milestone("ext/business-cases@ky").Latest.Date.String(), "no later than the budget it is for")
}

func TestNothingIsSaidThatWasNotKnownYet(t *testing.T) {
	first := compute(t, planOf(t, "asOf: 2013-05-31"))
	assert.NotContains(t, explained(t, first, "golive@stoettesystemerne"), "4.15")
	may := compute(t, planOf(t, "asOf: 2014-05-02"))
	assert.NotContains(t, explained(t, may, "ext/exit-guide@sapa"), "senere end lovet")
}

func TestAnUnknownGoLiveHasNotPassedWhateverTheDataDate(t *testing.T) {
	for _, on := range []string{"2014-06-27", "2016-06-30", "2019-03-01"} {
		s := compute(t, planOf(t, "asOf: "+on, "dataDate: "+on, "projects: {sapa: {goLive: unknown}, ky: {goLive: unknown}, ksd: {goLive: unknown}, stoettesystemerne: {goLive: unknown}}"))
		for _, task := range s.Tasks {
			if task.Finish.Kind == timeline.RelativeTo && task.Activity.ID != "5.4" && task.Activity.ID != "6.3" && !task.LevelOfEffort {
				assert.LessOrEqual(t, task.Finish.Days, 0, "%s seen from %s", task.ID, on)
			}
		}
		cutOver := s.Task("5.2/overgang@ky")
		assert.InDelta(t, -2, cutOver.Finish.Days, 2, "the last working day before, seen from %s", on)
		assert.Zero(t, cutOver.TotalFloat, "it is placed up to the go-live, seen from %s", on)
		assert.True(t, cutOver.Placed, on)
	}
}
