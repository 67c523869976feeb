package drejebog

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
)

// QualityCheck is a yardstick that a schedule can be measured by. One of AtMost
// and AtLeast is set.
type QualityCheck struct {
	ID         string           `yaml:"id,required"`
	Name       lang.Text        `yaml:"name,required"`
	What       lang.Text        `yaml:"what,required"` // what is counted
	Unit       QualityUnit      `yaml:"unit,required"`
	AtMost     *decimal.Decimal `yaml:"atMost"`
	AtLeast    *decimal.Decimal `yaml:"atLeast"`
	Provenance `yaml:",inline"`
}

// QualityUnit is what a yardstick is measured in.
type QualityUnit uint8

// The units.
const (
	QualityPercent QualityUnit = iota + 1 // share of the tasks or dependencies that count
	QualityCount                          // a number of tasks or dependencies
	QualityDays                           // working days
	QualityRatio                          // a fraction
)

var qualityUnitNames = [...]string{QualityPercent: "percent", QualityCount: "count", QualityDays: "days", QualityRatio: "ratio"}

// String returns "percent", "count", "days" or "ratio".
func (u QualityUnit) String() string { return nameOf(u, qualityUnitNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (u QualityUnit) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads "percent", "count", "days" or "ratio".
func (u *QualityUnit) UnmarshalText(text []byte) error { return readName(u, text, qualityUnitNames[:]) }
