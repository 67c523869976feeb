package outlook

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline/risk"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
	"github.com/rickb777/date/v2"
)

// MarshalJSON is the form that seeds/schema/risk.schema.json describes.
func (j Joint) MarshalJSON() ([]byte, error) { return form.JSON(j) }

type jointForm struct {
	drejebog.Head
	PriceLevel        *int             `json:"priceLevel"` // nil where each budget year has its own
	AssumedShare      form.Fraction    `json:"assumedShare"`
	AssumedHoursShare form.Fraction    `json:"assumedHoursShare"`
	Simulated         bool             `json:"simulated"`
	Shape             threepoint.Shape `json:"shape" form:"set"`
	Samples           int              `json:"samples"`
	Seed              string           `json:"seed" form:"set"`
	Correlation       string           `json:"correlation" form:"set"`
	Delays            int              `json:"referenceClass"`  // deliverables with a promise that came
	Unmoved           []string         `json:"risksNotCounted"` // keys of risks whose delay is not counted
	Gates             []Gate           `json:"gates"`
	Years             []Spent          `json:"budgetYears"`
	InAll             Amounts          `json:"inAll"`
	Together          []Both           `json:"dateAndMoney"`
	Reserve           []Reserve        `json:"reserve"`
	Delay             Delay            `json:"monthOfDelay"` // what all years' amounts rise by
	Gains             []Gain           `json:"gains"`        // null until asked for
}

// Form has how it was drawn beside what was found.
func (j Joint) Form() any {
	f := jointForm{Simulated: true}
	if e := j.est; e != nil {
		f.Head, f.PriceLevel = e.HeadOf("risk/1"), e.FixedLevel()
		f.AssumedShare, f.AssumedHoursShare = form.Fraction{Decimal: e.AssumedShare()}, form.Fraction{Decimal: e.AssumedHoursShare()}
	}
	f.Shape, f.Samples, f.Seed, f.Correlation = j.Shape, j.Samples, strconv.FormatUint(j.Seed, 10), fourDecimals(j.Correlation)
	f.Unmoved = j.Unmoved
	f.Gains, f.Delay = j.Gains, j.Delay
	f.Delays, f.Gates, f.Years, f.InAll, f.Together, f.Reserve = j.Delays, j.Gates, j.Years, j.InAll, j.Together, j.Reserve
	return f
}

// MarshalJSON is the gate's form.
func (g Gate) MarshalJSON() ([]byte, error) { return form.JSON(g) }

// Form has chances as fractions.
func (g Gate) Form() any {
	return struct {
		ID            string     `json:"id" form:"set"`
		Project       string     `json:"project"`
		Planned       date.Date  `json:"planned" form:"set"`
		Hard          date.Date  `json:"hard" form:"set"`
		Chance        string     `json:"chance" form:"set"`
		StandardError string     `json:"standardError" form:"set"`
		PlannedChance string     `json:"plannedChance" form:"set"`
		P50           date.Date  `json:"p50" form:"set"`
		P80           date.Date  `json:"p80" form:"set"`
		P90           date.Date  `json:"p90" form:"set"`
		Decides       []Deciding `json:"decides"`
	}{g.ID, g.Project, g.Planned, g.Hard, fourDecimals(g.Chance), fourDecimals(g.StandardError), fourDecimals(g.PlannedChance), g.P50, g.P80, g.P90, g.Decides}
}

// MarshalJSON is the form of what a date hangs on.
func (d Deciding) MarshalJSON() ([]byte, error) { return form.JSON(d) }

// Form has fractions.
func (d Deciding) Form() any {
	ranks := ""
	if d.Ranks != nil {
		ranks = fourDecimals(*d.Ranks)
	}
	return struct {
		ID           string `json:"id" form:"set"`
		Own          bool   `json:"ownDate"` // the date's own day as drawn, or that of its project's start of implementation
		Late         bool   `json:"late"`    // too late as planned
		Criticality  string `json:"criticality" form:"set"`
		Significance string `json:"significance" form:"set"`
		Ranks        string `json:"rankCorrelation"` // null until asked for, and where nothing is drawn
	}{d.ID, d.Own, d.Late, fourDecimals(d.Criticality), fourDecimals(d.Share), ranks}
}

