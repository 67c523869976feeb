package plan

import (
	"reflect"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/plan/grammar"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Keys are the paths of all keys of a plan, with what the words say of each and
// the message that says it.
func Keys(book *drejebog.Playbook) (paths, said, ids []string) {
	for _, g := range theGrammar().Objects() {
		for i := range g.Fields {
			f := &g.Fields[i]
			path := grammar.Joined(g.Path, f.Name)
			paths, said = append(paths, path), append(said, says(book, path, f).DA)
			if id := wordsID(book, path, f); id != "" {
				ids = append(ids, id)
			}
		}
	}
	return paths, said, ids
}

// TagFaults is what is wrong with the tags of a plan.
func TagFaults(book *drejebog.Playbook) []error {
	return theGrammar().Faults(newChecker(book, &Plan{}).spokenOf())
}

// ReadUnchecked reads a plan without holding it against a playbook.
func ReadUnchecked(data []byte) (*Plan, []strict.Fault) {
	var written anyVersion
	_, faults := strict.Read("plan.yaml", data, &written, limits)
	p, _ := written.plan(nil)
	return p, faults
}

// Parts are the types of a plan that are groups of keys, its own among them.
func Parts() []reflect.Type {
	var parts []reflect.Type
	for _, g := range theGrammar().Objects() {
		if g.Type.PkgPath() == reflect.TypeFor[Plan]().PkgPath() {
			parts = append(parts, g.Type)
		}
	}
	return parts
}
