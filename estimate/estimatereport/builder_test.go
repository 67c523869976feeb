package estimatereport_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/businesscase"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/drejebog/monopolbrud/estimate/request"
	"github.com/drejebog/monopolbrud/timeline"
	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
)

var theBook = booktest.Book

// sample is one of the sample plans.
func sample(t testing.TB, name string) *plan.Plan {
	t.Helper()
	p, findings := booktest.Sample(t, name)
	require.NotNil(t, p, "%v", findings)
	return p
}

func read(t testing.TB, document, name string) *plan.Plan {
	t.Helper()
	p, findings := plan.Read(theBook(t), name, strings.NewReader(document))
	require.NotNil(t, p, "%v", findings)
	return p
}

// unknown is a plan whose systems go live nobody knows when.
func unknown(kommune string) *plan.Plan {
	p, never := plan.New(kommune), &plan.When{Unknown: true}
	p.Projects = map[string]plan.Rollout{"ky": {GoLive: never}, "ksd": {GoLive: never}, "sapa": {GoLive: never}}
	return p
}

// before is a plan seen from a day of 2013, as early as the playbook.
func before(kommune string, day int) *plan.Plan {
	p, on := plan.New(kommune), date.New(2013, 6, day)
	p.AsOf = &on
	return p
}

var sampled sync.Map // estimates by the name of their sample plan

// sampleEstimate is the estimate of a sample plan, computed once.
func sampleEstimate(t testing.TB, name string) *estimate.Estimate {
	t.Helper()
	if e, met := sampled.Load(name); met {
		return e.(*estimate.Estimate)
	}
	e := estimateOf(t, sample(t, name))
	sampled.Store(name, e)
	return e
}

// estimateOf is the estimate of a plan from the reference set, weighed.
func estimateOf(t testing.TB, p *plan.Plan) *estimate.Estimate {
	t.Helper()
	return estimateBy(t, theBook(t), p)
}

func estimateBy(t testing.TB, book *drejebog.Playbook, p *plan.Plan) *estimate.Estimate {
	t.Helper()
	sched, err := timeline.Compute(book, p)
	require.NoError(t, err)
	contributions, err := estimate.Reference()
	require.NoError(t, err)
	e, err := estimate.Compute(sched, contributions)
	require.NoError(t, err)
	require.NoError(t, e.Weigh(t.Context()))
	return e
}

func caseOf(t testing.TB, e *estimate.Estimate) *document.Document {
	t.Helper()
	b, err := businesscase.Of(e)
	require.NoError(t, err)
	return estimatereport.BusinessCase(b)
}

func requestOf(t testing.TB, e *estimate.Estimate) *document.Document {
	t.Helper()
	r, err := request.Of(e)
	require.NoError(t, err)
	return estimatereport.Request(r)
}

func explanationOf(t testing.TB, e *estimate.Estimate, what string) *document.Document {
	t.Helper()
	explanation, err := estimatereport.Explanation(e, what)
	require.NoError(t, err)
	return explanation
}

func uncertaintyOf(t testing.TB, e *estimate.Estimate) *document.Document {
	t.Helper()
	u, err := outlook.Of(e, outlook.Simulation{Seed: 1, Samples: 1000}, outlook.Simulation{Seed: 1, Samples: 1000, Correlation: 0.5})
	require.NoError(t, err)
	return estimatereport.Uncertainty(u)
}

// textOf is a document as text.
func textOf(t testing.TB, d *document.Document, language lang.Lang) string {
	t.Helper()
	return booktest.Written(t, d, "txt", language)
}

// flat is a text without its line breaks.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }
