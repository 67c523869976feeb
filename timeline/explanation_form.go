package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// MarshalJSON is the form that seeds/schema/timeline-explanation.schema.json
// describes.
func (e Explanation) MarshalJSON() ([]byte, error) { return form.JSON(e) }

type explanationForm struct {
	drejebog.Head
	ID        string     `json:"id" form:"set"`
	Name      lang.Text  `json:"name" form:"set"`
	Done      *date.Date `json:"done"` // when it was finished or came
	Bound     *Bound     `json:"bound"`
	Scheduled []Reason   `json:"scheduled"`
	Early     []Reason   `json:"early"`
	Late      []Reason   `json:"late"`
	Holds     []Held     `json:"holds"`
	Awaits    []Awaited  `json:"awaits"`
}

// Form is the chains, what waits, and what is awaited.
func (e Explanation) Form() any {
	if e.from == nil {
		return explanationForm{}
	}
	return explanationForm{
		Head: e.from.Head("timeline-explanation/2"), ID: e.ID, Name: e.Label, Done: e.Done, Bound: e.Bound,
		Scheduled: e.Scheduled, Early: e.Early, Late: e.Late, Holds: e.Holds, Awaits: e.Awaits,
	}
}

// MarshalJSON is the bound's form.
func (b Bound) MarshalJSON() ([]byte, error) { return form.JSON(b) }

// MarshalJSON is the form of what waits.
func (h Held) MarshalJSON() ([]byte, error) { return form.JSON(h) }

// MarshalJSON is the form of what is waited for.
func (a Awaited) MarshalJSON() ([]byte, error) { return form.JSON(a) }

// MarshalJSON is the reason's form.
func (r Reason) MarshalJSON() ([]byte, error) { return form.JSON(r) }

type reasonForm struct {
	ID            string               `json:"id" form:"set"`
	End           string               `json:"end" form:"set"` // "start" or "finish"
	Late          bool                 `json:"late"`           // the date is the latest, else the earliest or the one that is planned
	Date          When                 `json:"date"`
	Rule          Rule                 `json:"rule"`
	Edge          *drejebog.Dependency `json:"edge"`
	On            string               `json:"on"`
	OnDate        When                 `json:"onDate"`
	Moved         int                  `json:"moved"` // calendar days that the window has moved with what it rests on
	Section       string               `json:"section"`
	Certainty     drejebog.Certainty   `json:"certainty"`
	RuleCertainty drejebog.Certainty   `json:"ruleCertainty"`
	drejebog.PlaceForm
}

// Form has the end that the date is of as a word, and where the plan says so.
func (r Reason) Form() any {
	end := "start"
	if r.Finish {
		end = "finish"
	}
	return reasonForm{
		r.ID, end, r.Late, r.Date, r.Rule, r.Edge, r.On, r.OnDate, r.Moved, r.Section, r.Certainty, r.RuleCertainty, drejebog.PlaceFormOf(r.Place),
	}
}
