package lang

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Fold reduces a name to what tells names of kommuner apart, so that what a
// user types can be matched with == : case, hyphens, spaces and dots are
// dropped, æ, ø, å (and ä, ö) become ae, oe, aa, and so go a last "Kommune" or
// "Regionskommune" and the s of a genitive. "Høje Tåstrup kommune" folds to
// the same as "Høje-Taastrup", "Nordfyn" to the same as "Nordfyns Kommune".
//
// The result is for comparing only: the s of "Randers" is gone as well.
func Fold(name string) string {
	folded := marks.Replace(Letters(norm.NFC.String(strings.ToValidUTF8(name, ""))))
	folded = strings.Join(strings.Fields(folded), "")
	folded = strings.TrimSuffix(strings.TrimSuffix(folded, "kommune"), "regions")
	return strings.TrimSuffix(folded, "s")
}

// Letters writes a text in small letters, and æ, ø, å (and ä, ö) as ae, oe, aa,
// as people do who have no such keys.
func Letters(text string) string { return letters.Replace(strings.ToLower(text)) }

var (
	letters = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa", "ä", "ae", "ö", "oe")
	marks   = strings.NewReplacer("-", "", "–", "", "_", "", ".", "", "'", "", "’", "")
)
