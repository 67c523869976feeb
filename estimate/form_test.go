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

func TestEveryEstimateHoldsToItsSchema(t *testing.T) {
	var documents []string
	for name, p := range estimatetest.EveryKind(t) {
		e := estimateOf(t, p)
		documents = append(documents, documentOf(t, e))
		if name == "odense.yaml" {
			require.NoError(t, e.Weigh(t.Context()))
			require.NotEmpty(t, e.InputsThatMatter)
			documents = append(documents, documentOf(t, e))
			year, found := e.InYear(2015)
			require.True(t, found)
			documents = append(documents, documentOf(t, year))
		}
	}
	schema, err := form.Schema("A kommune's budget estimate", estimate.Estimate{})
	require.NoError(t, err)
	golden.Schema(t, "../seeds/schema/estimate.schema.json", schema, documents...)
	for _, document := range documents {
		assert.Contains(t, document, `"schema": "monopolbrud/estimate/1"`)
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
