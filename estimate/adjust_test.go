package estimate_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// adjusted is the estimate of a plan for Vejen with more in its document, from
// three lines of ten hours at 100 kr. and one of 1.000 kr., all on steps of
// the playbook, and without drivers.
func adjusted(t *testing.T, document string) *estimate.Estimate {
	t.Helper()
	p, findings := plan.Read(theBook(t), "plan.yaml", strings.NewReader("kommune: Vejen\n"+document))
	require.NotNil(t, p, "%v", findings)
	ten := hours("5", "10", "20")
	lines := published(
		estimate.Line{Step: "4.7/arbejdsgange", Role: "projektleder", Kind: estimate.Own, Hours: ten},
		estimate.Line{Step: "4.12/opstart", Role: "projektleder", Kind: estimate.Own, Hours: ten},
		estimate.Line{Step: "4.12/opstart", Role: "it-chef", Kind: estimate.External, Kroner: kroner("500", "1000", "2000")},
		estimate.Line{Step: "5.5/paralleldrift", Role: "it-chef", Kind: estimate.External, NotEstimable: &estimate.NotYet{Owes: "kmd"}},
	)
	assumptions := oneRate("projektleder", "100")
	e, err := assumptions.Compute(schedule(t, p), lines)
	require.NoError(t, err)
	return e
}

// costs is the likely kroner in all of a task.
func costs(e *estimate.Estimate, task string) string {
	var sum drejebog.Kroner
	for i := range e.Cells {
		if e.Cells[i].Task == task {
			sum = sum.Add(e.Cells[i].Likely)
		}
	}
	return sum.Decimal().StringFixed(2)
}

func codesOf(e *estimate.Estimate) []string {
	var codes []string
	for _, f := range e.Findings {
		codes = append(codes, f.Code)
	}
	return codes
}

func TestAnAdjustmentChangesWhatItNamesAndNothingElse(t *testing.T) {
	tests := map[string]struct {
		adjustment         string
		ky, sapa, starting string // 4.7/arbejdsgange@ky and @sapa, 4.12/opstart
	}{
		"none":                  {"", "1000.00", "1000.00", "2000.00"},
		"scale everywhere":      {"{action: scale, step: 4.7/arbejdsgange, factor: 1.25, reason: r}", "1250.00", "1250.00", "2000.00"},
		"scale in one scope":    {"{action: scale, step: 4.7/arbejdsgange@ky, factor: 0.5, reason: r}", "500.00", "1000.00", "2000.00"},
		"scale to nothing":      {"{action: scale, step: 4.12/opstart, factor: 0, reason: r}", "1000.00", "1000.00", "0.00"},
		"drop a kind":           {"{action: drop, step: 4.12/opstart, kind: external, reason: r}", "1000.00", "1000.00", "1000.00"},
		"drop a role":           {"{action: drop, step: 4.12/opstart, role: projektleder, reason: r}", "1000.00", "1000.00", "1000.00"},
		"replace hours":         {"{action: replace, step: 4.12/opstart, kind: own, hours: {low: 1, likely: 2, high: 3}, reason: r}", "1000.00", "1000.00", "1200.00"},
		"replace in each scope": {"{action: replace, step: 4.7/arbejdsgange, hours: {low: 1, likely: 2, high: 3}, reason: r}", "200.00", "200.00", "2000.00"},
		"add": {
			"{action: add, step: 4.12/opstart, role: it-chef, kind: external, kroner: {low: 1, likely: 50, high: 60}, reason: r}",
			"1000.00", "1000.00", "2050.00",
		},
		"two that do not meet": {
			"{action: drop, step: 4.12/opstart, kind: own, reason: r}, {action: scale, step: 4.12/opstart, kind: external, factor: 2, reason: r}",
			"1000.00", "1000.00", "2000.00",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			e := adjusted(t, "adjustments: ["+test.adjustment+"]")
			noFault(t, e)
			assert.Equal(t, test.ky, costs(e, "4.7/arbejdsgange@ky"))
			assert.Equal(t, test.sapa, costs(e, "4.7/arbejdsgange@sapa"))
			assert.Equal(t, test.starting, costs(e, "4.12/opstart"))
		})
	}
}

