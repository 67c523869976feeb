package request_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
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
