package product

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// rangeDigits is how exact the relative ends of a range are, in decimals.
const rangeDigits = 8

// rangeFigures is to how many figures the ends of a product are rounded: they are no
// surer than that.
const rangeFigures = 3

// productDigits is how many decimals a figure has at most, as an amount that is read.
const productDigits = 4

// Of is the figure that inputs give together: nothing where one has no likely number
// above zero, 1 without any.
// Likely is the product. Low and high take the relative distances of the inputs' ends
// together by the square root of the sum of their squares, as errors of a product are
// to first order when the inputs miss independently of each other:
//
//	high = likely × (1 + √Σ(highᵢ/likelyᵢ − 1)²)
//	low  = likely × (1 − √Σ(1 − lowᵢ/likelyᵢ)²), and no less than 0
//
// both rounded to three figures, and all to four decimals, half away from zero.
func Of(inputs []*Input) (low, likely, high decimal.Decimal) {
	one := decimal.NewFromInt(1)
	likely, down, up := one, decimal.Zero, decimal.Zero
	for _, n := range inputs {
		if n.Likely.Sign() <= 0 {
			return decimal.Zero, decimal.Zero, decimal.Zero
		}
		likely = likely.Mul(n.Likely)
		down = down.Add(squared(n.Likely.Sub(n.Low).DivRound(n.Likely, rangeDigits)))
		up = up.Add(squared(n.High.Sub(n.Likely).DivRound(n.Likely, rangeDigits)))
	}
	low = roundedEnd(likely.Mul(decimal.Max(decimal.Zero, one.Sub(root(down)))))
	high = roundedEnd(likely.Mul(one.Add(root(up))))
	likely = likely.Round(productDigits)
	return decimal.Min(low, likely), likely, decimal.Max(high, likely)
}

func squared(d decimal.Decimal) decimal.Decimal { return d.Mul(d) }

// root is the square root of a number from zero, cut to rangeDigits decimals.
func root(d decimal.Decimal) decimal.Decimal {
	whole := d.Shift(2 * rangeDigits).BigInt()
	return decimal.NewFromBigInt(new(big.Int).Sqrt(whole), -rangeDigits)
}

// roundedEnd rounds a number to rangeFigures, half away from zero.
func roundedEnd(d decimal.Decimal) decimal.Decimal {
	if d.IsZero() {
		return d
	}
	return d.Round(min(productDigits, rangeFigures-int32(d.NumDigits())-d.Exponent()))
}
