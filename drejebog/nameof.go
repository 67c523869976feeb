package drejebog

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

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

// PartyShortName is PartyName without what stands behind a comma.
func (b *Playbook) PartyShortName(id string) lang.Text {
	return b.PartyName(id).UpTo(",")
}

// Listed puts texts in a row, as a sentence does: "KY, KSD og SAPA".
func (b *Playbook) Listed(texts ...lang.Text) lang.Text {
	last := len(texts) - 1
	if b == nil || last < 1 {
		return lang.Joined(", ", texts...)
	}
	return b.Words.Say("common/and", lang.Args{"list": lang.Joined(", ", texts[:last]...), "last": texts[last]})
}

// ListedNames is Listed for names, which are the same in both languages.
func (b *Playbook) ListedNames(names ...string) lang.Text {
	texts := make([]lang.Text, len(names))
	for i, name := range names {
		texts[i] = lang.Both(name)
	}
	return b.Listed(texts...)
}
