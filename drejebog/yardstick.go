package drejebog

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
)

// PriceEstimate is KL's estimate of how prices and wages move from one year
// to the next, as it was published: later publications revise it.
type PriceEstimate struct {
	FromYear   int             `yaml:"from,required"`
	ToYear     int             `yaml:"to,required"`
	Kind       PriceKind       `yaml:"kind,required"`
	Percent    decimal.Decimal `yaml:"percent,required"`
	Provenance `yaml:",inline"`
}

// PriceKind says what a price estimate covers.
type PriceKind uint8

// The kinds.
const (
	WagesAndPrices PriceKind = iota + 1
	Wages
	Prices
)

var priceKindNames = [...]string{WagesAndPrices: "all", Wages: "wages", Prices: "prices"}

// String returns "all", "wages" or "prices".
func (k PriceKind) String() string { return nameOf(k, priceKindNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (k PriceKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads "all", "wages" or "prices".
func (k *PriceKind) UnmarshalText(text []byte) error { return readName(k, text, priceKindNames[:]) }

// FullTimeYear is the number of paid hours in a full-time position's year.
type FullTimeYear struct {
	Hours      Hours `yaml:"hours,required"`
	Provenance `yaml:",inline"`
}

// Positions is hours as full-time positions, with one decimal; 0 where the year
// has no hours.
func (y *FullTimeYear) Positions(hours Hours) decimal.Decimal {
	if y.Hours.Sign() <= 0 {
		return decimal.Zero
	}
	return hours.Decimal().DivRound(y.Hours.Decimal(), 1)
}

// DayOff is a day that Danish workplaces close, or may close, beside the
// public holidays in law.
type DayOff struct {
	ID         string    `yaml:"id,required"` // "juleaftensdag"
	Name       lang.Text `yaml:"name,required"`
	Month      int       `yaml:"month,required"` // 1–12
	Day        int       `yaml:"day,required"`   // 1–31
	Free       bool      `yaml:"free"`           // whether it counts as free when a plan says nothing
	Provenance `yaml:",inline"`
}

// VagueLength is what an imprecise length of the source counts as.
type VagueLength struct {
	Words      string `yaml:"words,required"` // "nogle uger"
	Days       int    `yaml:"days,required"`  // calendar days
	Provenance `yaml:",inline"`
}
