package request_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/estimate/request"
	"github.com/stretchr/testify/require"
)

var (
	theBook    = booktest.Book
	sample     = estimatetest.Sample
	casePlan   = estimatetest.Vejen
	withGoLive = estimatetest.GoingLive
	schedule   = estimatetest.Schedule
	reference  = estimatetest.Reference
	estimateOf = estimatetest.Of
	planAsOf   = estimatetest.AsOf
	percent    = estimatetest.Percent
	oneRate    = estimatetest.OneRate
	published  = estimatetest.Published
	kroner     = estimatetest.Kroner
	day        = estimatetest.Day
	flat       = estimatetest.Flat
	noFault    = estimatetest.HasNoFault
)

// of is the request of an estimate.
func of(t require.TestingT, e *estimate.Estimate) *request.Request {
	r, err := request.Of(e)
	require.NoError(t, err)
	return r
}

// pageOf is a document as text.
func pageOf(t require.TestingT, d *document.Document, language lang.Lang) string {
	return booktest.Written(t, d, "txt", language)
}

func money(t *testing.T, want string, got drejebog.Kroner) {
	t.Helper()
	estimatetest.IsMoney(t, want, got)
}

func BenchmarkRequest(b *testing.B) {
	e := estimateOf(b, plan.New("Vejen"))
	for b.Loop() {
		_, err := request.Of(e)
		require.NoError(b, err)
	}
}
