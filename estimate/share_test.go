package estimate_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/estimate"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestACellFollowsFromWhatItCarries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, c := range estimateOf(t, anyPlan(t)).Cells {
			units, price := decimal.NewFromInt(1), decimal.NewFromInt(1)
			if c.Driver != nil {
				units = c.Driver.Likely
			}
			if c.Rate != nil {
				price = c.Rate.Likely
			}
			low, likely, high := figures(&c)
			require.Equal(t, c.Low.Decimal().StringFixed(2), partOf(c.Share, low.Mul(units).Mul(price)), c.Task)
			require.Equal(t, c.Likely.Decimal().StringFixed(2), partOf(c.Share, likely.Mul(units).Mul(price)), c.Task)
			require.Equal(t, c.High.Decimal().StringFixed(2), partOf(c.Share, high.Mul(units).Mul(price)), c.Task)
			if c.Line.Hours != nil {
				require.Equal(t, c.Hours.Decimal().StringFixed(2), partOf(c.Share, likely.Mul(units)), c.Task)
			}
		}
	})
}

// partOf is the formula of a cell.
func partOf(s estimate.Share, total decimal.Decimal) string {
	until := func(days int) decimal.Decimal {
		return total.Mul(decimal.NewFromInt(int64(days))).DivRound(decimal.NewFromInt(int64(s.Whole)), 2)
	}
	return until(s.Before + s.Workdays).Sub(until(s.Before)).StringFixed(2)
}

func figures(c *estimate.Cell) (low, likely, high decimal.Decimal) {
	if h := c.Line.Hours; h != nil {
		return h.Low.Decimal(), h.Likely.Decimal(), h.High.Decimal()
	}
	k := c.Line.Kroner
	return k.Low.Decimal(), k.Likely.Decimal(), k.High.Decimal()
}
