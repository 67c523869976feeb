package amount

import (
	"bytes"

	"github.com/shopspring/decimal"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Kroner is an exact amount of Danish kroner. The zero value is no money.
//
// Arithmetic is exact; only Round rounds, half away from zero. Amounts are
// compared with Cmp: == does not compile, since it would tell one nothing from another.
type Kroner struct {
	_ [0]func()
	n exact
}

// NewKroner makes an amount of a number of kroner, exactly.
func NewKroner(kroner decimal.Decimal) Kroner { return Kroner{n: exactOf(kroner)} }

// KronerFromOere makes an amount of a number of øre: 123450 is 1234.50 kr.
func KronerFromOere(oere int64) Kroner { return Kroner{n: exactly(oere)} }

// ParseKroner reads an amount as lang.ParseAmount does, "150.000", "1.234,50",
// "1234.50", "kr. 1.500": |amount| < 10^13, at most four decimals. The error is an
// *Error.
func ParseKroner(text string) (Kroner, error) {
	d, err := bounded(text, lang.ParseAmount)
	if err != nil {
		return Kroner{}, err
	}
	return Kroner{n: read(d)}, nil
}

// Add returns k + other.
func (k Kroner) Add(other Kroner) Kroner { return Kroner{n: k.n.add(other.n)} }

// Sub returns k − other.
func (k Kroner) Sub(other Kroner) Kroner { return Kroner{n: k.n.add(other.n.neg())} }

// Neg returns −k.
func (k Kroner) Neg() Kroner { return Kroner{n: k.n.neg()} }

// Mul returns k × factor, exactly: the decimals of both add up, so a long
// chain of products is rounded at a named point.
func (k Kroner) Mul(factor decimal.Decimal) Kroner { return Kroner{n: k.n.mul(factor)} }

// Cmp returns −1, 0 or +1 as k is less than, equal to or more than other.
func (k Kroner) Cmp(other Kroner) int { return k.n.cmp(other.n) }

// Sign returns −1, 0 or +1.
func (k Kroner) Sign() int { return k.n.sign() }

// IsZero reports whether there is no money.
func (k Kroner) IsZero() bool { return k.n.sign() == 0 }

// Round rounds to so many decimals, half away from zero; −3 rounds to
// thousands.
func (k Kroner) Round(places int32) Kroner { return Kroner{n: k.n.round(places)} }

// Hundredths are the øre of an amount; false where it is no whole number of them, or
// too large to be held so.
func (k Kroner) Hundredths() (oere int64, ok bool) { return k.n.whole() }

// Decimal returns the exact number of kroner.
func (k Kroner) Decimal() decimal.Decimal { return k.n.decimal() }

// String returns the amount as Danes write it, rounded to øre:
// "1.234,50 kr.".
func (k Kroner) String() string { return lang.Kroner{Value: k.n.decimal()}.In(lang.Danish) }

// MarshalJSON writes a string with two decimals, "1234.50", rounded half away
// from zero.
func (k Kroner) MarshalJSON() ([]byte, error) { return []byte(`"` + fixed(k.n.decimal()) + `"`), nil }

// MarshalText writes the exact amount with two decimals behind a point or, where it
// has more, four behind a comma: "1234.50", "0,1250". An amount that UnmarshalText
// would refuse is an *Error: round it first.
func (k Kroner) MarshalText() ([]byte, error) {
	text, err := marshalAmount(k.n.decimal())
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
	if isNull(data) {
		return nil
	}
	d, err := fromJSON(data, lang.ParseAmount, lang.ParseJSONAmount)
	if err == nil {
		k.n = read(d)
	}
	return err
}

// Thousands is the amount in whole 1.000 kr., half away from zero: "150" for
// 149.600 kr. That is how estimates are told in tables.
func (k Kroner) Thousands() lang.Number { return lang.Decimals(k.n.decimal().Round(-3).Shift(-3), 0) }

// ToThousands is the amount rounded to whole 1.000 kr., to the last krone:
// "150.000 kr."; what would be nothing then is told to the krone, "400 kr.". That is how
// estimates are told in sentences.
func (k Kroner) ToThousands() lang.Amount { return lang.Amount(rounded(k.n.decimal(), -3, 0)) }

// Exact is the amount to the øre: "1.234,50 kr.".
func (k Kroner) Exact() lang.Kroner { return lang.Kroner{Value: k.n.decimal()} }

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
