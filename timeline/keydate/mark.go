package keydate

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Mark is a day that belongs in a calendar or on a picture of the schedule. A
// caller's own marks need a date and a label.
type Mark struct {
	ID        string             `json:"id"`        // the same in every computation of a kommune: "deadline/4.15@stoettesystemerne"; "" for a caller's own
	Date      date.Date          `json:"date"`      // the day itself; a deadline is met on its last working day, which Note then tells
	Label     lang.Text          `json:"name"`      // what happens or must be done: "Udpeg den første administrator (Serviceplatformen)"
	Kind      Kind               `json:"kind"`      // the zero value is another's: a day without a kind of ours
	Project   string             `json:"project"`   // id of its project, or ""
	Section   string             `json:"section"`   // of the playbook, or ""
	Actor     string             `json:"actor"`     // id of the party that must act, or ""
	Certainty drejebog.Certainty `json:"certainty"` // zero for a caller's own
	Note      lang.Sentences     `json:"note"`      // what else there is to know; nil for nothing
}

// MarshalJSON is the mark's form.
func (m Mark) MarshalJSON() ([]byte, error) { return form.JSON(m) }

// Kind groups marks and hard dates.
type Kind uint8

// The kinds of marks. The zero value is a day without a kind of ours.
const (
	Other          Kind = iota
	GoLive              // a new system is taken into use
	Implementation      // its implementation starts in the kommune
	SystemEnd           // a legacy system ends
	ContractEnd         // a contract on one ends
	Deadline            // a hard date: the last day
	Gate                // the kommune reports: readiness, klarmelding, approval
	Notice              // the last day to give notice of a contract
	Budget              // a day of the budget's process
	Deliverable         // somebody delivers what another waits for
)

// String returns the kind's key, whose name stands under "mark" in the words of
// the playbook.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return kindNames[Other]
}

// MarshalText writes the word.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

var kindNames = [...]string{
	Other: "other", GoLive: "go-live", Implementation: "implementation", SystemEnd: "system-end",
	ContractEnd: "contract-end", Deadline: "deadline", Gate: "gate", Notice: "notice", Budget: "budget", Deliverable: "deliverable",
}
