package lang

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Number is a number as people write it, with exactly Places decimals (none for
// a negative number of them), rounded half away from zero: "1.234,50",
// "1,234.50". What rounds to zero has no sign.
type Number struct {
	Value  decimal.Decimal
	Places int32
}

// Whole is a whole number: "56.271", "56,271".
func Whole[T ~int | ~int64](number T) Number { return Number{Value: decimal.NewFromInt(int64(number))} }

// Decimals is a number with so many decimals.
func Decimals(number decimal.Decimal, places int32) Number { return Number{number, places} }

// Exactly is a number with the decimals that it has: "2", "0,25".
func Exactly(number decimal.Decimal) Number {
	for number.Exponent() < 0 && number.Equal(number.Round(-number.Exponent()-1)) {
		number = number.Round(-number.Exponent() - 1)
	}
	return Number{number, -number.Exponent()}
}

// In writes the number in the language.
func (n Number) In(language Lang) string {
	group, point := ".", ","
	if language == English {
		group, point = ",", "."
	}
	places := max(n.Places, 0)
	rounded := n.Value.Round(places)
	sign := ""
	if rounded.IsNegative() {
		sign = "-"
	}
	whole, fraction, _ := strings.Cut(rounded.Abs().StringFixed(places), ".")
	if fraction != "" {
		fraction = point + fraction
	}
	return sign + grouped(whole, group) + fraction
}

// Form is the number in JSON: a whole one as a number, another as the string of
// its decimals.
func (n Number) Form() any {
	if rounded := n.Value.Round(max(n.Places, 0)); n.Places > 0 || !rounded.BigInt().IsInt64() {
		return rounded.StringFixed(max(n.Places, 0))
	}
	return n.Value.Round(0).IntPart()
}

// Kroner is an amount in kroner, rounded to whole øre: "1.234.567,50 kr.",
// "DKK 1,234,567.50".
type Kroner struct{ Value decimal.Decimal }

// In writes the amount in the language.
func (k Kroner) In(language Lang) string { return Amount(Decimals(k.Value, 2)).In(language) }

// Form is the amount in JSON: "1234567.50".
func (k Kroner) Form() any { return k.Value.Round(2).StringFixed(2) }

// Amount is a number of kroner with the decimals of the number: "1.924 kr.",
// "DKK 1,924".
type Amount Number

// In writes the amount in the language.
func (a Amount) In(language Lang) string {
	number := Number(a).In(language)
	if language == English {
		return "DKK " + number
	}
	return number + " kr."
}

// Percent is a number of per cent: "12,5 %", "12.5%".
type Percent Number

// In writes the number in the language.
func (p Percent) In(language Lang) string {
	number := Number(p).In(language)
	if language == English {
		return number + "%"
	}
	return number + " %"
}

// Form is the number in JSON, as that of a Number.
func (p Percent) Form() any { return Number(p).Form() }

// Form is the amount in JSON, as that of a Number.
func (a Amount) Form() any { return Number(a).Form() }

// grouped puts a mark before every third digit from the right.
func grouped(digits, mark string) string {
	var out strings.Builder
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			out.WriteString(mark)
		}
		out.WriteByte(digits[i])
	}
	return out.String()
}

// PercentOf is a share as per cent, with the decimals that it has: 0.125 is
// "12,5 %".
func PercentOf(share decimal.Decimal) Percent { return Percent(Exactly(share.Shift(2))) }

// WholePercent is a share as whole per cent, rounded down, so that a share that
// is not all of it never reads as all of it.
func WholePercent(share decimal.Decimal) Percent { return Percent(Decimals(share.Shift(2).Floor(), 0)) }

// Plain is a whole number without dots between its thousands: a year, a line, the
// number of a row.
type Plain int

// In writes the number, alike in either language.
func (n Plain) In(Lang) string { return strconv.Itoa(int(n)) }

// Form is the number in JSON.
func (n Plain) Form() any { return int(n) }
