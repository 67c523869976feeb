package drejebog

import "github.com/drejebog/monopolbrud/drejebog/lang"

// Suggestion is the sentence that asks whether the nearest of the known words was
// meant. It is empty where none is near.
func (b *Playbook) Suggestion(word string, known []string) lang.Text {
	near := lang.Nearest(word, known)
	if near == "" {
		return lang.Text{}
	}
	return b.Words.Say("common/did-you-mean", lang.Args{"name": lang.Both(near)})
}
