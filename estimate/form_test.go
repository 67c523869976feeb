package estimate_test

import (
	"encoding/json"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryResultHoldsToItsSchema(t *testing.T) {
	var estimates, requests []string
	for name, p := range estimatetest.EveryKind(t) {
		e := estimateOf(t, p)
		estimates = append(estimates, documentOf(t, e))
		r, err := e.Request()
		require.NoError(t, err, name)
		requests = append(requests, documentOf(t, r))
		if name == "odense.yaml" {
			require.NoError(t, e.Weigh(t.Context()))
			require.NotEmpty(t, e.InputsThatMatter)
			estimates = append(estimates, documentOf(t, e))
			year, found := e.InYear(2015)
			require.True(t, found)
			estimates = append(estimates, documentOf(t, year))
		}
	}
	for _, result := range []struct {
		name, number, title string
		zero                any
		documents           []string
	}{
		{"estimate", "1", "A kommune's budget estimate", estimate.Estimate{}, estimates},
		{"request", "1", "A kommune's request to the budget", estimate.Request{}, requests},
	} {
		schema, err := form.Schema(result.title, result.zero)
		require.NoError(t, err)
		golden.Schema(t, "../seeds/schema/"+result.name+".schema.json", schema, result.documents...)
		for _, document := range result.documents {
			assert.Contains(t, document, `"schema": "monopolbrud/`+result.name+`/`+result.number+`"`)
		}
	}
}

func TestEveryTypeHasOneFormAloneByPointerAndInAMap(t *testing.T) {
	e := estimateOf(t, sample(t, "odense.yaml"))
	require.NoError(t, e.Weigh(t.Context()))
	estimatetest.HasOneForm(t, *e)
	estimatetest.HasOneForm(t, estimate.Estimate{})
	estimatetest.HasOneForm(t, e.Years[0])
	estimatetest.HasOneForm(t, e.Cells[0])
	estimatetest.HasOneForm(t, *e.Cells[0].Line)
	estimatetest.HasOneForm(t, e.NotEstimable[0])
	estimatetest.HasOneForm(t, e.InputsThatMatter[0])
	estimatetest.HasOneForm(t, e.Differences[0])
	explained, err := e.Explain("4.10")
	require.NoError(t, err)
	estimatetest.HasOneForm(t, explained[0])

	r, err := e.Request()
	require.NoError(t, err)
	estimatetest.HasOneForm(t, *r)
	estimatetest.HasOneForm(t, estimate.Request{})
	estimatetest.HasOneForm(t, r.Years[0])
	estimatetest.HasOneForm(t, r.Purposes[0])
	estimatetest.HasOneForm(t, r.TooLate[0])
	estimatetest.HasOneForm(t, *r.Slip)
	estimatetest.HasOneForm(t, r.Delay)
}

// A part stands in the whole as it is told alone.
func TestAPartHasTheSameFormInTheWhole(t *testing.T) {
	e := estimateOf(t, sample(t, "odense.yaml"))
	var whole struct{ BudgetYears, Lines, NotEstimable []json.RawMessage }
	require.NoError(t, json.Unmarshal([]byte(documentOf(t, e)), &whole))
	same := func(part json.RawMessage, value any) {
		t.Helper()
		alone, err := json.Marshal(value)
		require.NoError(t, err)
		assert.JSONEq(t, string(alone), string(part))
	}
	same(whole.BudgetYears[0], e.Years[0])
	same(whole.Lines[len(e.Cells)-1], e.Cells[len(e.Cells)-1])
	same(whole.NotEstimable[0], e.NotEstimable[0])
}

func TestTheJSONTellsWhatIsWrongWithTheScheduleAndTheContributions(t *testing.T) {
	misspelt := published(estimate.Line{Step: "4.1/overbllik", Role: "it-chef", Kind: estimate.Own, Hours: hours("1", "2", "3")})
	sched := schedule(t, sample(t, "skive.yaml"))
	require.True(t, drejebog.HasFault(sched.Findings))
	e, err := estimate.Compute(sched, misspelt)
	require.NoError(t, err)
	estimatetest.TellsEveryFault(t, e, e, "DB-404") // the step of a contribution
}
