package lang

import (
	"strings"

	"github.com/shopspring/decimal"
)

// The bounds of a decimal number: digits before and after the point.
const (
	MaxWhole    = 15
	MaxFraction = 10
)

// PlainError says that a text is no decimal number within the bounds.
type PlainError struct{ Text string }

// Error says it in English.
func (e *PlainError) Error() string {
	return "a number such as 1234.50, at most 15 digits before the point and 10 after"
}

// Danish says it in Danish.
func (e *PlainError) Danish() string {
	return "et tal som 1234.50 med højst 15 cifre før punktummet og 10 efter"
}

// ParsePlain reads a decimal number as data files write it: "-1234.50", without
// exponent, plus sign, separators or needless leading zeros. The error is a
// *PlainError.
//
// The bounds stand at the door because the decimal library reads 1e10000 and
// only then spends the memory.
func ParsePlain(s string) (decimal.Decimal, error) {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if !isWhole(whole) || len(whole) > MaxWhole {
		return decimal.Decimal{}, &PlainError{Text: s}
	}
	if point && (!isDigits(fraction) || len(fraction) > MaxFraction) {
		return decimal.Decimal{}, &PlainError{Text: s}
	}
	d, err := decimal.NewFromString(s)
	if err != nil {
		return decimal.Decimal{}, &PlainError{Text: s}
	}
	return d, nil
}

// isWhole accepts digits without needless leading zeros.
func isWhole(s string) bool {
	return isDigits(s) && (s == "0" || s[0] != '0')
}
