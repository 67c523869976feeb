package amount

import (
	"bytes"

	"github.com/shopspring/decimal"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Kroner is an exact amount of Danish kroner. The zero value is no money.
//
// Arithmetic is exact; only Round rounds, half away from zero. Amounts are
// compared with Cmp: == does not compile, since it would tell 2.5 from 2.50.
type Kroner struct {
	_ [0]func()
	d decimal.Decimal
}

// NewKroner makes an amount of a number of kroner, exactly.
func NewKroner(kroner decimal.Decimal) Kroner { return Kroner{d: kroner} }

// KronerFromOere makes an amount of a number of øre: 123450 is 1234.50 kr.
func KronerFromOere(oere int64) Kroner { return Kroner{d: decimal.New(oere, -2)} }

// ParseKroner reads an amount as lang.ParseAmount does, "150.000", "1.234,50",
// "1234.50", "kr. 1.500": |amount| < 10^13, at most four decimals. The error is an
// *Error.
func ParseKroner(text string) (Kroner, error) {
	d, err := bounded(text, lang.ParseAmount)
	return Kroner{d: d}, err
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
// would refuse is an *Error: round it first.
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

// Thousands is the amount in whole 1.000 kr., half away from zero: "150" for
// 149.600 kr. That is how estimates are told in tables.
func (k Kroner) Thousands() lang.Number { return lang.Decimals(k.d.Round(-3).Shift(-3), 0) }

// ToThousands is the amount rounded to whole 1.000 kr., to the last krone:
// "150.000 kr."; what would be nothing then is told to the krone, "400 kr.". That is how
// estimates are told in sentences.
func (k Kroner) ToThousands() lang.Amount { return lang.Amount(rounded(k.d, -3, 0)) }

// Exact is the amount to the øre: "1.234,50 kr.".
func (k Kroner) Exact() lang.Kroner { return lang.Kroner{Value: k.d} }

// rounded is a number to the first of the places at which it is not nothing, to hundredths
// where it is nothing at all of them: half a hundredth and more is never told as none.
func rounded(d decimal.Decimal, places ...int32) lang.Number {
	for _, n := range places {
		if r := d.Round(n); !r.IsZero() || d.IsZero() {
			return lang.Decimals(r, max(n, 0))
		}
	}
	return lang.Exactly(d.Round(2))
}
