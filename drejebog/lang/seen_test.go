package lang_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

func TestWhatTurnsTheWritingIsShownByItsNumber(t *testing.T) {
	for _, r := range "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" {
		want := fmt.Sprintf("a[U+%04X]b", r)
		assert.Equal(t, want, lang.Visible("a"+string(r)+"b"))
		assert.Equal(t, want, lang.OneLine("a"+string(r)+"b"))
		assert.True(t, lang.IsTurning(r))
	}
}

func TestNoControlCharacterIsLeftInAText(t *testing.T) {
	for r := range rune(0xA0) {
		text := "a" + string(r) + "b"
		isControl, isBreak := r < 0x20 || r >= 0x7F, r == '\n' || r == '\r' || r == '\t'
		visible, line := text, text
		if isControl {
			line = "a b"
		}
		if isControl && !isBreak {
			visible = "a\uFFFDb"
		}
		assert.Equal(t, visible, lang.Visible(text))
		assert.Equal(t, line, lang.OneLine(text))
	}
	assert.Equal(t, "a b c", lang.OneLine("a\u2028b\u2029c"))
	assert.Equal(t, " [31mrød [0m ", lang.OneLine("\x1b[31mrød\x1b[0m\a"))
	assert.Equal(t, "a\uFFFDb", lang.OneLine("a\xffb"))
	assert.Equal(t, "Ærø – 🙂 אב\u00a0", lang.OneLine("Ærø – 🙂 אב\u00a0"))
}

func TestADocumentOfJSONHasWhatSteersByItsNumber(t *testing.T) {
	for r := range rune(0x2070) {
		value := "a" + string(r) + "b🙂"
		document, err := json.Marshal(value)
		require.NoError(t, err)
		escaped := lang.EscapedJSON(document)
		assert.Equal(t, lang.OneLine(string(escaped)), string(escaped))
		var again string
		require.NoError(t, json.Unmarshal(escaped, &again))
		assert.Equal(t, value, again)
	}
	assert.Equal(t, `{"a":"\u202E"}`, string(lang.EscapedJSON([]byte("{\"a\":\"\u202e\"}"))))
}

func TestATextThatAFileShowsIsKept(t *testing.T) {
	for _, was := range []string{"", " blank ", "\u202ekcab", "a\r\nb", "a\x00b", "x;y\tz"} {
		require.Equal(t, was, lang.Kept(was, strings.TrimSpace(lang.Visible(was))), "%q", was)
		require.Equal(t, was, lang.Kept(was, strings.ReplaceAll(lang.Visible(was), "\r\n", "\n")), "%q", was)
		require.Equal(t, was+"!", lang.Kept(was, was+"!"))
	}
}
