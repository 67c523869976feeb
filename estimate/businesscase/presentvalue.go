package businesscase

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/shopspring/decimal"
)

// NetPresentValue discounts yearly amounts to the first of them: Σ amountₜ /
// (1 + rate)ᵗ, t from 0. It is computed exactly and rounded once, to øre, half
// away from zero; so that of a sum is that of its parts to within their
// rounding. The rate is a share, 0.04 for four per cent, and above −1: what is
// not counts as 0.
func NetPresentValue(amounts []drejebog.Kroner, rate decimal.Decimal) drejebog.Kroner {
	growth := one.Add(rate)
	if growth.Sign() <= 0 {
		growth = one
	}
	// Horner's rule: the value at the last year, and what a krone of the first
	// has grown to by then.
	sum, grown := decimal.Zero, one
	for i, amount := range amounts {
		if i > 0 {
			sum, grown = sum.Mul(growth), grown.Mul(growth)
		}
		sum = sum.Add(amount.Decimal())
	}
	return drejebog.NewKroner(sum.DivRound(grown, 2))
}
