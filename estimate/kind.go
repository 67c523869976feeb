package estimate

import (
	"slices"

	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Kind says what a line costs the kommune. The zero value is invalid.
type Kind uint8

// The kinds. External and Backfill are new money, which needs an
// appropriation; Own is not.
const (
	Own      Kind = iota + 1 // hours of people who are paid already; their value is information
	Backfill                 // hours of own people whose ordinary work a stand-in does: the stand-in is new money
	External                 // bought: licences, consultants, suppliers
)

var kindNames = []string{"own", "backfill", "external"}

// String returns "own", "backfill" or "external", and "" for the zero value.
func (k Kind) String() string {
	if k < Own || k > External {
		return ""
	}
	return kindNames[k-1]
}

// MarshalText writes the name that UnmarshalText reads.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads "own", "backfill" or "external".
func (k *Kind) UnmarshalText(text []byte) error {
	i := slices.Index(kindNames, string(text))
	if i < 0 {
		return strict.OneOf(kindNames)
	}
	*k = Kind(i + 1)
	return nil
}

// NewMoney reports whether the kind needs an appropriation.
func (k Kind) NewMoney() bool { return k == Backfill || k == External }
