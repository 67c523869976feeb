package plan

import (
	"slices"
	"strings"
)

// Person is somebody, or a position to be filled, in the kommune's project
// organisation.
type Person struct {
	Name         string   `yaml:"name"`
	Roles        []string `yaml:"roles,required"` // role ids, with "@project" where only for one: "projektleder@sapa"
	HoursPerWeek *int     `yaml:"hoursPerWeek"`   // what the person has for all roles together; nil: not known
	Note         string   `yaml:"note"`
}

// Holds reports whether the person has the role for the project: for it alone
// or for all.
func (p *Person) Holds(role, project string) bool {
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
		if person := p.People[id]; person.Holds(role, project) {
			ids = append(ids, id)
		}
	}
	return ids
}
