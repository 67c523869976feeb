package readiness

import (
	"strings"
	"unicode"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// say is a message of the playbook's words, with its places filled.
func (a *assessor) say(id string, args lang.Args) lang.Text { return a.Book.Words.Say(id, args) }

// say is a message of the playbook's words, with its places filled.
func (a *Assessment) say(id string, args lang.Args) lang.Text {
	return a.Schedule.Book.Words.Say(id, args)
}

// capital begins a text with a capital letter, as a sentence begins.
func capital(t lang.Text) lang.Text {
	return begun(t, func(first []rune) {
		first[0] = unicode.ToUpper(first[0])
	})
}

// small begins a name with a small letter, as a word within a sentence does; an
// abbreviation stays.
func small(t lang.Text) lang.Text {
	return begun(t, func(first []rune) {
		if len(first) > 1 && !unicode.IsUpper(first[1]) {
			first[0] = unicode.ToLower(first[0])
		}
	})
}

// begun lets the beginning of a text be changed in each language that has one.
func begun(t lang.Text, change func(runes []rune)) lang.Text {
	in := func(text string) string {
		runes := []rune(text)
		if len(runes) > 0 {
			change(runes)
		}
		return string(runes)
	}
	return lang.Text{DA: in(t.DA), EN: in(t.EN)}
}

// joined lists texts with a mark between them.
func joined(list []lang.Text, mark string) lang.Text {
	da, en := make([]string, len(list)), make([]string, len(list))
	for i := range list {
		da[i], en[i] = list[i].DA, list[i].EN
	}
	return lang.Text{DA: strings.Join(da, mark), EN: strings.Join(en, mark)}
}
