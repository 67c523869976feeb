package request_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/request"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// 225.000 kr. fall in 2014, whose budget was adopted before anybody knew of them: 195.000,
// 20.000 and 10.000.
func TestANeedOfAnAdoptedYearIsACaseForASupplementaryAppropriation(t *testing.T) {
	// KMD Aktiv, 600.000 kr. a year, is used until 30 September 2014: three months of 50.000
	// are saved.
	const ended = "\nprojects: {ky: {goLive: 2014-10-01}}\ncontracts: {a: {name: Aktiv, systems: [kmd-aktiv], payment: {amount: 600000, priceLevel: 2014-01-01}}}"
	type want struct {
		cover    plan.Cover
		amount   string
		proposed bool
	}
	for name, test := range map[string]struct {
		document string
		want     []want
		page     string
	}{
		"nothing said": {"", []want{{plan.CoverCash, "225000.00", true}}, "Budget 2014 er vedtaget: søg en tillægsbevilling på 225.000 kr. af kassen. Dækningen er vores forslag"},
		"the plan's cover": {
			"decisions: [{step: 6.6/kontrakter@sapa, state: undecided, cover: moved}, {step: 6.6/kvalitetstjek, state: undecided, cover: carriedOver}]",
			[]want{{plan.CoverMoved, "195000.00", false}, {plan.CoverCash, "10000.00", true}, {plan.CoverCarried, "20000.00", false}},
			"tillægsbevilling på 195.000 kr. ved omplacering, 10.000 kr. af kassen (vores forslag) og 20.000 kr. overført fra et tidligere år. Skriv jeres egen dækning",
		},
		"decided": {"decisions: [{step: 6.6/kontrakter@sapa, state: withinFrame}, {step: 6.6/kvalitetstjek, state: setAside}, {step: 6.6/kontraktoverblik, state: setAside}]", nil, ""},
		"what the year saves": {
			ended, []want{{plan.CoverMoved, "150000.00", true}, {plan.CoverCash, "75000.00", true}},
			"på 150.000 kr. ved omplacering af besparelsen på de gamle systemer og 75.000 kr. af kassen.",
		},
		"what the year saves, and the budget has given up in part": {
			strings.Replace(ended, "priceLevel: 2014-01-01", "priceLevel: 2014-01-01, takenOut: {2014: 100000}", 1),
			[]want{{plan.CoverMoved, "50000.00", true}, {plan.CoverCash, "175000.00", true}}, "på 50.000 kr. ved omplacering",
		},
		"some of each": {
			"decisions: [{step: 6.6/kontrakter@sapa, state: setAside}]", []want{{plan.CoverCash, "30000.00", true}}, "på 30.000 kr. af kassen.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			e := late(t, test.document)
			r := of(t, e)
			var got []want
			for _, s := range r.Supplements {
				assert.Equal(t, 2014, s.Year)
				got = append(got, want{s.Cover, s.Amount.String(), s.Proposed})
			}
			require.Len(t, got, len(test.want))
			for i := range got {
				money(t, test.want[i].amount, r.Supplements[i].Amount)
				assert.Equal(t, test.want[i].cover, got[i].cover)
				assert.Equal(t, test.want[i].proposed, got[i].proposed)
			}
			page := flat(requestOf(t, e, lang.Danish))
			assert.Contains(t, page, test.page)
			assert.Equal(t, len(test.want) > 0, strings.Contains(page, "Tillægsbevilling Budget"))
		})
	}
}

func TestARequestSaysWhereTheMoneyIsToStand(t *testing.T) {
	r := of(t, estimateOf(t, casePlan(t, "")))
	assert.Equal(t, []string{"committee", "area", "level", "type"}, r.Account.Proposed)
	assert.False(t, r.Account.Capital)
	page := flat(requestOf(t, r.Estimate(), lang.Danish))
	assert.Contains(t, page, "Økonomiudvalget (forslag); administration og fælles it (forslag)")
	assert.Contains(t, page, "Drift, tidsbegrænset. Niveau: politikområdet (forslag). Funktion: skrives af kommunen. Art: indkøb som tjenesteydelser, frikøb og vikarer som løn (forslag).")

	r = of(t, estimateOf(t, casePlan(t, "appropriation: {committee: Socialudvalget, area: Ydelser, level: Rammen, function: 06.45.52, type: \"4.9\", capital: true}\n")))
	assert.Equal(t, request.Account{
		Committee: lang.Both("Socialudvalget"), Area: lang.Both("Ydelser"), Level: lang.Both("Rammen"), Type: lang.Both("4.9"), Function: "06.45.52", Capital: true,
	}, r.Account)
	page = flat(requestOf(t, r.Estimate(), lang.Danish))
	assert.Contains(t, page, "Socialudvalget; ydelser")
	assert.Contains(t, page, "Anlæg. Niveau: rammen. Funktion: 06.45.52. Art: 4.9.")
	assert.NotContains(t, page, "(forslag)")
}

