package lang_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// A text is cut between characters; one without any begins nowhere.
func TestALongTextIsCutBetweenCharacters(t *testing.T) {
	assert.Equal(t, lang.Both("aæ…"), lang.Both("aæøå").AtMost(4))
	assert.Equal(t, lang.Both("aæøå"), lang.Both("aæøå").AtMost(7))
	assert.Equal(t, "…", lang.Both(strings.Repeat("\x80", 5)).AtMost(3).DA)
}
