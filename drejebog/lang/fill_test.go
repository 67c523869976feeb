package lang_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
)

func TestASentenceThatIsEmptyTakesTheBlankBeforeItWithIt(t *testing.T) {
	for _, row := range []struct{ text, with, without string }{
		{"Ret nøglen. {x}", "Ret nøglen. A", "Ret nøglen."},
		{"{x}", "A", ""},
		{"Før {x} og efter", "Før A og efter", "Før  og efter"},
		{"Tæt på:{x}", "Tæt på:A", "Tæt på:"},
	} {
		assert.Equal(t, lang.Both(row.with), lang.Both(row.text).Fill(lang.Args{"x": lang.Both("A")}), row.text)
		assert.Equal(t, lang.Both(row.without), lang.Both(row.text).Fill(lang.Args{"x": lang.Text{}}), row.text)
		assert.Equal(t, lang.Both(row.text), lang.Both(row.text).Fill(lang.Args{"y": lang.Both("A")}), row.text)
	}
}
