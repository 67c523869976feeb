package estimate

import (
	"math"
	"math/bits"

	"github.com/shopspring/decimal"
)

// short is a decimal number of few digits: digits × 10^exp. Nearly all amounts
// are, and computing with them needs no memory; what does not fit is computed with
// decimals, to the same results.
type short struct {
	digits int64
	exp    int32
}

// shortDigits is how many digits always fit.
const shortDigits = 18

func shortOf(d decimal.Decimal) (short, bool) {
	return short{d.CoefficientInt64(), d.Exponent()}, d.NumDigits() <= shortDigits
}

// times is the product, false where it does not fit.
func (a short) times(b short) (product short, fits bool) {
	digits, fits := product64(a.digits, b.digits)
	return short{digits, a.exp + b.exp}, fits
}

// hundredths is the number × part/whole in hundredths, rounded half away from
// zero; whole is positive.
func (a short) hundredths(part, whole int64) (n int64, fits bool) {
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

// tally is a sum: of what fits in hundredths, and of the rest.
type tally struct {
	hundredths int64
	rest       decimal.Decimal
}

func (t *tally) add(d decimal.Decimal) {
	a, fits := shortOf(d)
	if fits && a.exp >= -2 {
		n, fits := a.hundredths(1, 1)
		if sum := t.hundredths + n; fits && magnitude(n) < math.MaxInt64/2 && magnitude(t.hundredths) < math.MaxInt64/2 {
			t.hundredths = sum
			return
		}
	}
	t.rest = t.rest.Add(d)
}

func (t *tally) sum() decimal.Decimal {
	return decimal.New(t.hundredths, -2).Add(t.rest)
}
