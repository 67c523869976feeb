package drejebog_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

func TestAParagraphKeepsItsWordsAndThePagesWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zæøå]{1,20}`), 0, 60).Draw(t, "words")
		mark := rapid.SampledFrom([]string{"", "  - ", "    "}).Draw(t, "mark")
		var p drejebog.Page
		p.Paragraph(mark, strings.Join(words, "  "))
		assert.Equal(t, words, strings.Fields(strings.TrimPrefix(p.String(), strings.TrimRight(mark, " "))))
		for line := range strings.Lines(p.String()) {
			assert.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), drejebog.PageWidth)
		}
	})
}

func TestAPageSpeaksItsLanguage(t *testing.T) {
	p := drejebog.Page{Lang: drejebog.English}
	p.Heading("Frister", "Deadlines")
	p.Line("ends   ")
	assert.Equal(t, "\nDEADLINES\nends\n", p.String())
}
