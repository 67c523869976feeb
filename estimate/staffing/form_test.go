package staffing_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/estimate/staffing"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryStaffingHoldsToItsSchema(t *testing.T) {
	var documents []string
	for _, p := range estimatetest.EveryKind(t) {
		documents = append(documents, estimatetest.JSON(t, of(t, p)))
	}
	schema, err := form.Schema("A kommune's staffing plan", staffing.Staffing{})
	require.NoError(t, err)
	golden.Schema(t, "../../seeds/schema/staffing.schema.json", schema, documents...)
	for _, document := range documents {
		assert.Contains(t, document, `"schema": "monopolbrud/staffing/1"`)
	}
}

func TestEveryTypeHasOneFormAloneByPointerAndInAMap(t *testing.T) {
	s := of(t, sample(t, "odense.yaml"))
	estimatetest.HasOneForm(t, *s)
	estimatetest.HasOneForm(t, staffing.Staffing{})
	estimatetest.HasOneForm(t, s.People[0])
	estimatetest.HasOneForm(t, s.Roles[0])
	estimatetest.HasOneForm(t, s.People[0].Months[0])
	estimatetest.HasOneForm(t, s.People[0].Months[0].Projects[0])
	estimatetest.HasOneForm(t, s.Clashes[0])
	estimatetest.HasOneForm(t, s.Clashes[0].Tasks[0])
	estimatetest.HasOneForm(t, s.LeftOver[0])
	estimatetest.HasOneForm(t, staffing.Nobody{})
	estimatetest.HasOneForm(t, staffing.Undated{})
}

func TestWhatNobodyComputedIsNotStaffed(t *testing.T) {
	for _, est := range []*estimate.Estimate{nil, {}} {
		_, err := staffing.Of(est)
		assert.ErrorIs(t, err, estimate.ErrNotComputed)
	}
	var none *staffing.Staffing
	assert.Nil(t, none.Estimate())
}
