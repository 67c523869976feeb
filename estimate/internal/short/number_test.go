package short

import (
	"testing"

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

func TestASumIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var got Sum
		want := decimal.Zero
		for range rapid.IntRange(0, 20).Draw(t, "numbers") {
			d := anyDecimal(t, "number")
			got.Add(d)
			want = want.Add(d)
		}
		require.True(t, want.Equal(got.Total()), "%v %v", want, got.Total())
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
		a, _ := Of(d)
		got, fits := a.Hundredths(row.part, row.whole)
		assert.True(t, fits, row.number)
		assert.Equal(t, row.want, got, row.number)
	}
	for _, a := range []Number{{1, 30}, {1, -30}, {1e17, 2}} {
		_, fits := a.Hundredths(1, 1)
		assert.False(t, fits, a)
	}
}
