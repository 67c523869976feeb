package timeline

import (
	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// What is said is told by who writes it. A text before that is a name, the reason
// of a dependency, or what a finding reads: they have a field for one.

// say is a message of the playbook's words; nothing of a schedule that nobody
// computed.
func (s *Schedule) say(id string, args lang.Args) lang.Said {
	if !s.IsComputed() {
		return lang.Said{}
	}
	return s.Book.Words.Message(id, args)
}

// key is the word of an enumeration's key.
func (s *Schedule) key(group, key string, args lang.Args) lang.Said {
	return s.say(group+"/"+key, args)
}

// told is what is said as a text, for a field that holds one.
func told(said lang.Said) lang.Text { return said.Text() }

// goOn adds a sentence to what a finding reads.
func goOn(f *drejebog.Finding, sentence lang.Said) {
	f.Text = lang.Joined(" ", f.Text, sentence.Text())
}

// withNote is a name with notes in brackets behind it.
func withNote(name lang.Text, notes ...lang.Text) lang.Text {
	return lang.Joined(" ", name, lang.Bracketed(notes...))
}
