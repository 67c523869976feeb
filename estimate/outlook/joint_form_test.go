package outlook_test

import (
	"context"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func joint(t require.TestingT, e *estimate.Estimate, samples int) *outlook.Joint {
	j, err := outlook.JointOf(context.Background(), e, outlook.Simulation{Samples: samples, Seed: 1})
	require.NoError(t, err)
	return j
}

func TestEveryJointHoldsToItsSchema(t *testing.T) {
	var documents []string
	for _, p := range estimatetest.EveryKind(t) {
		documents = append(documents, documentOf(t, joint(t, estimateOf(t, p), 200)))
	}
	schema, err := form.Schema("How sure dates and money are", outlook.Joint{})
	require.NoError(t, err)
	golden.Schema(t, "../../seeds/schema/risk.schema.json", schema, documents...)
}

func TestEachPartOfAJointHasOneForm(t *testing.T) {
	j := joint(t, estimateOf(t, estimatetest.Sample(t, "odense.yaml")), 200)
	estimatetest.HasOneForm(t, *j)
	estimatetest.HasOneForm(t, outlook.Joint{})
	estimatetest.HasOneForm(t, j.Gates[0])
	estimatetest.HasOneForm(t, j.Gates[0].Decides)
	estimatetest.HasOneForm(t, j.Years[0])
	estimatetest.HasOneForm(t, j.InAll)
	estimatetest.HasOneForm(t, j.Together[0])
	estimatetest.HasOneForm(t, j.Together[0].SevenIn)
	estimatetest.HasOneForm(t, j.Reserve[0])
}

func TestWhatNobodyComputedHasNoRisk(t *testing.T) {
	for _, est := range []*estimate.Estimate{nil, {}} {
		_, err := outlook.JointOf(context.Background(), est, outlook.Simulation{})
		assert.ErrorIs(t, err, estimate.ErrNotComputed)
	}
	var none *outlook.Joint
	assert.Nil(t, none.Estimate())
}
