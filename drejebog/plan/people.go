package plan

import (
	"cmp"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Person is somebody, or a position to be filled, in the kommune's project
// organisation.
type Person struct {
	Name         string          `yaml:"name"`
	Roles        []string        `yaml:"roles,required" plan:"of=project-role"` // role ids, with "@project" where only for one: "projektleder@sapa"
	HoursPerWeek *drejebog.Hours `yaml:"hoursPerWeek" plan:"0..60"`             // what the person has for all roles together; nil: not known
	Absences     []Absence       `yaml:"absences" plan:"most=500"`              // days away
	Note         string          `yaml:"note"`
}

// Absence is days that somebody is away, both ends included. Why is nobody's
// business.
type Absence struct {
	From date.Date  `yaml:"from,required"`
	To   *date.Date `yaml:"to"` // nil: the one day
}

// closures are the absences as closures of one.
func (p Person) closures() []Closure {
	closed := make([]Closure, len(p.Absences))
	for i, a := range p.Absences {
		closed[i] = Closure{From: a.From, To: a.To}
	}
	return closed
}

// holds reports whether the person has the role for the project: for it alone
// or for all.
func (p *Person) holds(role, project string) bool {
	return slices.ContainsFunc(p.Roles, func(held string) bool {
		id, of, one := strings.Cut(held, "@")
		return id == role && (!one || of == project)
	})
}

// Holders returns the ids of the people who have a role for a project, in
// order.
func (p *Plan) Holders(role, project string) []string {
	var ids []string
	for _, id := range sortedKeys(p.People) {
		if person := p.People[id]; person.holds(role, project) {
			ids = append(ids, id)
		}
	}
	return ids
}

// Who returns the id of the person of the plan, or else of the role, that a
// text names by id, or else by name as it is seen: capitals and blanks tell
// none apart. It is "" for neither, and for a name that two people have.
func (p *Plan) Who(book *drejebog.Playbook, text string) string {
	if _, ok := p.People[text]; ok || book.Role(text) != nil {
		return text
	}
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
	if _, ok := p.People[text]; !ok && book.Party(text) != nil {
		return text
	}
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

// person is the only person of the plan whose id or name a text is.
func (p *Plan) person(text string) string {
	found := ""
	for _, id := range sortedKeys(p.People) {
		if !isSeenAs(id, text) && !isSeenAs(p.People[id].Name, text) {
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
	return isSeenAs(id, text) || isSeenAs(name.DA, text) || isSeenAs(name.EN, text)
}

// isSeenAs reports whether a name is what a text shows of it.
func isSeenAs(name, text string) bool {
	seen := func(s string) string { return strings.Join(strings.Fields(lang.OneLine(s)), " ") }
	is := seen(text)
	return is != "" && strings.EqualFold(seen(name), is)
}

// NameOf is what people call a person of the plan, a role or a party: a text
// that Executor, and Who of the first two, takes for the same.
func (p *Plan) NameOf(book *drejebog.Playbook, id string, language lang.Lang) string {
	if name := p.Called(book, id).In(language); p.Executor(book, name) == id {
		return name
	}
	return id
}

// Called is the name of a person of the plan, a role or a party; the id of who has none.
func (p *Plan) Called(book *drejebog.Playbook, id string) lang.Text {
	if p != nil {
		if person, ok := p.People[id]; ok {
			return lang.Both(cmp.Or(person.Name, id))
		}
	}
	if book != nil && book.Role(id) != nil {
		return book.RoleName(id)
	}
	return book.PartyName(id)
}

// Spoken is Called as it stands within a sentence: a role begins with a small letter.
func (p *Plan) Spoken(book *drejebog.Playbook, id string) lang.Text {
	name := p.Called(book, id)
	if p != nil {
		if _, person := p.People[id]; person {
			return name
		}
	}
	if book != nil && book.Role(id) != nil {
		return name.Lower()
	}
	return name
}
