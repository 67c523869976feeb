package drejebog

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
)

// Kroner is an exact amount of Danish kroner. The zero value is no money.
//
// Arithmetic is exact; only Round rounds, half away from zero. Amounts are
// compared with Cmp: == does not compile, since it would tell 2.5 from 2.50.
type Kroner struct {
	_ [0]func()
	d decimal.Decimal
}

// The bounds of an amount or of hours read from text: digits before and after
// the point.
const (
	amountWhole    = 13
	amountFraction = 4

	longestFraction = 100 // digits after the point, zeros included, that are looked at at all
)

// AmountError says that a text is no amount and no number of hours. Its message
// is what was expected.
type AmountError struct{ Text string }

// Fault returns the kind and its values.
func (e *AmountError) Fault() (kind string, values map[string]any) {
	return "drejebog/amount", map[string]any{"text": e.Text, "whole": amountWhole, "fraction": amountFraction}
}

// Error returns kind and values.
func (e *AmountError) Error() string { return lang.Described(e) }

// NewKroner makes an amount of a number of kroner, exactly.
func NewKroner(kroner decimal.Decimal) Kroner { return Kroner{d: kroner} }

// KronerFromOere makes an amount of a number of øre: 123450 is 1234.50 kr.
func KronerFromOere(oere int64) Kroner { return Kroner{d: decimal.New(oere, -2)} }

// ParseKroner reads an amount as data files write it, "1234.50": a decimal
// point, no separators, |amount| < 10^13, at most four decimals. The error is
// an *AmountError. For what people write, see lang.ParseDecimal.
func ParseKroner(text string) (Kroner, error) {
	d, err := parseAmount(text)
	return Kroner{d: d}, err
}

func parseAmount(text string) (decimal.Decimal, error) {
	d, err := lang.ParsePlain(text)
	if err != nil || !inBounds(d) {
		return decimal.Decimal{}, &AmountError{Text: text}
	}
	return d, nil
}

// inBounds reports whether parseAmount can read the number back.
func inBounds(d decimal.Decimal) bool {
	return lang.IsBounded(d, amountWhole, amountFraction)
}

// Add returns k + other.
func (k Kroner) Add(other Kroner) Kroner { return Kroner{d: k.d.Add(other.d)} }

// Sub returns k − other.
func (k Kroner) Sub(other Kroner) Kroner { return Kroner{d: k.d.Sub(other.d)} }

// Neg returns −k.
func (k Kroner) Neg() Kroner { return Kroner{d: k.d.Neg()} }

// Mul returns k × factor, exactly: the decimals of both add up, so a long
// chain of products is rounded at a named point.
func (k Kroner) Mul(factor decimal.Decimal) Kroner { return Kroner{d: k.d.Mul(factor)} }

// Cmp returns −1, 0 or +1 as k is less than, equal to or more than other.
func (k Kroner) Cmp(other Kroner) int { return k.d.Cmp(other.d) }

// Sign returns −1, 0 or +1.
func (k Kroner) Sign() int { return k.d.Sign() }

// IsZero reports whether there is no money.
func (k Kroner) IsZero() bool { return k.d.IsZero() }

// Round rounds to so many decimals, half away from zero; −3 rounds to
// thousands.
func (k Kroner) Round(places int32) Kroner { return Kroner{d: k.d.Round(places)} }

// Decimal returns the exact number of kroner.
func (k Kroner) Decimal() decimal.Decimal { return k.d }

// String returns the amount as Danes write it, rounded to øre:
// "1.234,50 kr.".
func (k Kroner) String() string { return lang.Kroner{Value: k.d}.In(lang.Danish) }

// MarshalJSON writes a string with two decimals, "1234.50", rounded half away
// from zero.
func (k Kroner) MarshalJSON() ([]byte, error) { return []byte(`"` + fixed(k.d) + `"`), nil }

// MarshalText writes the exact amount with two decimals or, where it has more,
// up to four. An amount that UnmarshalText would refuse is an *AmountError:
// round it first.
func (k Kroner) MarshalText() ([]byte, error) { return marshalAmount(k.d) }

// UnmarshalText reads what ParseKroner reads.
func (k *Kroner) UnmarshalText(text []byte) error {
	read, err := ParseKroner(string(text))
	if err == nil {
		*k = read
	}
	return err
}

// fixed writes two decimals, and no sign before what rounds to zero.
func fixed(d decimal.Decimal) string {
	rounded := d.Round(2)
	if rounded.IsZero() {
		return "0.00"
	}
	return rounded.StringFixed(2)
}

func marshalAmount(d decimal.Decimal) ([]byte, error) {
	if !lang.IsBounded(d, amountWhole, longestFraction) {
		return nil, &AmountError{Text: lang.Dash().DA} // in digits it could be longer than memory
	}
	for places := int32(2); places <= amountFraction; places++ {
		rounded := d.Round(places)
		if !rounded.Equal(d) {
			continue
		}
		if !inBounds(rounded) {
			break
		}
		return []byte(rounded.StringFixed(places)), nil
	}
	return nil, &AmountError{Text: d.String()}
}
