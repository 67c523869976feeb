package readiness

import "github.com/drejebog/monopolbrud/drejebog/lang"

// What this package says of its own is told by who writes it. The texts that it
// hands on are names, and what a finding says.

// say is a message of the playbook's words.
func (a *assessor) say(id string, args lang.Args) lang.Said { return a.Book.Words.Message(id, args) }

// key is the word of an enumeration's key.
func (a *assessor) key(group, key string, args lang.Args) lang.Said {
	return a.Book.Words.Message(group+"/"+key, args)
}

// say is a message of the playbook's words.
func (a *Assessment) say(id string, args lang.Args) lang.Said {
	return a.Schedule.Book.Words.Message(id, args)
}
