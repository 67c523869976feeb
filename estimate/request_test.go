package estimate_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sample is one of the sample plans.
func sample(t *testing.T, name string) *plan.Plan {
	t.Helper()
	file, err := plans.Files().Open(name)
	require.NoError(t, err)
	p, findings := plan.Read(theBook(t), name, file)
	require.NotNil(t, p, "%v", findings)
	return p
}

func requestOf(t *testing.T, e *estimate.Estimate, lang drejebog.Lang) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, e.WriteRequest(&out, lang))
	return out.String()
}

func TestTheRequestIsAsTheGoldenOneSays(t *testing.T) {
	tests := map[string]struct {
		plan *plan.Plan
		lang drejebog.Lang
	}{
		"request-odense.txt":   {sample(t, "odense.yaml"), drejebog.Danish},
		"request-vejen-en.txt": {plan.New("Vejen"), drejebog.English},
		"request-2013.txt":     {planAsOf("Vejen", day(t, "2013-06-19")), drejebog.Danish},
		"request-ukendt.txt":   {withGoLive("Læsø", &plan.When{Unknown: true}), drejebog.Danish},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			golden(t, name, func(sheet *bytes.Buffer) error { return estimateOf(t, test.plan).WriteRequest(sheet, test.lang) })
		})
	}
}

func TestEveryRequestFitsOnOneSheet(t *testing.T) {
	fits := func(name, sheet string) {
		lines := strings.Split(strings.TrimSuffix(sheet, "\n"), "\n")
		assert.LessOrEqual(t, len(lines), 64, name)
		for _, line := range lines {
			assert.LessOrEqual(t, len([]rune(line)), 80, line)
			assert.NotContains(t, line, "..", line)
		}
	}
	for _, name := range []string{"lemvig.yaml", "skive.yaml", "odense.yaml", "hjoerring.yaml", "solroed.yaml"} {
		e := estimateOf(t, sample(t, name))
		fits(name, requestOf(t, e, drejebog.Danish))
		fits(name, requestOf(t, e, drejebog.English))
	}
	fits("unknown", requestOf(t, estimateOf(t, withGoLive("Roskilde", &plan.When{Unknown: true})), drejebog.Danish))
	for i, k := range theBook(t).Kommuner {
		if i%7 == 0 || len(k.Name) > 15 {
			fits(k.Name, requestOf(t, estimateOf(t, plan.New(k.Code)), drejebog.Danish))
		}
	}
}

func TestTheRequestsYearsAndTheOthersAreTheWhole(t *testing.T) {
	e := estimateOf(t, sample(t, "odense.yaml"))
	r, err := e.Request()
	require.NoError(t, err)
	require.Len(t, r.Years, 4)
	assert.Equal(t, []int{2015, 2016, 2017, 2018}, []int{r.Years[0].Year, r.Years[1].Year, r.Years[2].Year, r.Years[3].Year})
	sum := r.After.Likely.Add(r.Undat.Likely)
	var purposes, newMoney drejebog.Kroner
	for i := range r.Years {
		y := &r.Years[i]
		sum, newMoney = sum.Add(y.Likely), newMoney.Add(y.NewMoney)
		assert.Zero(t, y.NewMoney.Cmp(y.Purchases.Add(y.Backfill)))
	}
	for i := range r.Before {
		sum = sum.Add(r.Before[i].Likely)
	}
	for i := range r.Purposes {
		purposes = purposes.Add(r.Purposes[i].NewMoney)
	}
	assert.Zero(t, e.Total().Likely.Cmp(sum))
	assert.Zero(t, newMoney.Cmp(purposes), "every krone has a purpose")
	assert.LessOrEqual(t, r.Required.Cmp(newMoney), 0)
}

func TestASlipMovesNewMoneyBetweenYearsAndSavesNone(t *testing.T) {
	r, err := estimateOf(t, plan.New("Vejen")).Request()
	require.NoError(t, err)
	require.NotNil(t, r.Slip)
	assert.Equal(t, 6, r.Slip.Months)
	var before, after drejebog.Kroner
	for i := range r.Years {
		before, after = before.Add(r.Years[i].NewMoney), after.Add(r.Years[i].Slipped.NewMoney)
	}
	for i := range r.Before {
		before, after = before.Add(r.Before[i].NewMoney), after.Add(r.Before[i].Slipped.NewMoney)
	}
	assert.Zero(t, before.Cmp(after))
	assert.Zero(t, r.Slip.Unspent.Cmp(r.Years[0].NewMoney.Sub(r.Years[0].Slipped.NewMoney)))
	assert.Positive(t, r.Slip.Unspent.Sign())
	assert.Positive(t, r.Delay.Hours.Sign())
	assert.True(t, r.Delay.NewMoney.IsZero(), "double running has no price yet")
}

func TestAMonthsPriceOfDoubleRunningIsTheCostOfAMonthsDelay(t *testing.T) {
	const line = "budget-2015-sapa: 5.5/paralleldrift@sapa it-chef external monthly"
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	assumptions.Figures = []estimate.Figure{percent(line, "25000")}
	p := plan.New("Vejen")
	e, err := assumptions.Compute(schedule(t, p), reference(t))
	require.NoError(t, err)
	noFault(t, e)
	explained, err := e.Explain(line)
	require.NoError(t, err)
	require.Len(t, explained, 1)
	months := int64(explained[0].Months)
	assert.Positive(t, months)
	assert.Equal(t, drejebog.KronerFromOere(months*2500000).String(), explained[0].Sum.Likely.String())
}

func TestTheNeedsThatCameTooLateAreThoseOfAnAdoptedYear(t *testing.T) {
	r, err := estimateOf(t, plan.New("Vejen")).Request()
	require.NoError(t, err)
	require.NotEmpty(t, r.TooLate)
	for _, late := range r.TooLate {
		assert.Equal(t, 2014, late.Year)
		assert.Positive(t, late.NewMoney.Sign())
		assert.Greater(t, late.Known.String(), "2013-10-15")
	}
}

func TestTheKommunesOwnBudgetCalendarSetsTheDayOfDecisionWithinTheLaws(t *testing.T) {
	for name, want := range map[string]string{
		"odense.yaml": "2014-10-08",
		"skive.yaml":  "2014-10-15", // its own day, 21 October, is too late
	} {
		e := estimateOf(t, sample(t, name))
		at := slices.IndexFunc(e.Years, func(y estimate.Year) bool { return y.Year == 2015 })
		require.GreaterOrEqual(t, at, 0)
		assert.Equal(t, want, e.Years[at].DecisionBy.String(), name)
	}
}

func TestAMonthsDelayCostsWhatTheLegacySystemsCostInAMonth(t *testing.T) {
	r, err := estimateOf(t, sample(t, "odense.yaml")).Request()
	require.NoError(t, err)
	money(t, "1100000.00", r.Delay.Legacy) // 6.2, 2.9 and 4.1 million a year
	r, err = estimateOf(t, plan.New("Vejen")).Request()
	require.NoError(t, err)
	assert.True(t, r.Delay.Legacy.IsZero(), "nobody knows what the kommune pays")
}
