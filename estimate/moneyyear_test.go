package estimate_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// yearTotals are the totals of a year by hand-worked lines.
func yearTotals(t *testing.T, e *estimate.Estimate, year int) estimate.Totals {
	t.Helper()
	for i := range e.Years {
		if e.Years[i].Year == year {
			return e.Years[i].Totals
		}
	}
	return estimate.Totals{}
}

// Of a project without a go-live: 100 own hours at 300 kr. have no year, 175,000 kr. of
// purchases and 40 hours of a stand-in at 250 kr. are asked for in the contribution's
// year, and the hours that the stand-in covers have none.
func TestNewMoneyWithoutADateIsAskedForInItsContributionsYear(t *testing.T) {
	assumptions := twoRates(t)
	sched := schedule(t, withGoLive("Vejen", &plan.When{Unknown: true}))
	lines := []estimate.Line{
		{Step: "4.10/slutbrugere", Projects: []string{"ky"}, Role: "slutbruger", Kind: estimate.Own, Hours: hours("80", "100", "150")},
		{Step: "4.10/slutbrugere", Projects: []string{"ky"}, Role: "slutbruger", Kind: estimate.Backfill, Hours: hours("30", "40", "50")},
		{Step: "5.1/tilpasning", Projects: []string{"ky"}, Role: "it-chef", Kind: estimate.External, Kroner: kroner("100000", "175000", "250000")},
	}
	e, err := assumptions.Compute(sched, published(lines...))
	require.NoError(t, err)
	noFault(t, e)

	of2015 := yearTotals(t, e, 2015)
	money(t, "185000.00", of2015.NewMoney)
	money(t, "185000.00", of2015.Provisional)
	money(t, "0.00", of2015.OwnTimeValue)
	assert.True(t, of2015.Hours.IsZero())
	undated := yearTotals(t, e, estimate.Undated)
	money(t, "0.00", undated.NewMoney)
	money(t, "30000.00", undated.OwnTimeValue)
	assert.Equal(t, "140", undated.Hours.Decimal().String())
	money(t, "215000.00", e.Total().Likely)
}

func TestNewMoneyFallsInNoYearBeforeItsContributions(t *testing.T) {
	assumptions := twoRates(t)
	p := plan.New("Vejen")
	start, finish := day(t, "2014-11-03"), day(t, "2015-01-30")
	p.Tasks = map[string]plan.Task{"5.1/tilpasning@sapa": {ActualStart: &start, ActualFinish: &finish}}
	asOf := day(t, "2015-06-01")
	p.AsOf, p.DataDate = &asOf, &asOf
	e, err := assumptions.Compute(schedule(t, p), published(
		estimate.Line{Step: "5.1/tilpasning", Projects: []string{"sapa"}, Role: "it-chef", Kind: estimate.External, Kroner: kroner("1000", "2000", "3000")},
		estimate.Line{Step: "5.1/tilpasning", Projects: []string{"sapa"}, Role: "slutbruger", Kind: estimate.Backfill, Hours: hours("60", "60", "60")},
	))
	require.NoError(t, err)
	money(t, "17000.00", yearTotals(t, e, 2015).NewMoney)
	money(t, "0.00", yearTotals(t, e, 2014).NewMoney)
	money(t, "0.00", yearTotals(t, e, 2015).Provisional)
	all := yearTotals(t, e, 2014).Hours.Add(yearTotals(t, e, 2015).Hours)
	assert.Equal(t, "60", all.Decimal().String())
	assert.Positive(t, yearTotals(t, e, 2014).Hours.Sign(), "hours lie where the work lies")
}

