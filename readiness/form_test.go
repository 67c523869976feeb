package readiness_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/readiness"
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

// assessed are all sample plans with their lists, one without, and a kommune without a
// plan.
func assessed(t testing.TB) []*readiness.Assessment {
	t.Helper()
	lists := sampleLists(t)
	all := []*readiness.Assessment{assess(t, plan.New("Roskilde")), assess(t, planOf(t, "asOf: 2019-07-01")), assess(t, sample(t, "skive.yaml"))}
	for _, name := range plans.Names() {
		all = append(all, assess(t, sample(t, name), lists...))
	}
	return all
}

func TestTheSchemasDescribeTheDocumentsOfEverySample(t *testing.T) {
	var documents []string
	all := assessed(t)
	for _, a := range all {
		documents = append(documents, jsonOf(t, a))
	}
	documents = append(documents, jsonOf(t, all[2].Of("sapa")))
	schema, err := form.Schema("Whether a kommune can receive each system", readiness.Assessment{})
	require.NoError(t, err)
	golden.Schema(t, "../seeds/schema/readiness.schema.json", schema, documents...)
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

// each is alike for the members of a list.
func each[T any](t *testing.T, list []T) {
	t.Helper()
	for _, value := range list {
		alike(t, value)
	}
}

func TestATypeHasOneFormAloneInAMapAndInTheWhole(t *testing.T) {
	a := assess(t, sample(t, "struer.yaml"), sampleLists(t)...)
	silent := assess(t, sample(t, "skive.yaml"))
	alike(t, *a)
	alike(t, readiness.Assessment{})
	for _, p := range slices.Concat(a.Projects, silent.Projects) {
		alike(t, p)
		each(t, p.Items)
		each(t, p.Preparation)
		each(t, p.Categories)
		each(t, p.Gates)
		each(t, p.Criteria)
		each(t, p.Blockers)
		alike(t, p.Time)
		alike(t, p.Score)
		alike(t, p.Forecast)
	}
	each(t, silent.Projects[0].Gates[1].Blocks)
	alike(t, *a.Criteria[0].Topic)
	each(t, assess(t, sample(t, "ringsted.yaml")).Reminders(readiness.RemindDays))
	alike(t, assess(t, planOf(t, "asOf: 2019-07-01")).Facts[0])
}

// What stands in the whole is what it is alone.
func TestAPartIsInTheWholeAsItIsAlone(t *testing.T) {
	a := assess(t, sample(t, "struer.yaml"), sampleLists(t)...)
	var whole struct {
		Projects []struct {
			Gates, Requirements, Blockers, Matters []json.RawMessage
		}
	}
	require.NoError(t, json.Unmarshal([]byte(jsonOf(t, a)), &whole))
	for i := range a.Projects {
		p := &a.Projects[i]
		for j := range p.Gates {
			assert.JSONEq(t, jsonOf(t, p.Gates[j]), string(whole.Projects[i].Gates[j]))
		}
		for j := range p.Items {
			assert.JSONEq(t, jsonOf(t, p.Items[j]), string(whole.Projects[i].Requirements[j]))
		}
		for j := range p.Blockers {
			assert.JSONEq(t, jsonOf(t, p.Blockers[j]), string(whole.Projects[i].Blockers[j]))
		}
		for j := range p.Criteria {
			assert.JSONEq(t, jsonOf(t, p.Criteria[j]), string(whole.Projects[i].Matters[j]))
		}
	}
}

func TestAStateBeyondTheEnumerationHasNoWord(t *testing.T) {
	for _, word := range []fmt.Stringer{readiness.PreparedState(200), readiness.Light(200), readiness.Recommendation(200), readiness.GateState(200)} {
		assert.Empty(t, word.String(), "%T", word)
	}
}
