package overview_test

import (
	"encoding/json"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness"
	"github.com/drejebog/monopolbrud/readiness/overview"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// jsonOf is what json.Marshal makes of a value.
func jsonOf(t testing.TB, value any) string {
	t.Helper()
	out, err := json.Marshal(value)
	require.NoError(t, err)
	return string(out)
}

func TestTheSchemaDescribesTheDocumentsOfEverySample(t *testing.T) {
	lists := sampleLists(t)
	all := []*readiness.Assessment{assess(t, plan.New("Roskilde")), assess(t, planOf(t, "asOf: 2019-07-01")), assess(t, sample(t, "skive.yaml"))}
	for _, name := range plans.Names() {
		all = append(all, assess(t, sample(t, name), lists...))
	}
	schema, err := form.Schema("The readiness of kommuner side by side", overview.Overview{})
	require.NoError(t, err)
	golden.Schema(t, "../../seeds/schema/overview.schema.json", schema,
		jsonOf(t, overview.New(booktest.Book(t), all)), jsonOf(t, overview.New(booktest.Book(t), nil)))
}

func TestTheOverviewHasTheKeysThatItsGoldenSays(t *testing.T) {
	lists := sampleLists(t)
	var all []*readiness.Assessment
	for _, name := range []string{"struer.yaml", "ringsted.yaml", "skive.yaml"} {
		all = append(all, assess(t, sample(t, name), lists...))
	}
	o := overview.New(booktest.Book(t), all)
	golden.File(t, "testdata/keys.txt", golden.Keys(t, jsonOf(t, o)))
}

// alike marshals a value by value, by pointer, in a map and in a list.
func alike[T any](t *testing.T, value T) {
	t.Helper()
	alone := jsonOf(t, value)
	assert.JSONEq(t, alone, jsonOf(t, &value), "%T by pointer", value)
	assert.JSONEq(t, `{"a":`+alone+`}`, jsonOf(t, map[string]T{"a": value}), "%T in a map", value)
	assert.JSONEq(t, `[`+alone+`]`, jsonOf(t, []T{value}), "%T in a list", value)
	assert.JSONEq(t, `{"a":`+alone+`}`, jsonOf(t, map[string]any{"a": value}), "%T as any", value)
}

func TestATypeHasOneFormAloneInAMapAndInTheWhole(t *testing.T) {
	all := []*readiness.Assessment{assess(t, sample(t, "struer.yaml"), sampleLists(t)...), assess(t, sample(t, "skive.yaml"))}
	o := overview.New(booktest.Book(t), all)
	alike(t, *o)
	alike(t, overview.Overview{})
	alike(t, o.Rows[0])
	alike(t, overview.Row{})
	alike(t, overview.Delay{Project: "sapa"})
}
