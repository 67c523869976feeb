package drejebog

import (
	"strings"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds"
	"github.com/drejebog/monopolbrud/seeds/compact"
)

// BuiltInWords returns the words among the module's own data files, for what is
// told where there is no playbook: why one cannot be read, or what is wrong with
// a file that needs none. Nobody may change them.
func BuiltInWords() *lang.Catalogue { return builtInWords() }

var builtInWords = sync.OnceValue(compactWords)

// compactWords reads the words from their compact form. That it can be read, and
// is what the data files say, a test holds.
func compactWords() *lang.Catalogue {
	var messages map[string]lang.Message
	_ = compact.Read(seeds.CompactWords(), &messages)
	return lang.CatalogueOf(messages)
}

// Told is what is wrong with the data files, for people: a line for each fault,
// with its place, by the built-in words.
func (e *SeedError) Told() lang.Text {
	var told lang.Text
	for _, fault := range e.Faults {
		told = lang.Joined("\n", told, lang.Joined(": ", lang.Both(fault.Place().String()), BuiltInWords().Of(fault)))
	}
	return told
}

// ScopeName is the name of a project or of a legacy system; the id of one that
// the book does not have.
func (b *Playbook) ScopeName(id string) string {
	if b == nil {
		return id
	}
	if p := b.Project(id); p != nil {
		return p.Name
	}
	if s := b.System(id); s != nil {
		return s.Name
	}
	return id
}

// ScopeText is ScopeName as a text, and "the kommune as a whole" for none.
func (b *Playbook) ScopeText(id string) lang.Text {
	if id == "" && b != nil {
		return b.Words.Say("common/whole-kommune", nil)
	}
	return lang.Both(b.ScopeName(id))
}

// ScopeNames are the names of projects or legacy systems, with commas between.
func (b *Playbook) ScopeNames(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = b.ScopeName(id)
	}
	return strings.Join(names, ", ")
}

// PartyName is the name of a party; the id of one that the book does not have.
func (b *Playbook) PartyName(id string) lang.Text {
	if b != nil {
		if p := b.Party(id); p != nil {
			return p.Name
		}
	}
	return lang.Both(id)
}

// RoleName is the name of a role; the id of one that the book does not have.
func (b *Playbook) RoleName(id string) lang.Text {
	if b != nil {
		if r := b.Role(id); r != nil {
			return r.Name
		}
	}
	return lang.Both(id)
}

// DriverName is the name of a driver; the id of one that the book does not have.
func (b *Playbook) DriverName(id string) lang.Text {
	if b != nil {
		if d := b.Driver(id); d != nil {
			return d.Name
		}
	}
	return lang.Both(id)
}

// PartyShortName is PartyName without what stands behind a comma.
func (b *Playbook) PartyShortName(id string) lang.Text {
	return b.PartyName(id).UpTo(",")
}

// Listed puts texts in a row, as a sentence does: "KY, KSD og SAPA".
func (b *Playbook) Listed(texts ...lang.Text) lang.Text {
	if b == nil {
		return lang.Joined(", ", texts...)
	}
	return b.Words.Listed(texts...)
}

// ListedNames is Listed for names, which are the same in both languages.
func (b *Playbook) ListedNames(names ...string) lang.Text {
	texts := make([]lang.Text, len(names))
	for i, name := range names {
		texts[i] = lang.Both(name)
	}
	return b.Listed(texts...)
}

// Suggestion is the sentence that asks whether the nearest of the known words was
// meant. It is empty where none is near.
func (b *Playbook) Suggestion(word string, known []string) lang.Text {
	near := lang.Nearest(word, known)
	if near == "" {
		return lang.Text{}
	}
	return b.Words.Say("common/did-you-mean", lang.Args{"name": lang.Both(near)})
}
