package steering_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/request"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/drejebog/monopolbrud/readiness/steering"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	inMay = `kommune: Vejen
asOf: 2014-05-30
projects: {sapa: {goLive: 2016-02-01}}
benefits: {a: {name: A, owner: programleder, baseline: 10}}
risks: {x: {what: Sent, probability: 0.5, delay: {low: 1, likely: 10, high: 20}}, y: {what: Dyrt, probability: 0.25}}
`
	inJune = `kommune: Vejen
asOf: 2014-06-27
projects: {sapa: {goLive: 2016-03-01}}
baseline: {agreed: 2014-06-02, milestones: {golive@sapa: 2016-02-01}}
decisions:
  - {step: 5.1/tilpasning, kind: external, year: 2015, state: setAside, on: 2014-06-18}
  - {step: 4.10/slutbrugere, kind: own, state: withinFrame, on: 2014-05-30}
  - {step: 4.9/oprydning@kmd-aktiv, kind: own, state: undecided, on: 2014-06-18}
benefits: {a: {name: A, owner: programleder, baseline: 10, target: 8}}
risks: {x: {what: Sent, probability: 0.25, delay: {low: 1, likely: 10, high: 20}, owner: jurist}, z: {what: Nyt, probability: 0.1, kroner: {low: 1, likely: 2, high: 3}}}
own: {own/x: {name: X, duration: 5, plannedStart: 2014-09-01, deadline: 2014-09-02}}
`
)

func TestAReportTellsWhatHasComeAboutSinceTheLast(t *testing.T) {
	r := reported(t, inJune, inMay)
	assert.Equal(t, date.New(2014, 5, 31), r.From)
	assert.Equal(t, date.New(2014, 6, 27), r.On)
	assert.Equal(t, date.New(2014, 7, 27), r.Next)
	assert.Equal(t, steering.Better, light(r, steering.Benefits).Trend)
	assert.Equal(t, steering.Worse, light(r, steering.Time).Trend)
	assert.Equal(t, steering.Same, light(r, steering.Resources).Trend)

	require.Len(t, r.Decisions, 2, "the first lies before the period, and undecided is no decision")
	assert.Equal(t, "De aftalte datoer er godkendt", r.Decisions[0].What.In(lang.Danish))
	assert.Equal(t, "Planlæg, køb og tilpas, indkøb, 2015: afsat", r.Decisions[1].What.In(lang.Danish))

	for _, m := range r.Milestones {
		if m.ID == "golive@sapa" {
			assert.Equal(t, date.New(2016, 2, 1), *m.Baseline)
			assert.Equal(t, date.New(2016, 2, 1), m.Last.Date)
			assert.Equal(t, date.New(2016, 3, 1), m.Now.Date)
			assert.Equal(t, 29, *m.Later)
		}
	}

	require.Len(t, r.Risks, 2)
	assert.False(t, r.Computed)
	assert.Equal(t, []steering.Trend{steering.Better, steering.Fresh}, []steering.Trend{r.Risks[0].Trend, r.Risks[1].Trend})
	require.NotEmpty(t, r.Deviations)
	assert.True(t, r.Deviations[0].New)
}

func TestWithoutAnEarlierReportThePeriodIsAMonth(t *testing.T) {
	r := reported(t, inJune, "")
	assert.Equal(t, date.New(2014, 5, 28), r.From)
	for _, l := range r.Lights {
		assert.Zero(t, l.Trend)
	}
	for _, d := range r.Deviations {
		assert.False(t, d.New)
	}
}

// Nothing that is past, but the decisions of the period.
func TestNothingPastIsInAReport(t *testing.T) {
	for _, name := range plans.Names() {
		r, err := steering.Of(computed(t, name), nil)
		require.NoError(t, err)
		for _, m := range r.Milestones {
			assert.False(t, r.Status.Schedule.IsOver(m.ID), "%s %s", name, m.ID)
		}
		for _, y := range r.Money {
			assert.True(t, y.Year == 0 || y.Year >= r.On.Year(), name)
		}
		for _, d := range r.Ahead {
			assert.True(t, d.Day >= r.On && d.Day <= r.Next, "%s %v", name, d)
		}
		for _, a := range r.Asks {
			assert.True(t, a.By == nil || *a.By >= r.On, "%s %v", name, a)
		}
		for _, d := range r.Decisions {
			assert.True(t, d.Day >= r.From && d.Day <= r.On, name)
		}
	}
}

