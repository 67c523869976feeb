package estimate

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// anyDecimal is of few digits most of the time, and of more than fit sometimes.
func anyDecimal(t *rapid.T, label string) decimal.Decimal {
	most := rapid.SampledFrom([]int64{9, 99_999, 1e12, 1e18 - 1}).Draw(t, label+" up to")
	d := decimal.New(rapid.Int64Range(-most, most).Draw(t, label), rapid.Int32Range(-6, 3).Draw(t, label+" exponent"))
	if rapid.IntRange(0, 9).Draw(t, label+" long") == 0 {
		d = d.Mul(decimal.New(1_000_000_007, 0)).Mul(decimal.New(1_000_000_009, -3))
	}
	return d
}

func TestShortAmountsAreThoseOfLongNumbers(t *testing.T) {
	short := 0
	rapid.Check(t, func(t *rapid.T) {
		b := Basis{
			Driver: &Input{Likely: anyDecimal(t, "units")}, Rate: &Input{Likely: anyDecimal(t, "rate")},
			Months: rapid.IntRange(0, 40).Draw(t, "months"), driver: 0, rate: 0,
			Hours: &HoursRange{drejebog.NewHours(anyDecimal(t, "low")), drejebog.NewHours(anyDecimal(t, "likely")), drejebog.NewHours(anyDecimal(t, "high"))},
		}
		for range rapid.IntRange(1, 4).Draw(t, "parts") {
			b.Parts = append(b.Parts, partIn(2014+len(b.Parts), rapid.IntRange(1, 260).Draw(t, "days")))
		}
		got, ok := b.shortAmounts(true)
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

func TestATallyIsTheSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var got tally
		want := decimal.Zero
		for range rapid.IntRange(0, 20).Draw(t, "numbers") {
			d := anyDecimal(t, "number")
			got.add(d)
			want = want.Add(d)
		}
		require.True(t, want.Equal(got.sum()), "%v %v", want, got.sum())
	})
}

// Halves are rounded away from zero, and what does not fit is said.
func TestHundredthsAreRoundedOnce(t *testing.T) {
	for _, row := range []struct {
		number      string
		part, whole int64
		want        int64
	}{
		{"0.005", 1, 1, 1}, {"-0.005", 1, 1, -1}, {"0.0049", 1, 1, 0}, {"1", 1, 3, 33}, {"2", 1, 3, 67}, {"-2", 1, 3, -67},
		{"1", 1, 8, 13}, {"-1", 1, 8, -13}, {"0", 5, 7, 0}, {"1e3", 1, 1, 100_000}, {"92233720368547758.07", 1, 1, 9223372036854775807},
	} {
		d := decimal.RequireFromString(row.number)
		a := short{d.CoefficientInt64(), d.Exponent()}
		got, fits := a.hundredths(row.part, row.whole)
		assert.True(t, fits, row.number)
		assert.Equal(t, row.want, got, row.number)
	}
	for _, a := range []short{{1, 30}, {1, -30}, {1e17, 2}} {
		_, fits := a.hundredths(1, 1)
		assert.False(t, fits, a)
	}
}
