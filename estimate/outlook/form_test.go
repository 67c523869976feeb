package outlook_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryUncertaintyHoldsToItsSchema(t *testing.T) {
	var documents []string
	for name, p := range estimatetest.EveryKind(t) {
		u, err := outlook.Of(estimateOf(t, p), outlook.Simulation{Samples: 100, Seed: 1 << 63})
		require.NoError(t, err, name)
		documents = append(documents, documentOf(t, u))
	}
	schema, err := form.Schema("How far an estimate may miss", outlook.Uncertainty{})
	require.NoError(t, err)
	golden.Schema(t, "../../seeds/schema/uncertainty.schema.json", schema, documents...)
	for _, document := range documents {
		assert.Contains(t, document, `"schema": "monopolbrud/uncertainty/2"`)
	}
}

func TestEveryTypeHasOneFormAloneByPointerAndInAMap(t *testing.T) {
	u, err := outlook.Of(estimateOf(t, estimatetest.Sample(t, "odense.yaml")), outlook.Simulation{Shape: threepoint.PERTShape, Samples: 100})
	require.NoError(t, err)
	estimatetest.HasOneForm(t, *u)
	estimatetest.HasOneForm(t, outlook.Uncertainty{})
	estimatetest.HasOneForm(t, u.InAll)
	estimatetest.HasOneForm(t, u.Items[0])
	estimatetest.HasOneForm(t, u.Simulated[0])
	estimatetest.HasOneForm(t, u.Simulated[0].InAll)
}

func TestWhatNobodyComputedIsNotUncertain(t *testing.T) {
	for _, est := range []*estimate.Estimate{nil, {}} {
		_, err := outlook.Of(est)
		assert.ErrorIs(t, err, estimate.ErrNotComputed)
	}
	var none *outlook.Uncertainty
	assert.Nil(t, none.Estimate())
}
