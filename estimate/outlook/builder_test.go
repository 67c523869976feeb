package outlook_test

import (
	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/estimate/estimatereport"
	"github.com/drejebog/monopolbrud/estimate/internal/estimatetest"
	"github.com/drejebog/monopolbrud/estimate/outlook"
	"github.com/stretchr/testify/require"
)

var (
	schedule   = estimatetest.Schedule
	estimateOf = estimatetest.Of
	published  = estimatetest.Published
	hours      = estimatetest.Hours
	kroner     = estimatetest.Kroner
	documentOf = estimatetest.JSON
)

// pageOf is what is told of an uncertainty.
func pageOf(t require.TestingT, u *outlook.Uncertainty, language lang.Lang) string {
	return booktest.Written(t, estimatereport.Uncertainty(u), "txt", language)
}
