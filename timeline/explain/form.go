package explain

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
)

// MarshalJSON is the form that seeds/schema/timeline-explanation.schema.json
// describes.
func (e Explanation) MarshalJSON() ([]byte, error) { return form.JSON(e) }

type explanationForm struct {
	drejebog.Head
	ID        string            `json:"id" form:"set"`
	Name      lang.Text         `json:"name" form:"set"`
	Done      *date.Date        `json:"done"` // when it was finished or came
	Bound     *Bound            `json:"bound"`
	Scheduled []timeline.Reason `json:"scheduled"`
	Early     []timeline.Reason `json:"early"`
	Late      []timeline.Reason `json:"late"`
	Holds     []Held            `json:"holds"`
	Awaits    []Awaited         `json:"awaits"`
}

// Form is the chains, what waits, and what is awaited.
func (e Explanation) Form() any {
	if e.Schedule == nil {
		return explanationForm{}
	}
	return explanationForm{
		Head: e.Schedule.Head("timeline-explanation/2"), ID: e.ID, Name: e.Label, Done: e.Done, Bound: e.Bound,
		Scheduled: e.Scheduled, Early: e.Early, Late: e.Late, Holds: e.Holds, Awaits: e.Awaits,
	}
}

// MarshalJSON is the bound's form.
func (b Bound) MarshalJSON() ([]byte, error) { return form.JSON(b) }

// MarshalJSON is the form of what waits.
func (h Held) MarshalJSON() ([]byte, error) { return form.JSON(h) }

// MarshalJSON is the form of what is waited for.
func (a Awaited) MarshalJSON() ([]byte, error) { return form.JSON(a) }
