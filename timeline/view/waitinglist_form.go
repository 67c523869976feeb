package view

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// MarshalJSON is the form that seeds/schema/timeline-waiting.schema.json
// describes.
func (l WaitingList) MarshalJSON() ([]byte, error) { return form.JSON(l) }

type waitingListForm struct {
	drejebog.Head
	SeenFrom     *date.Date    `json:"seenFrom"`
	Deliverables []Deliverable `json:"deliverables"`
}

// Form is the whole list.
func (l WaitingList) Form() any {
	f := waitingListForm{Head: l.Schedule.Head("timeline-waiting"), Deliverables: l.Deliverables}
	if l.Schedule != nil {
		day := l.Schedule.SeenFrom()
		f.SeenFrom = &day
	}
	return f
}

// MarshalJSON is the form of a deliverable that is waited for.
func (d Deliverable) MarshalJSON() ([]byte, error) { return form.JSON(d) }

type deliverableForm struct {
	ID         string        `json:"id" form:"set"`
	Name       lang.Text     `json:"name" form:"set"`
	Actor      string        `json:"actor"`
	Project    string        `json:"project"`
	State      State         `json:"state" form:"set"`
	Promised   *date.Date    `json:"promised"`
	Words      lang.Text     `json:"words"` // of the promise
	Delivered  *date.Date    `json:"delivered"`
	DaysLate   int           `json:"daysLate"`
	Expected   timeline.When `json:"expected"`
	Needed     timeline.When `json:"needed"`
	TotalFloat *int          `json:"totalFloat"`
	HoldsUp    []string      `json:"holdsUp"` // ids
	Helps      []string      `json:"helps"`   // ids
}

// Form is the deliverable with its milestone's dates.
func (d Deliverable) Form() any {
	f := deliverableForm{
		State: d.State, Promised: d.Promised, Words: d.Words, Delivered: d.Delivered, DaysLate: d.Late, HoldsUp: d.HoldsUp, Helps: d.Helps,
	}
	if m := d.Milestone; m != nil {
		f.ID, f.Name, f.Actor, f.Project = m.ID, m.Label(), m.Milestone.Actor, m.Project
		f.Expected, f.Needed, f.TotalFloat = m.Date, m.Latest, form.Counted(m.TotalFloat, m.HasFloat())
	}
	return f
}
