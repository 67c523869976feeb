package estimate_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhatIsHandedInTwiceCountsOnceAndIsToldOfAllAtOnce(t *testing.T) {
	once := estimateOf(t, plan.New("Vejen"))
	contributions := reference(t)
	contributions[0].Lines = append(contributions[0].Lines, contributions[0].Lines[0])
	contributions = append(contributions, contributions[1])
	e, err := estimate.Compute(schedule(t, plan.New("Vejen")), contributions)
	require.NoError(t, err)
	twice := findingsOf(e, "DB-421")
	require.Len(t, twice, 2)
	assert.Equal(t, drejebog.SeverityError, twice[0].Severity)
	assert.Equal(t, []string{contributions[0].Lines[0].Key(), contributions[1].ID}, []string{twice[0].Subject, twice[1].Subject})
	assert.Equal(t, once.Total().Likely.String(), e.Total().Likely.String())
	assert.Len(t, e.Contributions, len(once.Contributions))
	assert.Len(t, reference(t)[0].Lines, len(contributions[0].Lines)-1, "what was handed in stands as it was")
}

func TestAFigureThatNothingAsksForIsAFault(t *testing.T) {
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	assumptions.Figures = []estimate.Figure{
		percent("rate/it-arkitek/own", "430"), percent("contract", "20"), percent("index/2014/wages", "2"), percent("users", "20"),
		percent("index/2014-2015/wages", "-100"), percent("contracts", "20"), percent("contracts", "40"),
	}
	e, err := assumptions.Compute(schedule(t, plan.New("Vejen")), reference(t))
	require.NoError(t, err)
	var unknown []string
	for _, f := range findingsOf(e, "DB-424") {
		assert.Equal(t, drejebog.SeverityError, f.Severity)
		unknown = append(unknown, f.Subject)
	}
	assert.Equal(t, []string{"rate/it-arkitek/own", "contract", "index/2014/wages", "users"}, unknown)
	assert.Contains(t, findingOf(t, e, "DB-424").Remedy.DA, "Mente du »rate/it-arkitekt/own«?")
	assert.Equal(t, "index/2014-2015/wages", findingOf(t, e, "DB-018").Subject)
	assert.Equal(t, "contracts", findingOf(t, e, "DB-421").Subject)
}

func TestAFigureThatIsNotNeededAsOfTheDayIsNone(t *testing.T) {
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	before := estimateOf(t, plan.New("Vejen"))
	for _, key := range []string{"users@sapa", "index/2018-2019/prices", "rate/jurist/own", before.Contributions[1].Lines[0].Key()} {
		assumptions.Figures = append(assumptions.Figures, percent(key, "2"))
	}
	e, err := assumptions.Compute(schedule(t, planAsOf("Vejen", day(t, "2013-06-19"))), reference(t))
	require.NoError(t, err)
	noFault(t, e)
}

func TestAFigureThatThePlanContradictsIsAFaultAndThePlansStands(t *testing.T) {
	p := plan.New("Vejen")
	p.Drivers = map[string]int{"contracts": 100}
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	assumptions.Figures = []estimate.Figure{percent("contracts", "120")}
	e, err := assumptions.Compute(schedule(t, p), reference(t))
	require.NoError(t, err)
	assert.Contains(t, findingOf(t, e, "DB-418").Text.DA, "It-kontrakter er 100 efter planen")
	assert.Zero(t, e.Total().Likely.Cmp(estimateOf(t, p).Total().Likely))
}

func TestFiguresThatNobodyCheckedCannotBreakTheEstimate(t *testing.T) {
	for _, f := range []estimate.Figure{
		percent("contracts", "-1"), percent("rate/jurist/own", "-1"), percent("index/2014-2015/wages", "-100"),
		percent("budget-2014: 4.1/udbudsplan kontraktansvarlig own", "-5"), percent("no such key", "5"),
	} {
		assumptions, err := estimate.Assume()
		require.NoError(t, err)
		assumptions.Figures, assumptions.Prices = []estimate.Figure{f}, estimate.Prices{Level: 2015}
		e, err := assumptions.Compute(schedule(t, plan.New("Vejen")), reference(t))
		require.NoError(t, err)
		assert.Positive(t, e.Total().Likely.Sign())
	}
}

