package lang_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
)

func TestTextsAreJoinedAndWhatIsEmptyFallsOut(t *testing.T) {
	one, two := lang.Text{DA: "æble", EN: "apple"}, lang.Both("KY")
	assert.Equal(t, lang.Text{DA: "æble, KY", EN: "apple, KY"}, lang.Joined(", ", one, lang.Text{}, two))
	assert.Equal(t, one, lang.Joined(", ", lang.Text{}, one))
	assert.True(t, lang.Joined(", ").IsZero())
}

func TestATextBeginsASentenceOrStandsWithinOne(t *testing.T) {
	for _, row := range []struct{ name, capital, lower string }{
		{"Åben", "Åben", "åben"},
		{"æble", "Æble", "æble"},
		{"KY", "KY", "KY"},
		{"It-arkitekt", "It-arkitekt", "it-arkitekt"},
		{"X", "X", "X"},
		{"", "", ""},
	} {
		assert.Equal(t, lang.Both(row.capital), lang.Both(row.name).Capital())
		assert.Equal(t, lang.Both(row.lower), lang.Both(row.name).Lower())
	}
}

func TestBracketsOfNothingAreNone(t *testing.T) {
	for want, texts := range map[string][]lang.Text{
		"":        {{}, {}},
		"(a)":     {{}, lang.Both("a")},
		"(a, b.)": {lang.Both("a"), {}, lang.Both("b.")},
		"(KSD)":   {lang.Both("KSD")},
	} {
		assert.Equal(t, lang.Both(want), lang.Bracketed(texts...))
	}
	assert.Equal(t, lang.Text{}, lang.Bracketed())
}

func TestATextIsCutAtAMarkInEitherLanguage(t *testing.T) {
	name := lang.Text{DA: "KOMBIT, som sælger", EN: "KOMBIT"}
	assert.Equal(t, lang.Both("KOMBIT"), name.UpTo(","))
	assert.Equal(t, lang.Text{DA: "ÅRSSKIFTET", EN: "NEW YEAR"}, lang.Text{DA: "årsskiftet", EN: "New Year"}.Upper())
}
