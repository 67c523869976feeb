package lang_test

import (
	"strings"
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
)

func TestNearestForgivesOneSlipInThree(t *testing.T) {
	known := []string{"Roskilde", "Ærø", "Aarhus", "Åbenrå", "superbrugere", "slutbrugere"}
	for word, want := range map[string]string{
		"roskidle": "Roskilde", "aeroe": "Ærø", "århus": "Aarhus", "aabenraa": "Åbenrå", "super-brugere": "superbrugere",
		"slutbruger": "slutbrugere", "København": "", "": "", "x": "", strings.Repeat("a", 100): "",
	} {
		assert.Equal(t, want, lang.Nearest(word, known), word)
	}
}
