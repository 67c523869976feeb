package status_test

import (
	"encoding/json"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness/status"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// checked is what was found in every sample, the broken one among them.
func checked(t *testing.T) status.Plans {
	t.Helper()
	all := status.Plans{Book: booktest.Book(t)}
	_, findings := booktest.Sample(t, plans.Broken)
	all.Plans = append(all.Plans, status.Checked{File: plans.Broken, Findings: findings})
	for _, name := range plans.Names() {
		s := computed(t, name)
		all.Plans = append(all.Plans, status.Checked{File: name, Kommune: s.Schedule.Kommune.Name, Findings: s.Findings})
	}
	return all
}

// document is what json.Marshal makes of a value.
func document(t *testing.T, value any) string {
	t.Helper()
	out, err := json.Marshal(value)
	require.NoError(t, err)
	return string(out)
}

func TestTheSchemasDescribeTheDocumentsOfEverySample(t *testing.T) {
	schema, err := form.Schema("What was found in the files of plans", status.Plans{})
	require.NoError(t, err)
	golden.Schema(t, "../../seeds/schema/plancheck.schema.json", schema, document(t, checked(t)), document(t, status.Plans{Book: booktest.Book(t)}))
	schema, err = form.Schema("Kommuner side by side", status.Portfolio{})
	require.NoError(t, err)
	golden.Schema(t, "../../seeds/schema/portfolio.schema.json", schema, document(t, status.NewPortfolio(booktest.Book(t), samples(t))))
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
	all, portfolio := checked(t), status.NewPortfolio(booktest.Book(t), samples(t))
	alike(t, all)
	alike(t, all.Plans[0])
	alike(t, *portfolio)
	alike(t, portfolio.Rows[0])
	alike(t, status.Portfolio{})
	alike(t, status.Row{})
	var whole struct{ Kommuner []json.RawMessage }
	require.NoError(t, json.Unmarshal([]byte(document(t, portfolio)), &whole))
	assert.JSONEq(t, string(whole.Kommuner[0]), document(t, portfolio.Rows[0]))
}
