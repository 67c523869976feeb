package estimate_test

import (
	"math"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/assumed"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// built are a contribution of one line of 200 kr. and what it is computed with, as a
// program builds them.
func built() (estimate.Assumptions, []estimate.Contribution) {
	return oneRate("it-arkitekt", "100"), published(estimate.Line{
		Step: "4.1/overblik", Role: "it-arkitekt", Kind: estimate.Own, Hours: hours("1", "2", "3"),
	})
}

// toldOf are the codes of what is wrong, warnings and errors, in their order.
func toldOf(e *estimate.Estimate) []string {
	var serious []drejebog.Finding
	for _, f := range e.Findings {
		if f.Severity != drejebog.SeverityNote {
			serious = append(serious, f)
		}
	}
	return estimatetest.Codes(serious)
}

func TestFiguresWithoutCertaintyOrSourceAreToldOnceAndCountAsAssumed(t *testing.T) {
	sched := schedule(t, plan.New("Vejen"))
	tests := map[string]struct {
		told   string // of the figures
		unsure func(*estimate.Assumptions, *estimate.Contribution)
	}{
		"a line without certainty": {"(1, ", func(_ *estimate.Assumptions, c *estimate.Contribution) { c.Lines[0].Certainty = 0 }},
		"a certainty that is none": {"(1, ", func(_ *estimate.Assumptions, c *estimate.Contribution) { c.Lines[0].Certainty = 77 }},
		"a rate without certainty": {"(1, ", func(a *estimate.Assumptions, _ *estimate.Contribution) { a.Rates[0].Certainty = 0 }},
		"a line without a source":  {"(1, ", func(_ *estimate.Assumptions, c *estimate.Contribution) { c.Address = "" }},
		"all of it": {"(2, ", func(a *estimate.Assumptions, c *estimate.Contribution) {
			c.Address, c.Lines[0].Certainty, a.Rates[0].Certainty = "", 0, 0
		}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assumptions, contributions := built()
			test.unsure(&assumptions, &contributions[0])
			e, err := assumptions.Compute(sched, contributions)
			require.NoError(t, err)
			require.Equal(t, []string{"DB-054"}, toldOf(e))
			assert.Contains(t, e.Findings[0].Text.DA, test.told)
			assert.Equal(t, "1.00", e.AssumedShare().StringFixed(2))
			money(t, "200.00", e.Total().Likely)
			again, err := e.On(sched)
			require.NoError(t, err)
			assert.Equal(t, toldOf(e), toldOf(again), "it is told on another schedule too")
		})
	}
	assumptions, contributions := built()
	contributions[0].Address = ""
	for _, sourced := range []func(*estimate.Line){
		func(l *estimate.Line) { l.Address = "https://example.dk/notat" },
		func(l *estimate.Line) { l.Section = "4.1" },
		func(l *estimate.Line) { l.Why = lang.Both("Som sidste år") },
	} {
		lines := []estimate.Line{contributions[0].Lines[0]}
		sourced(&lines[0])
		own := contributions[0]
		own.Lines = lines
		e, err := assumptions.Compute(sched, []estimate.Contribution{own})
		require.NoError(t, err)
		assert.Empty(t, toldOf(e))
		assert.Equal(t, "0.00", e.AssumedShare().StringFixed(2))
	}
}

func TestAContributionChargesTheProjectsThatItIsFor(t *testing.T) {
	sched := schedule(t, plan.New("Vejen"))
	charged := func(contribution, line []string) (projects []string, codes []string) {
		assumptions, contributions := built()
		c := &contributions[0]
		c.Projects, c.Lines[0].Projects, c.Lines[0].Step = contribution, line, "5.1/as-is"
		e, err := assumptions.Compute(sched, contributions)
		require.NoError(t, err)
		for _, cell := range e.Cells {
			if len(projects) == 0 || projects[len(projects)-1] != cell.Project {
				projects = append(projects, cell.Project)
			}
		}
		return projects, toldOf(e)
	}
	all, codes := charged(nil, nil)
	assert.Greater(t, len(all), 2)
	assert.Empty(t, codes)
	one, codes := charged([]string{"sapa"}, nil)
	assert.Equal(t, []string{"sapa"}, one)
	assert.Empty(t, codes)
	one, codes = charged([]string{"sapa", "ky"}, []string{"ky"})
	assert.Equal(t, []string{"ky"}, one)
	assert.Empty(t, codes)
	none, codes := charged([]string{"sapa"}, []string{"ky"})
	assert.Empty(t, none)
	assert.Equal(t, []string{"DB-057"}, codes)
	one, codes = charged([]string{"sapa", "sappa"}, nil)
	assert.Equal(t, []string{"sapa"}, one)
	assert.Equal(t, []string{"DB-056"}, codes)

	assumptions, contributions := built() // what the kommune does once is for every project
	contributions[0].Projects = []string{"sapa"}
	e, err := assumptions.Compute(sched, contributions)
	require.NoError(t, err)
	money(t, "200.00", e.Total().Likely)
}

