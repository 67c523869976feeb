package request_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestARequestNamesEachGoLiveThatANoPutsOff(t *testing.T) {
	e := estimateOf(t, casePlan(t, "projects: {ky: {goLive: 2016-02-01}, ksd: {goLive: 2016-02-01}, sapa: {goLive: 2017-03-01}}\n"))
	r := of(t, e)
	require.Len(t, r.GoLives, 2)
	assert.Equal(t, []string{"ky", "ksd"}, r.GoLives[0].Projects)
	assert.Equal(t, day(t, "2017-03-01"), r.GoLives[1].Date)
	assert.Equal(t, r.GoLives[0].Date, *r.FirstGoLive)
	assert.Contains(t, flat(requestOf(t, e, lang.Danish)), "ikke tages i brug som planlagt (KY, KSD fra 1. februar 2016 og SAPA fra 1. marts 2017)")
}

func TestARequestSaysWhatIsSpent(t *testing.T) {
	e := estimateOf(t, casePlan(t, "spent:\n  - {step: 5.1/tilpasning@sapa, role: it-chef, kind: external, year: 2015, kroner: 12000}\n"+
		"  - {step: 5.1/tilpasning@sapa, role: it-chef, kind: external, year: 2015, kroner: 3000.50}\n"))
	r := of(t, e)
	money(t, "15000.50", r.Years[0].Spent)
	money(t, "0.00", r.Years[1].Spent)
	assert.Contains(t, flat(requestOf(t, e, lang.Danish)), "Forbrugt til dato 15 – – –")
}

// What is spent in a year whose budget is adopted is not in the table, which begins with
// the next budget: 15,000 kr. of 2015 as of March 2015.
func TestARequestSaysWhatIsSpentInAnAdoptedYear(t *testing.T) {
	e := estimateOf(t, casePlan(t, "asOf: 2015-03-02\nspent: [{step: 5.1/tilpasning@sapa, role: it-chef, kind: external, year: 2015, kroner: 15000}]\n"))
	assert.Equal(t, 2016, of(t, e).Years[0].Year)
	assert.Regexp(t, `kr\. i 2015 \([^)]*forbrugt til dato 15\.000 kr\.`, flat(requestOf(t, e, lang.Danish)))
}

// Everything is live before the day of adoption, 15 October 2015, has passed: no year after
// 2016 has an amount, and what is asked for next is still budget 2017, on 15 October 2016.
// The 40,000 kr. of 2016 are a supplementary appropriation and not asked for twice.
func TestWhatIsAskedForNextIsTheBudgetThatIsNotAdopted(t *testing.T) {
	for asOf, first := range map[string]int{"2015-10-15": 2016, "2015-10-16": 2017} {
		e := estimateOf(t, casePlan(t, "asOf: "+asOf+"\nprojects: {ky: {goLive: 2015-10-01}, ksd: {goLive: 2015-10-01}, sapa: {goLive: 2015-10-01}}\n"+
			"adjustments: [{action: add, step: 5.1/tilpasning@ky, role: it-chef, kind: external, year: 2016, priceLevel: 2014, kroner: {low: 40000, likely: 40000, high: 40000}, reason: Tilbud}]\n"))
		r := of(t, e)
		assert.Equal(t, first, r.Years[0].Year, asOf)
		require.NotNil(t, r.Years[0].DecisionBy)
		assert.Equal(t, date.New(first-1, time.October, 15), *r.Years[0].DecisionBy)
		page := flat(requestOf(t, e, lang.Danish))
		assert.Contains(t, page, fmt.Sprintf("Besluttes senest 15. oktober %d", first-1))
		assert.Equal(t, first == 2016, strings.Contains(page, "i 2016 har ingen finansiering endnu"), asOf)
		assert.Equal(t, first == 2017, strings.Contains(page, "Budget 2016 er vedtaget: søg en tillægsbevilling"), asOf)
	}
}
