package estimate_test

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/request"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The case that is worked by hand below. Vejen's plan:
const handworked = `kommune: Vejen
drivers: {contracts: 100}
tasks:
  4.14/strategi: {plannedStart: 2014-12-19, duration: 10}
  4.12/opstart: {plannedStart: 2015-03-02, duration: 5}
adjustments:
  - {action: scale, step: 4.12/opstart, kind: backfill, factor: 1.5, reason: To steder}
  - {action: add, step: 4.12/opstart, role: it-chef, kind: external, kroner: {low: 10000, likely: 10000, high: 10000}, reason: Licens}
decisions:
  - {step: 4.12/opstart, kind: external, year: 2015, state: setAside}
`

// By pencil, in kroner of 2014:
//
//	4.14/strategi, IT architect   25 / 50 / 100 hours at 400 kr.   10,000 / 20,000 / 40,000
//	  19, 22, 23, 29, 30, 31 December are six of its ten days (24 is free, 25 and 26 are
//	  holidays), 2, 5, 6, 7 January the other four:
//	    2014   60 %   30 hours   12,000
//	    2015   40 %   20 hours    8,000
//	4.12/opstart, purchase        60,000 / 120,000 / 240,000, all in 2015
//	4.12/opstart, backfill        1 / 2 / 4 hours for each of 100 contracts, times 1.5
//	                              150 / 300 / 600 hours at 300 kr.  45,000 / 90,000 / 180,000
//	4.12/opstart, licence         10,000, which the plan adds
//
// Wages rise by 2 % to 2015, prices by 1 %. In kroner of 2015:
//
//	                        2014      2015
//	own hours' value      12,240     8,160
//	purchases                  –   121,200 + 10,100 = 131,300    (low 60,600 + 10,100, high 242,400 + 10,100)
//	backfill                   –    91,800                       (low 45,900, high 183,600)
//	new money                  –   223,100                       (low 116,600, high 436,100)
//	own hours                 30       320 = 20 + 300
//	full-time positions              320 / 1,924 = 0.17
//
// The purchases are set aside, the backfill is not decided.
func TestAKommuneWorkedByHandFromHoursToBudgetPage(t *testing.T) {
	p, findings := plan.Read(theBook(t), "vejen.yaml", strings.NewReader(handworked))
	require.NotNil(t, p, "%v", findings)
	assumptions := estimate.Assumptions{PriceLevel: 2014, Rates: []estimate.Rate{
		{Role: "it-arkitekt", Kind: estimate.Own, Kroner: *kroner("300", "400", "500"), Provenance: drejebog.Provenance{Certainty: drejebog.Stated}},
		{Role: "slutbruger", Kind: estimate.Backfill, Kroner: *kroner("200", "300", "400"), Provenance: drejebog.Provenance{Certainty: drejebog.Stated}},
	}}
	assumptions.Prices, assumptions.GoLive.SlipMonths = estimate.Prices{Level: 2015}, 6
	assumptions.Figures = []estimate.Figure{percent("index/2014-2015/wages", "2"), percent("index/2014-2015/prices", "1")}
	e, err := assumptions.Compute(schedule(t, p), published(
		estimate.Line{Step: "4.14/strategi", Role: "it-arkitekt", Kind: estimate.Own, Hours: hours("25", "50", "100")},
		estimate.Line{Step: "4.12/opstart", Role: "it-chef", Kind: estimate.External, Kroner: kroner("60000", "120000", "240000")},
		estimate.Line{Step: "4.12/opstart", Role: "slutbruger", Kind: estimate.Backfill, Hours: hours("1", "2", "4"), Per: "contracts"},
	))
	require.NoError(t, err)
	noFault(t, e)

	require.Len(t, e.Years, 2)
	y2014, y2015 := e.Years[0], e.Years[1]
	money(t, "12240.00", y2014.OwnTimeValue)
	money(t, "0.00", y2014.NewMoney)
	assert.Equal(t, "30 timer", y2014.Hours.String())
	money(t, "8160.00", y2015.OwnTimeValue)
	money(t, "223100.00", y2015.NewMoney)
	money(t, "116600.00", y2015.NewMoneyLow)
	money(t, "436100.00", y2015.NewMoneyHigh)
	money(t, "231260.00", y2015.Likely)
	assert.Equal(t, "320 timer", y2015.Hours.String())
	money(t, "131300.00", y2015.SetAside)
	money(t, "99960.00", y2015.Undecided) // 91,800 of backfill and 8,160 of own hours
	money(t, "243500.00", e.Total().Likely)

	r, err := request.Of(e)
	require.NoError(t, err)
	money(t, "131300.00", r.Years[0].Purchases)
	money(t, "91800.00", r.Years[0].Backfill)

	require.Len(t, e.Differences, 2)
	money(t, "30600.00", e.Differences[0].Change().Likely) // 91,800 less 61,200
	money(t, "10100.00", e.Differences[1].Change().Likely)

	sheet := flat(pageOf(t, estimatereport.Request(r), lang.Danish))
	for _, row := range []string{
		"1.000 kr., prisniveau 2015 2015 2016 2017 2018",
		"Nye penge 223 – – –",
		"Heraf indkøb 131 – – –",
		"Heraf frikøb og vikarer 92 – – –",
		"Nye penge, mellem lav og høj 117–436 – – –",
		"Nye penge, afsat 131 – – –",
		"Nye penge, inden for rammen – – – –",
		"Nye penge, ikke besluttet 92 – – –",
		"Egne timer (lønnes allerede) 20 – – –",
		"Egne timer, årsværk 0,01 – – –",
		"Timer, som vikarer dækker 300 – – –",
		"Egne timers værdi, til orientering 8 – – –",
		"Nye penge, hvis alt rykker 6 mdr. 223 – – –",
		"Budgetbidrag udgivet til året ja nej nej nej",
		"Finansiering 92.000 kr. i 2015 har ingen finansiering endnu: sæt penge af i budgettet",
	} {
		assert.Contains(t, sheet, row)
	}

	rows := csvOf(t, e)
	assert.Contains(t, rows, []string{
		"Kommunen som helhed", "Læg en strategi for sager og dokumenter eller for ESDH", "It-arkitekt", "egne timer", "2014",
		"6120,00", "12240,00", "24480,00", "2015", "30,00", "ikke besluttet", "oplyst", "test", "4.14/strategi",
	})
	assert.Contains(t, rows, []string{
		"Kommunen som helhed", "Kom i gang efter opstartsguiden", "Slutbruger", "frikøb", "2015",
		"45900,00", "91800,00", "183600,00", "2015", "300,00", "ikke besluttet", "oplyst", "test; plan:2; plan:7", "4.12/opstart",
	})
	assert.Contains(t, rows, []string{
		"Kommunen som helhed", "Kom i gang efter opstartsguiden", "It- eller digitaliseringschef", "indkøb", "2015",
		"10100,00", "10100,00", "10100,00", "2015", "0,00", "afsat", "oplyst", "plan:8", "4.12/opstart",
	})
}
