package estimate_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// KMD Dagpenge costs 900.000 kr. a year in the prices of 2014, those of the rates, and
// binds to 31 March 2017; KSD is in use from 1 February 2016. The budgets of 2016 and 2017
// were lowered as if nothing were paid from February 2016 on: by 825.000 and 900.000.
// Saved are 0 in 2016, and 675.000 in 2017 (nine months of 75.000): 825.000 and 225.000
// are lacking.
const takenOut = `projects: {ksd: {goLive: 2016-02-01}}
contracts:
  d: {name: Dagpenge, systems: [kmd-dagpenge], end: 2017-03-31, payment: {amount: 900000, priceLevel: 2014-01-01, takenOut: {2016: 825000, 2017: 900000, 2018: 900000}}}
`

func TestASavingThatIsTakenOutOfTheBudgetAndNotReachedIsNewMoneyInItsYear(t *testing.T) {
	e := estimateOf(t, estimatetest.Vejen(t, takenOut))
	without := estimateOf(t, estimatetest.Vejen(t, "projects: {ksd: {goLive: 2016-02-01}}\n"))
	for year, want := range map[int]string{2015: "0.00", 2016: "825000.00", 2017: "225000.00", 2018: "0.00"} {
		money(t, want, e.Lacking(year))
		money(t, want, newMoneyIn(e, year).Sub(newMoneyIn(without, year)))
	}
	var years []any
	for _, f := range e.Findings {
		if f.Code == "DB-427" {
			years = append(years, f.Data["year"])
			assert.Equal(t, drejebog.SeverityWarning, f.Severity)
			assert.Positive(t, f.Place.Line)
		}
	}
	assert.Len(t, years, 2)
	money(t, "0.00", without.Lacking(2016))
}

func TestALackFollowsTheGoLiveAndThePlansDecision(t *testing.T) {
	// Nothing binds beyond the use: what is saved from February 2016 on is what was taken out.
	const unbound = "contracts: {d: {name: Dagpenge, systems: [kmd-dagpenge], payment: {amount: 900000, priceLevel: 2014-01-01, takenOut: {2016: 825000}}}}\n"
	e := estimateOf(t, estimatetest.Vejen(t, "projects: {ksd: {goLive: 2016-02-01}}\n"+unbound))
	money(t, "0.00", e.Lacking(2016))
	slipped, _, err := e.Slipped(6)
	require.NoError(t, err)
	money(t, "450000.00", slipped.Lacking(2016)) // six months of 75.000

	e = estimateOf(t, estimatetest.Vejen(t, takenOut+"decisions: [{step: 6.3/opsigelse@kmd-dagpenge, year: 2016, state: setAside}]\n"))
	for i := range e.Cells {
		if c := &e.Cells[i]; c.Basis.Lack {
			assert.Equal(t, c.Year == 2016, c.Decision == plan.SetAside)
			assert.Equal(t, estimate.External, c.Kind)
		}
	}
}

func newMoneyIn(e *estimate.Estimate, year int) drejebog.Kroner {
	for i := range e.Years {
		if e.Years[i].Year == year {
			return e.Years[i].NewMoney
		}
	}
	return drejebog.Kroner{}
}

func TestAnAddOnWithAPriceIsNotOwedByTheKommune(t *testing.T) {
	const addOn = "addOns: {f: {name: Modul, system: kmd-aktiv, from: 2014-09-01%s}}\n"
	owed := func(more string) bool {
		for _, n := range estimateOf(t, estimatetest.Vejen(t, fmt.Sprintf(addOn, more))).NotEstimable {
			if n.Owes == "kommune" {
				return true
			}
		}
		return false
	}
	assert.True(t, owed(""))
	assert.False(t, owed(", price: 120000"))
	assert.False(t, owed(", yearly: 20000"))
}

func TestAStepThatIsNoneIsToldWhereSavingsAreAskedForAgain(t *testing.T) {
	assumptions := estimatetest.Assume(t)
	assumptions.Case.Lack.Step = "6.3/opsigelsen"
	e, err := assumptions.Compute(estimatetest.Schedule(t, estimatetest.Vejen(t, takenOut)), estimatetest.Reference(t))
	require.NoError(t, err)
	told := slices.DeleteFunc(e.Findings, func(f drejebog.Finding) bool { return f.Code != "DB-404" })
	require.Len(t, told, 1)
	assert.Contains(t, told[0].Text.DA, "6.3/opsigelsen")
}
