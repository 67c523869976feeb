package status

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
)

// Plans is what was found in the files of plans, in the order that they were named.
type Plans struct {
	Book  *drejebog.Playbook
	Plans []Checked
}

// Checked is what was found in the file of one plan.
type Checked struct {
	File     string             `json:"file" form:"set"`
	Kommune  string             `json:"kommune"` // name; "" where the plan cannot be computed
	Findings []drejebog.Finding `json:"findings"`
}

// Computed reports whether there was anything to compute with.
func (c Checked) Computed() bool { return c.Kommune != "" }

// MarshalJSON is the file's part of the form of Plans.
func (c Checked) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// MarshalJSON is the form that seeds/schema/plancheck.schema.json describes.
func (p Plans) MarshalJSON() ([]byte, error) { return form.JSON(p) }

type plansForm struct {
	drejebog.Head           // whose findings are with their plans
	Plans         []Checked `json:"plans"`
}

// Form is the plans behind the head that every result has.
func (p Plans) Form() any {
	if p.Book == nil {
		return plansForm{Plans: p.Plans}
	}
	return plansForm{p.Book.Head("plancheck"), p.Plans}
}
