package compare_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate/compare"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryComparisonHoldsToItsSchema(t *testing.T) {
	before, after := computed(t, plan.New("Roskilde"), date.New(2016, 4, 1))
	c := compare.Estimates(before, after)
	require.NotEmpty(t, c.Moves)
	schema, err := form.Schema("What new money stands in another budget year", compare.Comparison{})
	require.NoError(t, err)
	document := estimatetest.JSON(t, *c)
	golden.Schema(t, "../../seeds/schema/estimate-comparison.schema.json", schema, document,
		estimatetest.JSON(t, *compare.Estimates(before, before)))
	assert.Contains(t, document, `"from": 2015`)
	estimatetest.HasOneForm(t, *c)
	estimatetest.HasOneForm(t, compare.Comparison{})
	estimatetest.HasOneForm(t, c.Years[0])
	estimatetest.HasOneForm(t, c.Moves[0])
}
