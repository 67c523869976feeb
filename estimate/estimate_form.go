package estimate

import (
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/running"
	"github.com/rickb777/date/v2"
)

// Head is what the estimate's JSON begins with. Its findings are all there are:
// those of the schedule, then the estimate's own.
func (e *Estimate) Head() drejebog.Head { return e.HeadOf("estimate") }

// HeadOf begins the JSON of a result that was computed from the estimate, by the
// name of its schema: behind the findings of schedule and estimate stand its own.
func (e *Estimate) HeadOf(name string, own ...drejebog.Finding) drejebog.Head {
	if e.book == nil {
		return drejebog.Head{}
	}
	return e.book.HeadOf(name, e.Kommune, e.AsOf, e.plan.DataDate, slices.Concat(e.sched.Findings, e.Findings, own))
}

// MarshalJSON is the form that seeds/schema/estimate.schema.json describes.
func (e Estimate) MarshalJSON() ([]byte, error) { return form.JSON(e) }

type estimateForm struct {
	drejebog.Head
	PriceLevel        *int           `json:"priceLevel"` // nil where each budget year has its own
	BudgetYears       []Year         `json:"budgetYears"`
	Lines             []Cell         `json:"lines"`
	RunningLevel      int            `json:"runningPriceLevel"`
	Running           []running.Row  `json:"running"`
	NotEstimable      []NotEstimable `json:"notEstimable"`
	AssumedShare      form.Fraction  `json:"assumedShare"`
	AssumedHoursShare form.Fraction  `json:"assumedHoursShare"`
	CriticalPath      []string       `json:"criticalPath"`
	InputsThatMatter  *[]Input       `json:"inputsThatMatter"` // nil until Weigh
}

// Form has the cells as lines.
func (e Estimate) Form() any {
	f := estimateForm{
		Head: e.Head(), PriceLevel: e.FixedLevel(), BudgetYears: e.Years, Lines: e.Cells, NotEstimable: e.NotEstimable,
		AssumedShare: form.Fraction{Decimal: e.AssumedShare()}, AssumedHoursShare: form.Fraction{Decimal: e.AssumedHoursShare()}, CriticalPath: e.CriticalPath,
	}
	if e.Running != nil {
		f.RunningLevel, f.Running = e.Running.Level, e.Running.Rows
	}
	if e.InputsThatMatter != nil {
		f.InputsThatMatter = &e.InputsThatMatter
	}
	return f
}

// FixedLevel is the year whose prices and wages all amounts are in, nil where each budget year has
// its own.
func (e *Estimate) FixedLevel() *int {
	if e.Current {
		return nil
	}
	return &e.PriceLevel
}

// MarshalJSON is the year's form.
func (y Year) MarshalJSON() ([]byte, error) { return form.JSON(y) }

// Form has no year for what hangs on a date nobody knows.
func (y Year) Form() any {
	return struct {
		Year         *int            `json:"year"`
		DecisionBy   *date.Date      `json:"decisionBy"`
		PriceLevel   int             `json:"priceLevel"`
		Low          drejebog.Kroner `json:"low"`
		Likely       drejebog.Kroner `json:"likely"`
		High         drejebog.Kroner `json:"high"`
		Mean         drejebog.Kroner `json:"mean"`
		Hours        drejebog.Hours  `json:"hours"`
		NewMoney     drejebog.Kroner `json:"newMoney"`
		OwnTimeValue drejebog.Kroner `json:"ownTimeValue"`
		SetAside     drejebog.Kroner `json:"setAside"`
		WithinFrame  drejebog.Kroner `json:"withinFrame"`
		Undecided    drejebog.Kroner `json:"undecided"`
		Provisional  drejebog.Kroner `json:"provisionalNewMoney"` // of newMoney
	}{
		form.Counted(y.Year, y.Year != Undated), y.DecisionBy, y.PriceLevel, y.Low, y.Likely, y.High, y.Mean(), y.Hours,
		y.NewMoney, y.OwnTimeValue, y.SetAside, y.WithinFrame, y.Undecided, y.Provisional,
	}
}

