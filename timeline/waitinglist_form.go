package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// MarshalJSON is the form that seeds/schema/timeline-waiting.schema.json
// describes.
func (l WaitingList) MarshalJSON() ([]byte, error) { return form.JSON(l) }

type waitingListForm struct {
	drejebog.Head
	SeenFrom     *date.Date `json:"seenFrom"`
	Deliverables []Awaiting `json:"deliverables"`
}

// Form is the whole list.
func (l WaitingList) Form() any {
	f := waitingListForm{Head: l.schedule.Head("timeline-waiting"), Deliverables: l.Deliverables}
	if l.schedule != nil {
		day := l.schedule.SeenFrom()
		f.SeenFrom = &day
	}
	return f
}

// MarshalJSON is the form of a deliverable that is waited for.
func (a Awaiting) MarshalJSON() ([]byte, error) { return form.JSON(a) }

type awaitingForm struct {
	ID         string        `json:"id" form:"set"`
	Name       lang.Text     `json:"name" form:"set"`
	Actor      string        `json:"actor"`
	Project    string        `json:"project"`
	State      AwaitingState `json:"state" form:"set"`
	Promised   *date.Date    `json:"promised"`
	Words      lang.Text     `json:"words"` // of the promise
	Delivered  *date.Date    `json:"delivered"`
	DaysLate   int           `json:"daysLate"`
	Expected   When          `json:"expected"`
	Needed     When          `json:"needed"`
	TotalFloat *int          `json:"totalFloat"`
	HoldsUp    []string      `json:"holdsUp"` // ids
	Helps      []string      `json:"helps"`   // ids
}

// Form is the deliverable with its milestone's dates.
func (a Awaiting) Form() any {
	f := awaitingForm{
		State: a.State, Promised: a.Promised, Words: a.Words, Delivered: a.Delivered, DaysLate: a.Late, HoldsUp: a.HoldsUp, Helps: a.Helps,
	}
	if m := a.Milestone; m != nil {
		f.ID, f.Name, f.Actor, f.Project = m.ID, m.Label(), m.Milestone.Actor, m.Project
		f.Expected, f.Needed, f.TotalFloat = m.Date, m.Latest, counted(m.TotalFloat, m.hasFloat())
	}
	return f
}
