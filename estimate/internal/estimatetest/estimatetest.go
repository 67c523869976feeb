// Package estimatetest makes the plans, contributions and estimates that the tests
// of package estimate and of those that stand on it have in common. Whatever cannot
// be made fails the test.
package estimatetest

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/examples/plans"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Sample is one of the sample plans.
func Sample(t require.TestingT, name string) *plan.Plan {
	p, findings := booktest.Sample(t, name)
	require.NotNil(t, p, "%v", findings)
	return p
}

// Vejen is a plan for Vejen with more in its document.
func Vejen(t require.TestingT, document string) *plan.Plan {
	p, findings := plan.Read(booktest.Book(t), "plan.yaml", strings.NewReader("kommune: Vejen\n"+document))
	require.NotNil(t, p, "%v", findings)
	return p
}

// AsOf is a plan seen from a day.
func AsOf(kommune string, day date.Date) *plan.Plan {
	p := plan.New(kommune)
	p.AsOf = &day
	return p
}

// GoingLive is a plan with all user-facing systems going live on a day.
func GoingLive(kommune string, on *plan.When) *plan.Plan {
	p := plan.New(kommune)
	p.Projects = map[string]plan.Rollout{"ky": {GoLive: on}, "ksd": {GoLive: on}, "sapa": {GoLive: on}}
	return p
}

// EveryKind are plans, by name, that between them have all that a result can hold.
func EveryKind(t require.TestingT) map[string]*plan.Plan {
	all := map[string]*plan.Plan{
		"none": plan.New("Vejen"), "unknown": GoingLive("825", &plan.When{Unknown: true}), "early": AsOf("Vejen", date.New(2013, 6, 18)),
	}
	for _, name := range plans.Names() {
		all[name] = Sample(t, name)
	}
	return all
}

// Schedule is the schedule of a plan.
func Schedule(t require.TestingT, p *plan.Plan) *timeline.Schedule {
	sched, err := timeline.Compute(booktest.Book(t), p)
	require.NoError(t, err)
	return sched
}

// Reference are the module's own contributions.
func Reference(t require.TestingT) []estimate.Contribution {
	contributions, err := estimate.Reference()
	require.NoError(t, err)
	return contributions
}

// Assume are the module's own assumptions.
func Assume(t require.TestingT) estimate.Assumptions {
	assumptions, err := estimate.Assume()
	require.NoError(t, err)
	return assumptions
}

// Of is the estimate of a plan from the reference set.
func Of(t require.TestingT, p *plan.Plan) *estimate.Estimate {
	e, err := estimate.Compute(Schedule(t, p), Reference(t))
	require.NoError(t, err)
	return e
}

// Hours is a three-point number of hours.
func Hours(low, likely, high string) *estimate.HoursRange {
	h := func(s string) drejebog.Hours { return drejebog.NewHours(decimal.RequireFromString(s)) }
	return &estimate.HoursRange{Low: h(low), Likely: h(likely), High: h(high)}
}

// Kroner is a three-point amount.
func Kroner(low, likely, high string) *estimate.KronerRange {
	k := func(s string) drejebog.Kroner { return drejebog.NewKroner(decimal.RequireFromString(s)) }
	return &estimate.KronerRange{Low: k(low), Likely: k(likely), High: k(high)}
}

// Published is a contribution that was always out.
func Published(lines ...estimate.Line) []estimate.Contribution {
	on := date.New(2013, 6, 19)
	c := estimate.Contribution{ID: "test", BudgetYear: 2015, By: "kombit", Lines: lines}
	c.Published, c.Certainty, c.Address = &on, drejebog.Stated, "https://example.dk/bidrag"
	for i := range c.Lines {
		c.Lines[i].Contribution = c.ID
		if c.Lines[i].Certainty == 0 {
			c.Lines[i].Certainty = drejebog.Stated
		}
	}
	return []estimate.Contribution{c}
}

// OneRate is a set of assumptions with one hourly rate and no drivers.
func OneRate(role, likely string) estimate.Assumptions {
	return estimate.Assumptions{PriceLevel: 2014, Rates: []estimate.Rate{{
		Role: role, Kind: estimate.Own, Kroner: *Kroner(likely, likely, likely),
		Provenance: drejebog.Provenance{Certainty: drejebog.Stated},
	}}}
}

// Percent is a figure handed in for an index.
func Percent(key, percent string) estimate.Figure {
	number := decimal.RequireFromString(percent)
	return estimate.Figure{Key: key, Low: number, Likely: number, High: number}
}

// Day reads a date.
func Day(t require.TestingT, iso string) date.Date {
	d, err := lang.ParseISO(iso)
	require.NoError(t, err)
	return d
}

// JSON is a value's documented JSON.
func JSON(t require.TestingT, value any) string {
	var out bytes.Buffer
	require.NoError(t, form.Write(&out, value))
	return out.String()
}

// Flat is a text without its line breaks.
func Flat(text string) string { return strings.Join(strings.Fields(text), " ") }

// Codes are the codes of findings.
func Codes(findings []drejebog.Finding) []string {
	var codes []string
	for _, f := range findings {
		codes = append(codes, f.Code)
	}
	return codes
}

// IsMoney holds that an amount is so many kroner, to the øre.
func IsMoney(t require.TestingT, want string, got drejebog.Kroner) {
	require.Equal(t, want, got.Decimal().StringFixed(2))
}

// HasNoFault holds that nothing of an estimate could not be used.
func HasNoFault(t require.TestingT, e *estimate.Estimate) {
	for _, f := range e.Findings {
		require.NotEqual(t, drejebog.SeverityError, f.Severity, f.Text.EN)
	}
}

// HasOneForm holds that a value has one form alone, by pointer, in a list and in a
// map.
func HasOneForm[T any](t require.TestingT, value T) {
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

// TellsEveryFault holds that the JSON of a result that was computed from an
// estimate tells the faults of its schedule, and one of its own.
func TellsEveryFault(t require.TestingT, e *estimate.Estimate, result any, own string) {
	var told struct {
		Findings []struct{ Code, Severity string }
	}
	require.NoError(t, json.Unmarshal([]byte(JSON(t, result)), &told))
	var faults []string
	for _, f := range told.Findings {
		if f.Severity == "error" {
			faults = append(faults, f.Code)
		}
	}
	assert.Contains(t, faults, own)
	for _, f := range e.Schedule().Findings {
		if f.Severity == drejebog.SeverityError {
			assert.Contains(t, faults, f.Code, "of the schedule")
		}
	}
}
