package estimate

import "github.com/shopspring/decimal"

// beyond stands for a number that is none, or too long to be told.
const beyond = "–"

// shortNumber writes a number that may be beyond all bounds, as nothing where it
// would not fit into a line.
func shortNumber(number decimal.Decimal) string {
	if number.Exponent() <= -100 || number.Exponent() >= 100 {
		return beyond
	}
	return number.String()
}
