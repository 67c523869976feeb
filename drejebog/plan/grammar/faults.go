package grammar

import (
	"fmt"
	"reflect"
)

// Faults is what is wrong with the tags of a grammar: those that cannot be read,
// vocabularies that are none, numbers without bounds and keys that may be anything.
func (g *Grammar) Faults(vocabularies map[string]*Vocabulary) []error {
	faults := g.faults
	for _, group := range g.order {
		for i := range group.Fields {
			f := &group.Fields[i]
			at := group.Name + "." + f.Name
			for _, name := range []string{f.Rule.Of, f.Rule.Keys} {
				if name != "" && vocabularies[name] == nil {
					faults = append(faults, fmt.Errorf("%s: no vocabulary %s", at, name))
				}
			}
			if f.Type.Kind() == reflect.Map && f.Rule.Keys == "" {
				faults = append(faults, fmt.Errorf("%s: keys that may be anything", at))
			}
			if isNumber(f.Type) && !f.Rule.Bounded && !g.isBoundedByItsHolder(group) {
				faults = append(faults, fmt.Errorf("%s: a number without bounds", at))
			}
		}
	}
	return faults
}

// isBoundedByItsHolder reports whether every key that holds a group bounds its
// numbers.
func (g *Grammar) isBoundedByItsHolder(held *Group) bool {
	for _, group := range g.order {
		for _, f := range group.Fields {
			if (f.Type == held.Type || f.Type == reflect.PointerTo(held.Type)) && !f.Rule.Bounded {
				return false
			}
		}
	}
	return held != g.order[0]
}
