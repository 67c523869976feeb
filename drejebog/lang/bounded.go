package lang

import "github.com/shopspring/decimal"

// IsBounded reports whether a number has so many digits before the decimal sign and
// after it at most. It looks at digits only, because a number such as 1e999999999 is
// cheap to hold and dear to compute with, even to compare.
func IsBounded(number decimal.Decimal, whole, fraction int) bool {
	exponent := int(number.Exponent())
	return exponent >= -fraction && exponent <= whole && number.NumDigits()+exponent <= whole
}
