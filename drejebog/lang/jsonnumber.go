package lang

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// ParseJSONNumber reads a bare number of JSON (RFC 8259), which says what it is:
// 1234.5, -3, 1.5e3. It is bounded as ParseMeasure's are. The error is a
// *NumberError.
//
// The exponent is bounded first because the decimal library reads 1e10000 and only
// then spends the memory.
func ParseJSONNumber(text string) (decimal.Decimal, error) {
	const longest, largest = MaxWhole + MaxFraction + 20, MaxWhole + MaxFraction
	fail := func(reason NumberFault) (decimal.Decimal, error) {
		return decimal.Decimal{}, &NumberError{Text: shown(text), Reason: reason}
	}
	mantissa, exponent, scaled := strings.Cut(strings.ToLower(text), "e")
	whole, fraction, point := strings.Cut(strings.TrimPrefix(mantissa, "-"), ".")
	if !isDigits(whole) || len(whole) > 1 && whole[0] == '0' || point && !isDigits(fraction) {
		return fail(NotANumber)
	}
	if scaled {
		power, err := strconv.Atoi(exponent)
		if err != nil || power < -largest || power > largest {
			return fail(OutOfBounds)
		}
	}
	if len(text) > longest {
		return fail(OutOfBounds)
	}
	value, err := decimal.NewFromString(text)
	switch {
	case err != nil:
		return fail(NotANumber)
	case value.IsZero():
		return decimal.Zero, nil
	case !IsBounded(value, MaxWhole, MaxFraction):
		return fail(OutOfBounds)
	}
	return value, nil
}

// ParseJSONAmount reads a bare number of kroner in JSON. One with exactly three
// decimals is asked about: 150.000 is more likely a text that lost its quotes.
func ParseJSONAmount(text string) (decimal.Decimal, error) {
	value, err := ParseJSONNumber(text)
	before, after, _ := strings.Cut(text, ".")
	if err != nil || len(after) != 3 || !isDigits(after) || value.IsZero() {
		return value, err
	}
	asked := &NumberError{Text: shown(text), Reason: TwoMeanings, Meant: []string{before + "." + after[:2]}}
	if strings.Trim(before, "-0") != "" {
		asked.Meant = []string{before + after, before + "." + after[:2]}
	}
	return decimal.Decimal{}, asked
}
