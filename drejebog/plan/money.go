package plan

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/amount"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Line names lines of an estimate: those of a step, or only those of a role
// and a kind.
type Line struct {
	Step string   `yaml:"step,required" plan:"of=step"` // id of a step or a go-live, with "@project" or "@system" where for one only, or of an own task
	Role string   `yaml:"role" plan:"of=role"`          // "": all roles
	Kind LineKind `yaml:"kind"`                         // zero: all kinds
}

// LineKind says what a line of an estimate is paid with.
type LineKind = drejebog.LineKind

// The kinds.
const (
	OwnHours = drejebog.OwnHours
	Backfill = drejebog.Backfill
	External = drejebog.External
)

// Adjustment changes lines of an estimate. The estimate keeps both figures.
type Adjustment struct {
	Action     AdjustmentAction `yaml:"action,required"`
	Line       `yaml:",inline"`
	Factor     *decimal.Decimal `yaml:"factor" plan:"0..1000"` // for Scale: 1.25 is a quarter more
	Hours      *HoursRange      `yaml:"hours"`                 // for Replace and Add: these or Kroner
	Kroner     *KronerRange     `yaml:"kroner"`
	Year       *int             `yaml:"year" plan:"budget-year"`       // budget year by the plan's dates: only what falls in it is changed, and what is added falls in it; nil: all years, as the task's days fall
	PriceLevel *int             `yaml:"priceLevel" plan:"budget-year"` // the year whose prices Kroner is in; nil: those that the estimate is asked for in, where Year is stated, else the estimate's own
	Reason     string           `yaml:"reason,required" plan:"filled"`
}

// AdjustmentAction is what an adjustment does.
type AdjustmentAction uint8

// The actions. The zero value is invalid.
const (
	Replace AdjustmentAction = iota + 1 // other figures
	Scale                               // times a factor
	Add                                 // a line more; it names role and kind
	Drop                                // no such line here
)

var actionNames = [...]string{Replace: "replace", Scale: "scale", Add: "add", Drop: "drop"}

// String returns "replace", "scale", "add", "drop", or "".
func (a AdjustmentAction) String() string { return strict.NameOf(a, actionNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (a AdjustmentAction) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads "replace", "scale", "add" or "drop".
func (a *AdjustmentAction) UnmarshalText(text []byte) error {
	return strict.ReadName(a, text, actionNames[:])
}

type (
	// HoursRange is a number of hours by three points, in plans and estimates alike.
	HoursRange = amount.HoursRange
	// KronerRange is an amount by three points.
	KronerRange = amount.KronerRange
)

// Appropriation is where in the kommune's budget the new money is to stand. What it does
// not say is proposed, but the function, which only the kommune knows.
type Appropriation struct {
	Committee string `yaml:"committee"` // udvalg
	Area      string `yaml:"area"`      // politikområde
	Level     string `yaml:"level"`     // that money is granted at: bevillingsniveau
	Function  string `yaml:"function"`  // of the chart of accounts: funktion
	Type      string `yaml:"type"`      // of the chart of accounts: art
	Capital   bool   `yaml:"capital"`   // not operating money
	Note      string `yaml:"note"`
}

// Decision is what the kommune has decided on the money of lines. Lines
// without one are not decided.
type Decision struct {
	Line  `yaml:",inline"`
	Year  *int          `yaml:"year" plan:"budget-year"` // budget year; nil: all
	State DecisionState `yaml:"state,required"`
	Cover Cover         `yaml:"cover" plan:"named=cover"` // what pays, where the year's budget is adopted; zero: not said
	On    *date.Date    `yaml:"on"`
	Note  string        `yaml:"note"`
}

// DecisionState is where the money comes from. The zero value is invalid.
type DecisionState uint8

// The states.
const (
	SetAside    DecisionState = iota + 1 // money is set aside in the budget
	WithinFrame                          // paid from what the department has
	Undecided                            // said to be open
)

var decisionNames = [...]string{SetAside: "setAside", WithinFrame: "withinFrame", Undecided: "undecided"}

// String returns "setAside", "withinFrame", "undecided", or "".
func (s DecisionState) String() string { return strict.NameOf(s, decisionNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (s DecisionState) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads "setAside", "withinFrame" or "undecided".
func (s *DecisionState) UnmarshalText(text []byte) error {
	return strict.ReadName(s, text, decisionNames[:])
}

// Cover is what pays for a supplementary appropriation. The zero value says nothing.
type Cover uint8

// The covers.
const (
	CoverMoved   Cover = iota + 1 // money that another purpose does not use
	CoverCash                     // the kommune's liquid funds
	CoverCarried                  // money of an earlier year that was not used
)

var coverNames = [...]string{CoverMoved: "moved", CoverCash: "cash", CoverCarried: "carriedOver"}

// String returns "moved", "cash", "carriedOver", or "".
func (c Cover) String() string { return strict.NameOf(c, coverNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (c Cover) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads "moved", "cash" or "carriedOver".
func (c *Cover) UnmarshalText(text []byte) error { return strict.ReadName(c, text, coverNames[:]) }
