package timeline

import "github.com/drejebog/monopolbrud/drejebog/lang"

// text is a message of the playbook's words, with its places filled.
func (s *Schedule) text(id string, args lang.Args) lang.Text {
	if !s.isComputed() {
		return lang.Text{}
	}
	return s.Book.Words.Say(id, args)
}
