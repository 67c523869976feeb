package amount

import (
	"math"

	"github.com/shopspring/decimal"
)

// exact is an exact number: so many hundredths, as nearly all amounts are, which takes no
// memory and adds as whole numbers do; or else a decimal.
type exact struct {
	hundredths int64
	other      *decimal.Decimal // of what is no such number of hundredths, and a zero that was read; nil otherwise
}

// most is the largest number of hundredths that is held as such: two of them add up to a
// whole number that fits.
const most = math.MaxInt64 / 2

// exactOf is a decimal as a number.
func exactOf(d decimal.Decimal) exact {
	if n, ok := hundredthsOf(d); ok {
		return exact{hundredths: n}
	}
	return exact{other: &d}
}

// read is a decimal that somebody wrote: nothing, too, is then no zero value.
func read(d decimal.Decimal) exact {
	if d.IsZero() {
		return exact{other: &d}
	}
	return exactOf(d)
}

// exactly is a number of hundredths as a number.
func exactly(hundredths int64) exact {
	if -most <= hundredths && hundredths <= most {
		return exact{hundredths: hundredths}
	}
	return exact{other: new(decimal.New(hundredths, -2))}
}

// hundredthsOf are those of a decimal; false for one that is no whole number of them, or too
// large.
func hundredthsOf(d decimal.Decimal) (n int64, ok bool) {
	const digits = 18 // that fit
	if d.NumDigits() > digits {
		return 0, false
	}
	n = d.CoefficientInt64()
	if n == 0 {
		return 0, true
	}
	exp := int64(d.Exponent()) + 2
	if exp < -digits || exp > digits {
		return 0, false
	}
	for ; exp < 0; exp++ {
		if n%10 != 0 {
			return 0, false
		}
		n /= 10
	}
	for ; exp > 0; exp-- {
		if n > most/10 || n < -most/10 {
			return 0, false
		}
		n *= 10
	}
	return n, -most <= n && n <= most
}

// whole is the number in hundredths; false for one that is no whole number of them, or too large.
func (x exact) whole() (hundredths int64, ok bool) {
	if x.other != nil {
		return hundredthsOf(*x.other)
	}
	return x.hundredths, true
}

// decimal is the number as one.
func (x exact) decimal() decimal.Decimal {
	if x.other != nil {
		return *x.other
	}
	return decimal.New(x.hundredths, -2)
}

func (x exact) add(y exact) exact {
	if x.other == nil && y.other == nil {
		return exactly(x.hundredths + y.hundredths)
	}
	return exactOf(x.decimal().Add(y.decimal()))
}

func (x exact) neg() exact {
	if x.other == nil {
		return exact{hundredths: -x.hundredths}
	}
	return exactOf(x.other.Neg())
}

func (x exact) mul(factor decimal.Decimal) exact { return exactOf(x.decimal().Mul(factor)) }

func (x exact) cmp(y exact) int { return x.add(y.neg()).sign() }

func (x exact) sign() int {
	switch {
	case x.other != nil:
		return x.other.Sign()
	case x.hundredths < 0:
		return -1
	case x.hundredths > 0:
		return 1
	}
	return 0
}

func (x exact) round(places int32) exact {
	if x.other == nil && places >= 2 {
		return x
	}
	return exactOf(x.decimal().Round(places))
}
