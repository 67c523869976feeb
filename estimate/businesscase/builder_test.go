package businesscase_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/businesscase"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/stretchr/testify/require"
)

var (
	theBook    = booktest.Book
	sample     = estimatetest.Sample
	casePlan   = estimatetest.Vejen
	schedule   = estimatetest.Schedule
	reference  = estimatetest.Reference
	estimateOf = estimatetest.Of
	percent    = estimatetest.Percent
	documentOf = estimatetest.JSON
	codesOf    = estimatetest.Codes
)

// of is the business case of an estimate.
func of(t require.TestingT, e *estimate.Estimate) *businesscase.Case {
	b, err := businesscase.Of(e)
	require.NoError(t, err)
	return b
}

// caseOf is the business case of a plan whose only cost is a purchase of
// 600.000 kr., or half or double of it, in 2014.
func caseOf(t require.TestingT, p *plan.Plan) *businesscase.Case {
	year, kr := 2014, estimatetest.Kroner("300000", "600000", "1200000")
	p.Adjustments = []plan.Adjustment{{
		Action: plan.Add, Line: plan.Line{Step: "4.12/opstart", Role: "it-chef", Kind: plan.External}, Year: &year, Reason: "prøve",
		Kroner: &plan.KronerRange{Low: kr.Low, Likely: kr.Likely, High: kr.High},
	}}
	e, err := estimate.Compute(schedule(t, p), estimatetest.Published())
	require.NoError(t, err)
	return of(t, e)
}

// pageOf is what is told of a case.
func pageOf(t require.TestingT, b *businesscase.Case, language lang.Lang) string {
	return booktest.Written(t, estimatereport.BusinessCase(b), "txt", language)
}

func money(t *testing.T, want string, got drejebog.Kroner) {
	t.Helper()
	estimatetest.IsMoney(t, want, got)
}
