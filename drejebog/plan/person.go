package plan

import (
	"slices"
	"strings"

	"github.com/rickb777/date/v2"
)

// Person is somebody, or a position to be filled, in the kommune's project
// organisation.
type Person struct {
	Name         string    `yaml:"name"`
	Roles        []string  `yaml:"roles,required" plan:"of=project-role"` // role ids, with "@project" where only for one: "projektleder@sapa"
	HoursPerWeek *int      `yaml:"hoursPerWeek" plan:"0..60"`             // what the person has for all roles together; nil: not known
	Absences     []Absence `yaml:"absences" plan:"most=500"`              // days away
	Note         string    `yaml:"note"`
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
