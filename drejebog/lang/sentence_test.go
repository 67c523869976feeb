package lang_test

import (
	"testing"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/stretchr/testify/assert"
)

func TestANameBeginsWithACapitalOrASmallLetterButAnAbbreviationStays(t *testing.T) {
	for _, row := range []struct{ name, small, capital string }{
		{"Uddannelse", "uddannelse", "Uddannelse"}, {"It-miljø", "it-miljø", "It-miljø"}, {"KMD Sag", "KMD Sag", "KMD Sag"},
		{"ø", "ø", "Ø"}, {"", "", ""}, {"æble", "æble", "Æble"}, {"1. januar", "1. januar", "1. januar"},
	} {
		assert.Equal(t, lang.Both(row.small), lang.Small(lang.Both(row.name)))
		assert.Equal(t, lang.Both(row.capital), lang.Capital(lang.Both(row.name)))
	}
}

func TestTextsAreJoinedWithoutThoseThatAreNone(t *testing.T) {
	a, b := lang.Text{DA: "rød", EN: "red"}, lang.Text{DA: "gul", EN: "yellow"}
	assert.Equal(t, lang.Text{DA: "rød, gul", EN: "red, yellow"}, lang.Joined(", ", a, lang.Text{}, b))
	assert.Equal(t, a, lang.Joined(", ", a))
	assert.Zero(t, lang.Joined(", "))
}