func TestMoneyAddsUp(t *testing.T) {
	for _, name := range plans.Names() {
		r, err := steering.Of(computed(t, name), nil)
		require.NoError(t, err)
		for _, y := range r.Money {
			assert.Zero(t, y.Granted.Add(y.Deviation).Cmp(y.Forecast), name)
			assert.True(t, y.Forecast.Cmp(y.Spent) >= 0, name)
		}
	}
}

func TestWhereThePlanHasNoRisksTheLeastFloatStandsForThem(t *testing.T) {
	for _, name := range plans.Names() {
		r, err := steering.Of(computed(t, name), nil)
		require.NoError(t, err)
		assert.True(t, r.Computed, name)
		assert.LessOrEqual(t, len(r.Risks), 3)
		for i := range r.Risks {
			require.NotNil(t, r.Risks[i].Float)
			assert.True(t, i == 0 || *r.Risks[i-1].Float <= *r.Risks[i].Float, name)
		}
	}
}

func TestTheSteeringGroupIsAskedForWhatIsOpen(t *testing.T) {
	asked := func(r *steering.Report) string {
		var all []string
		for _, a := range r.Asks {
			all = append(all, a.What.In(lang.Danish))
		}
		return strings.Join(all, "\n")
	}
	r, err := steering.Of(computed(t, "ringsted.yaml"), nil)
	require.NoError(t, err)
	for _, part := range []string{"lade KMD Sag opsige", "søge dækning for 692.000 kr. nye penge i 2015", "nye penge til budget 2016", "skaffe 323 timer til det, Finn ikke kan nå"} {
		assert.Contains(t, asked(r), part)
	}
	r, err = steering.Of(computed(t, "skive.yaml"), nil)
	require.NoError(t, err)
	assert.Contains(t, asked(r), "tage stilling til de 6 afvigelser")
}

func TestWithoutAStatusThereIsNoReport(t *testing.T) {
	for _, s := range []*status.Status{nil, {}} {
		_, err := steering.Of(s, nil)
		require.Error(t, err)
	}
	r, err := steering.Of(written(t, inJune), &status.Status{})
	require.NoError(t, err)
	assert.Nil(t, r.Before)
}

func TestReadinessIsNotGreenBeforeTheRequirementsAreReadIn(t *testing.T) {
	for _, name := range plans.Names() {
		r, err := steering.Of(computed(t, name), nil)
		require.NoError(t, err)
		assert.GreaterOrEqual(t, light(r, steering.Readiness).Light, readiness.Grey, name)
	}
}

// On the day of the second reading a budget is still to be adopted, and the day after it
// is adopted: for the schedule, the estimate, the request and the report, whether the day
// is that of as-of or of the plan's status.
func TestABudgetIsAdoptedFromTheDayAfterItsSecondReadingEverywhere(t *testing.T) {
	for _, seen := range []struct {
		day     string
		adopted bool
	}{{"2014-10-06", false}, {"2014-10-07", false}, {"2014-10-08", true}} {
		for _, head := range []string{"asOf: " + seen.day, "asOf: 2014-07-01\ndataDate: " + seen.day} {
			s := written(t, "kommune: Roskilde\n"+head+"\nbudget: {2015: {proposal: 2014-08-20, firstReading: 2014-09-03, adopted: 2014-10-07}}\n")
			assert.Equal(t, seen.adopted, s.Schedule.BudgetProcess(2015).Adopted, head)
			next := map[bool]int{false: 2015, true: 2016}[seen.adopted]
			assert.Equal(t, next, s.Estimate.DecisionYear, head)
			asked, err := request.Of(s.Estimate)
			require.NoError(t, err)
			assert.Equal(t, next, asked.Years[0].Year, head)
			assert.Equal(t, !seen.adopted, len(asked.Supplements) == 0 && len(asked.TooLate) == 0, head)
			report, err := steering.Of(s, nil)
			require.NoError(t, err)
			at := slices.IndexFunc(report.Money, func(y steering.Year) bool { return y.Year == 2015 })
			require.GreaterOrEqual(t, at, 0, head)
			assert.Equal(t, seen.adopted, report.Money[at].Adopted, head)
		}
	}
}