func TestNewMoneyOfThePlanHasTheYearThatThePlanGivesIt(t *testing.T) {
	assumptions := twoRates(t)
	p := withGoLive("Vejen", &plan.When{Unknown: true})
	year := 2017
	add := plan.Adjustment{Action: plan.Add, Line: plan.Line{Step: "5.1/tilpasning@ky", Role: "it-chef", Kind: plan.External}, Reason: "Tilbud"}
	amount := drejebog.NewKroner(decimal.NewFromInt(150))
	add.Kroner = &plan.KronerRange{Low: amount, Likely: amount, High: amount}
	dated := add
	dated.Year = &year
	p.Adjustments = []plan.Adjustment{add, dated}
	contribution := published(estimate.Line{
		Step: "5.1/tilpasning", Projects: []string{"ksd"}, Role: "it-chef", Kind: estimate.External, Kroner: kroner("1", "1", "1"),
	})
	contribution[0].Projects = []string{"ky", "ksd"}
	e, err := assumptions.Compute(schedule(t, p), contribution)
	require.NoError(t, err)
	money(t, "151.00", yearTotals(t, e, 2015).Provisional)
	money(t, "150.00", yearTotals(t, e, 2017).NewMoney)
	money(t, "0.00", yearTotals(t, e, 2017).Provisional)
}

// twoRates are 300 kr. an own hour and 250 kr. one of a stand-in.
func twoRates(t *testing.T) *estimate.Assumptions {
	t.Helper()
	assumptions := oneRate("slutbruger", "300")
	backfill := assumptions.Rates[0]
	backfill.Kind, backfill.Kroner = estimate.Backfill, *kroner("250", "250", "250")
	assumptions.Rates = append(assumptions.Rates, backfill)
	return &assumptions
}

// The decisions on the budgets of 2014 and 2015 are over, and the plan does not say when
// they were made; a go-live without a date is another reason.
func TestHoursWithoutAYearSayWhy(t *testing.T) {
	const hang, untold = "fordi en idriftsættelse ikke har nogen dato", "planen siger ikke, hvornår de blev brugt"
	text := func(projects string) string {
		return estimateOf(t, estimatetest.Vejen(t, "asOf: 2015-02-02\ndataDate: 2015-02-02\n"+projects)).UndatedText().DA
	}
	assert.Contains(t, text(""), untold)
	assert.NotContains(t, text(""), hang)
	both := text("projects: {ky: {goLive: ukendt}}\n")
	assert.Contains(t, both, untold)
	assert.Contains(t, both, hang)
	assert.NotContains(t, estimateOf(t, estimatetest.Vejen(t, "projects: {ky: {goLive: ukendt}}\n")).UndatedText().DA, untold)
}

// Behind SAPA's go-live in Hjørring hang 9,426.37 hours, of which temps and stand-ins cover
// 548.23, for new money that is told apart: 8,878.14 are the kommune's own, to the value that
// stands beside them.
func TestUndatedHoursAreThoseThatTheirValueIsOf(t *testing.T) {
	e := estimateOf(t, estimatetest.Sample(t, "hjoerring.yaml"))
	undated, _ := e.Undated()
	assert.Equal(t, "8878.14", undated.PaidHours().Decimal().StringFixed(2))
	assert.Contains(t, e.UndatedText().DA, "8.880 egne timer, som allerede lønnes (3.234.000 kr.), ligger i intet år")
}

// KY's go-live is not known, and is reckoned with on 1 March 2017: what temps take over in the
// months after it, 40 hours at 250 kr., and 100 own hours at 300 kr. then lie in 2017, and
// nothing of it is provisional.
func TestAWorkingAssumptionPutsMoneyInItsYear(t *testing.T) {
	assumptions := twoRates(t)
	sched := schedule(t, estimatetest.Vejen(t, "projects: {ky: {goLive: \"ukendt, regn med 2017-03-01\"}}\n"))
	e, err := assumptions.Compute(sched, published(
		estimate.Line{Milestone: "golive", Days: 90, Projects: []string{"ky"}, Role: "slutbruger", Kind: estimate.Own, Hours: hours("80", "100", "150")},
		estimate.Line{Milestone: "golive", Days: 90, Projects: []string{"ky"}, Role: "slutbruger", Kind: estimate.Backfill, Hours: hours("30", "40", "50")},
	))
	require.NoError(t, err)
	noFault(t, e)
	of2017 := yearTotals(t, e, 2017)
	money(t, "10000.00", of2017.NewMoney)
	money(t, "0.00", of2017.Provisional)
	money(t, "30000.00", of2017.OwnTimeValue)
	assert.Equal(t, "140", of2017.Hours.Decimal().String())
	money(t, "40000.00", e.Total().Likely)
	assert.Empty(t, e.UndatedText().DA)
}
