package short

import "github.com/shopspring/decimal"

// Amount is kroner or hours.
type Amount interface {
	Hundredths() (n int64, ok bool)
	Decimal() decimal.Decimal
}

// OfAmounts is three amounts as short numbers, false where one has too many digits.
func OfAmounts[T Amount](a, b, c T) (x, y, z Number, fit bool) {
	x, ok1 := ofAmount(a)
	y, ok2 := ofAmount(b)
	z, ok3 := ofAmount(c)
	return x, y, z, ok1 && ok2 && ok3
}

func ofAmount[T Amount](x T) (n Number, fits bool) {
	if hundredths, ok := x.Hundredths(); ok {
		return OfHundredths(hundredths), true
	}
	return Of(x.Decimal())
}