// What was to be assumed does not matter where the kommune hands in a figure for it.
func TestAFigureStandsForWhatCannotBeAssumed(t *testing.T) {
	for name, c := range map[string]struct {
		key   string
		spoil func(*estimate.Assumptions)
		code  string // of the estimate without the figure
	}{
		"a negative rate": {"rate/kontraktansvarlig/own", func(a *estimate.Assumptions) {
			for i := range a.Rates {
				a.Rates[i].Kroner = *kroner("-5", "380", "400")
			}
		}, "DB-405"},
		"a rate beyond bounds": {"rate/kontraktansvarlig/own", func(a *estimate.Assumptions) {
			for i := range a.Rates {
				a.Rates[i].Kroner = *kroner("1", "2", "1e99")
			}
		}, "DB-410"},
		"no rate":   {"rate/kontraktansvarlig/own", func(a *estimate.Assumptions) { a.Rates = nil }, "DB-406"},
		"no driver": {"contracts", func(a *estimate.Assumptions) { a.Drivers = nil }, "DB-407"},
		"an impossible driver": {"contracts", func(a *estimate.Assumptions) {
			for i := range a.Drivers {
				a.Drivers[i].Low = a.Drivers[i].High.Neg()
			}
		}, "DB-407"},
	} {
		t.Run(name, func(t *testing.T) {
			assumptions, err := estimate.Assume()
			require.NoError(t, err)
			c.spoil(&assumptions)
			subjects := func() (of []string) {
				e, err := assumptions.Compute(schedule(t, plan.New("Vejen")), reference(t))
				require.NoError(t, err)
				for _, f := range findingsOf(e, c.code) {
					of = append(of, f.Subject)
				}
				return of
			}
			without := subjects()
			require.NotEmpty(t, without)
			assumptions.Figures = []estimate.Figure{percent(c.key, "120")}
			with := subjects()
			assert.Less(t, len(with), len(without), "%v", with)
			e, err := assumptions.Compute(schedule(t, plan.New("Vejen")), reference(t))
			require.NoError(t, err)
			assert.Empty(t, findingsOf(e, "DB-424"), "the key is one")
		})
	}
}

// A figure that cannot be used is refused for what is paid an hour as it is for a line.
func TestAnHoursPriceIsThatOfTheEstimate(t *testing.T) {
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	refused := percent("rate/jurist/own", "900")
	refused.Low = refused.Likely.Add(refused.Likely)
	assumptions.Figures = []estimate.Figure{refused}
	e, err := assumptions.Compute(schedule(t, plan.New("Vejen")), reference(t))
	require.NoError(t, err)
	price, certainty, known := e.HourPrice("jurist", estimate.Own, 2014)
	require.True(t, known)
	money(t, "430.00", price)
	assert.Equal(t, drejebog.Assumed, certainty)
}

// However many lines ask for it.
func TestAFigureThatCannotBeUsedIsToldOnce(t *testing.T) {
	for key, without := range map[string]func(*estimate.Assumptions){
		"contracts":                  func(a *estimate.Assumptions) { a.Drivers = nil },
		"rate/kontraktansvarlig/own": func(a *estimate.Assumptions) { a.Rates = nil },
	} {
		assumptions, err := estimate.Assume()
		require.NoError(t, err)
		without(&assumptions)
		falling := percent(key, "900")
		falling.Low = falling.Likely.Add(falling.Likely)
		assumptions.Figures = []estimate.Figure{falling}
		e, err := assumptions.Compute(schedule(t, plan.New("Vejen")), reference(t))
		require.NoError(t, err)
		assert.Len(t, findingsOf(e, "DB-405"), 1, key)
	}
}
