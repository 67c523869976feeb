package drejebog

import "github.com/drejebog/monopolbrud/drejebog/lang"

// Category is a kind of requirement that a kommune has to meet before it can
// receive a system.
type Category struct {
	ID         string       `yaml:"id,required"` // "migrering"
	Name       lang.Text    `yaml:"name,required"`
	What       lang.Text    `yaml:"what,required"`
	Kind       CategoryKind `yaml:"kind,required"`
	Provenance `yaml:",inline"`
}

// CategoryKind tells the eight categories from the themes beside them.
type CategoryKind uint8

// The kinds.
const (
	RequirementCategory CategoryKind = iota + 1
	OverallTheme
)

var categoryKindNames = [...]string{RequirementCategory: "category", OverallTheme: "theme"}

// String returns "category" or "theme".
func (k CategoryKind) String() string { return nameOf(k, categoryKindNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (k CategoryKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads "category" or "theme".
func (k *CategoryKind) UnmarshalText(text []byte) error {
	return readName(k, text, categoryKindNames[:])
}
