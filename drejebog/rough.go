package drejebog

import "github.com/drejebog/monopolbrud/drejebog/lang"

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
