package request_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/request"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// 900,000 a year are 75,000 a month: eleven months of 2016 and three of 2017 are paid
// for after the go-live of 1 February 2016, to a contract that binds to 31 March 2017.
func TestTheRequestHasWhatIsPaidForSystemsInABlockOfItsOwn(t *testing.T) {
	const document = `projects: {ksd: {goLive: 2016-02-01}}
contracts: {dp: {name: KMD Dagpenge, systems: [kmd-dagpenge], end: 2017-03-31, payment: {amount: 900000}}}
`
	e := estimateOf(t, casePlan(t, document))
	r := of(t, e)
	require.Len(t, r.Running, 4)
	for i, want := range []struct{ old, overlap, saving string }{
		{"900000.00", "0.00", "0.00"}, {"900000.00", "825000.00", "0.00"}, {"225000.00", "225000.00", "675000.00"}, {"0.00", "0.00", "900000.00"},
	} {
		row := &r.Running[i]
		assert.Equal(t, 2015+i, row.Year)
		money(t, want.old, row.Old)
		money(t, want.overlap, row.Overlap)
		money(t, want.saving, row.Saving)
	}
	without := of(t, estimateOf(t, casePlan(t, "projects: {ksd: {goLive: 2016-02-01}}\n")))
	assert.Equal(t, without.NewMoney.String(), r.NewMoney.String(), "none of it is new money")
	page := flat(requestOf(t, e, lang.Danish))
	assert.Contains(t, page, "Løbende udgifter, 1.000 kr., prisniveau 2013; ikke med ovenfor 2015 2016 2017 2018 "+
		"Betalt for de gamle systemer 900 900 225 – Heraf efter sidste brug – 825 225 – Sparet på de gamle systemer – – 675 900")
}

// What is set aside for 2015 and slips to 2016 is transferred: 2016 asks for none of it.
func TestWhatSlipsOutOfTheYearThatItIsSetAsideInIsMoneyToTransfer(t *testing.T) {
	e := estimateOf(t, casePlan(t, "decisions: [{step: 6.6/kontrakter@sapa, year: 2015, state: setAside}]\n"))
	r := of(t, e)
	var aside drejebog.Kroner
	for i := range e.Cells {
		if c := &e.Cells[i]; c.Task == "6.6/kontrakter@sapa" && c.Kind == estimate.External && c.Year == 2015 {
			aside = aside.Add(c.Likely)
		}
	}
	require.Positive(t, aside.Sign())
	money(t, aside.Decimal().StringFixed(2), r.Slip.Transfer)
	money(t, aside.Decimal().StringFixed(2), r.Years[1].Slipped.NewMoneySetAside)
	plain := of(t, estimateOf(t, casePlan(t, "")))
	open := func(year int) string { return plain.Years[year].Slipped.NewMoney.Sub(aside).Decimal().StringFixed(2) }
	money(t, open(1), r.Years[1].Slipped.NewMoneyUndecided())
	assert.True(t, plain.Slip.Transfer.IsZero())
}

// 225.000 kr. are taken out of 2015's budget: what is saved from October on at 75.000 a
// month. If the go-live slips by six months, all of it is lacking, beside the work that
// moves.
func TestASavingThatIsNotReachedIsAPurposeOfItsOwnAndNotWorkThatMoves(t *testing.T) {
	const document = "projects: {ksd: {goLive: 2015-10-01}}\n" +
		"contracts: {d: {name: Dagpenge, systems: [kmd-dagpenge], payment: {amount: 900000, priceLevel: 2014-01-01, takenOut: {2015: %d}}}}\n"
	r, without := of(t, estimateOf(t, casePlan(t, fmt.Sprintf(document, 225000)))), of(t, estimateOf(t, casePlan(t, fmt.Sprintf(document, 0))))
	require.Equal(t, 2015, r.Years[0].Year)
	money(t, without.Years[0].NewMoney.Decimal().StringFixed(2), r.Years[0].NewMoney)
	money(t, "225000.00", r.Years[0].Slipped.NewMoney.Sub(without.Years[0].Slipped.NewMoney))
	money(t, without.Slip.Unspent.Decimal().StringFixed(2), r.Slip.Unspent)
	require.Positive(t, r.Slip.Unspent.Sign())

	r = of(t, estimateOf(t, casePlan(t, fmt.Sprintf(document, 400000)))) // 175.000 more than is saved
	at := slices.IndexFunc(r.Purposes, func(p request.Purpose) bool { return p.Task == "6.3/opsigelse" })
	require.GreaterOrEqual(t, at, 0)
	money(t, "175000.00", r.Purposes[at].NewMoney)
	assert.Equal(t, "Besparelser, der er taget ud af budgettet og udebliver", r.Purposes[at].Name.DA)
}
