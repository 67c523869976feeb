package match

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// ownTasks finds the own tasks that a plan had when the matcher was made, and
// hands out ids for new ones.
type ownTasks struct {
	projects map[string]string   // by id
	byName   map[string][]string // ids by the name in small letters, those with the lower number first
	last     map[string]int      // the number that an id was last tried with, by what stands before it
}

func ownTasksOf(p *plan.Plan) ownTasks {
	o := ownTasks{projects: map[string]string{}, byName: map[string][]string{}, last: map[string]int{}}
	for id, own := range p.Own {
		name := strings.ToLower(strings.TrimSpace(own.Name))
		o.projects[id], o.byName[name] = own.Project, append(o.byName[name], id)
	}
	for _, ids := range o.byName {
		slices.SortFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b)) })
	}
	return o
}

// OwnID returns the id of the plan's own task that a list of another program
// means by a name and the id of a project, or else one that is free for it. Of a
// name that stands twice, the tasks are told apart by their order: those that
// are taken are passed over. Where the project is not known, the one task of
// that name is meant, whatever it is for; near holds the ids of several.
func (m *Matcher) OwnID(name, project string, taken func(id string) bool) (id string, near []string) {
	name = strings.TrimSpace(name)
	var others []string // for another project
	for _, id := range m.own.byName[strings.ToLower(name)] {
		switch {
		case taken(id):
		case m.own.projects[id] == project:
			return id, nil
		case project == "":
			others = append(others, id)
		}
	}
	if len(others) == 1 {
		return others[0], nil
	}
	return m.own.free("own/"+cmp.Or(lang.Slug(name), "opgave"), taken), others
}

// free returns an id that nobody has: with a number from 2 behind it where the
// bare one is taken.
func (o *ownTasks) free(base string, taken func(id string) bool) string {
	for {
		o.last[base]++
		id := base
		if n := o.last[base]; n > 1 {
			id += "-" + strconv.Itoa(n)
		}
		if _, had := o.projects[id]; !had && !taken(id) {
			return id
		}
	}
}
