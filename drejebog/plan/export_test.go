package plan

import (
	"reflect"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
)

// Keys are the paths of all keys of a plan, with what the words say of each and
// the message that says it.
func Keys(book *drejebog.Playbook) (paths, said, ids []string) {
	for _, t := range theGrammar().order {
		g := theGrammar().groups[t]
		for i := range g.fields {
			f := &g.fields[i]
			path := joined(g.path, f.name)
			paths, said = append(paths, path), append(said, says(book, path, f).DA)
			for _, id := range []string{path, f.words, "*." + f.name} {
				if book.Words.Has("plan-key/" + id) {
					ids = append(ids, id)
					break
				}
			}
		}
	}
	return paths, said, ids
}

// TagFaults is what is wrong with the tags of a plan: those that cannot be read,
// vocabularies that are none, numbers without bounds and keys without a
// vocabulary.
func TagFaults(book *drejebog.Playbook) []string {
	g, v := theGrammar(), newChecker(book, &Plan{}, "").vocabularies
	var faults []string
	for _, err := range g.faults {
		faults = append(faults, err.Error())
	}
	for _, t := range g.order {
		for _, f := range g.groups[t].fields {
			at := t.Name() + "." + f.name
			for _, name := range []string{f.rule.of, f.rule.keys} {
				if name != "" && v[name] == nil {
					faults = append(faults, at+": no vocabulary "+name)
				}
			}
			if isKeyed(f.typ) && f.rule.keys == "" {
				faults = append(faults, at+": keys that may be anything")
			}
			if isNumber(f.typ) && !f.rule.bounded && !isBoundedByItsHolder(t) {
				faults = append(faults, at+": a number without bounds")
			}
		}
	}
	return faults
}

func isKeyed(t reflect.Type) bool { return t.Kind() == reflect.Map }

// isNumber reports whether a type is a number, or a list or mapping of some.
func isNumber(t reflect.Type) bool {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	_, decimals := placesOf(t)
	return decimals || t.Kind() == reflect.Int && t != reflect.TypeFor[date.Date]()
}

// isBoundedByItsHolder reports whether every key that holds a type bounds its
// numbers.
func isBoundedByItsHolder(t reflect.Type) bool {
	for _, g := range theGrammar().groups {
		for _, f := range g.fields {
			if (f.typ == t || f.typ == reflect.PointerTo(t)) && !f.rule.bounded {
				return false
			}
		}
	}
	return t != reflect.TypeFor[Plan]()
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
	for _, t := range theGrammar().order {
		if t.PkgPath() == reflect.TypeFor[Plan]().PkgPath() {
			parts = append(parts, t)
		}
	}
	return parts
}
