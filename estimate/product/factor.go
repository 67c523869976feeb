package product

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
)

// Factor is one of what an amount is a product of.
type Factor struct {
	Name              lang.Text
	Low, Likely, High decimal.Decimal
}

// Largest are the two factors with a name that move their product most: those whose ends
// lie farthest apart as a share of what is likely, the first among equals. What has no
// range moves nothing.
func Largest(factors []Factor) []Factor {
	largest := slices.DeleteFunc(slices.Clone(factors), func(f Factor) bool { return f.Name.IsZero() || f.spread().IsZero() })
	slices.SortStableFunc(largest, func(a, b Factor) int { return b.spread().Cmp(a.spread()) })
	return largest[:min(2, len(largest))]
}

// spread is how far apart the ends lie, as a share of what is likely.
func (f *Factor) spread() decimal.Decimal {
	if f.Likely.Sign() <= 0 {
		return decimal.Zero
	}
	return f.High.Sub(f.Low).DivRound(f.Likely, rangeDigits)
}
