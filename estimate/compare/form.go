package compare

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/rickb777/date/v2"
)

// MarshalJSON is the form that seeds/schema/estimate-comparison.schema.json describes.
func (c Comparison) MarshalJSON() ([]byte, error) { return form.JSON(c) }

type movedForm struct {
	drejebog.Head            // that of the later estimate
	BeforeAsOf    *date.Date `json:"asOfBefore"`
	PriceLevel    *int       `json:"priceLevel"` // nil where each budget year has its own
	Years         []Change   `json:"budgetYears"`
	Moves         []Move     `json:"moves"`
}

// Form has what the later estimate says of itself, and the day of the earlier one.
func (c Comparison) Form() any {
	f := movedForm{Years: c.Years, Moves: c.Moves}
	if c.Before != nil && c.After != nil && c.After.Schedule() != nil {
		f.Head, f.PriceLevel = c.After.HeadOf("estimate-comparison/1"), c.After.FixedLevel()
		f.BeforeAsOf = c.Before.HeadOf("").AsOf
	}
	return f
}

// MarshalJSON is the form of what a project has in a year.
func (c Change) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// Form has no year for money whose date nobody knows.
func (c Change) Form() any {
	return struct {
		Project string          `json:"project"`
		Year    *int            `json:"year"`
		Before  drejebog.Kroner `json:"newMoneyBefore"`
		After   drejebog.Kroner `json:"newMoney"`
	}{c.Project, form.Counted(c.Year, c.Year != estimate.Undated), c.Before, c.After}
}

// MarshalJSON is the form of what moves.
func (m Move) MarshalJSON() ([]byte, error) { return form.JSON(m) }

// Form has no year for money whose date nobody knows.
func (m Move) Form() any {
	return struct {
		Project string          `json:"project"`
		From    *int            `json:"from"`
		To      *int            `json:"to"`
		Money   drejebog.Kroner `json:"newMoney"`
	}{m.Project, form.Counted(m.From, m.From != estimate.Undated), form.Counted(m.To, m.To != estimate.Undated), m.Money}
}
