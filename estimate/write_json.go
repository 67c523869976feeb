package estimate

import (
	"encoding/json"
	"io"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// WriteJSON writes the estimate with stable fields in a fixed order. Amounts
// and hours are strings with two decimals, shares strings with four, dates ISO
// or null; a year is a number, or null for undated money; nothing is left out
// and no list is null. priceLevel is the year whose prices and wages the amounts
// are in, null in current prices; each budget year has its own. Texts are given
// in both languages.
func (e *Estimate) WriteJSON(w io.Writer) error {
	inputs, err := e.mattering()
	if err != nil {
		return err
	}
	out := jsonEstimate{
		Kommune:           jsonKommune{e.Kommune.Code, e.Kommune.Name, e.Population.Count},
		AsOf:              e.AsOf.String(),
		PriceLevel:        e.jsonPriceLevel(),
		BudgetYears:       mapTo(e.Years, jsonYearOf),
		Lines:             mapTo(e.Cells, jsonLineOf),
		NotEstimable:      mapTo(e.NotEstimable, jsonNotEstimableOf),
		AssumedShare:      e.AssumedShare().StringFixed(4),
		AssumedHoursShare: e.AssumedHoursShare().StringFixed(4),
		CriticalPath:      append([]string{}, e.CriticalPath...),
		InputsThatMatter:  mapTo(inputs, jsonInputOf),
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

type jsonEstimate struct {
	Kommune           jsonKommune        `json:"kommune"`
	AsOf              string             `json:"asOf"`
	PriceLevel        *int               `json:"priceLevel"`
	BudgetYears       []jsonYear         `json:"budgetYears"`
	Lines             []jsonLine         `json:"lines"`
	NotEstimable      []jsonNotEstimable `json:"notEstimable"`
	AssumedShare      string             `json:"assumedShare"`
	AssumedHoursShare string             `json:"assumedHoursShare"`
	CriticalPath      []string           `json:"criticalPath"`
	InputsThatMatter  []jsonInput        `json:"inputsThatMatter"`
}

// jsonPriceLevel is the year of all amounts, or null where each budget year has
// its own.
func (e *Estimate) jsonPriceLevel() *int {
	if e.Current {
		return nil
	}
	return &e.PriceLevel
}

type jsonKommune struct {
	Code       string `json:"code"`
	Name       string `json:"name"`
	Population int    `json:"population"`
}

type jsonYear struct {
	Year         *int            `json:"year"`
	DecisionBy   *string         `json:"decisionBy"`
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
}

func jsonYearOf(y *Year) jsonYear {
	return jsonYear{
		Year: jsonYearNumber(y.Year), DecisionBy: isoDate(y.DecisionBy), PriceLevel: y.PriceLevel,
		Low: y.Low, Likely: y.Likely, High: y.High, Mean: y.Mean(), Hours: y.Hours,
		NewMoney: y.NewMoney, OwnTimeValue: y.OwnTimeValue,
		SetAside: y.SetAside, WithinFrame: y.WithinFrame, Undecided: y.Undecided,
	}
}

type jsonLine struct {
	Project   string             `json:"project"`
	Task      string             `json:"task"`
	Role      string             `json:"role"`
	Kind      Kind               `json:"kind"`
	Year      *int               `json:"year"`
	Low       drejebog.Kroner    `json:"low"`
	Likely    drejebog.Kroner    `json:"likely"`
	High      drejebog.Kroner    `json:"high"`
	Hours     drejebog.Hours     `json:"hours"`
	Certainty drejebog.Certainty `json:"certainty"`
	Source    string             `json:"source"`
}

func jsonLineOf(c *Cell) jsonLine {
	return jsonLine{
		Project: c.Project, Task: c.Task, Role: c.Role, Kind: c.Kind, Year: jsonYearNumber(c.Year),
		Low: c.Low, Likely: c.Likely, High: c.High, Hours: c.Hours, Certainty: c.Certainty, Source: c.Source,
	}
}

type jsonText struct {
	DA string `json:"da"`
	EN string `json:"en"`
}

type jsonNotEstimable struct {
	Project string   `json:"project"`
	Task    string   `json:"task"`
	Kind    Kind     `json:"kind"`
	What    jsonText `json:"what"`
	Reason  jsonText `json:"reason"`
	Owes    string   `json:"owes"`
	Source  string   `json:"source"`
}

func jsonNotEstimableOf(n *NotEstimable) jsonNotEstimable {
	return jsonNotEstimable{n.Project, n.Task, n.Kind, jsonTextOf(n.What), jsonTextOf(n.Reason), n.Owes, n.Source}
}

func jsonTextOf(t lang.Text) jsonText { return jsonText{t.DA, t.EN} }

type jsonInput struct {
	Kind              string             `json:"kind"`
	ID                string             `json:"id"`
	Project           string             `json:"project"`
	Name              jsonText           `json:"name"`
	Low               string             `json:"low"`
	Likely            string             `json:"likely"`
	High              string             `json:"high"`
	DecisionYearSwing drejebog.Kroner    `json:"decisionYearSwing"`
	TotalSwing        drejebog.Kroner    `json:"totalSwing"`
	Certainty         drejebog.Certainty `json:"certainty"`
	Source            string             `json:"source"`
}

func jsonInputOf(i *Input) jsonInput {
	j := jsonInput{
		Kind: i.Kind.String(), ID: i.ID, Project: i.Project, Name: jsonTextOf(i.Name),
		DecisionYearSwing: i.DecisionYear, TotalSwing: i.Total, Certainty: i.Certainty, Source: i.Source,
	}
	if i.Kind == GoLiveInput {
		j.Low, j.Likely, j.High = i.Early.String(), i.On.String(), i.Late.String()
	} else {
		j.Low, j.Likely, j.High = fixed(i.Low), fixed(i.Likely), fixed(i.High)
	}
	return j
}

func fixed(d decimal.Decimal) string { return d.StringFixed(2) }

func jsonYearNumber(year int) *int {
	if year == Undated {
		return nil
	}
	return &year
}

func isoDate(day *date.Date) *string {
	if day == nil {
		return nil
	}
	iso := day.String()
	return &iso
}

// mapTo maps a list; the result is never nil.
func mapTo[T, U any](list []T, f func(*T) U) []U {
	mapped := make([]U, len(list))
	for i := range list {
		mapped[i] = f(&list[i])
	}
	return mapped
}
