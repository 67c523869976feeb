package grammar

import (
	"fmt"
	"reflect"
)

// Faults is what is wrong with the tags of a grammar: those that cannot be read,
// vocabularies that are none, numbers without bounds and keys that may be anything.
func (g *Grammar) Faults(vocabularies map[string]*Vocabulary) []error {
	faults := g.faults
	for _, object := range g.order {
		for i := range object.Fields {
			f := &object.Fields[i]
			at := object.Name + "." + f.Name
			for _, name := range []string{f.Tag.Of, f.Tag.Keys} {
				if name != "" && vocabularies[name] == nil {
					faults = append(faults, fmt.Errorf("%s: no vocabulary %s", at, name))
				}
			}
			if f.Type.Kind() == reflect.Map && f.Tag.Keys == "" {
				faults = append(faults, fmt.Errorf("%s: keys that may be anything", at))
			}
			if isNumber(f.Type) && !f.Tag.Bounded && !g.isBoundedByItsHolder(object) {
				faults = append(faults, fmt.Errorf("%s: a number without bounds", at))
			}
		}
	}
	return faults
}

// isBoundedByItsHolder reports whether every key that holds an object bounds its
// numbers.
func (g *Grammar) isBoundedByItsHolder(held *Object) bool {
	for _, object := range g.order {
		for _, f := range object.Fields {
			if (f.Type == held.Type || f.Type == reflect.PointerTo(held.Type)) && !f.Tag.Bounded {
				return false
			}
		}
	}
	return held != g.order[0]
}
