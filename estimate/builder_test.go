package estimate_test

import (
	"bytes"
	"sync"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/form"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// fatal is what a test and a property have in common.
type fatal interface {
	require.TestingT
	Helper()
}

var loadOnce = sync.OnceValues(drejebog.Load)

func theBook(t fatal) *drejebog.Playbook {
	t.Helper()
	book, err := loadOnce()
	require.NoError(t, err)
	return book
}

func schedule(t fatal, p *plan.Plan) *timeline.Schedule {
	t.Helper()
	sched, err := timeline.Compute(theBook(t), p)
	require.NoError(t, err)
	return sched
}

func reference(t fatal) []estimate.Contribution {
	t.Helper()
	contributions, err := estimate.Reference()
	require.NoError(t, err)
	return contributions
}

// estimateOf is the estimate of a plan from the reference set.
func estimateOf(t fatal, p *plan.Plan) *estimate.Estimate {
	t.Helper()
	e, err := estimate.Compute(schedule(t, p), reference(t))
	require.NoError(t, err)
	return e
}

func planAsOf(kommune string, day date.Date) *plan.Plan {
	p := plan.New(kommune)
	p.AsOf = &day
	return p
}

// withGoLive is a plan with all user-facing systems going live on a day.
func withGoLive(kommune string, on *plan.When) *plan.Plan {
	p := plan.New(kommune)
	p.Projects = map[string]plan.Project{"ky": {GoLive: on}, "ksd": {GoLive: on}, "sapa": {GoLive: on}}
	return p
}

func day(t fatal, iso string) date.Date {
	t.Helper()
	d, err := lang.ParseISO(iso)
	require.NoError(t, err)
	return d
}

func hours(low, likely, high string) *estimate.HoursRange {
	h := func(s string) drejebog.Hours { return drejebog.NewHours(decimal.RequireFromString(s)) }
	return &estimate.HoursRange{Low: h(low), Likely: h(likely), High: h(high)}
}

func kroner(low, likely, high string) *estimate.KronerRange {
	k := func(s string) drejebog.Kroner { return drejebog.NewKroner(decimal.RequireFromString(s)) }
	return &estimate.KronerRange{Low: k(low), Likely: k(likely), High: k(high)}
}

// published is a contribution that was always out.
func published(t fatal, lines ...estimate.Line) []estimate.Contribution {
	on := day(t, "2013-06-19")
	c := estimate.Contribution{ID: "test", BudgetYear: 2015, By: "kombit", Lines: lines}
	c.Published, c.Certainty = &on, drejebog.Stated
	for i := range c.Lines {
		c.Lines[i].Contribution = c.ID
		if c.Lines[i].Certainty == 0 {
			c.Lines[i].Certainty = drejebog.Stated
		}
	}
	return []estimate.Contribution{c}
}

// oneRate is a set of assumptions with one hourly rate and no drivers.
func oneRate(role, likely string) estimate.Assumptions {
	return estimate.Assumptions{PriceLevel: 2014, Rates: []estimate.Rate{{
		Role: role, Kind: estimate.Own, Kroner: *kroner(likely, likely, likely),
		Provenance: drejebog.Provenance{Certainty: drejebog.Stated},
	}}}
}

// pageOf is a document as text.
func pageOf(t fatal, d *document.Document, language lang.Lang) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, d.WriteText(&out, language))
	return out.String()
}

// explanationOf are the paragraphs that explain lines.
func explanationOf(t fatal, e *estimate.Estimate, what string) []lang.Text {
	t.Helper()
	explanation, err := estimatereport.Explanation(e, what)
	require.NoError(t, err)
	var texts []lang.Text
	for _, block := range explanation.Blocks {
		switch b := block.(type) {
		case document.Paragraph:
			texts = append(texts, b.Text)
		case document.List:
			for _, item := range b.Items {
				texts = append(texts, item.Text)
			}
		}
	}
	return texts
}

// documentOf is a value's documented JSON.
func documentOf(t fatal, value any) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, form.Write(&out, value))
	return out.String()
}

func money(t *testing.T, want string, got drejebog.Kroner) {
	t.Helper()
	require.Equal(t, want, got.Decimal().StringFixed(2))
}

func noFault(t *testing.T, e *estimate.Estimate) {
	t.Helper()
	for _, f := range e.Findings {
		require.NotEqual(t, drejebog.Fault, f.Severity, f.Text.EN)
	}
}
