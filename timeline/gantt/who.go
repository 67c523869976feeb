package gantt

import (
	"slices"
	"strings"
)

// who answers for an item and who does it: people of the plan where it names
// them, else the role; another party where it is theirs.
func (w words) who(it *item) []string {
	var names []string
	add := func(id string) {
		if name := w.person(id, it.project); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	switch {
	case it.facts.Responsible != "":
		add(it.facts.Responsible)
	case it.role != "":
		add(it.role)
	}
	add(it.facts.Executor)
	if len(names) == 0 {
		add(it.actor)
	}
	return names
}

// person names a person, a role with those who hold it, or a party.
func (w words) person(id, project string) string {
	name := w.s.Plan.Called(w.s.Book, id).In(w.Lang)
	if _, person := w.s.Plan.People[id]; person || w.s.Book.Role(id) == nil {
		return name
	}
	var holders []string
	for _, holder := range w.s.Plan.Holders(id, project) {
		holders = append(holders, w.person(holder, project))
	}
	if len(holders) == 0 {
		return name
	}
	return name + " (" + strings.Join(holders, ", ") + ")"
}
