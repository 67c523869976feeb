package steering_test

import (
	"encoding/json"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness/steering"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// document is what json.Marshal makes of a value.
func document(t *testing.T, value any) string {
	t.Helper()
	out, err := json.Marshal(value)
	require.NoError(t, err)
	return string(out)
}

func TestTheSchemaDescribesTheReportOfEverySample(t *testing.T) {
	documents := []string{document(t, reported(t, inJune, inMay))}
	for _, name := range plans.Names() {
		r, err := steering.Of(computed(t, name), nil)
		require.NoError(t, err)
		documents = append(documents, document(t, r))
	}
	schema, err := form.Schema("A status report to a steering group", steering.Report{})
	require.NoError(t, err)
	golden.Schema(t, "../../seeds/schema/statusreport.schema.json", schema, documents...)
}

// alike marshals a value by value, by pointer, in a map and in a list.
func alike[T any](t *testing.T, value T) {
	t.Helper()
	alone := document(t, value)
	assert.JSONEq(t, alone, document(t, &value), "%T by pointer", value)
	assert.JSONEq(t, `{"a":`+alone+`}`, document(t, map[string]T{"a": value}), "%T in a map", value)
	assert.JSONEq(t, `[`+alone+`]`, document(t, []T{value}), "%T in a list", value)
	assert.JSONEq(t, `{"a":`+alone+`}`, document(t, map[string]any{"a": value}), "%T as any", value)
}

func TestATypeHasOneFormAloneInAMapAndInTheWhole(t *testing.T) {
	r := reported(t, inJune, inMay)
	alike(t, *r)
	alike(t, r.Lights[0])
	alike(t, r.Lights[0].Measures[0])
	alike(t, r.Milestones[0])
	alike(t, r.Decisions[0])
	alike(t, r.Money[0])
	alike(t, r.Risks[0])
	alike(t, r.Deviations[0])
	alike(t, r.Asks[0])
	alike(t, r.Remaining[0])
	alike(t, r.Tolerances[0])
	alike(t, steering.Report{})
	var whole struct{ Money, Risks []json.RawMessage }
	require.NoError(t, json.Unmarshal([]byte(document(t, r)), &whole))
	assert.JSONEq(t, string(whole.Money[0]), document(t, r.Money[0]))
	assert.JSONEq(t, string(whole.Risks[0]), document(t, r.Risks[0]))
}
