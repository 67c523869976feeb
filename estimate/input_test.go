package estimate_test

import (
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func inputsOf(t *testing.T, e *estimate.Estimate) map[string]estimate.Input {
	t.Helper()
	inputs, err := e.Inputs()
	require.NoError(t, err)
	byID := map[string]estimate.Input{}
	for i, input := range inputs {
		byID[input.ID] = input
		if i > 0 {
			require.GreaterOrEqual(t, inputs[i-1].DecisionYear.Cmp(input.DecisionYear), 0, "ranked by the year to be decided")
		}
	}
	return byID
}

func TestADriversSwingIsWhatRecomputingGives(t *testing.T) {
	p := plan.New("Vejen")
	e := estimateOf(t, p)
	input := inputsOf(t, e)["sag-cases"]
	total := func(count int64) drejebog.Kroner {
		p.Drivers = map[string]int{"sag-cases": int(count)}
		return estimateOf(t, p).Total().Likely
	}
	want := total(input.High.IntPart()).Sub(total(input.Low.IntPart()))
	assert.Equal(t, want.String(), input.Total.String())
	assert.Equal(t, drejebog.Assumed, input.Certainty)
	assert.False(t, input.Why.IsZero())
}

func TestARatesSwingIsWhatRecomputingGives(t *testing.T) {
	sched := schedule(t, plan.New("Vejen"))
	e := estimateOf(t, plan.New("Vejen"))
	input := inputsOf(t, e)["rate/programleder/own"]
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	total := func(rate drejebog.Kroner) drejebog.Kroner {
		for i := range assumptions.Rates {
			if r := &assumptions.Rates[i]; r.Role == "programleder" {
				r.Kroner.Likely = rate
			}
		}
		e, err := assumptions.Compute(sched, reference(t))
		require.NoError(t, err)
		return e.Total().Likely
	}
	want := total(drejebog.NewKroner(input.High)).Sub(total(drejebog.NewKroner(input.Low)))
	assert.Equal(t, want.String(), input.Total.String())
}

func TestAGoLiveMovesMoneyBetweenYears(t *testing.T) {
	e := estimateOf(t, plan.New("Vejen"))
	input := inputsOf(t, e)["golive@sapa"]
	assert.Equal(t, "2016-01-01", input.On.String())
	assert.Equal(t, "2015-10-01", input.Early.String())
	assert.Equal(t, "2017-04-01", input.Late.String(), "fifteen months, as Støttesystemerne came to be late")
	assert.Positive(t, input.DecisionYear.Sign())
	assert.True(t, input.Total.IsZero(), "a slip conserves the whole")
}

func TestAGoLiveThatThePlanCallsUnknownIsNoInput(t *testing.T) {
	inputs := inputsOf(t, estimateOf(t, withGoLive("Vejen", &plan.When{Unknown: true})))
	assert.NotContains(t, inputs, "golive@sapa")
	assert.NotContains(t, inputs, "golive@serviceplatformen", "it lies in the past")
	assert.Contains(t, inputs, "golive@stoettesystemerne")
}

func TestWhatThePlanStatesHasNoSwing(t *testing.T) {
	p := plan.New("Vejen")
	p.Drivers = map[string]int{"sag-cases": 1000}
	input := inputsOf(t, estimateOf(t, p))["sag-cases"]
	assert.True(t, input.Total.IsZero())
	assert.Equal(t, drejebog.Stated, input.Certainty)
}

func TestDepartmentsAreAsManyAsTheReasonSays(t *testing.T) {
	for kommune, want := range map[string]string{"Læsø": "2", "Vejen": "4", "Odense": "8", "København": "11"} {
		inputs, err := estimateOf(t, plan.New(kommune)).Inputs()
		require.NoError(t, err)
		at := slices.IndexFunc(inputs, func(i estimate.Input) bool { return i.ID == "departments" })
		require.GreaterOrEqual(t, at, 0)
		assert.Equal(t, want, inputs[at].Likely.String(), kommune)
		at = slices.IndexFunc(inputs, func(i estimate.Input) bool { return i.ID == "testers@sapa" })
		require.GreaterOrEqual(t, at, 0)
		assert.Equal(t, want, inputs[at].Likely.String(), "%s: one from each", kommune)
	}
}
