package form

import "github.com/shopspring/decimal"

// Fraction is a share of something, 1 being all of it, written as a text with
// four decimals, rounded half away from zero: "0.2500".
type Fraction struct{ decimal.Decimal }

// MarshalJSON writes the share with four decimals.
func (f Fraction) MarshalJSON() ([]byte, error) { return []byte(`"` + f.StringFixed(4) + `"`), nil }
