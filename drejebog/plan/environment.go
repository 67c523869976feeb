package plan

import "github.com/rickb777/date/v2"

// EnvironmentItem is one thing that KOMBIT's list asks of the IT environment,
// held against what the kommune has (5.1).
type EnvironmentItem struct {
	Name     string         `yaml:"name,required"`
	Project  string         `yaml:"project" plan:"of=project"` // id of the project that asks for it; "": all
	Required string         `yaml:"required"`                  // to-be
	AsIs     string         `yaml:"asIs"`                      // "": not surveyed
	Gap      EnvironmentGap `yaml:"gap"`                       // zero: not judged
	Due      *date.Date     `yaml:"due"`                       // last day, as the list says; nil: when readiness is confirmed
	Ordered  *date.Date     `yaml:"ordered" plan:"fact"`       // the day of the purchase
	Closed   *date.Date     `yaml:"closed" plan:"fact"`        // the day that the gap was closed
	Note     string         `yaml:"note"`
}

// EnvironmentGap is what lies between what is asked for and what is there. The
// zero value says that nobody has judged it.
type EnvironmentGap uint8

// The gaps.
const (
	NoGap       EnvironmentGap = iota + 1 // what is there will do
	GapToAdapt                            // a change or an upgrade of what is there
	GapPurchase                           // something has to be bought
)

var environmentGapNames = [...]string{NoGap: "none", GapToAdapt: "adapt", GapPurchase: "purchase"}

// String returns "none", "adapt", "purchase", or "".
func (g EnvironmentGap) String() string { return nameOf(g, environmentGapNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (g EnvironmentGap) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads "none", "adapt" or "purchase".
func (g *EnvironmentGap) UnmarshalText(text []byte) error {
	return readName(g, text, environmentGapNames[:])
}
