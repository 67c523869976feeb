package businesscase_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/businesscase"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryCaseHoldsToItsSchema(t *testing.T) {
	var documents []string
	for _, p := range estimatetest.EveryKind(t) {
		documents = append(documents, documentOf(t, of(t, estimateOf(t, p))))
	}
	schema, err := form.Schema("A kommune's business case", businesscase.Case{})
	require.NoError(t, err)
	golden.Schema(t, "../../seeds/schema/businesscase.schema.json", schema, documents...)
	for _, document := range documents {
		assert.Contains(t, document, `"schema": "monopolbrud/businesscase/2"`)
	}
}

func TestEveryTypeHasOneFormAloneByPointerAndInAMap(t *testing.T) {
	b := of(t, estimateOf(t, sample(t, "odense.yaml")))
	estimatetest.HasOneForm(t, *b)
	estimatetest.HasOneForm(t, businesscase.Case{})
	estimatetest.HasOneForm(t, b.DiscountRate)
	estimatetest.HasOneForm(t, b.Rows[0])
	estimatetest.HasOneForm(t, b.Sensitivity[0])
	estimatetest.HasOneForm(t, b.AddOns[0])
	estimatetest.HasOneForm(t, b.Benefits[0])
	estimatetest.HasOneForm(t, businesscase.Infrastructure{})
}

func TestTheJSONTellsWhatIsWrongWithTheScheduleAndTheContributions(t *testing.T) {
	misspelt := estimatetest.Published(estimate.Line{
		Step: "4.1/overbllik", Role: "it-chef", Kind: estimate.Own, Hours: estimatetest.Hours("1", "2", "3"),
	})
	sched := schedule(t, sample(t, "skive.yaml"))
	require.True(t, drejebog.HasFault(sched.Findings))
	e, err := estimate.Compute(sched, misspelt)
	require.NoError(t, err)
	estimatetest.TellsEveryFault(t, e, of(t, e), "DB-404") // the step of a contribution
}

func TestWhatNobodyComputedHasNoCase(t *testing.T) {
	for _, est := range []*estimate.Estimate{nil, {}} {
		_, err := businesscase.Of(est)
		assert.ErrorIs(t, err, estimate.ErrNotComputed)
	}
	var none *businesscase.Case
	assert.Nil(t, none.Estimate())
}