// MarshalJSON is the cell's form, which the estimate calls a line.
func (c Cell) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// Form has what the cell comes to; what it was computed from is Explain's.
func (c Cell) Form() any {
	return struct {
		Project     string             `json:"project"`
		Task        string             `json:"task" form:"set"`
		Role        string             `json:"role" form:"set"`
		Kind        Kind               `json:"kind" form:"set"`
		Year        *int               `json:"year"`
		Low         drejebog.Kroner    `json:"low"`
		Likely      drejebog.Kroner    `json:"likely"`
		High        drejebog.Kroner    `json:"high"`
		Hours       drejebog.Hours     `json:"hours"`
		Certainty   drejebog.Certainty `json:"certainty" form:"set"`
		Source      string             `json:"source"`
		Provisional bool               `json:"provisional"` // new money in its contribution's year because nobody knows the date
		Lack        bool               `json:"lack"`        // what is paid for a legacy system all the same, although the budget has given up its saving
	}{c.Project, c.Task, c.Role, c.Kind, form.Counted(c.Year, c.Year != Undated), c.Low, c.Likely, c.High, c.Hours, c.Certainty, c.Source, c.Provisional, c.Basis != nil && c.Basis.Lack}
}

// MarshalJSON is the form of what has no figure.
func (n NotEstimable) MarshalJSON() ([]byte, error) { return form.JSON(n) }

// MarshalJSON is the input's form.
func (i Input) MarshalJSON() ([]byte, error) { return form.JSON(i) }

// Form has the ends of the range as texts: days of a go-live, amounts and
// numbers with two decimals of all else.
func (i Input) Form() any {
	f := struct {
		Kind         InputKind          `json:"kind" form:"set"`
		ID           string             `json:"id" form:"set"`
		Project      string             `json:"project"`
		Name         lang.Text          `json:"name" form:"set"`
		Low          string             `json:"low" form:"set"`
		Likely       string             `json:"likely" form:"set"`
		High         string             `json:"high" form:"set"`
		DecisionYear drejebog.Kroner    `json:"decisionYearSwing"`
		Total        drejebog.Kroner    `json:"totalSwing"`
		Certainty    drejebog.Certainty `json:"certainty" form:"set"`
		Source       string             `json:"source"`
	}{
		i.Kind, i.ID, i.Project, i.Name, i.Low.StringFixed(2), i.Likely.StringFixed(2), i.High.StringFixed(2),
		i.DecisionYear, i.Total, i.Certainty, i.Source,
	}
	if i.Kind == GoLiveInput {
		f.Low, f.Likely, f.High = i.Early.String(), i.On.String(), i.Late.String()
	}
	return f
}

// MarshalJSON is the difference's form.
func (d Difference) MarshalJSON() ([]byte, error) { return form.JSON(d) }

// Form has the adjustment's reason and both figures.
func (d Difference) Form() any {
	f := struct {
		Project string `json:"project"`
		Task    string `json:"task"`
		Role    string `json:"role"`
		Kind    Kind   `json:"kind"`
		Before  Amount `json:"before"`
		After   Amount `json:"after"`
		Reason  string `json:"reason"`
	}{Project: d.Project, Task: d.Task, Role: d.Role, Kind: d.Kind, Before: d.Before, After: d.After}
	if d.Adjustment != nil {
		f.Reason = d.Adjustment.Reason
	}
	return f
}

// MarshalJSON is the explanation's form.
func (x Explanation) MarshalJSON() ([]byte, error) { return form.JSON(x) }

// Form has the terms of the product and what falls in each budget year.
func (x Explanation) Form() any {
	f := struct {
		Line      string             `json:"line"` // its Key
		Project   string             `json:"project"`
		Task      string             `json:"task"`
		Hours     *HoursRange        `json:"hours"`
		Kroner    *KronerRange       `json:"kroner"`
		Driver    *Input             `json:"driver"`
		Months    *int               `json:"months"`
		Rate      *Input             `json:"rate"`
		Sum       Amount             `json:"sum"`
		Years     []*Cell            `json:"years"`
		Certainty drejebog.Certainty `json:"certainty"`
		Source    string             `json:"source"`
	}{Sum: x.Sum, Years: x.Cells}
	b := x.Basis
	if b == nil {
		return f
	}
	f.Project, f.Task, f.Hours, f.Kroner, f.Driver, f.Rate = b.Project, b.Task, b.Hours, b.Kroner, b.Driver, b.Rate
	f.Certainty, f.Source = b.Certainty, b.Source
	if b.Line != nil {
		f.Line = b.Line.Key()
	}
	if b.Months > 0 {
		f.Months = &b.Months
	}
	return f
}