// What nobody has set aside is not there to be transferred.
func TestASlipAsksForNoTransferOfMoneyThatIsNotThere(t *testing.T) {
	e := estimateOf(t, casePlan(t, ""))
	assert.Positive(t, of(t, e).Slip.Unspent.Sign())
	page := flat(requestOf(t, e, lang.Danish))
	assert.Regexp(t, `bliver [\d.]+ kr\. ikke brugt i 2015, men fra 2016 på; de er ikke sparet\.`, page)
	assert.NotContains(t, page, "overført")
}

func TestHoursThatNewMoneyStandsInForAreNotAmongThosePaidAlready(t *testing.T) {
	e := estimateOf(t, casePlan(t, "adjustments: [{action: add, step: 5.3/test@sapa, role: testperson, kind: backfill, hours: {low: 1000, likely: 1000, high: 1000}, year: 2015, reason: Vikarer}]\n"))
	without := of(t, estimateOf(t, casePlan(t, "")))
	y := of(t, e).Years[0]
	assert.Equal(t, without.Years[0].PaidHours().String(), y.PaidHours().String())
	assert.Equal(t, "1000", y.Backfilled.Sub(without.Years[0].Backfilled).Decimal().String())
	assert.Contains(t, flat(requestOf(t, e, lang.Danish)), "Timer, som vikarer dækker "+y.Backfilled.Tens().In(lang.Danish))
}

// Set aside for 2013, and the work lies in 2014: it is carried over, not asked for again.
func TestMoneySetAsideForAnEarlierYearIsCarriedOver(t *testing.T) {
	e := late(t, "decisions: [{step: 6.6/kontrakter@sapa, year: 2013, state: setAside}]")
	r := of(t, e)
	require.Len(t, r.Supplements, 2)
	assert.Equal(t, plan.CoverCash, r.Supplements[0].Cover)
	money(t, "30000.00", r.Supplements[0].Amount)
	assert.Equal(t, plan.CoverCarried, r.Supplements[1].Cover)
	assert.Equal(t, 2013, r.Supplements[1].From)
	money(t, "195000.00", r.Supplements[1].Amount)
	assert.Contains(t, flat(requestOf(t, e, lang.Danish)), "på 30.000 kr. af kassen (vores forslag) og 195.000 kr. overført fra 2013.")
	var codes []string
	for _, f := range e.Findings {
		if strings.HasPrefix(f.Subject, "decisions") {
			codes = append(codes, f.Code)
		}
	}
	assert.Equal(t, []string{"DB-429"}, codes)
}

// KMD Aktiv, 600.000 kr. a year in 2014's prices, is used until 30 September 2015: three
// months of 50.000 are saved, in 2015's prices 150.000 × 1,021 = 153.150 kr. The need is an
// amount of 2015: 200.000.
func TestASavingCoversANeedInThePricesOfItsYear(t *testing.T) {
	p := casePlan(t, "asOf: 2015-01-05\nprojects: {ky: {goLive: 2015-10-01}}\n"+
		"contracts: {a: {name: Aktiv, systems: [kmd-aktiv], payment: {amount: 600000, priceLevel: 2014-01-01}}}\n"+
		"adjustments: [{action: add, step: 5.1/tilpasning@sapa, role: it-chef, kind: external, year: 2015, kroner: {low: 200000, likely: 200000, high: 200000}, reason: Tilbud}]\n")
	for _, prices := range []estimate.Prices{{Level: 2015}, {Current: true}} {
		assumptions := oneRate("projektleder", "100")
		assumptions.Prices = prices
		e, err := assumptions.Compute(schedule(t, p), nil)
		require.NoError(t, err)
		noFault(t, e)
		r := of(t, e)
		require.Len(t, r.Supplements, 2)
		assert.Equal(t, plan.CoverMoved, r.Supplements[0].Cover)
		money(t, "153150.00", r.Supplements[0].Amount)
		assert.Equal(t, plan.CoverCash, r.Supplements[1].Cover)
		money(t, "46850.00", r.Supplements[1].Amount)
	}
}

func TestAYearThatNobodySaidIsNullInTheForm(t *testing.T) {
	for from, want := range map[int]string{0: `"from":null`, 2013: `"from":2013`} {
		data, err := json.Marshal(request.Supplement{Year: 2014, Cover: plan.CoverCarried, From: from})
		require.NoError(t, err)
		assert.Contains(t, string(data), want)
	}
}
