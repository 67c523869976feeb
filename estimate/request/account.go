package request

import (
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
)

// Account is where in the kommune's budget the new money is to stand: as the plan says,
// else as the playbook's data propose.
type Account struct {
	Committee lang.Text // udvalg
	Area      lang.Text // politikområde
	Level     lang.Text // that money is granted at: bevillingsniveau
	Type      lang.Text // of the chart of accounts: art
	Function  string    // of the chart of accounts: funktion; "": only the kommune knows
	Capital   bool      // not operating money
	Proposed  []string  // keys of the plan's appropriation that it does not say, and that are proposed
}

// MarshalJSON is the form of where the money is to stand.
func (a Account) MarshalJSON() ([]byte, error) { return form.JSON(a) }

// Form has a function that nobody said as null.
func (a Account) Form() any {
	return struct {
		Committee lang.Text `json:"committee"`
		Area      lang.Text `json:"area"`
		Level     lang.Text `json:"level"`
		Type      lang.Text `json:"type"`
		Function  string    `json:"function"`
		Capital   bool      `json:"capital"`
		Proposed  []string  `json:"proposed"`
	}{a.Committee, a.Area, a.Level, a.Type, a.Function, a.Capital, a.Proposed}
}

// accountOf is where the new money of an estimate is to stand.
func accountOf(e *estimate.Estimate) Account {
	proposed := &e.Schedule().Book.Appropriation
	var said plan.Appropriation
	if stated := e.Schedule().Plan.Appropriation; stated != nil {
		said = *stated
	}
	a := Account{Function: said.Function, Capital: said.Capital}
	for _, f := range []struct {
		key      string
		of       *lang.Text
		said     string
		proposed lang.Text
	}{
		{"committee", &a.Committee, said.Committee, proposed.Committee},
		{"area", &a.Area, said.Area, proposed.Area},
		{"level", &a.Level, said.Level, proposed.Level},
		{"type", &a.Type, said.Type, proposed.Type},
	} {
		if *f.of = lang.Both(f.said); f.said == "" {
			*f.of, a.Proposed = f.proposed, append(a.Proposed, f.key)
		}
	}
	return a
}
