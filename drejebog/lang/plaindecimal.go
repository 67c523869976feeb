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

// PlainError says that a text is no decimal number within the bounds. Its
// message is what was expected.
type PlainError struct{ Text string }

// Fault returns the kind and its values.
func (e *PlainError) Fault() (kind string, values map[string]any) {
	return "lang/not-plain", map[string]any{"text": e.Text, "whole": MaxWhole, "fraction": MaxFraction}
}

// Error returns kind and values.
func (e *PlainError) Error() string { return Described(e) }

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
