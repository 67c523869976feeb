package plan

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/rickb777/date/v2"
)

// Payment is what a contract costs.
type Payment struct {
	Amount     drejebog.Kroner `yaml:"amount,required" plan:"0..10000000000"` // kr. a year, for all its systems; KMD Dagpenge without Barsel
	PriceLevel *date.Date      `yaml:"priceLevel"`                            // the day whose prices it is in; nil: 1 January 2013
	Paid       PaidBy          `yaml:"paid"`                                  // zero: by the month
}

// PaidBy is the period that a payment is for. It is kept: no amount is computed from
// it yet (DB-041).
// The zero value is the month.
type PaidBy uint8

// The periods.
const (
	PaidByMonth PaidBy = iota + 1
	PaidByQuarter
	PaidByHalfYear
	PaidByYear
)

var paidByNames = [...]string{PaidByMonth: "month", PaidByQuarter: "quarter", PaidByHalfYear: "halfYear", PaidByYear: "year"}

// String returns "month", "quarter", "halfYear", "year", or "".
func (p PaidBy) String() string { return nameOf(p, paidByNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (p PaidBy) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads "month", "quarter", "halfYear" or "year".
func (p *PaidBy) UnmarshalText(text []byte) error { return readName(p, text, paidByNames[:]) }
