package estimate_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/stretchr/testify/require"
)

// fatal is what a test and a property have in common.
type fatal interface {
	require.TestingT
	Helper()
}

var (
	theBook    = booktest.Book
	sample     = estimatetest.Sample
	casePlan   = estimatetest.Vejen
	planAsOf   = estimatetest.AsOf
	withGoLive = estimatetest.GoingLive
	schedule   = estimatetest.Schedule
	reference  = estimatetest.Reference
	estimateOf = estimatetest.Of
	hours      = estimatetest.Hours
	kroner     = estimatetest.Kroner
	published  = estimatetest.Published
	oneRate    = estimatetest.OneRate
	percent    = estimatetest.Percent
	day        = estimatetest.Day
	documentOf = estimatetest.JSON
	flat       = estimatetest.Flat
	noFault    = estimatetest.HasNoFault
)

func money(t *testing.T, want string, got drejebog.Kroner) {
	t.Helper()
	estimatetest.IsMoney(t, want, got)
}

// pageOf is a document as text.
func pageOf(t fatal, d *document.Document, language lang.Lang) string {
	t.Helper()
	return booktest.Written(t, d, "txt", language)
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
