package estimate

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// anyDecimal is of few digits most of the time, and of so many that products do not fit
// sometimes.
func anyDecimal(t *rapid.T, label string) decimal.Decimal {
	most := rapid.SampledFrom([]int64{9, 99_999, 1e12, 1e18 - 1}).Draw(t, label+" up to")
	return decimal.New(rapid.Int64Range(-most, most).Draw(t, label), rapid.Int32Range(-6, 3).Draw(t, label+" exponent"))
}

func TestShortAmountsAreThoseOfLongNumbers(t *testing.T) {
	short := 0
	rapid.Check(t, func(t *rapid.T) {
		b := Basis{
			Driver: &Input{Likely: anyDecimal(t, "units")}, Rate: &Input{Likely: anyDecimal(t, "rate")},
			Months: rapid.IntRange(0, 40).Draw(t, "months"), driver: 0, rate: 0,
			Hours: &HoursRange{Low: drejebog.NewHours(anyDecimal(t, "low")), Likely: drejebog.NewHours(anyDecimal(t, "likely")), High: drejebog.NewHours(anyDecimal(t, "high"))},
		}
		for range rapid.IntRange(1, 4).Draw(t, "parts") {
			b.Parts = append(b.Parts, partIn(2014+len(b.Parts), rapid.IntRange(1, 260).Draw(t, "days")))
		}
		got, ok := b.shortAmounts(true, nil)
		if !ok {
			return
		}
		short++
		for k, want := range b.longAmounts(true) {
			require.Zero(t, want.Low.Cmp(got[k].Low), "%v %v", want.Low, got[k].Low)
			require.Zero(t, want.Likely.Cmp(got[k].Likely))
			require.Zero(t, want.High.Cmp(got[k].High))
			require.Zero(t, want.Hours.Cmp(got[k].Hours))
		}
	})
	assert.Positive(t, short)
}
