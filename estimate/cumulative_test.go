package estimate

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestCumulativeRoundsHalfAwayFromZeroAndLosesNothing(t *testing.T) {
	tests := map[string]struct {
		total    string
		workdays []int
		want     []string
	}{
		"one year":             {"100.005", []int{3}, []string{"100.01"}},
		"thirds":               {"100", []int{1, 1, 1}, []string{"33.33", "33.34", "33.33"}},
		"a half that is exact": {"0.01", []int{1, 1}, []string{"0.01", "0.00"}},
		"a half of sixths":     {"0.03", []int{1, 2, 3}, []string{"0.01", "0.01", "0.01"}},
		"nothing":              {"0", []int{5, 7}, []string{"0.00", "0.00"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var shares []Part
			for i, n := range test.workdays {
				shares = append(shares, partIn(2013+i, n))
			}
			var got []string
			for _, part := range parted(decimal.RequireFromString(test.total), shares) {
				got = append(got, part.StringFixed(2))
			}
			assert.Equal(t, test.want, got)
		})
	}
}

func TestCumulativePartsAddUpToTheRoundedTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		total := decimal.New(rapid.Int64Range(0, 1e15).Draw(t, "total"), -int32(rapid.IntRange(0, 8).Draw(t, "decimals")))
		var shares []Part
		whole := int64(0)
		for i, n := range rapid.SliceOfN(rapid.IntRange(1, 300), 1, 8).Draw(t, "workdays") {
			shares = append(shares, partIn(2013+i, n))
			whole += int64(n)
		}
		sum := decimal.Zero
		for i, part := range parted(total, shares) {
			sum = sum.Add(part)
			exact := total.Mul(decimal.NewFromInt(int64(shares[i].Workdays)))
			off := part.Mul(decimal.NewFromInt(whole)).Sub(exact).Abs()
			require.True(t, off.LessThanOrEqual(decimal.New(whole, -2)), "less than one øre from its exact value")
			require.False(t, part.IsNegative())
		}
		require.True(t, sum.Equal(total.Round(2)))
	})
}

func parted(total decimal.Decimal, parts []Part) []decimal.Decimal {
	l := (&Basis{Parts: parts}).ladder(true, true)
	return l.Parts(total)
}
