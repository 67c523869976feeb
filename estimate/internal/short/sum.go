package short

import (
	"math"

	"github.com/shopspring/decimal"
)

// Sum is a sum: of what fits in hundredths, and of the rest. The zero value is nothing.
type Sum struct {
	hundredths int64
	rest       decimal.Decimal
}

// Add adds a number, exactly.
func (t *Sum) Add(d decimal.Decimal) {
	a, fits := Of(d)
	if fits && a.exp >= -2 {
		n, fits := a.Hundredths(1, 1)
		if sum := t.hundredths + n; fits && magnitude(n) < math.MaxInt64/2 && magnitude(t.hundredths) < math.MaxInt64/2 {
			t.hundredths = sum
			return
		}
	}
	t.rest = t.rest.Add(d)
}

// Total is what the numbers add up to.
func (t *Sum) Total() decimal.Decimal {
	return decimal.New(t.hundredths, -2).Add(t.rest)
}
