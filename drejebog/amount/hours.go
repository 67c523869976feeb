package amount

import (
	"github.com/shopspring/decimal"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Hours is an exact number of working hours. The zero value is no time.
// Hours and Kroner do not mix: Times is the way from one to the other.
type Hours struct {
	_ [0]func()
	n exact
}

// NewHours makes hours of a number, exactly.
func NewHours(hours decimal.Decimal) Hours { return Hours{n: exactOf(hours)} }

// HoursFromHundredths makes hours of a number of hundredths: 3750 are 37.50 hours.
func HoursFromHundredths(hundredths int64) Hours { return Hours{n: exactly(hundredths)} }

// ParseHours reads hours as lang.ParseMeasure does, "37,5", "37.5", "1.924,25":
// |hours| < 10^13, at most four decimals. The error is an *Error.
func ParseHours(text string) (Hours, error) {
	d, err := bounded(text, lang.ParseMeasure)
	if err != nil {
		return Hours{}, err
	}
	return Hours{n: read(d)}, nil
}

// Add returns h + other.
func (h Hours) Add(other Hours) Hours { return Hours{n: h.n.add(other.n)} }

// Sub returns h − other.
func (h Hours) Sub(other Hours) Hours { return Hours{n: h.n.add(other.n.neg())} }

// Neg returns −h.
func (h Hours) Neg() Hours { return Hours{n: h.n.neg()} }

// Mul returns h × factor, exactly.
func (h Hours) Mul(factor decimal.Decimal) Hours { return Hours{n: h.n.mul(factor)} }

// Times returns what the hours cost at a rate in kroner per hour, exactly.
func (h Hours) Times(rate Kroner) Kroner { return Kroner{n: h.n.mul(rate.Decimal())} }

// Cmp returns −1, 0 or +1 as h is less than, equal to or more than other.
func (h Hours) Cmp(other Hours) int { return h.n.cmp(other.n) }

// Sign returns −1, 0 or +1.
func (h Hours) Sign() int { return h.n.sign() }

// IsZero reports whether there is no time.
func (h Hours) IsZero() bool { return h.n.sign() == 0 }

// Round rounds to so many decimals, half away from zero; −1 rounds to tens.
func (h Hours) Round(places int32) Hours { return Hours{n: h.n.round(places)} }

// Hundredths are those of the hours; false where they are no whole number of them, or
// too large to be held so.
func (h Hours) Hundredths() (hundredths int64, ok bool) { return h.n.whole() }

// Decimal returns the exact number of hours.
func (h Hours) Decimal() decimal.Decimal { return h.n.decimal() }

// Minutes returns the hours in whole minutes, half away from zero.
func (h Hours) Minutes() int64 { return h.n.decimal().Mul(decimal.NewFromInt(60)).Round(0).IntPart() }

// String returns the hours as Danes write them, without decimals where there
// are none: "1.924 timer", "37,50 timer".
func (h Hours) String() string {
	if h.n.decimal().Equal(h.n.decimal().Round(0)) {
		return lang.Decimals(h.n.decimal(), 0).In(lang.Danish) + " timer"
	}
	return lang.Decimals(h.n.decimal(), 2).In(lang.Danish) + " timer"
}

// MarshalJSON writes a string with two decimals, "37.50", rounded half away
// from zero.
func (h Hours) MarshalJSON() ([]byte, error) { return []byte(`"` + fixed(h.n.decimal()) + `"`), nil }

// MarshalText writes the exact hours with two decimals or, where they have
// more, four. Hours that UnmarshalText would refuse are an *Error:
// round them first.
func (h Hours) MarshalText() ([]byte, error) { return marshalAmount(h.n.decimal()) }

// UnmarshalText reads what ParseHours reads.
func (h *Hours) UnmarshalText(text []byte) error {
	read, err := ParseHours(string(text))
	if err == nil {
		*h = read
	}
	return err
}

// UnmarshalJSON reads a text as UnmarshalText does, and a bare number as what JSON
// says it is.
func (h *Hours) UnmarshalJSON(data []byte) error {
	if isNull(data) {
		return nil
	}
	d, err := fromJSON(data, lang.ParseMeasure, lang.ParseJSONNumber)
	if err == nil {
		h.n = read(d)
	}
	return err
}

// Tens are the hours in whole tens, half away from zero. That is how estimates are told in
// tables.
func (h Hours) Tens() lang.Number { return lang.Decimals(h.n.decimal().Round(-1), 0) }

// ToTens are the hours in whole tens; what would be none then, in whole hours or else to
// hundredths. That is how estimates are told in sentences.
func (h Hours) ToTens() lang.Number { return rounded(h.n.decimal(), -1, 0) }

// Whole are whole hours, half away from zero, for tables.
func (h Hours) Whole() lang.Number { return lang.Decimals(h.n.decimal(), 0) }

// ToWhole are whole hours for sentences; what would be none then, to hundredths.
func (h Hours) ToWhole() lang.Number { return rounded(h.n.decimal(), 0) }
