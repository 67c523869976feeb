package grammar

import (
	"reflect"

	"github.com/rickb777/date/v2"
)

// node is a part of a schema.
type node = map[string]any

// Words are what people are told of a grammar, and the words that they may use.
type Words struct {
	Key          func(path string, f *Field) (said string, everywhere bool) // what a key is for; everywhere: every key of its name
	Moved        func(home string) string                                   // that a key of before has another home now
	Vocabularies map[string]*Vocabulary                                     // by the name that tags have for them
	Scalars      map[reflect.Type]string                                    // definitions of single values of types of the document's own, by the name in Defs
	Defs         map[string]any                                             // definitions: "day", "dealDay", and those of Scalars
}

// Schema returns the JSON Schema (draft 2020-12) of the grammar, to be completed by
// its head. Keys of before are in it as deprecated. It accepts whatever the reader
// does. It refuses less: a number without quotation marks is one of YAML to it, and the
// meaning of a text only the reader knows.
func (g *Grammar) Schema(words *Words) map[string]any {
	s := &schema{Grammar: g, Words: words, defs: node{}}
	for name, def := range words.Defs {
		s.defs[name] = def
	}
	whole := s.object(g.order[0], "", &Tag{})
	whole["$defs"] = s.defs
	return whole
}

// schema makes a schema.
type schema struct {
	*Grammar
	*Words
	defs node
}

// object is the schema of a struct's keys. A number without bounds of its own has those
// of the key that holds the object.
func (s *schema) object(g *Object, path string, holder *Tag) node {
	properties, required := node{}, []string{}
	for i := range g.Fields {
		f := &g.Fields[i]
		at, rule := Joined(path, f.Name), f.Tag
		if !rule.Bounded && holder.Bounded {
			rule.Bounded, rule.Span = true, holder.Span
		}
		property := s.of(f.Type, &rule, at, f.Required)
		property["description"], _ = s.Key(at, f)
		properties[f.Name] = property
		if f.Required {
			required = append(required, f.Name)
		}
	}
	for i := range g.Former {
		f := &g.Former[i]
		property := s.of(f.Type, &f.Tag, f.Name, false)
		property["deprecated"], property["description"] = true, s.Moved(f.Tag.Home)
		properties[f.Name] = property
	}
	whole := node{"type": "object", "additionalProperties": false, "properties": properties}
	if len(required) > 0 {
		whole["required"] = required
	}
	return whole
}

// of is the schema of a value. What may be left out may be null too where it is a
// list or a mapping.
func (s *schema) of(t reflect.Type, r *Tag, path string, required bool) node {
	if name := s.scalar(t, r); name != "" {
		return node{"$ref": "#/$defs/" + name}
	}
	if places, ok := placesOf(t); ok {
		return decimals(t, r, places)
	}
	switch t.Kind() {
	case reflect.Pointer:
		return s.of(t.Elem(), r, path, required)
	case reflect.Slice:
		within := r.within()
		return orNull(node{"type": "array", "items": s.of(t.Elem(), &within, path, true)}, required)
	case reflect.Map:
		return orNull(s.mapping(t, r, path), required)
	case reflect.Struct:
		return s.reference(t, r)
	case reflect.Uint8:
		return node{"enum": wordsOf(t)}
	case reflect.Bool:
		return node{"type": "boolean"}
	case reflect.Int:
		return whole(r)
	}
	return s.text(r)
}

// scalar is the name of the definition of a day, or of a single value of a type of
// the document's own; "" for others.
func (s *schema) scalar(t reflect.Type, r *Tag) string {
	switch {
	case t != reflect.TypeFor[date.Date]():
		return s.Scalars[t]
	case r.Deal:
		return "dealDay"
	}
	return "day"
}

func orNull(n node, required bool) node {
	if !required {
		n["type"] = []any{n["type"], "null"}
	}
	return n
}

// reference is the schema of an object by its name; one whose numbers have their
// bounds from the key that holds it stands by itself.
func (s *schema) reference(t reflect.Type, r *Tag) node {
	g := s.objects[t]
	if r.Bounded {
		return s.object(g, g.Path, r)
	}
	if s.defs[g.Name] == nil {
		s.defs[g.Name] = node{} // so that a type in itself ends
		s.defs[g.Name] = s.object(g, g.Path, &Tag{})
	}
	return node{"$ref": "#/$defs/" + g.Name}
}

// mapping has its entries by name where the vocabulary of its keys has names.
func (s *schema) mapping(t reflect.Type, r *Tag, path string) node {
	within, v := r.within(), s.Vocabularies[r.Keys]
	if v.Names != nil {
		properties := node{}
		for _, word := range v.Words {
			entry := s.of(t.Elem(), &within, path, true)
			entry["description"] = v.Names(word).DA + "."
			properties[word] = entry
		}
		return node{"type": "object", "properties": properties, "additionalProperties": false}
	}
	return node{"type": "object", "additionalProperties": s.of(t.Elem(), &within, path, true), "propertyNames": v.schema()}
}

// text is the schema of a text.
func (s *schema) text(r *Tag) node {
	v := s.Vocabularies[r.Of]
	switch {
	case r.Filled:
		return node{"type": "string", "pattern": `\S`}
	case v == nil, v.Open == Any && !v.Numeric:
		return node{"type": "string"}
	case v.Numeric:
		return node{"anyOf": []node{{"type": "string", "minLength": 1}, {"type": "integer", "minimum": 1, "maximum": 9999}}}
	}
	return v.schema()
}
