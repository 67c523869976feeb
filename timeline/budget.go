package timeline

import (
	"encoding/json"
	"io"
)

// Budget is what BudgetYears gives, to be written.
type Budget struct {
	Years []BudgetYear

	schedule *Schedule
}

// Budget returns the budget years with their texts.
func (s *Schedule) Budget() *Budget { return &Budget{s.BudgetYears(), s} }

// WriteJSON writes the budget years, each with the fields of its MarshalJSON.
func (b *Budget) WriteJSON(w io.Writer) error {
	return writeJSON(w, struct {
		BudgetYears []BudgetYear `json:"budgetYears"`
	}{append([]BudgetYear{}, b.Years...)})
}

// MarshalJSON writes a budget year with stable fields: ids of tasks, days as
// ISO dates or null, null for the year of what is undated and for a process
// that the data does not have.
func (y BudgetYear) MarshalJSON() ([]byte, error) {
	out := jsonBudgetYear{Process: jsonProcessOf(y.Process), Workdays: y.Workdays, Tasks: []jsonBudgetTask{}, KnownTooLate: []string{}}
	if y.Year != Undated {
		out.Year = &y.Year
	}
	for _, t := range y.Tasks {
		row := jsonBudgetTask{ID: t.Task.ID, Workdays: t.Workdays, LevelOfEffort: t.Task.LevelOfEffort, Known: isoOrNull(t.Known)}
		if t.InTime != 0 {
			word := t.InTime.String()
			row.InTime = &word
		}
		out.Tasks = append(out.Tasks, row)
	}
	for _, t := range y.KnownTooLate() {
		out.KnownTooLate = append(out.KnownTooLate, t.Task.ID)
	}
	return json.Marshal(out)
}

type jsonBudgetYear struct {
	Year         *int             `json:"year"`
	Process      *jsonProcess     `json:"process"`
	Workdays     int              `json:"workdays"`
	Tasks        []jsonBudgetTask `json:"tasks"`
	KnownTooLate []string         `json:"knownTooLate"`
}

type jsonProcess struct {
	Proposal     jsonBudgetDay `json:"proposal"`
	FirstReading jsonBudgetDay `json:"firstReading"`
	Adoption     jsonBudgetDay `json:"adoption"`
	Adopted      bool          `json:"adopted"`
	Certainty    string        `json:"certainty"`
}

type jsonBudgetDay struct {
	Own  *string `json:"own"`
	Last string  `json:"last"`
}

type jsonBudgetTask struct {
	ID            string  `json:"id"`
	Workdays      int     `json:"workdays"`
	LevelOfEffort bool    `json:"levelOfEffort"`
	Known         *string `json:"known"`
	InTime        *string `json:"inTime"`
}

func jsonProcessOf(b *BudgetProcess) *jsonProcess {
	if b == nil {
		return nil
	}
	day := func(d BudgetDay) jsonBudgetDay { return jsonBudgetDay{isoOrNull(d.Own), d.Last.String()} }
	return &jsonProcess{day(b.Proposal), day(b.FirstReading), day(b.Adoption), b.Adopted, b.Certainty.String()}
}
