package drejebog

import (
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Certainty says how sure a fact is. The zero value is invalid, so that a
// fact without certainty cannot pass for a fact.
type Certainty uint8

// The certainties, from the weakest to the strongest.
const (
	Assumed Certainty = iota + 1 // ours, with the reasoning beside it
	Implied                      // follows from the text; the entry says how
	Stated                       // stands in the text or in the named source
)

var certaintyNames = [...]string{Assumed: "assumed", Implied: "implied", Stated: "stated"}

// String returns "stated", "implied" or "assumed", and "" for the zero value.
func (c Certainty) String() string { return strict.NameOf(c, certaintyNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (c Certainty) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads "stated", "implied" or "assumed".
func (c *Certainty) UnmarshalText(text []byte) error {
	return strict.ReadName(c, text, certaintyNames[:])
}

// Weaker returns the weaker of two certainties: what a product of the two
// facts has. The zero value counts as no fact at all and gives way.
func (c Certainty) Weaker(other Certainty) Certainty {
	if c == 0 || (other != 0 && other < c) {
		return other
	}
	return c
}

// Provenance says where an entry comes from and how sure it is. An entry from
// the playbook names its section, one from elsewhere its address.
type Provenance struct {
	Section   string     `yaml:"section" json:"section"`                         // section of the playbook: "4.8"
	Since     string     `yaml:"since" json:"since"`                             // first edition that has it: "1.0"
	Published *date.Date `yaml:"published" json:"published"`                     // day of publication, for a fact from outside the playbook
	Address   string     `yaml:"source" json:"source"`                           // address or name of a source outside the playbook
	Certainty Certainty  `yaml:"certainty,required" json:"certainty" form:"set"` // stated, implied, assumed
	Why       lang.Text  `yaml:"why" json:"why"`                                 // how it is implied, or the reasoning of an assumption
}

// PublishedBy reports whether the entry was published by the end of a day; false
// for one without a day of publication.
func (p *Provenance) PublishedBy(day date.Date) bool {
	return p.Published != nil && *p.Published <= day
}
