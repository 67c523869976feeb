package request_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/estimate/request"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryRequestHoldsToItsSchema(t *testing.T) {
	var documents []string
	for _, p := range estimatetest.EveryKind(t) {
		documents = append(documents, estimatetest.JSON(t, of(t, estimateOf(t, p))))
	}
	schema, err := form.Schema("A kommune's request to the budget", request.Request{})
	require.NoError(t, err)
	golden.Schema(t, "../../seeds/schema/request.schema.json", schema, documents...)
	for _, document := range documents {
		assert.Contains(t, document, `"schema": "monopolbrud/request/1"`)
	}
}

func TestEveryTypeHasOneFormAloneByPointerAndInAMap(t *testing.T) {
	r := of(t, estimateOf(t, sample(t, "odense.yaml")))
	estimatetest.HasOneForm(t, *r)
	estimatetest.HasOneForm(t, request.Request{})
	estimatetest.HasOneForm(t, r.Years[0])
	estimatetest.HasOneForm(t, r.Purposes[0])
	estimatetest.HasOneForm(t, of(t, late(t, "")).TooLate[0])
	estimatetest.HasOneForm(t, *r.Slip)
	estimatetest.HasOneForm(t, r.Delay)
}

func TestWhatNobodyComputedIsNotRequested(t *testing.T) {
	for _, est := range []*estimate.Estimate{nil, {}} {
		_, err := request.Of(est)
		assert.ErrorIs(t, err, estimate.ErrNotComputed)
	}
	var none *request.Request
	assert.Nil(t, none.Estimate())
}
