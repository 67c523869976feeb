package plan

import "github.com/rickb777/date/v2"

// Tender is a coming tender or purchase that may have to carry the
// requirements of the shared infrastructure (6.1, 6.5).
type Tender struct {
	Name              string      `yaml:"name,required"`
	On                *date.Date  `yaml:"on"`                // the day that it is published; nil: not settled
	Serviceplatformen TenderTerms `yaml:"serviceplatformen"` // zero: not considered
	Stoettesystemerne TenderTerms `yaml:"stoettesystemerne"` // zero: not considered
	Note              string      `yaml:"note"`
}

// TenderTerms says whether a tender carries requirements. The zero value says
// that nobody has considered it.
type TenderTerms uint8

// The terms.
const (
	TermsIncluded TenderTerms = iota + 1
	TermsNotRelevant
)

var tenderTermsNames = [...]string{TermsIncluded: "included", TermsNotRelevant: "notRelevant"}

// String returns "included", "notRelevant", or "".
func (t TenderTerms) String() string { return nameOf(t, tenderTermsNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (t TenderTerms) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads "included" or "notRelevant".
func (t *TenderTerms) UnmarshalText(text []byte) error { return readName(t, text, tenderTermsNames[:]) }
