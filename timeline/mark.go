package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Mark is a day that belongs in a calendar or on a picture of the schedule. A
// caller's own marks need a date, a label and a kind.
type Mark struct {
	ID        string             `json:"id"`        // the same in every computation of a kommune: "deadline/4.15@stoettesystemerne"; "" for a caller's own
	Date      date.Date          `json:"date"`      // the day itself; a deadline is met on its last working day, which Note then tells
	Label     lang.Text          `json:"name"`      // what happens or must be done: "Udpeg den første administrator (Serviceplatformen)"
	Kind      MarkKind           `json:"kind"`      // the zero value is another's: a day without a kind of ours
	Project   string             `json:"project"`   // id of its project, or ""
	Section   string             `json:"section"`   // of the playbook, or ""
	Actor     string             `json:"actor"`     // id of the party that must act, or ""
	Certainty drejebog.Certainty `json:"certainty"` // zero for a caller's own
	Note      lang.Sentences     `json:"note"`      // what else there is to know; nil for nothing
}

// MarkKind groups marks.
type MarkKind uint8

// The kinds of marks. The zero value is a day without a kind of ours.
const (
	MarkOther          MarkKind = iota
	MarkGoLive                  // a new system is taken into use
	MarkImplementation          // its implementation starts in the kommune
	MarkSystemEnd               // a legacy system ends
	MarkDeadline                // a hard date: the last day
	MarkGate                    // the kommune reports: readiness, klarmelding, approval
	MarkNotice                  // the last day to give notice of a contract
	MarkBudget                  // a day of the budget's process
	MarkDeliverable             // somebody delivers what another waits for
)

// String returns the kind's key, whose name stands under "mark" in the words of
// the playbook.
func (k MarkKind) String() string {
	if int(k) < len(markKinds) {
		return markKinds[k]
	}
	return markKinds[MarkOther]
}

// MarshalText writes the word.
func (k MarkKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

var markKinds = [...]string{
	MarkOther: "other", MarkGoLive: "go-live", MarkImplementation: "implementation", MarkSystemEnd: "system-end",
	MarkDeadline: "deadline", MarkGate: "gate", MarkNotice: "notice", MarkBudget: "budget", MarkDeliverable: "deliverable",
}
