package estimate_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// priced is the task over New Year, six working days in 2014 and four in 2015,
// with 1.000 kr. of wages and 1.000 kr. bought, in the prices that are asked for.
func priced(t *testing.T, p *plan.Plan, prices estimate.Prices, figures ...estimate.Figure) *estimate.Estimate {
	t.Helper()
	assumptions := oneRate("it-arkitekt", "100")
	assumptions.Prices, assumptions.Figures = prices, figures
	e, err := assumptions.Compute(schedule(t, p), published(
		estimate.Line{Step: "4.14/strategi", Role: "it-arkitekt", Kind: estimate.Own, Hours: hours("10", "10", "10")},
		estimate.Line{Step: "4.14/strategi", Role: "it-chef", Kind: estimate.External, Kroner: kroner("1000", "1000", "1000")},
	))
	require.NoError(t, err)
	return e
}

func TestFixedPricesOfAnotherYearLiftEveryYearAlike(t *testing.T) {
	e := priced(t, overNewYear(t), estimate.Prices{Level: 2015})
	noFault(t, e)
	assert.Equal(t, 2015, e.PriceLevel)
	// 2,1 % from 2014 to 2015: 1.021 kr. each, 60 % of it 612,60.
	money(t, "612.60", e.Cells[0].Likely)
	money(t, "408.40", e.Cells[1].Likely)
	money(t, "2042.00", e.Total().Likely)
	assert.Equal(t, "10 timer", e.Total().Hours.String(), "hours have no price")
	require.Len(t, e.Indices, 2)
	assert.Equal(t, "2.1", e.Indices[0].Percent.String())
	assert.NotEmpty(t, e.Indices[0].Source)
}

func TestCurrentPricesLiftEachYearByItself(t *testing.T) {
	e := priced(t, overNewYear(t), estimate.Prices{Current: true})
	noFault(t, e)
	// 600 in 2014 as it is; 400 in 2015 times 1,021.
	money(t, "600.00", e.Cells[0].Likely)
	money(t, "408.40", e.Cells[1].Likely)
	assert.Equal(t, []int{2014, 2015}, []int{e.Years[0].PriceLevel, e.Years[1].PriceLevel})
}

func TestWagesAndPricesMoveApart(t *testing.T) {
	e := priced(t, overNewYear(t), estimate.Prices{Level: 2015}, percent("index/2014-2015/wages", "3"), percent("index/2014-2015/prices", "1"))
	noFault(t, e)
	money(t, "1030.00", e.Total().OwnTimeValue)
	money(t, "1010.00", e.Total().NewMoney)
}

func TestAMissingIndexIsAFaultAndNothingIsLiftedByHalf(t *testing.T) {
	e := priced(t, overNewYear(t), estimate.Prices{Level: 2016})
	f := findingOf(t, e, "DB-415")
	assert.Equal(t, "index/2015-2016/wages", f.Subject)
	assert.Contains(t, f.Text.DA, "fra 2015 til 2016, kendt 27. juni 2014; beløbene bliver stående i 2015-niveau")
	assert.Equal(t, 2015, e.PriceLevel)
	money(t, "2042.00", e.Total().Likely)
}

func TestEveryMissingIndexIsToldAtOnce(t *testing.T) {
	subjects := func(e *estimate.Estimate) []string {
		var subjects []string
		for _, f := range findingsOf(e, "DB-415") {
			subjects = append(subjects, f.Subject)
			assert.Contains(t, f.Text.DA, "bliver stående i 2015-niveau")
		}
		return subjects
	}
	want := []string{"index/2015-2016/wages", "index/2015-2016/prices", "index/2016-2017/wages", "index/2016-2017/prices"}
	e := priced(t, overNewYear(t), estimate.Prices{Level: 2017})
	assert.Equal(t, want, subjects(e))
	assert.Equal(t, 2015, e.PriceLevel)
	e = priced(t, overNewYear(t), estimate.Prices{Level: 2017}, percent("index/2016-2017/wages", "2"))
	assert.Equal(t, []string{want[0], want[1], want[3]}, subjects(e))
}

func TestCurrentPricesSayWhichYearsStandAtAnothersLevel(t *testing.T) {
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	assumptions.Prices = estimate.Prices{Current: true}
	e, err := assumptions.Compute(schedule(t, withGoLive("Vejen", &plan.When{Unknown: true})), reference(t))
	require.NoError(t, err)
	assert.Equal(t, "løbende priser (hvert budgetår i sit eget niveau; 2013 dog i 2014-niveau; 2016 dog i 2015-niveau; beløb uden år i 2014-niveau)", e.PriceLevels().Text().DA)
	e, err = assumptions.Compute(schedule(t, withGoLive("Vejen", plan.On(day(t, "2018-01-01")))), reference(t))
	require.NoError(t, err)
	assert.Equal(t, "løbende priser (hvert budgetår i sit eget niveau; 2013 dog i 2014-niveau; 2016–2018 dog i 2015-niveau)", e.PriceLevels().Text().DA)
	assert.Equal(t, "prisniveau 2014", estimateOf(t, plan.New("Vejen")).PriceLevels().Text().DA)
}

func TestAnIndexCountsFromTheDayThatItWasPublished(t *testing.T) {
	p := overNewYear(t)
	day := day(t, "2015-03-03")
	p.AsOf = &day
	e := priced(t, p, estimate.Prices{Level: 2016})
	assert.Equal(t, "index/2015-2016/prices", findingOf(t, e, "DB-415").Subject, "wages are known since, prices are not")
	e = priced(t, p, estimate.Prices{Level: 2016}, percent("index/2015-2016/prices", "1.5"))
	noFault(t, e)
	// 1.000 × 1,021 × 1,0214 and 1.000 × 1,021 × 1,015.
	money(t, "1042.85", e.Total().OwnTimeValue)
	money(t, "1036.32", e.Total().NewMoney)
}

func TestGoingBackDividesByWhatGoingForwardMultipliesWith(t *testing.T) {
	e := priced(t, overNewYear(t), estimate.Prices{Level: 2013}, percent("index/2013-2014/wages", "25"), percent("index/2013-2014/prices", "60"))
	noFault(t, e)
	money(t, "800.00", e.Total().OwnTimeValue)
	money(t, "625.00", e.Total().NewMoney)
}
