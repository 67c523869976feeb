package readiness

import "github.com/drejebog/monopolbrud/drejebog/lang"

// say is a message of the playbook's words, with its places filled.
func (a *assessor) say(id string, args lang.Args) lang.Text { return a.Book.Words.Say(id, args) }

// say is a message of the playbook's words, with its places filled.
func (a *Assessment) say(id string, args lang.Args) lang.Text {
	return a.Schedule.Book.Words.Say(id, args)
}
