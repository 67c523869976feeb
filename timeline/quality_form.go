package timeline

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
)

// MarshalJSON is the form that seeds/schema/timeline-quality.schema.json
// describes.
func (q Quality) MarshalJSON() ([]byte, error) { return form.JSON(q) }

// Form is the checks. To the schedule's findings it adds the yardsticks that are
// not met.
func (q Quality) Form() any {
	head := q.schedule.head("timeline-quality")
	head.Findings = slices.Concat(head.Findings, q.Findings())
	return struct {
		drejebog.Head
		Checks []Check `json:"checks"`
	}{head, q.Checks}
}

// MarshalJSON is the check's form.
func (c Check) MarshalJSON() ([]byte, error) { return form.JSON(c) }

type checkForm struct {
	ID      string               `json:"id" form:"set"`
	Name    lang.Text            `json:"name" form:"set"`
	Unit    drejebog.QualityUnit `json:"unit" form:"set"`
	AtMost  *decimal.Decimal     `json:"atMost"`
	AtLeast *decimal.Decimal     `json:"atLeast"`
	Source  string               `json:"source"`
	Count   *int                 `json:"count"` // null where it cannot be measured
	Of      *int                 `json:"of"`
	Met     *bool                `json:"met"`
	Unknown lang.Text            `json:"unknown"` // why it cannot be measured
	IDs     []string             `json:"ids"`
}

// Form has the yardstick, null for the one of its two ends that is not set, and
// what was measured.
func (c Check) Form() any {
	f := checkForm{Unknown: c.Unknown.Text(), IDs: c.IDs}
	if c.Rule == nil {
		return f
	}
	f.ID, f.Name, f.Unit, f.AtMost, f.AtLeast, f.Source = c.Rule.ID, c.Rule.Name, c.Rule.Unit, c.Rule.AtMost, c.Rule.AtLeast, c.Rule.Address
	if c.Unknown.IsZero() {
		f.Count, f.Of, f.Met = &c.Count, &c.Of, &c.Met
	}
	return f
}
