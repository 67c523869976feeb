package drejebog

import (
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// The forms of entries that need nothing but themselves. Each is the same alone
// and in the catalogue.

// MarshalJSON is the window's form.
func (w Window) MarshalJSON() ([]byte, error) { return form.JSON(w) }

// Form has the window's first and last day, null where it is open.
func (w Window) Form() any {
	f := struct {
		ID         string     `json:"id" form:"set"`
		Start      *date.Date `json:"start"`
		End        *date.Date `json:"end"`
		Kind       EndKind    `json:"kind"`
		Obligation Obligation `json:"obligation"`
		Text       lang.Text  `json:"text"`
		Since      string     `json:"since"`
		AsOf       string     `json:"asOf"`
	}{ID: w.ID, Kind: w.Kind, Obligation: w.Obligation, Text: w.Written(), Since: w.Since, AsOf: w.AsOf}
	if w.Start != nil {
		f.Start = &w.Start.First
	}
	if w.End.Closed() {
		f.End = &w.End.Last
	}
	return f
}

// Form is the edition that changed the entry.
func (c Change) Form() any { return c.Edition }

// MarshalJSON is the form of a dated period.
func (d Dated) MarshalJSON() ([]byte, error) { return form.JSON(d) }

// Form has the period's first and last day, null where it is open.
func (d Dated) Form() any {
	f := struct {
		Start     *date.Date `json:"start"`
		End       *date.Date `json:"end"`
		Text      string     `json:"text"`
		Certainty Certainty  `json:"certainty"`
	}{Text: d.When.Text, Certainty: d.Certainty}
	if d.When.Closed() {
		f.Start, f.End = &d.When.First, &d.When.Last
	}
	return f
}

// Form has a lag also where there is none: of 0 working days.
func (l Lag) Form() any {
	f := struct {
		Value int      `json:"value"`
		Unit  LagUnit  `json:"unit" form:"set"`
		From  CountEnd `json:"from"`
	}{l.Value, l.Unit, l.From}
	if f.Unit == 0 {
		f.Unit = Workdays
	}
	return f
}

// MarshalJSON is the dependency's form.
func (d Dependency) MarshalJSON() ([]byte, error) { return form.JSON(d) }

// MarshalJSON is the case's form.
func (c Case) MarshalJSON() ([]byte, error) { return form.JSON(c) }

// MarshalJSON is the edition's form.
func (e Edition) MarshalJSON() ([]byte, error) { return form.JSON(e) }

// MarshalJSON is the difference's form.
func (d Difference) MarshalJSON() ([]byte, error) { return form.JSON(d) }