func TestBothFiguresOfAnAdjustmentAreKept(t *testing.T) {
	e := adjusted(t, `adjustments:
  - {action: replace, step: 4.12/opstart, kind: own, hours: {low: 1, likely: 2, high: 3}, reason: Findes allerede}
  - {action: scale, step: 4.7/arbejdsgange@ky, factor: 1.5, reason: Flere steder}
`)
	require.Len(t, e.Differences, 2)
	d := e.Differences[0]
	assert.Equal(t, "4.12/opstart projektleder own Findes allerede", d.Task+" "+d.Role+" "+d.Kind.String()+" "+d.Adjustment.Reason)
	money(t, "1000.00", d.Before.Likely)
	money(t, "200.00", d.After.Likely)
	money(t, "-800.00", d.Change().Likely)
	assert.Equal(t, "2 timer", d.After.Hours.String())
	money(t, "2000.00", e.Differences[1].After.High.Sub(e.Differences[1].Before.High).Mul(decimal.NewFromInt(2)))

	for i := range e.Cells {
		if c := &e.Cells[i]; c.Task == "4.12/opstart" && c.Kind == estimate.Own {
			assert.Equal(t, "plan:3", c.Source)
			assert.Equal(t, "Findes allerede", c.Basis.Adjustment.Reason)
		}
		if c := &e.Cells[i]; c.Task == "4.7/arbejdsgange@ky" {
			assert.Equal(t, "test; plan:4", c.Source)
		}
	}
}

func TestTheDifferencesAddUpToWhatAdjustingChanges(t *testing.T) {
	document := `adjustments:
  - {action: scale, step: 4.10/slutbrugere, factor: 1.17, year: 2015, reason: r}
  - {action: drop, step: 4.5/projektledelse@ky, role: projektleder, year: 2014, reason: r}
  - {action: scale, step: 4.5/projektledelse@ky, role: projektleder, year: 2015, factor: "1,333", reason: r}
  - {action: replace, step: 4.13/strategi@sapa, role: it-arkitekt, hours: {low: 1, likely: 7.77, high: 30}, reason: r}
  - {action: add, step: 6.6/snitflader, role: jurist, kind: own, hours: {low: 1, likely: 3.33, high: 9}, reason: r}
`
	p, findings := plan.Read(theBook(t), "plan.yaml", strings.NewReader("kommune: Vejen\n"+document))
	require.NotNil(t, p, "%v", findings)
	e := estimateOf(t, p)
	noFault(t, e)
	with, without := e.Total(), estimateOf(t, plan.New("Vejen")).Total()
	var sum estimate.Amount
	for i := range e.Differences {
		change := e.Differences[i].Change()
		sum.Low, sum.Likely, sum.High = sum.Low.Add(change.Low), sum.Likely.Add(change.Likely), sum.High.Add(change.High)
		sum.Hours = sum.Hours.Add(change.Hours)
	}
	assert.Zero(t, with.Likely.Sub(without.Likely).Cmp(sum.Likely))
	assert.Zero(t, with.Low.Sub(without.Low).Cmp(sum.Low))
	assert.Zero(t, with.High.Sub(without.High).Cmp(sum.High))
	assert.Zero(t, with.Hours.Sub(without.Hours).Cmp(sum.Hours))
}

func TestTwoAdjustmentsThatFightAreAFaultAndNeitherCounts(t *testing.T) {
	e := adjusted(t, `adjustments:
  - {action: scale, step: 4.7/arbejdsgange, factor: 2, reason: r}
  - {action: drop, step: 4.7/arbejdsgange@ky, reason: r}
`)
	assert.Equal(t, "1000.00", costs(e, "4.7/arbejdsgange@ky"))
	assert.Equal(t, "2000.00", costs(e, "4.7/arbejdsgange@sapa"), "where they do not meet, each counts")
	f := findingOf(t, e, "DB-413")
	assert.Equal(t, drejebog.SeverityError, f.Severity)
	assert.Equal(t, "plan.yaml:4:5", f.Place.String())
	assert.Contains(t, f.Text.DA, "scale 4.7/arbejdsgange (plan.yaml:3:5) og drop 4.7/arbejdsgange@ky (plan.yaml:4:5)")
}

func findingOf(t *testing.T, e *estimate.Estimate, code string) drejebog.Finding {
	t.Helper()
	found := findingsOf(e, code)
	require.NotEmpty(t, found, "%s is not among %s", code, codesOf(e))
	assert.NotContains(t, found[0].Text.DA+found[0].Text.EN+found[0].Remedy.DA+found[0].Remedy.EN, "{")
	return found[0]
}

func findingsOf(e *estimate.Estimate, code string) []drejebog.Finding {
	var found []drejebog.Finding
	for _, f := range e.Findings {
		if f.Code == code {
			found = append(found, f)
		}
	}
	return found
}

