package plan

import (
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Answer is what the kommune answers to a requirement of readiness, or to a
// whole category of them as long as the requirements are not published.
type Answer struct {
	State     AnswerState            `yaml:"state,required" plan:"named=answer"`
	By        string                 `yaml:"by" plan:"of=person"`                              // id of a person or a role
	On        *date.Date             `yaml:"on" plan:"fact"`                                   // the day of the answer; a confirmation has one
	Reason    string                 `yaml:"reason"`                                           // why it is not relevant, or what KOMBIT waived it with
	Questions map[string]AnswerState `yaml:"questions" plan:"keys=own-key like=plan-godkendt"` // answers to the sub-questions, by id
	Evidence  []Evidence             `yaml:"evidence"`
	Note      string                 `yaml:"note"`
	History   []EarlierAnswer        `yaml:"history"` // what was answered before, oldest first
}

// Evidence is something that shows that a requirement is met.
type Evidence struct {
	What string     `yaml:"what,required"`  // a document, a decision, a test
	On   *date.Date `yaml:"on" plan:"fact"` // the day that it is of
}

// EarlierAnswer is an answer that a later one took the place of.
type EarlierAnswer struct {
	State     AnswerState            `yaml:"state,required"`
	By        string                 `yaml:"by" plan:"of=person"` // id of a person or a role
	On        date.Date              `yaml:"on,required"`
	Questions map[string]AnswerState `yaml:"questions" plan:"keys=own-key like=plan-godkendt"` // answers to the sub-questions, as they stood then
	Note      string                 `yaml:"note"`
}

// AnswerState is an answer. The zero value, no answer, cannot be written.
type AnswerState uint8

// The answers.
const (
	AnswerNotStarted  AnswerState = iota + 1 // nothing has been done yet
	AnswerInProgress                         // begun, not yet met
	AnswerConfirmed                          // met, and the kommune says so
	AnswerNotRelevant                        // does not concern the kommune, for a reason
	AnswerWaived                             // KOMBIT does not ask for it here
)

var answerNames = [...]string{
	AnswerNotStarted: "notStarted", AnswerInProgress: "inProgress", AnswerConfirmed: "confirmed",
	AnswerNotRelevant: "notRelevant", AnswerWaived: "waived",
}

// String returns "notStarted", "inProgress", "confirmed", "notRelevant",
// "waived", or "".
func (s AnswerState) String() string { return strict.NameOf(s, answerNames[:]) }

// MarshalText writes the name that UnmarshalText reads.
func (s AnswerState) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the name of an answer.
func (s *AnswerState) UnmarshalText(text []byte) error {
	return strict.ReadName(s, text, answerNames[:])
}
