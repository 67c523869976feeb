package estimate

import (
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// vocabulary is every id that a line may name, of all editions, and what its step or
// milestone is for. That of a book is kept with it.
type vocabulary struct {
	steps, milestones, roles, drivers, projects, parties words

	ofStep, ofMilestone map[string]scope
}

// words are ids, in the order of the book.
type words struct {
	list  []string
	known map[string]bool
	own   map[string]plan.OwnTask // beside them
}

func (w *words) has(word string) bool {
	if w.known[word] {
		return true
	}
	_, own := w.own[word]
	return own
}

// all are the words in order, those of the plan's own last.
func (w *words) all() []string {
	return append(slices.Clone(w.list), slices.Sorted(maps.Keys(w.own))...)
}

// scope is what a step or a milestone is for.
type scope struct {
	projects []string
	free     bool // it hangs on what the plan holds: one for each add-on
	known    bool // the book has it: an own task has no scope
}

func vocabularyOf(book *drejebog.Playbook) vocabulary {
	v := vocabulary{
		milestones:  wordsOf(ids(book.Milestones, func(m *drejebog.Milestone) string { return m.ID })),
		roles:       wordsOf(ids(book.Roles, func(r *drejebog.Role) string { return r.ID })),
		drivers:     wordsOf(ids(book.Drivers, func(d *drejebog.Driver) string { return d.ID })),
		projects:    wordsOf(ids(book.Projects, func(p *drejebog.Project) string { return p.ID })),
		parties:     wordsOf(ids(book.Parties, func(p *drejebog.Party) string { return p.ID })),
		steps:       words{known: map[string]bool{}},
		ofStep:      map[string]scope{},
		ofMilestone: map[string]scope{},
	}
	for i := range book.Activities {
		a := &book.Activities[i]
		for j := range a.Steps {
			id := a.StepID(&a.Steps[j])
			v.steps.add(id)
			of, projects, systems := a.ScopeOf(&a.Steps[j])
			v.ofStep[id] = v.ofStep[id].with(book, of, projects, systems)
		}
	}
	for i := range book.Milestones { // one id may have several rows
		m := &book.Milestones[i]
		v.ofMilestone[m.ID] = v.ofMilestone[m.ID].with(book, m.Scope, m.Projects, m.Systems)
	}
	return v
}

// with are the words of a book and the tasks of a plan's own.
func (v vocabulary) with(own map[string]plan.OwnTask) vocabulary {
	v.steps.own = own
	return v
}

// scopeOf is what a line's step, or its milestone, is for by the whole book.
func (v *vocabulary) scopeOf(line *Line) scope {
	if line.Step != "" {
		return v.ofStep[line.Step]
	}
	return v.ofMilestone[line.Milestone]
}

// with is a scope with one more row of the same id.
func (s scope) with(book *drejebog.Playbook, of drejebog.Scope, projects, systems []string) scope {
	s.known, s.free = true, of == drejebog.PerAddOn
	if of == drejebog.PerProject {
		s.projects = append(s.projects, projects...)
	}
	if of == drejebog.PerSystem || of == drejebog.PerContract {
		for _, id := range systems {
			if system := book.System(id); system != nil {
				s.projects = append(s.projects, system.Project)
			}
		}
	}
	return s
}

func wordsOf(list []string) words {
	w := words{known: make(map[string]bool, len(list))}
	for _, word := range list {
		w.add(word)
	}
	return w
}

func (w *words) add(word string) {
	w.list = append(w.list, word)
	w.known[word] = true
}

func ids[T any](list []T, id func(*T) string) []string {
	all := make([]string, len(list))
	for i := range list {
		all[i] = id(&list[i])
	}
	return all
}
