package product_test

import (
	"math"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/product"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func input(low, likely, high float64) *product.Input {
	return &product.Input{Low: decimal.NewFromFloat(low), Likely: decimal.NewFromFloat(likely), High: decimal.NewFromFloat(high)}
}

// rounded is how far a number may be from what it is rounded from: half of the last of
// its four decimals and, if the end of a range, half of the last of its three figures.
func rounded(end float64) float64 { return 0.00005 + 0.005*end + 1e-6 }

// The ends by floating point, from the formula of the documentation.
func TestEndsAreTakenTogetherByTheSquareRootOfTheirSquares(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var inputs []*product.Input
		likely, down, up := 1.0, 0.0, 0.0
		for range rapid.IntRange(1, 5).Draw(t, "inputs") {
			n := float64(rapid.IntRange(1, 400).Draw(t, "likely")) / 4
			l := n * float64(rapid.IntRange(2, 4).Draw(t, "low")) / 4
			h := n * float64(rapid.IntRange(4, 8).Draw(t, "high")) / 4
			inputs = append(inputs, input(l, n, h))
			likely, down, up = likely*n, down+(1-l/n)*(1-l/n), up+(h/n-1)*(h/n-1)
		}
		low, middle, high := product.Of(inputs)
		assert.InDelta(t, likely, middle.InexactFloat64(), rounded(0)+likely*1e-9)
		top, bottom := likely*(1+math.Sqrt(up)), likely*math.Max(0, 1-math.Sqrt(down))
		assert.InDelta(t, top, high.InexactFloat64(), rounded(top))
		assert.InDelta(t, bottom, low.InexactFloat64(), rounded(bottom))
		assert.True(t, low.LessThanOrEqual(middle) && middle.LessThanOrEqual(high))
	})
}

func TestWhatCannotBeMultipliedIsNothing(t *testing.T) {
	for _, likely := range []float64{0, -1} {
		low, middle, high := product.Of([]*product.Input{input(0, likely, 2), input(1, 2, 3)})
		assert.True(t, low.IsZero() && middle.IsZero() && high.IsZero())
	}
	_, one, _ := product.Of(nil)
	assert.Equal(t, "1", one.String())
}

func TestUnitsDivideAndMultiply(t *testing.T) {
	for want, units := range map[string][]string{
		"hours/departments": {"meetings", "seats/meetings*departments", "hours/seats"},
		"1":                 {"hours/workdays", "workdays/hours"},
		"hours*hours":       {"hours", "hours"},
		"1/months":          {"1", "1/months"},
	} {
		assert.Equal(t, want, product.Unit(units...), "%v", units)
	}
}

func TestTheLargestFactorsAreTheTwoWithANameWhoseEndsLieFarthestApart(t *testing.T) {
	factor := func(name string, low, likely, high int64) product.Factor {
		return product.Factor{Name: lang.Both(name), Low: decimal.NewFromInt(low), Likely: decimal.NewFromInt(likely), High: decimal.NewFromInt(high)}
	}
	factors := []product.Factor{
		factor("narrow", 90, 100, 110), factor("fixed", 7, 7, 7), factor("", 1, 10, 100), factor("wide", 1, 2, 3), factor("middle", 5, 10, 12), factor("none", 0, 0, 4),
	}
	largest := product.Largest(factors)
	require.Len(t, largest, 2)
	assert.Equal(t, []string{"wide", "middle"}, []string{largest[0].Name.DA, largest[1].Name.DA})
	assert.Equal(t, "narrow", factors[0].Name.DA, "the factors stay as they are")
}
