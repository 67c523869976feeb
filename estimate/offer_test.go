package estimate_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// offered is what an offer of 150,000 for 2015 comes to in the prices of a year, where
// prices rise by 2 % a year.
func offered(t *testing.T, more string, level int) string {
	t.Helper()
	assumptions := oneRate("projektleder", "100")
	assumptions.Prices.Level = level
	assumptions.Figures = []estimate.Figure{
		percent("index/2014-2015/prices", "2"), percent("index/2014-2015/wages", "2"),
		percent("index/2015-2016/prices", "2"), percent("index/2015-2016/wages", "2"),
	}
	p := estimatetest.Vejen(t, "adjustments: [{action: add, step: 5.1/tilpasning@sapa, role: it-chef, kind: external, "+
		"kroner: {low: 150000, likely: 150000, high: 150000}, reason: Tilbud"+more+"}]\n")
	e, err := assumptions.Compute(schedule(t, p), nil)
	require.NoError(t, err)
	return e.Total().NewMoney.Decimal().StringFixed(2)
}

func TestAnOfferStandsAtAPriceLevelOfItsOwn(t *testing.T) {
	for name, test := range map[string]struct {
		more  string
		level int
		want  string
	}{
		"of a year, in the prices of that year":  {", year: 2015", 2015, "150000.00"},
		"of a year, in those of the rates":       {", year: 2015", 2014, "150000.00"},
		"in prices of 2015, asked for in 2015's": {", priceLevel: 2015", 2015, "150000.00"},
		"in prices of 2015, asked for in 2016's": {", priceLevel: 2015, year: 2015", 2016, "153000.00"},
		"in prices of 2015, asked for in 2014's": {", priceLevel: 2015", 2014, "147058.82"}, // 150,000/1.02
		"nothing said":                           {"", 2015, "153000.00"},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, test.want, offered(t, test.more, test.level)) })
	}
}

// An amount for a year is taken in the estimate's prices; where those are another year's,
// that is told once.
func TestAnAmountOfAYearWithoutPricesIsToldSo(t *testing.T) {
	for more, want := range map[string]int{", year: 2015": 1, ", year: 2014": 0, ", year: 2015, priceLevel: 2015": 0, "": 0} {
		p := estimatetest.Vejen(t, "adjustments: [{action: add, step: 5.1/tilpasning, role: it-chef, kind: external, "+
			"kroner: {low: 150000, likely: 150000, high: 150000}, reason: Tilbud"+more+"}]\n")
		told := 0
		for _, f := range estimateOf(t, p).Findings {
			if f.Code == "DB-428" {
				told++
				assert.Contains(t, f.Text.DA, "er for 2015")
				assert.Contains(t, f.Text.DA, "2014-priser")
			}
		}
		assert.Equal(t, want, told, more)
	}
}

func TestAFallThatNobodyKnowsTheCauseOfIsNotEstimable(t *testing.T) {
	paid := "contracts: {sag: {name: KMD Sag, systems: [kmd-sag], payment: {amount: 1000000}}}\n"
	falls := func(document string) int {
		n := 0
		for _, x := range estimateOf(t, estimatetest.Vejen(t, document)).NotEstimable {
			if x.Task == "end@kmd-sag" {
				n++
				assert.Equal(t, "Fald på yderligere 2 % i prisen på KMD Sag", x.What.DA)
			}
		}
		return n
	}
	assert.Equal(t, 1, falls("asOf: 2019-08-01\n"+paid))
	assert.Zero(t, falls("asOf: 2019-08-01\n"), "nothing is paid")
	assert.Zero(t, falls("asOf: 2014-08-01\n"+paid), "not published")
}
