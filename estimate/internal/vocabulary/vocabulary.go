package vocabulary

import (
	"maps"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan"
)

// Vocabulary is every id that a line may name, of all editions, and what its step or
// milestone is for.
type Vocabulary struct {
	Steps, Milestones, Roles, Drivers, Projects, Parties Words

	ofStep, ofMilestone map[string]Scope
}

// Words are ids.
type Words struct {
	List  []string // in the order of the book
	known map[string]bool
	own   map[string]plan.OwnTask // beside them
}

// Has reports whether a word is one of them, or of the plan's own.
func (w *Words) Has(word string) bool {
	if w.known[word] {
		return true
	}
	_, own := w.own[word]
	return own
}

// All are the words in order, those of the plan's own last.
func (w *Words) All() []string {
	return append(slices.Clone(w.List), slices.Sorted(maps.Keys(w.own))...)
}

// Scope is what a step or a milestone is for.
type Scope struct {
	Projects []string
	free     bool // it hangs on what the plan holds: one for each add-on
	known    bool // the book has it: an own task has no scope
}

// Holds reports whether it can be for a project.
func (s *Scope) Holds(project string) bool {
	return !s.known || s.free || slices.Contains(s.Projects, project)
}

// Of is the vocabulary of a book, which has every id where it is one of all editions.
func Of(book *drejebog.Playbook) Vocabulary {
	v := Vocabulary{
		Milestones:  wordsOf(drejebog.IDsOf(book.Milestones, func(m *drejebog.Milestone) string { return m.ID })),
		Roles:       wordsOf(drejebog.IDsOf(book.Roles, func(r *drejebog.Role) string { return r.ID })),
		Drivers:     wordsOf(drejebog.IDsOf(book.Drivers, func(d *drejebog.Driver) string { return d.ID })),
		Projects:    wordsOf(drejebog.IDsOf(book.Projects, func(p *drejebog.Project) string { return p.ID })),
		Parties:     wordsOf(drejebog.IDsOf(book.Parties, func(p *drejebog.Party) string { return p.ID })),
		Steps:       Words{known: map[string]bool{}},
		ofStep:      map[string]Scope{},
		ofMilestone: map[string]Scope{},
	}
	for i := range book.Activities {
		a := &book.Activities[i]
		for j := range a.Steps {
			id := a.StepID(&a.Steps[j])
			v.Steps.add(id)
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

// With are the words of a book and the tasks of a plan's own.
func (v Vocabulary) With(own map[string]plan.OwnTask) Vocabulary {
	v.Steps.own = own
	return v
}

// ScopeOf is what a step, or where there is none a milestone, is for by the whole book.
func (v *Vocabulary) ScopeOf(step, milestone string) Scope {
	if step != "" {
		return v.ofStep[step]
	}
	return v.ofMilestone[milestone]
}

// with is a scope with one more row of the same id.
func (s Scope) with(book *drejebog.Playbook, of drejebog.Scope, projects, systems []string) Scope {
	s.known, s.free = true, of == drejebog.PerAddOn
	if of == drejebog.PerProject {
		s.Projects = append(s.Projects, projects...)
	}
	if of == drejebog.PerSystem || of == drejebog.PerContract {
		for _, id := range systems {
			if system := book.System(id); system != nil {
				s.Projects = append(s.Projects, system.Project)
			}
		}
	}
	return s
}

func wordsOf(list []string) Words {
	w := Words{known: make(map[string]bool, len(list))}
	for _, word := range list {
		w.add(word)
	}
	return w
}

func (w *Words) add(word string) {
	w.List = append(w.List, word)
	w.known[word] = true
}
