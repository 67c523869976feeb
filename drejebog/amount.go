package drejebog

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"

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
type AmountError struct {
	Text  string
	Cause error // a *lang.NumberError where the text is no number within the bounds, or nil
}

// Fault returns the kind and its values. A number that can be read in two ways is
// asked about.
func (e *AmountError) Fault() (kind string, values map[string]any) {
	if number, ok := errors.AsType[*lang.NumberError](e.Cause); ok && number.Reason == lang.TwoMeanings {
		if asked, ok := errors.AsType[lang.Fault](number.Expects()); ok {
			return asked.Fault()
		}
	}
	return "drejebog/amount", map[string]any{"text": e.Text, "whole": amountWhole, "fraction": amountFraction}
}

// Error returns kind and values.
func (e *AmountError) Error() string { return lang.Described(e) }

// Expects returns what was expected: the error itself says that.
func (e *AmountError) Expects() error { return e }

// Unwrap returns what is wrong with the number.
func (e *AmountError) Unwrap() error { return e.Cause }

// NewKroner makes an amount of a number of kroner, exactly.
func NewKroner(kroner decimal.Decimal) Kroner { return Kroner{d: kroner} }

// KronerFromOere makes an amount of a number of øre: 123450 is 1234.50 kr.
func KronerFromOere(oere int64) Kroner { return Kroner{d: decimal.New(oere, -2)} }

// ParseKroner reads an amount as lang.ParseAmount does, "150.000", "1.234,50",
// "1234.50", "kr. 1.500": |amount| < 10^13, at most four decimals. The error is an
// *AmountError.
func ParseKroner(text string) (Kroner, error) {
	d, err := bounded(text, lang.ParseAmount)
	return Kroner{d: d}, err
}

func bounded(text string, parse func(string) (decimal.Decimal, error)) (decimal.Decimal, error) {
	d, err := parse(text)
	if err != nil || !inBounds(d) {
		return decimal.Decimal{}, &AmountError{Text: text, Cause: err}
	}
	return d, nil
}

// inBounds reports whether a number can be read back.
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

// MarshalText writes the exact amount with two decimals behind a point or, where it
// has more, four behind a comma: "1234.50", "0,1250". An amount that UnmarshalText
// would refuse is an *AmountError: round it first.
func (k Kroner) MarshalText() ([]byte, error) {
	text, err := marshalAmount(k.d)
	if len(text)-bytes.IndexByte(text, '.') > len(".50") {
		text = bytes.Replace(text, []byte("."), []byte(","), 1)
	}
	return text, err
}

// UnmarshalText reads what ParseKroner reads.
func (k *Kroner) UnmarshalText(text []byte) error {
	read, err := ParseKroner(string(text))
	if err == nil {
		*k = read
	}
	return err
}

// UnmarshalJSON reads a text as UnmarshalText does, and a bare number as what JSON
// says it is: one with exactly three decimals is asked about.
func (k *Kroner) UnmarshalJSON(data []byte) error {
	d, err := fromJSON(data, k.d, lang.ParseAmount, lang.ParseJSONAmount)
	if err == nil {
		k.d = d
	}
	return err
}

// fromJSON reads a number out of JSON, a text or a bare number; null leaves what
// there was.
func fromJSON(data []byte, before decimal.Decimal, text, bare func(string) (decimal.Decimal, error)) (decimal.Decimal, error) {
	written := string(data)
	if written == "null" {
		return before, nil
	}
	if !strings.HasPrefix(written, `"`) {
		return bounded(written, bare)
	}
	if err := json.Unmarshal(data, &written); err != nil {
		return decimal.Decimal{}, &AmountError{Text: written, Cause: err}
	}
	return bounded(written, text)
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
	for _, places := range [...]int32{2, amountFraction} { // three would be asked about
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

// Hours is an exact number of working hours. The zero value is no time.
// Hours and Kroner do not mix: Times is the way from one to the other.
type Hours struct {
	_ [0]func()
	d decimal.Decimal
}

// NewHours makes hours of a number, exactly.
func NewHours(hours decimal.Decimal) Hours { return Hours{d: hours} }

// ParseHours reads hours as lang.ParseMeasure does, "37,5", "37.5", "1.924,25":
// |hours| < 10^13, at most four decimals. The error is an *AmountError.
func ParseHours(text string) (Hours, error) {
	d, err := bounded(text, lang.ParseMeasure)
	return Hours{d: d}, err
}

// Add returns h + other.
func (h Hours) Add(other Hours) Hours { return Hours{d: h.d.Add(other.d)} }

// Sub returns h − other.
func (h Hours) Sub(other Hours) Hours { return Hours{d: h.d.Sub(other.d)} }

// Neg returns −h.
func (h Hours) Neg() Hours { return Hours{d: h.d.Neg()} }

// Mul returns h × factor, exactly.
func (h Hours) Mul(factor decimal.Decimal) Hours { return Hours{d: h.d.Mul(factor)} }

// Times returns what the hours cost at a rate in kroner per hour, exactly.
func (h Hours) Times(rate Kroner) Kroner { return Kroner{d: h.d.Mul(rate.d)} }

// Cmp returns −1, 0 or +1 as h is less than, equal to or more than other.
func (h Hours) Cmp(other Hours) int { return h.d.Cmp(other.d) }

// Sign returns −1, 0 or +1.
func (h Hours) Sign() int { return h.d.Sign() }

// IsZero reports whether there is no time.
func (h Hours) IsZero() bool { return h.d.IsZero() }

// Round rounds to so many decimals, half away from zero; −1 rounds to tens.
func (h Hours) Round(places int32) Hours { return Hours{d: h.d.Round(places)} }

// Decimal returns the exact number of hours.
func (h Hours) Decimal() decimal.Decimal { return h.d }

// String returns the hours as Danes write them, without decimals where there
// are none: "1.924 timer", "37,50 timer".
func (h Hours) String() string {
	if h.d.Equal(h.d.Round(0)) {
		return lang.Decimals(h.d, 0).In(lang.Danish) + " timer"
	}
	return lang.Decimals(h.d, 2).In(lang.Danish) + " timer"
}

// MarshalJSON writes a string with two decimals, "37.50", rounded half away
// from zero.
func (h Hours) MarshalJSON() ([]byte, error) { return []byte(`"` + fixed(h.d) + `"`), nil }

// MarshalText writes the exact hours with two decimals or, where they have
// more, four. Hours that UnmarshalText would refuse are an *AmountError:
// round them first.
func (h Hours) MarshalText() ([]byte, error) { return marshalAmount(h.d) }

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
	d, err := fromJSON(data, h.d, lang.ParseMeasure, lang.ParseJSONNumber)
	if err == nil {
		h.d = d
	}
	return err
}

// Thousands is the amount in whole 1.000 kr., half away from zero: "150" for
// 149.600 kr. That is how estimates are told in tables.
func (k Kroner) Thousands() lang.Number { return lang.Decimals(k.d.Round(-3).Shift(-3), 0) }

// ToThousands is the amount rounded to whole 1.000 kr., to the last krone:
// "150.000 kr.". That is how estimates are told in sentences.
func (k Kroner) ToThousands() lang.Amount { return lang.Amount(lang.Decimals(k.d.Round(-3), 0)) }

// Exact is the amount to the øre: "1.234,50 kr.".
func (k Kroner) Exact() lang.Kroner { return lang.Kroner{Value: k.d} }

// Tens are the hours in whole tens, half away from zero.
func (h Hours) Tens() lang.Number { return lang.Decimals(h.d.Round(-1), 0) }
