package finding

import "github.com/drejebog/monopolbrud/seeds/strict"

// Severity says how bad a finding is. The zero value is invalid.
type Severity uint8

// The severities, from the mildest.
const (
	Note    Severity = iota + 1 // worth knowing: an expectation missed, nothing stated
	Warning                     // should be put right
	Error                       // a deadline or a rule is broken, or the input cannot stand
)

var severityNames = [...]string{Note: "note", Warning: "warning", Error: "error"}

// String returns "note", "warning" or "error".
func (s Severity) String() string { return strict.NameOf(s, severityNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads "note", "warning" or "error".
func (s *Severity) UnmarshalText(text []byte) error {
	return strict.ReadName(s, text, severityNames[:])
}
