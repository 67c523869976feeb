package drejebog

import "github.com/drejebog/monopolbrud/drejebog/lang"

// Suggestion asks whether the nearest of the known words was meant, as a
// sentence to stand behind another: it begins with a blank. It is empty where
// none is near.
func (b *Playbook) Suggestion(word string, known []string) lang.Text {
	near := lang.Nearest(word, known)
	if near == "" {
		return lang.Text{}
	}
	asked := b.Words.Say("common/did-you-mean", lang.Args{"name": lang.Both(near)})
	return lang.Joined("", lang.Both(" "), asked)
}
