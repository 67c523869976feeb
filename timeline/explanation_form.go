package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// MarshalJSON is the form that seeds/schema/timeline-explanation.schema.json
// describes.
func (e Explanation) MarshalJSON() ([]byte, error) { return form.JSON(e) }

type explanationForm struct {
	drejebog.Head
	ID        string    `json:"id" form:"set"`
	Name      lang.Text `json:"name" form:"set"`
	Bound     *Bound    `json:"bound"`
	Scheduled []Reason  `json:"scheduled"`
	Early     []Reason  `json:"early"`
	Late      []Reason  `json:"late"`
	Holds     []Held    `json:"holds"`
	Awaits    []Awaited `json:"awaits"`
	Answers   []Answer  `json:"answers"`
}

// Form is the chains, what waits, what is awaited, and the answers.
func (e Explanation) Form() any {
	if e.from == nil {
		return explanationForm{}
	}
	return explanationForm{
		Head: e.from.head("timeline-explanation"), ID: e.ID, Name: e.Label, Bound: e.Bound,
		Scheduled: e.Scheduled, Early: e.Early, Late: e.Late, Holds: e.Holds, Awaits: e.Awaits, Answers: e.Answers(),
	}
}

// MarshalJSON is the answer's form.
func (a Answer) MarshalJSON() ([]byte, error) { return form.JSON(a) }

// MarshalJSON is the bound's form.
func (b Bound) MarshalJSON() ([]byte, error) { return form.JSON(b) }

// MarshalJSON is the form of what waits.
func (h Held) MarshalJSON() ([]byte, error) { return form.JSON(h) }

// MarshalJSON is the form of what is waited for.
func (a Awaited) MarshalJSON() ([]byte, error) { return form.JSON(a) }

// MarshalJSON is the reason's form.
func (r Reason) MarshalJSON() ([]byte, error) { return form.JSON(r) }

type reasonForm struct {
	ID        string               `json:"id" form:"set"`
	End       string               `json:"end" form:"set"` // "start" or "finish"
	Date      When                 `json:"date"`
	Rule      Rule                 `json:"rule"`
	Edge      *drejebog.Dependency `json:"edge"`
	On        string               `json:"on"`
	Section   string               `json:"section"`
	Certainty drejebog.Certainty   `json:"certainty"`
	Text      lang.Text            `json:"text"`
	drejebog.PlaceForm
}

// Form has the end that the date is of as a word, and where the plan says so.
func (r Reason) Form() any {
	end := "start"
	if r.Finish {
		end = "finish"
	}
	return reasonForm{r.ID, end, r.Date, r.Rule, r.Edge, r.On, r.Section, r.Certainty, r.Text, drejebog.PlaceFormOf(r.Place)}
}
