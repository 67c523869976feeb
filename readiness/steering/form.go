package steering

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// MarshalJSON is the form that seeds/schema/statusreport.schema.json describes.
func (r Report) MarshalJSON() ([]byte, error) { return form.JSON(r) }

// MarshalJSON is the light's part of the form of a Report.
func (r Rating) MarshalJSON() ([]byte, error) { return form.JSON(r) }

// MarshalJSON is the measure's part of the form of a Report.
func (m Measure) MarshalJSON() ([]byte, error) { return form.JSON(m) }

// MarshalJSON is the milestone's part of the form of a Report.
func (m Milestone) MarshalJSON() ([]byte, error) { return form.JSON(m) }

// MarshalJSON is the decision's part of the form of a Report.
func (d Decision) MarshalJSON() ([]byte, error) { return form.JSON(d) }

// MarshalJSON is the year's part of the form of a Report.
func (y Year) MarshalJSON() ([]byte, error) { return form.JSON(y) }

// MarshalJSON is the clash's part of the form of a Report.
func (c Clash) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// MarshalJSON is the risk's part of the form of a Report.
func (r Risk) MarshalJSON() ([]byte, error) { return form.JSON(r) }

// MarshalJSON is the deviation's part of the form of a Report.
func (d Deviation) MarshalJSON() ([]byte, error) { return form.JSON(d) }

// MarshalJSON is the part of what is asked of the form of a Report.
func (a Ask) MarshalJSON() ([]byte, error) { return form.JSON(a) }

// MarshalJSON is the part of what falls due of the form of a Report.
func (d Due) MarshalJSON() ([]byte, error) { return form.JSON(d) }

// MarshalJSON is the project's part of the form of a Report.
func (r Remaining) MarshalJSON() ([]byte, error) { return form.JSON(r) }

// MarshalJSON is the gate's part of the form of a Report.
func (g Gate) MarshalJSON() ([]byte, error) { return form.JSON(g) }

// MarshalJSON is the month's part of the form of a Report.
func (m Month) MarshalJSON() ([]byte, error) { return form.JSON(m) }

// MarshalJSON is the tolerance's part of the form of a Report.
func (t Tolerance) MarshalJSON() ([]byte, error) { return form.JSON(t) }

type reportForm struct {
	drejebog.Head
	Period     periodForm  `json:"period"`
	Writes     string      `json:"writes"`
	Chairs     string      `json:"chairs"`
	Lights     []Rating    `json:"lights"`
	Milestones []Milestone `json:"milestones"`
	Decisions  []Decision  `json:"decisions"`
	Money      []yearForm  `json:"money"`
	Clash      *Clash      `json:"clash"`
	Risks      []Risk      `json:"risks"`
	Computed   bool        `json:"risksComputed"`
	Deviations []Deviation `json:"deviations"`
	Asks       []Ask       `json:"asks"`
	Ahead      []Due       `json:"ahead"`
	Remaining  []Remaining `json:"remaining"`
	Load       []Month     `json:"load"`
	Tolerances []Tolerance `json:"tolerances"`
}

type periodForm struct {
	From date.Date  `json:"from"`
	To   date.Date  `json:"to"`
	Next date.Date  `json:"next"`
	Last *date.Date `json:"against"` // the day of the earlier report; nil: there is none
}

// Form is the report behind the head that every result has.
func (r Report) Form() any {
	f := reportForm{
		Period: periodForm{From: r.From, To: r.On, Next: r.Next}, Writes: r.Writes, Chairs: r.Chairs, Lights: r.Lights, Milestones: r.Milestones,
		Decisions: r.Decisions, Clash: r.Clash, Risks: r.Risks, Computed: r.Computed, Deviations: r.Deviations, Asks: r.Asks,
		Ahead: r.Ahead, Remaining: r.Remaining, Load: r.Load, Tolerances: r.Tolerances,
	}
	for i := range r.Money {
		f.Money = append(f.Money, r.Money[i].form())
	}
	if r.Before != nil {
		day := r.Before.Schedule.SeenFrom()
		f.Period.Last = &day
	}
	if r.Status != nil {
		f.Head = r.Status.Schedule.Head("statusreport")
		f.Findings = r.Status.Findings
	}
	return f
}

type yearForm struct {
	Year       *int            `json:"year"` // nil: hangs on a date nobody knows
	DecisionBy *date.Date      `json:"decisionBy"`
	Adopted    bool            `json:"adopted"`
	Granted    drejebog.Kroner `json:"granted"`
	Spent      drejebog.Kroner `json:"spent"`
	Forecast   drejebog.Kroner `json:"forecast"`
	Deviation  drejebog.Kroner `json:"deviation"`
}

// Form has no year for what hangs on a date nobody knows.
func (y Year) Form() any { return y.form() }

func (y *Year) form() yearForm {
	f := yearForm{&y.Year, y.DecisionBy, y.Adopted, y.Granted, y.Spent, y.Forecast, y.Deviation}
	if y.Year == 0 {
		f.Year = nil
	}
	return f
}

// Form has the probability as a fraction.
func (r Risk) Form() any {
	f := riskForm{r.ID, r.What, nil, r.Delay, r.Kroner, r.Float, r.Owner, r.Measure, r.Trend}
	if r.Probability != nil {
		f.Probability = &form.Fraction{Decimal: *r.Probability}
	}
	return f
}

type riskForm struct {
	ID          string           `json:"id"`
	What        lang.Said        `json:"what"`
	Probability *form.Fraction   `json:"probability"`
	Delay       *int             `json:"delayDays"`
	Kroner      *drejebog.Kroner `json:"kroner"`
	Float       *int             `json:"float"`
	Owner       string           `json:"owner"`
	Measure     lang.Said        `json:"measure"`
	Trend       Trend            `json:"trend"`
}
