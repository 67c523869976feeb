package short

import (
	"math"
	"math/bits"

	"github.com/shopspring/decimal"
)

// Number is a decimal number of few digits: digits × 10^exp. The zero value is nothing.
type Number struct {
	digits int64
	exp    int32
}

// shortDigits is how many digits always fit.
const shortDigits = 18

// Of is a decimal as a short number, false where it has too many digits.
func Of(d decimal.Decimal) (n Number, fits bool) {
	return Number{d.CoefficientInt64(), d.Exponent()}, d.NumDigits() <= shortDigits
}

// OfHundredths is so many hundredths.
func OfHundredths(n int64) Number { return Number{n, -2} }

// OfInt is a whole number.
func OfInt(n int64) Number { return Number{digits: n} }

// Times is the product, false where it does not fit.
func (a Number) Times(b Number) (product Number, fits bool) {
	digits, fits := product64(a.digits, b.digits)
	return Number{digits, a.exp + b.exp}, fits
}

// Hundredths is the number × part/whole in hundredths, rounded half away from
// zero; whole is positive.
func (a Number) Hundredths(part, whole int64) (n int64, fits bool) {
	n, fits = product64(a.digits, part)
	for exp := a.exp + 2; exp != 0 && fits; {
		if exp > 0 {
			n, fits = product64(n, 10)
			exp--
			continue
		}
		whole, fits = product64(whole, 10)
		exp++
	}
	if !fits {
		return 0, false
	}
	quotient, rest := n/whole, n%whole
	switch {
	case rest >= whole-rest:
		quotient++
	case -rest >= whole+rest:
		quotient--
	}
	return quotient, true
}

func product64(a, b int64) (product int64, fits bool) {
	high, low := bits.Mul64(magnitude(a), magnitude(b))
	if high != 0 || low > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(low), true
	}
	return int64(low), true
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}
