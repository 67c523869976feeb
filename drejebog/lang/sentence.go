package lang

import (
	"strings"
	"unicode"
)

// Capital begins a text with a capital letter, as a sentence begins.
func Capital(t Text) Text {
	return begun(t, func(first []rune) { first[0] = unicode.ToUpper(first[0]) })
}

// Small begins a name with a small letter, as a word within a sentence does; an
// abbreviation, whose second letter is a capital one, stays.
func Small(t Text) Text {
	return begun(t, func(first []rune) {
		if len(first) > 1 && !unicode.IsUpper(first[1]) {
			first[0] = unicode.ToLower(first[0])
		}
	})
}

// begun lets the beginning of a text be changed in each language that has one.
func begun(t Text, change func(runes []rune)) Text {
	in := func(text string) string {
		runes := []rune(text)
		if len(runes) > 0 {
			change(runes)
		}
		return string(runes)
	}
	return Text{DA: in(t.DA), EN: in(t.EN)}
}

// Joined lists texts with a mark between them; those in neither language are
// left out.
func Joined(mark string, list ...Text) Text {
	var da, en []string
	for _, t := range list {
		if !t.IsZero() {
			da, en = append(da, t.DA), append(en, t.EN)
		}
	}
	return Text{DA: strings.Join(da, mark), EN: strings.Join(en, mark)}
}
