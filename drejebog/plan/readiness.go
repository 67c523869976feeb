package plan

import (
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// Answer is what the kommune answers to a requirement of readiness, or to a
// whole category of them.
type Answer struct {
	State AnswerState `yaml:"state,required"`
	By    string      `yaml:"by"` // id of a person or a role
	On    *date.Date  `yaml:"on"` // the day of the answer
	Note  string      `yaml:"note"`
}

// AnswerState is an answer. The zero value is invalid.
type AnswerState uint8

// The answers.
const (
	Met         AnswerState = iota + 1 // confirmed
	Partly                             // under way
	NotMet                             // not begun, or known to fail
	NotRelevant                        // does not concern the kommune
)

var answerNames = [...]string{Met: "met", Partly: "partly", NotMet: "notMet", NotRelevant: "notRelevant"}

// String returns "met", "partly", "notMet", "notRelevant", or "".
func (s AnswerState) String() string { return nameOf(s, answerNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (s AnswerState) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads "met", "partly", "notMet" or "notRelevant".
func (s *AnswerState) UnmarshalText(text []byte) error { return readName(s, text, answerNames[:]) }

// Benefit is a gain that the kommune expects, with how it is measured.
type Benefit struct {
	Name     string           `yaml:"name,required"`
	Project  string           `yaml:"project"`  // id of the project that it comes from; "": all
	Owner    string           `yaml:"owner"`    // id of a person or a role
	Unit     string           `yaml:"unit"`     // what is counted: "minutter pr. sag"
	Baseline *decimal.Decimal `yaml:"baseline"` // before
	Target   *decimal.Decimal `yaml:"target"`   // after
	Actual   *decimal.Decimal `yaml:"actual"`   // as measured last
	From     *date.Date       `yaml:"from"`     // the first day that it is expected
	Note     string           `yaml:"note"`
}