func TestAnAdjustmentThatCannotStandSaysWhereAndWhatToDo(t *testing.T) {
	tests := map[string]struct {
		adjustment, code, remedy string
	}{
		"hits nothing": {"{action: drop, step: 4.12/opstart, role: jurist, reason: r}", "DB-412", "Der er: 4.12/opstart it-chef external; 4.12/opstart projektleder own."},
		"no line":      {"{action: drop, step: 4.12/styring, reason: r}", "DB-412", "læg en til (add)"},
		"another year": {"{action: drop, step: 4.12/opstart, year: 2019, reason: r}", "DB-412", "Der er:"},
		"one scope":    {"{action: drop, step: 4.7/arbejdsgange@ky, role: jurist, reason: r}", "DB-412", "Der er: 4.7/arbejdsgange@ky projektleder own."},
		"years there":  {"{action: drop, step: 4.12/opstart, kind: own, year: 2019, reason: r}", "DB-412", "4.12/opstart projektleder own 2013"},
		"no figure":    {"{action: scale, step: 5.5/paralleldrift, kind: external, factor: 2, reason: r}", "DB-425", "Skriv beløbet i kroner (replace)"},
		"several kinds": {
			"{action: replace, step: 4.12/opstart, hours: {low: 1, likely: 2, high: 3}, reason: r}", "DB-414", "Skriv role og kind",
		},
		"no rate": {"{action: add, step: 4.12/opstart, role: jurist, kind: own, hours: {low: 1, likely: 2, high: 3}, reason: r}", "DB-406", "timepris"},
		"hours bought": {
			"{action: add, step: 4.12/opstart, role: it-chef, kind: external, hours: {low: 1, likely: 2, high: 3}, reason: r}", "DB-409", "Indkøb skrives i kroner",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			e := adjusted(t, "adjustments:\n  - "+test.adjustment+"\n")
			f := findingOf(t, e, test.code)
			assert.Contains(t, f.Remedy.DA, test.remedy)
			assert.Equal(t, "plan.yaml:3:5", f.Place.String())
			assert.Equal(t, "2000.00", costs(e, "4.12/opstart"), "the line stands as it was")
		})
	}
}

func TestAPlanThatNobodyReadCannotBreakTheEstimate(t *testing.T) {
	huge, negative, tiny := decimal.New(1, 999999999), decimal.NewFromInt(-1), decimal.New(1, -999999999)
	much := decimal.NewFromInt(1001)
	opstart := plan.Line{Step: "4.12/opstart"}
	for name, test := range map[string]struct {
		plan.Adjustment
		code string // that says so, of plan.Check or of the estimate
	}{
		"no factor":         {plan.Adjustment{Action: plan.Scale, Line: opstart}, "DB-026"},
		"a huge factor":     {plan.Adjustment{Action: plan.Scale, Line: opstart, Factor: &huge}, "DB-018"},
		"too much":          {plan.Adjustment{Action: plan.Scale, Line: opstart, Factor: &much}, "DB-018"},
		"a tiny factor":     {plan.Adjustment{Action: plan.Scale, Line: opstart, Factor: &tiny}, "DB-018"},
		"a negative factor": {plan.Adjustment{Action: plan.Scale, Line: opstart, Factor: &negative}, "DB-018"},
		"no figure":         {plan.Adjustment{Action: plan.Replace, Line: plan.Line{Step: "4.12/opstart", Role: "programleder"}}, "DB-026"},
		"nothing to add":    {plan.Adjustment{Action: plan.Add, Line: opstart}, "DB-026"},
		"a huge amount": {plan.Adjustment{
			Action: plan.Add, Line: plan.Line{Step: "4.12/opstart", Role: "it-chef", Kind: plan.External}, Kroner: &plan.KronerRange{High: drejebog.NewKroner(huge)},
		}, "DB-018"},
		"no action": {plan.Adjustment{Line: plan.Line{Step: "no such step"}}, "DB-001"},
	} {
		t.Run(name, func(t *testing.T) {
			p := plan.New("Vejen")
			p.Adjustments = []plan.Adjustment{test.Adjustment}
			s := schedule(t, p)
			e, err := estimate.Compute(s, reference(t))
			require.NoError(t, err)
			assert.Equal(t, estimateOf(t, plan.New("Vejen")).Total().Likely.String(), e.Total().Likely.String())
			codes := estimatetest.Codes(slices.Concat(s.Findings, e.Findings))
			assert.Len(t, slices.DeleteFunc(codes, func(code string) bool { return code != test.code }), 1, "told once: %v", estimatetest.Codes(slices.Concat(s.Findings, e.Findings)))
		})
	}
}