func TestAbsurdFiguresOfAProgramAreRefusedAndTheRestIsComputed(t *testing.T) {
	sched := schedule(t, plan.New("Vejen"))
	number := decimal.RequireFromString
	type change func(*estimate.Assumptions, *estimate.Contribution)
	year := func(year int) change {
		return func(_ *estimate.Assumptions, c *estimate.Contribution) { c.BudgetYear = year }
	}
	prices := func(year int) change {
		return func(a *estimate.Assumptions, _ *estimate.Contribution) { a.Prices.Level = year }
	}
	rate := func(low, likely, high string) change {
		return func(a *estimate.Assumptions, _ *estimate.Contribution) {
			a.Rates[0].Kroner = *kroner(low, likely, high)
		}
	}
	driver := func(d assumed.Driver) change {
		return func(a *estimate.Assumptions, c *estimate.Contribution) {
			d.Driver, c.Lines[0].Per = "contracts", "contracts"
			a.Drivers = []assumed.Driver{d}
		}
	}
	one := number("1")
	for name, test := range map[string]struct {
		code, total string
		absurd      change
	}{
		"a year before all":       {"DB-055", "100.00", year(-1)},
		"no year":                 {"DB-055", "100.00", year(0)},
		"a year after all":        {"DB-055", "100.00", year(9_999_999)},
		"a year beyond counting":  {"DB-055", "100.00", year(math.MaxInt)},
		"a typing slip":           {"DB-055", "100.00", year(2105)},
		"nobody publishes":        {"DB-056", "300.00", func(_ *estimate.Assumptions, c *estimate.Contribution) { c.By = "kombbit" }},
		"prices before all":       {"DB-058", "300.00", prices(-1)},
		"prices after all":        {"DB-058", "300.00", prices(9_999_999)},
		"a rate below zero":       {"DB-405", "0.00", rate("-5", "-4", "-3")},
		"a rate that falls":       {"DB-405", "0.00", rate("500", "4", "3")},
		"a rate beyond bounds":    {"DB-410", "0.00", rate("1", "2", "1e9999")},
		"a rate of many decimals": {"DB-410", "0.00", rate("1e-9999", "2", "3")},
		"fewer than no contracts": {"DB-407", "100.00", driver(assumed.Driver{Fixed: number("-3"), Low: one, High: one})},
		"contracts beyond bounds": {"DB-407", "100.00", driver(assumed.Driver{Fixed: number("1e9999"), Low: one, High: one})},
		"a range beyond bounds":   {"DB-407", "100.00", driver(assumed.Driver{Fixed: one, Low: one, High: number("1e9999")})},
	} {
		t.Run(name, func(t *testing.T) {
			assumptions, contributions := built()
			rest := published(estimate.Line{Step: "4.1/udbudsplan", Role: "it-arkitekt", Kind: estimate.Own, Hours: hours("1", "1", "1")})
			rest[0].ID, rest[0].Lines[0].Contribution = "rest", "rest"
			test.absurd(&assumptions, &contributions[0])
			e, err := assumptions.Compute(sched, append(contributions, rest...))
			require.NoError(t, err)
			assert.Equal(t, []string{test.code}, toldOf(e))
			money(t, test.total, e.Total().Likely)
			assert.LessOrEqual(t, len(e.Years), 5)
		})
	}
	for _, level := range []int{-1, 0, 9_999_999, math.MinInt} {
		assumptions, contributions := built()
		assumptions.PriceLevel = level
		_, err := assumptions.Compute(sched, contributions)
		require.Error(t, err)
	}
}
