package short

import "github.com/shopspring/decimal"

// Ladder is how much of a whole lies up to and with each of several parts.
type Ladder struct {
	Steps []decimal.Decimal // nil where there is one part, which is all of it
	Whole decimal.Decimal
}

// Parts divides a total so that the parts add up to it rounded once: part k is
// ROUND(c₁+…+cₖ) − ROUND(c₁+…+cₖ₋₁), to two decimals, half away from zero. The
// products are divided last, so that no third or seventh is ever cut short.
func (l *Ladder) Parts(total decimal.Decimal) []decimal.Decimal {
	if l.Steps == nil {
		return []decimal.Decimal{total.Round(2)}
	}
	parts := make([]decimal.Decimal, len(l.Steps))
	before := decimal.Zero
	for i, step := range l.Steps {
		after := total.Round(2)
		if !step.Equal(l.Whole) {
			after = total.Mul(step).DivRound(l.Whole, 2)
		}
		parts[i] = after
		if i > 0 {
			parts[i] = after.Sub(before)
		}
		before = after
	}
	return parts
}

// Parts gives out the parts of a number in hundredths, as those of a Ladder of weights
// that add up to the whole; false where one does not fit.
func (a Number) Parts(parts int, weight func(part int) int64, whole int64, give func(part int, hundredths int64)) (fits bool) {
	so, before := int64(0), int64(0)
	for k := range parts {
		so += weight(k)
		after, fits := a.Hundredths(so, whole)
		if !fits {
			return false
		}
		give(k, after-before)
		before = after
	}
	return true
}
