package drejebog

import "github.com/drejebog/monopolbrud/seeds/strict"

// LineKind says what a line of an estimate, or a plan's word on one, costs the kommune.
// The zero value is none.
type LineKind uint8

// The kinds. External and Backfill are new money, which needs an appropriation; OwnHours
// is not.
const (
	OwnHours LineKind = iota + 1 // hours of people who are paid already; their value is information
	Backfill                     // hours of own people whose ordinary work a stand-in does: the stand-in is new money
	External                     // bought: licences, consultants, suppliers
)

var lineKindNames = [...]string{OwnHours: "own", Backfill: "backfill", External: "external"}

// String returns "own", "backfill", "external", or "".
func (k LineKind) String() string { return strict.NameOf(k, lineKindNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (k LineKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads "own", "backfill" or "external".
func (k *LineKind) UnmarshalText(text []byte) error {
	return strict.ReadName(k, text, lineKindNames[:])
}

// NewMoney reports whether the kind needs an appropriation.
func (k LineKind) NewMoney() bool { return k == Backfill || k == External }
