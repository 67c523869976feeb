package dansk

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Kroner writes an amount in kroner with two decimals: "1.234.567,50 kr.".
// The amount is rounded to whole øre, half away from zero.
func Kroner(amount decimal.Decimal) string {
	return Decimal(amount, 2) + " kr."
}

// Tusinde writes an amount in kroner as whole thousands, "1.235" for
// 1.234.567,50 kr., half away from zero: the "1.000 kr." of budget papers.
func Tusinde(amount decimal.Decimal) string {
	return Decimal(amount.Shift(-3), 0)
}

// Decimal writes a number with exactly so many decimals, from 0, rounded half
// away from zero: "1.234,50". What rounds to zero has no sign.
func Decimal(number decimal.Decimal, places int32) string {
	rounded := number.Round(max(places, 0))
	sign := ""
	if rounded.IsNegative() {
		sign = "-"
	}
	whole, fraction, _ := strings.Cut(rounded.Abs().StringFixed(max(places, 0)), ".")
	if fraction != "" {
		fraction = "," + fraction
	}
	return sign + grouped(whole) + fraction
}

// Integer writes a whole number with a dot between the thousands: "56.271".
func Integer(number int64) string {
	return Decimal(decimal.NewFromInt(number), 0)
}

// grouped puts a dot before every third digit from the right.
func grouped(digits string) string {
	var out strings.Builder
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			out.WriteByte('.')
		}
		out.WriteByte(digits[i])
	}
	return out.String()
}
