package plan

import (
	"cmp"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// Who returns the id of the person of the plan, or else of the role, that a
// text names by id or name; "" for neither, and for a name that two people
// have.
func (p *Plan) Who(book *drejebog.Playbook, text string) string {
	if id := p.person(text); id != "" {
		return id
	}
	for i := range book.Roles {
		if role := &book.Roles[i]; isCalled(text, role.ID, role.Name) {
			return role.ID
		}
	}
	return ""
}

// Executor is Who of those that may carry a task out: parties, too.
func (p *Plan) Executor(book *drejebog.Playbook, text string) string {
	if id := p.Who(book, text); id != "" {
		return id
	}
	for i := range book.Parties {
		if party := &book.Parties[i]; isCalled(text, party.ID, party.Name) {
			return party.ID
		}
	}
	return ""
}

func (p *Plan) person(text string) string {
	if _, ok := p.People[text]; ok {
		return text
	}
	found := ""
	for _, id := range sortedKeys(p.People) {
		if !strings.EqualFold(id, text) && !strings.EqualFold(p.People[id].Name, text) {
			continue
		}
		if found != "" {
			return ""
		}
		found = id
	}
	return found
}

func isCalled(text, id string, name lang.Text) bool {
	return strings.EqualFold(id, text) || strings.EqualFold(name.DA, text) || strings.EqualFold(name.EN, text)
}

// NameOf is what people call a person of the plan, a role or a party: a text
// that Executor, and Who of the first two, takes for the same.
func (p *Plan) NameOf(book *drejebog.Playbook, id string, language lang.Lang) string {
	if person, ok := p.People[id]; ok {
		if name := cmp.Or(person.Name, id); p.person(name) == id {
			return name
		}
		return id
	}
	if role := book.Role(id); role != nil {
		return role.Name.In(language)
	}
	if party := book.Party(id); party != nil {
		return party.Name.In(language)
	}
	return id
}