// MarshalJSON is the amounts' form.
func (a Amounts) MarshalJSON() ([]byte, error) { return form.JSON(a) }

// hoursForm are drawn hours, in whole hours.
type hoursForm struct {
	Mean   string            `json:"mean" form:"set"`
	SD     string            `json:"sd" form:"set"`
	Within []hoursWithinForm `json:"within"`
}

type hoursWithinForm struct {
	Probability string `json:"probability" form:"set"`
	Hours       string `json:"hours" form:"set"`
}

type amountsForm struct {
	Planned      drejebog.Kroner `json:"planned"`
	Enough       string          `json:"enough" form:"set"` // share of samples in which it is enough
	NewMoney     Drawn           `json:"newMoney"`
	PlannedHours drejebog.Hours  `json:"plannedHours"`
	Hours        hoursForm       `json:"hours"`
}

// Form has hours as whole hours.
func (a Amounts) Form() any {
	f := amountsForm{Planned: a.PlannedMoney, Enough: fourDecimals(a.Enough), NewMoney: a.NewMoney, PlannedHours: a.PlannedHours}
	whole := func(k drejebog.Kroner) string { return k.Decimal().StringFixed(0) }
	f.Hours = hoursForm{Mean: whole(a.Hours.Mean), SD: whole(a.Hours.SD)}
	for _, mark := range Marks() {
		f.Hours.Within = append(f.Hours.Within, hoursWithinForm{fourDecimals(mark), whole(a.Hours.Within(mark))})
	}
	return f
}

// MarshalJSON is the year's form.
func (s Spent) MarshalJSON() ([]byte, error) { return form.JSON(s) }

// Form has null as the year of what has no date.
func (s Spent) Form() any {
	f := struct {
		Year *int `json:"year"`
		amountsForm
	}{amountsForm: s.Amounts.Form().(amountsForm)}
	if s.Year != estimate.Undated {
		f.Year = &s.Year
	}
	return f
}

// MarshalJSON is the form of a go-live with the money.
func (b Both) MarshalJSON() ([]byte, error) { return form.JSON(b) }

// Form has chances as fractions.
func (b Both) Form() any {
	return struct {
		Gate    string `json:"gate" form:"set"`
		Year    int    `json:"year"` // budget year whose new money it is held against
		Chance  string `json:"chance" form:"set"`
		Date    string `json:"dateAlone" form:"set"`
		Money   string `json:"moneyAlone" form:"set"`
		SevenIn []Pair `json:"sevenInTen"`
	}{b.Gate, b.Year, fourDecimals(b.Chance), fourDecimals(b.Date), fourDecimals(b.Money), b.SevenIn}
}

// MarshalJSON is the pair's form.
func (p Pair) MarshalJSON() ([]byte, error) { return form.JSON(p) }

// Form is a day and an amount.
func (p Pair) Form() any {
	return struct {
		By    date.Date       `json:"by" form:"set"`
		Money drejebog.Kroner `json:"newMoney"`
	}{p.By, p.Money}
}

// MarshalJSON is the reserve's form.
func (r Reserve) MarshalJSON() ([]byte, error) { return form.JSON(r) }

// Form has the probability as a fraction.
func (r Reserve) Form() any {
	return struct {
		Probability string          `json:"probability" form:"set"`
		Drawn       drejebog.Kroner `json:"drawn"`
		Closed      drejebog.Kroner `json:"successive"`
	}{fourDecimals(r.Probability), r.Drawn, r.Closed}
}

// MarshalJSON is the gain's form.
func (g Gain) MarshalJSON() ([]byte, error) { return form.JSON(g) }

// Form has days with one decimal.
func (g Gain) Form() any {
	days := func(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }
	return struct {
		Gate string    `json:"gate" form:"set"`
		Kind risk.Kind `json:"kind" form:"set"`
		ID   string    `json:"id" form:"set"` // of a task or milestone, key of a risk, or party and role
		Own  bool      `json:"ownDate"`
		Days string    `json:"days" form:"set"` // earlier at 80 %
		Solo string    `json:"solo" form:"set"` // the same where nothing is late together
	}{g.Gate, g.Kind, g.ID, g.Own, days(g.Days), days(g.Solo)}
}