func TestAPriceThatThePlanKnowsTakesAnUnpricedLineIn(t *testing.T) {
	const parallel = "5.5/paralleldrift@sapa"
	before := adjusted(t, "")
	require.Contains(t, unpriced(before), parallel)
	priced := adjusted(t, "adjustments:\n  - {action: replace, step: "+parallel+", kroner: {low: 100, likely: 200, high: 300}, reason: Tilbud}\n")
	noFault(t, priced)
	assert.NotContains(t, unpriced(priced), parallel)
	assert.Equal(t, "200.00", costs(priced, parallel))
	dropped := adjusted(t, "adjustments:\n  - {action: drop, step: "+parallel+", reason: Ingen}\n")
	assert.NotContains(t, unpriced(dropped), parallel)
}

func unpriced(e *estimate.Estimate) []string {
	var tasks []string
	for _, n := range e.NotEstimable {
		tasks = append(tasks, n.Task)
	}
	return tasks
}

func TestAnOptionThatThePlanBuysIsNoLongerOpen(t *testing.T) {
	open := adjusted(t, "")
	bought := adjusted(t, "adjustments:\n  - {action: add, step: 4.7/arbejdsgange@ky, role: it-chef, kind: external, kroner: {low: 1, likely: 2, high: 3}, reason: r}\n")
	assert.Less(t, len(bought.NotEstimable), len(open.NotEstimable))
}

func TestOwnTasksWithHoursCount(t *testing.T) {
	const task = "own:\n  own/pilot: {name: Pilot, duration: 10, plannedStart: 2014-12-22, hours: 40, responsible: projektleder}\n"
	e := adjusted(t, task)
	noFault(t, e)
	assert.Equal(t, "4000.00", costs(e, "own/pilot"))
	scaled := adjusted(t, task+"adjustments:\n  - {action: scale, step: own/pilot, factor: 0.5, reason: r}\n")
	assert.Equal(t, "2000.00", costs(scaled, "own/pilot"))
	instead := adjusted(t, task+"adjustments:\n  - {action: add, step: own/pilot, role: projektleder, kind: own, hours: {low: 1, likely: 2, high: 3}, reason: r}\n")
	assert.Equal(t, "200.00", costs(instead, "own/pilot"), "the adjustment's hours stand for the task's")
	nobody := adjusted(t, "own:\n  own/pilot: {name: Pilot, duration: 3, hours: 40}\n")
	assert.Equal(t, "own/pilot", findingOf(t, nobody, "DB-416").Subject)
}

func TestTheFirstTimeAfterAGoLiveCanBeAdjusted(t *testing.T) {
	before := estimateOf(t, plan.New("Vejen"))
	for adjustment, want := range map[string]string{
		"{action: drop, step: golive@ky, reason: r}":                                                   "0.00",
		"{action: scale, step: golive@ky, factor: 2, reason: r}":                                       "477152.00",
		"{action: replace, step: golive@ky, hours: {low: 10, likely: 100, high: 200}, reason: r}":      "31000.00",
		"{action: scale, step: golive, kind: backfill, factor: 0, reason: Kun KSD har vikarer}":        "238576.00",
		"{action: replace, step: golive@ky, kroner: {low: 1, likely: 1, high: 1}, reason: Ikke timer}": "238576.00",
	} {
		p, findings := plan.Read(theBook(t), "plan.yaml", strings.NewReader("kommune: Vejen\nadjustments: ["+adjustment+"]\n"))
		require.NotNil(t, p, "%v", findings)
		assert.Equal(t, want, costs(estimateOf(t, p), "golive@ky"), adjustment)
	}
	assert.Equal(t, "238576.00", costs(before, "golive@ky"))
}

func TestAChangedGoLiveHasItsNameInTheTableOfDifferences(t *testing.T) {
	p, findings := plan.Read(theBook(t), "plan.yaml", strings.NewReader("kommune: Vejen\nadjustments: [{action: drop, step: golive@ky, reason: \"-ikke\"}]\n"))
	require.NotNil(t, p, "%v", findings)
	text := textOf(t, estimateOf(t, p))
	assert.Contains(t, text, "  Idriftsættelse (KY), slutbruger, egne timer")
	assert.NotContains(t, text, "golive@ky")
}
