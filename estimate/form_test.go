package estimate_test

import (
	"encoding/json"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/golden"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline/threepoint"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// everyKind are plans that between them have all that a result can hold.
func everyKind(t *testing.T) map[string]*plan.Plan {
	t.Helper()
	all := map[string]*plan.Plan{
		"none": plan.New("Vejen"), "unknown": withGoLive("Læsø", &plan.When{Unknown: true}), "early": planAsOf("Vejen", day(t, "2013-06-18")),
	}
	for _, name := range plans.Names() {
		all[name] = sample(t, name)
	}
	return all
}

func TestEveryResultHoldsToItsSchema(t *testing.T) {
	var estimates, cases, uncertainties, requests []string
	for name, p := range everyKind(t) {
		e := estimateOf(t, p)
		estimates = append(estimates, documentOf(t, e))
		b, err := e.BusinessCase()
		require.NoError(t, err, name)
		cases = append(cases, documentOf(t, b))
		u, err := e.Uncertainty(estimate.Simulation{Samples: 100, Seed: 1 << 63})
		require.NoError(t, err, name)
		uncertainties = append(uncertainties, documentOf(t, u))
		r, err := e.Request()
		require.NoError(t, err, name)
		requests = append(requests, documentOf(t, r))
		if name == "odense.yaml" {
			require.NoError(t, e.Weigh(t.Context()))
			require.NotEmpty(t, e.InputsThatMatter)
			estimates = append(estimates, documentOf(t, e))
			year, found := e.InYear(2015)
			require.True(t, found)
			estimates = append(estimates, documentOf(t, year))
		}
	}
	for _, result := range []struct {
		name, number, title string
		zero                any
		documents           []string
	}{
		{"estimate", "1", "A kommune's budget estimate", estimate.Estimate{}, estimates},
		{"businesscase", "2", "A kommune's business case", estimate.BusinessCase{}, cases},
		{"request", "1", "A kommune's request to the budget", estimate.Request{}, requests},
		{"uncertainty", "1", "How far an estimate may miss", estimate.Uncertainty{}, uncertainties},
	} {
		schema, err := form.Schema(result.title, result.zero)
		require.NoError(t, err)
		golden.Schema(t, "../seeds/schema/"+result.name+".schema.json", schema, result.documents...)
		for _, document := range result.documents {
			assert.Contains(t, document, `"schema": "monopolbrud/`+result.name+`/`+result.number+`"`)
		}
	}
}

// sameEverywhere holds that a value has one form alone, by pointer, in a list and
// in a map.
func sameEverywhere[T any](t *testing.T, value T) {
	t.Helper()
	want, err := form.JSON(value)
	require.NoError(t, err, "%T", value)
	alone, err := json.Marshal(value)
	require.NoError(t, err, "%T", value)
	pointed, err := json.Marshal(&value)
	require.NoError(t, err, "%T", value)
	within, err := json.Marshal(map[string]any{"list": []T{value}, "map": map[string]T{"key": value}, "pointer": &value})
	require.NoError(t, err, "%T", value)
	assert.JSONEq(t, string(want), string(alone), "%T", value)
	assert.JSONEq(t, string(want), string(pointed), "%T", value)
	assert.JSONEq(t, `{"list":[`+string(want)+`],"map":{"key":`+string(want)+`},"pointer":`+string(want)+`}`, string(within), "%T", value)
}

func TestEveryTypeHasOneFormAloneByPointerAndInAMap(t *testing.T) {
	e := estimateOf(t, sample(t, "odense.yaml"))
	require.NoError(t, e.Weigh(t.Context()))
	sameEverywhere(t, *e)
	sameEverywhere(t, estimate.Estimate{})
	sameEverywhere(t, e.Years[0])
	sameEverywhere(t, e.Cells[0])
	sameEverywhere(t, *e.Cells[0].Line)
	sameEverywhere(t, e.NotEstimable[0])
	sameEverywhere(t, e.InputsThatMatter[0])
	sameEverywhere(t, e.Differences[0])
	explained, err := e.Explain("4.10")
	require.NoError(t, err)
	sameEverywhere(t, explained[0])

	b, err := e.BusinessCase()
	require.NoError(t, err)
	sameEverywhere(t, *b)
	sameEverywhere(t, estimate.BusinessCase{})
	sameEverywhere(t, b.DiscountRate)
	sameEverywhere(t, b.Rows[0])
	sameEverywhere(t, b.Sensitivity[0])
	sameEverywhere(t, b.AddOns[0])
	sameEverywhere(t, b.Benefits[0])
	sameEverywhere(t, estimate.Infrastructure{})

	r, err := e.Request()
	require.NoError(t, err)
	sameEverywhere(t, *r)
	sameEverywhere(t, estimate.Request{})
	sameEverywhere(t, r.Years[0])
	sameEverywhere(t, r.Purposes[0])
	sameEverywhere(t, r.TooLate[0])
	sameEverywhere(t, *r.Slip)
	sameEverywhere(t, r.Delay)

	u, err := e.Uncertainty(estimate.Simulation{Shape: threepoint.PERTShape, Samples: 100})
	require.NoError(t, err)
	sameEverywhere(t, *u)
	sameEverywhere(t, estimate.Uncertainty{})
	sameEverywhere(t, u.InAll)
	sameEverywhere(t, u.Items[0])
	sameEverywhere(t, u.Simulated[0])
	sameEverywhere(t, u.Simulated[0].InAll)
}

// A part stands in the whole as it is told alone.
func TestAPartHasTheSameFormInTheWhole(t *testing.T) {
	e := estimateOf(t, sample(t, "odense.yaml"))
	var whole struct{ BudgetYears, Lines, NotEstimable []json.RawMessage }
	require.NoError(t, json.Unmarshal([]byte(documentOf(t, e)), &whole))
	same := func(part json.RawMessage, value any) {
		t.Helper()
		alone, err := json.Marshal(value)
		require.NoError(t, err)
		assert.JSONEq(t, string(alone), string(part))
	}
	same(whole.BudgetYears[0], e.Years[0])
	same(whole.Lines[len(e.Cells)-1], e.Cells[len(e.Cells)-1])
	same(whole.NotEstimable[0], e.NotEstimable[0])
}

func TestTheJSONTellsWhatIsWrongWithTheScheduleAndTheContributions(t *testing.T) {
	misspelt := published(t, estimate.Line{Step: "4.1/overbllik", Role: "it-chef", Kind: estimate.Own, Hours: hours("1", "2", "3")})
	sched := schedule(t, sample(t, "skive.yaml"))
	require.True(t, drejebog.HasFault(sched.Findings))
	e, err := estimate.Compute(sched, misspelt)
	require.NoError(t, err)
	b, err := e.BusinessCase()
	require.NoError(t, err)
	for _, result := range []any{e, b} {
		var told struct {
			Findings []struct{ Code, Severity string }
		}
		require.NoError(t, json.Unmarshal([]byte(documentOf(t, result)), &told))
		var errors []string
		for _, f := range told.Findings {
			if f.Severity == "error" {
				errors = append(errors, f.Code)
			}
		}
		assert.Contains(t, errors, "DB-404", "the step of a contribution")
		for _, f := range sched.Findings {
			if f.Severity == drejebog.Fault {
				assert.Contains(t, errors, f.Code, "of the schedule")
			}
		}
	}
}
