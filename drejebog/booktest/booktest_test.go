package booktest_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/booktest"
	"github.com/drejebog/monopolbrud/drejebog/document"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
)

func TestASampleIsReadAndADocumentIsWrittenInEachFormat(t *testing.T) {
	p, findings := booktest.Sample(t, "lemvig.yaml")
	assert.Equal(t, "Lemvig", p.Kommune)
	assert.Empty(t, findings)
	assert.Equal(t, "Roskilde", booktest.Plan(t).Kommune)
	assert.NotNil(t, booktest.Plan(t, "asOf: 2014-06-27", "dataDate: 2014-06-27").DataDate)
	assert.Same(t, booktest.Book(t), booktest.Book(t))
	for format := range booktest.Printers() {
		assert.Contains(t, booktest.Written(t, &document.Document{Subject: lang.Both("Skive")}, format, lang.Danish), "Skive", format)
	}
}
