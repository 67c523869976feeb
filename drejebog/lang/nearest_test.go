package lang_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
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

// What Nearest passes over without counting is never nearer.
func TestNearestIsTheFirstOfTheLeastDistance(t *testing.T) {
	word := rapid.StringMatching(`[abæ A]{0,9}`)
	rapid.Check(t, func(t *rapid.T) {
		known, asked := rapid.SliceOfN(word, 0, 12).Draw(t, "known"), word.Draw(t, "word")
		want, least := "", 1000
		for _, candidate := range known {
			longer := max(utf8.RuneCountInString(lang.Folded(asked)), utf8.RuneCountInString(lang.Folded(candidate)))
			if d := lang.Distance(asked, candidate); 3*d <= longer && d < least && lang.Folded(asked) != "" {
				want, least = candidate, d
			}
		}
		assert.Equal(t, want, lang.Nearest(asked, known))
		assert.Equal(t, want, lang.NewLexicon(known).Nearest(asked))
	})
}
