package amount_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/amount"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// anyNumber is of few digits most of the time, and sometimes near the most hundredths that
// a word holds, of more decimals than two, or of more digits than any amount has.
func anyNumber(t *rapid.T, label string) decimal.Decimal {
	most := rapid.SampledFrom([]int64{0, 9, 99_999, 1e12, 1e18, math.MaxInt64/2 + 1, math.MaxInt64}).Draw(t, label+" up to")
	d := decimal.New(rapid.Int64Range(-most, most).Draw(t, label), rapid.Int32Range(-6, 6).Draw(t, label+" exponent"))
	if rapid.IntRange(0, 9).Draw(t, label+" long") == 0 {
		d = d.Mul(decimal.New(1_000_000_007, 0)).Mul(decimal.New(1_000_000_009, -3))
	}
	return d
}

func TestArithmeticIsThatOfDecimals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := anyNumber(t, "x"), anyNumber(t, "y")
		k, l, h := amount.NewKroner(x), amount.NewKroner(y), amount.NewHours(x)
		same := func(want decimal.Decimal, got interface{ Decimal() decimal.Decimal }, what string) {
			assert.True(t, want.Equal(got.Decimal()), "%s of %v and %v: %v, not %v", what, x, y, got.Decimal(), want)
		}
		same(x.Add(y), k.Add(l), "sum")
		same(x.Sub(y), k.Sub(l), "difference")
		same(x.Neg(), k.Neg(), "negative")
		same(x.Mul(y), k.Mul(y), "product")
		same(x.Mul(y), h.Times(l), "price")
		same(x.Add(y), h.Add(amount.NewHours(y)), "hours")
		places := rapid.Int32Range(-6, 6).Draw(t, "places")
		same(x.Round(places), k.Round(places), "rounding")
		assert.Equal(t, x.Cmp(y), k.Cmp(l), "%v and %v", x, y)
		assert.Equal(t, x.Sign(), k.Sign())
		assert.Equal(t, x.IsZero(), k.IsZero())
		if n, ok := k.Hundredths(); ok {
			assert.True(t, x.Equal(decimal.New(n, -2)), "%v in %d", x, n)
			same(x, amount.KronerFromOere(n), "øre")
			same(x, amount.HoursFromHundredths(n), "hundredths")
		} else {
			assert.True(t, x.NumDigits() > 18 || !x.Equal(x.Round(2)) || x.Abs().GreaterThan(decimal.New(4e16, 0)), "%v", x)
		}
	})
}

// The largest sums do not turn around.
func TestWhatDoesNotFitInAWordAddsUp(t *testing.T) {
	for _, n := range []int64{math.MaxInt64, math.MinInt64, math.MaxInt64 / 2, math.MaxInt64/2 + 1, math.MinInt64 / 2} {
		sum, want := amount.Kroner{}, decimal.Zero
		for range 5 {
			sum, want = sum.Add(amount.KronerFromOere(n)), want.Add(decimal.New(n, -2))
			assert.True(t, want.Equal(sum.Decimal()), "%v", want)
			assert.Equal(t, want.Sign(), sum.Sign())
		}
	}
}

// One that was read says so: it is written again, also as nothing.
func TestNothingThatWasReadIsNoZeroValue(t *testing.T) {
	assert.NotEqual(t, amount.Kroner{}, kroner(t, "0"))
	assert.NotEqual(t, amount.Hours{}, hours(t, "0"))
	var none amount.Kroner
	require.NoError(t, json.Unmarshal([]byte("null"), &none))
	assert.Equal(t, amount.Kroner{}, none)
	assert.True(t, kroner(t, "0").IsZero())
	assert.True(t, hours(t, "0").IsZero())
}
