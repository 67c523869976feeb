package outlook

import (
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
)

// Marks are the probabilities that an amount is told for.
func Marks() []float64 { return []float64{0.5, 0.8, 0.9} }

// MarshalJSON is the form that seeds/schema/uncertainty.schema.json describes.
func (u Uncertainty) MarshalJSON() ([]byte, error) { return form.JSON(u) }

type uncertaintyForm struct {
	drejebog.Head
	PriceLevel   *int          `json:"priceLevel"` // nil where each budget year has its own
	Year         *int          `json:"year"`       // nil where all budget years are in it
	AssumedShare form.Fraction `json:"assumedShare"`
	NotEstimable int           `json:"notEstimable"` // how many
	InAll        Spread        `json:"inAll"`
	NewMoney     Spread        `json:"newMoney"`
	Items        []Item        `json:"items"`
	Simulated    []Simulated   `json:"simulated"`
}

// Form has what the estimate says of itself beside the spreads.
func (u Uncertainty) Form() any {
	e := u.est
	if e == nil {
		return uncertaintyForm{}
	}
	f := uncertaintyForm{
		Head: e.HeadOf("uncertainty/2"), PriceLevel: e.FixedLevel(), AssumedShare: form.Fraction{Decimal: e.AssumedShare()},
		NotEstimable: len(e.NotEstimable), InAll: u.InAll, NewMoney: u.NewMoney, Items: u.Items, Simulated: u.Simulated,
	}
	if len(e.Years) == 1 && e.Years[0].Year != estimate.Undated {
		f.Year = &e.Years[0].Year
	}
	return f
}

type withinForm struct {
	Probability string          `json:"probability" form:"set"`
	Amount      drejebog.Kroner `json:"amount"`
}

func withinMarks(within func(float64) drejebog.Kroner) []withinForm {
	var marks []withinForm
	for _, mark := range Marks() {
		marks = append(marks, withinForm{fourDecimals(mark), within(mark)})
	}
	return marks
}

// fourDecimals writes what is computed without exact decimals.
func fourDecimals(x float64) string { return strconv.FormatFloat(x, 'f', 4, 64) }

// MarshalJSON is the spread's form.
func (s Spread) MarshalJSON() ([]byte, error) { return form.JSON(s) }

// Form has what the sum stays within with each of Marks.
func (s Spread) Form() any {
	return struct {
		Likely  drejebog.Kroner `json:"likely"`
		OfLines drejebog.Kroner `json:"ofLines"`
		Mean    drejebog.Kroner `json:"mean"`
		SD      drejebog.Kroner `json:"sd"`
		Within  []withinForm    `json:"within"`
	}{s.Likely, s.OfLines, s.Mean, s.SD, withinMarks(s.Within)}
}

// MarshalJSON is the item's form.
func (i Item) MarshalJSON() ([]byte, error) { return form.JSON(i) }

// Form has as kind that of a general condition, or "line".
func (i Item) Form() any {
	f := struct {
		ID      string          `json:"id" form:"set"`
		Kind    string          `json:"kind" form:"set"`
		Project string          `json:"project"`
		Task    string          `json:"task"`
		Name    lang.Text       `json:"name" form:"set"`
		Mean    drejebog.Kroner `json:"mean"`
		SD      drejebog.Kroner `json:"sd"`
		Share   string          `json:"share" form:"set"`
	}{ID: i.ID, Kind: "line", Project: i.Project, Name: i.Name, Mean: i.Mean, SD: i.SD, Share: fourDecimals(i.Share)}
	switch {
	case i.Input != nil:
		f.Kind = i.Input.Kind.String()
	case i.Basis != nil:
		f.Task = i.Basis.Task
	}
	return f
}

// MarshalJSON is the simulation's form.
func (s Simulated) MarshalJSON() ([]byte, error) { return form.JSON(s) }

// Form has the seed as a text, since it may be larger than a number of JSON.
func (s Simulated) Form() any {
	return struct {
		Shape       threepoint.Shape `json:"shape" form:"set"`
		Samples     int              `json:"samples"`
		Seed        string           `json:"seed" form:"set"`
		Correlation string           `json:"correlation" form:"set"`
		InAll       Drawn            `json:"inAll"`
		NewMoney    Drawn            `json:"newMoney"`
	}{s.Shape, s.Samples, strconv.FormatUint(s.Seed, 10), fourDecimals(s.Correlation), s.InAll, s.NewMoney}
}

// MarshalJSON is the form of what was drawn.
func (d Drawn) MarshalJSON() ([]byte, error) { return form.JSON(d) }

// Form has what the share of each of Marks stays within.
func (d Drawn) Form() any {
	return struct {
		Mean   drejebog.Kroner `json:"mean"`
		SD     drejebog.Kroner `json:"sd"`
		Within []withinForm    `json:"within"`
	}{d.Mean, d.SD, withinMarks(d.Within)}
}
