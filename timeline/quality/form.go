package quality

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/shopspring/decimal"
)

// MarshalJSON is the form that seeds/schema/timeline-quality.schema.json
// describes.
func (a Assessment) MarshalJSON() ([]byte, error) { return form.JSON(a) }

// Form is the metrics. To the schedule's findings it adds the checks that are
// not met.
func (a Assessment) Form() any {
	head := a.Schedule.Head("timeline-quality")
	head.Findings = slices.Concat(head.Findings, a.Findings())
	return struct {
		drejebog.Head
		Metrics []Metric `json:"checks"`
	}{head, a.Metrics}
}

// MarshalJSON is the metric's form.
func (m Metric) MarshalJSON() ([]byte, error) { return form.JSON(m) }

type metricForm struct {
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

// Form has the check, null for the one of its two ends that is not set, and
// what was measured.
func (m Metric) Form() any {
	f := metricForm{Unknown: m.Unknown.Text(), IDs: m.IDs}
	if m.Check == nil {
		return f
	}
	f.ID, f.Name, f.Unit, f.AtMost, f.AtLeast, f.Source = m.Check.ID, m.Check.Name, m.Check.Unit, m.Check.AtMost, m.Check.AtLeast, m.Check.Address
	if m.Unknown.IsZero() {
		f.Count, f.Of, f.Met = &m.Count, &m.Of, &m.Met
	}
	return f
}
