package form

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	"github.com/rickb777/date/v2"
)

// Schema returns the JSON Schema (draft 2020-12) of the form of a value's type,
// indented, with a title. Each named struct stands once under $defs by the name
// of its package and type. A string, a text, an enumeration and a pointer may be
// null; a field tagged form:"set" may not.
func Schema(title string, value any) ([]byte, error) {
	d := definitions{defs: map[string]any{}}
	whole, err := d.of(reflect.TypeOf(value), false)
	if err != nil {
		return nil, fmt.Errorf("form: %T%w", value, err)
	}
	whole["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	whole["title"] = title
	whole["$defs"] = d.defs
	out, err := json.MarshalIndent(whole, "", "  ")
	return append(out, '\n'), err
}

// node is a schema.
type node = map[string]any

// definitions are the schemas of the structs met.
type definitions struct{ defs map[string]any }

// null is what an absent value is.
var null = node{"type": "null"}

// orNull allows null too.
func orNull(s node) node {
	if name, ok := s["type"].(string); ok && s["enum"] == nil {
		s["type"] = []string{name, "null"}
		return s
	}
	return node{"anyOf": []node{s, null}}
}

// of is the schema of a type; set: of a value that is never null.
func (d *definitions) of(t reflect.Type, set bool) (node, error) {
	switch shape(t) {
	case asFormer:
		return d.of(reflect.TypeOf(reflect.Zero(t).Interface().(Former).Form()), set)
	case asText:
		return nullable(d.text(), set), nil
	case asMarshaler:
		return node{"type": "string", "pattern": `^-?[0-9]+(\.[0-9]+)?$`}, nil
	case asWord:
		return nullable(word(t), set || t == reflect.TypeFor[date.Date]()), nil
	}
	return d.kind(t, set)
}

// nullable allows null too, unless the value is always set.
func nullable(s node, set bool) node {
	if set {
		return s
	}
	return orNull(s)
}

func (d *definitions) kind(t reflect.Type, set bool) (node, error) {
	switch t.Kind() {
	case reflect.Interface:
		return node{}, nil
	case reflect.Pointer:
		inner, err := d.of(t.Elem(), true)
		if err != nil {
			return nil, err
		}
		return nullable(inner, set), nil
	case reflect.Struct:
		return d.object(t)
	case reflect.Slice, reflect.Array:
		return d.many(t, "array", "items")
	case reflect.Map:
		return d.many(t, "object", "additionalProperties")
	case reflect.String:
		return nullable(node{"type": "string", "minLength": 1}, set), nil
	case reflect.Bool:
		return node{"type": "boolean"}, nil
	}
	if t.Kind() >= reflect.Int && t.Kind() <= reflect.Uint64 {
		return node{"type": "integer"}, nil
	}
	return nil, &fault{why: fmt.Sprintf("a %v has no schema", t)}
}

// many is a list or a dictionary; its members are no absent ones.
func (d *definitions) many(t reflect.Type, kind, members string) (node, error) {
	inner, err := d.of(t.Elem(), true)
	if err != nil {
		return nil, in("[]", err)
	}
	return node{"type": kind, members: inner}, nil
}

// text is {"da","en"}.
func (d *definitions) text() node {
	d.defs["text"] = node{
		"type": "object", "required": []string{"da", "en"}, "additionalProperties": false,
		"properties": node{"da": node{"type": "string"}, "en": node{"type": "string"}},
	}
	return ref("text")
}

func ref(name string) node { return node{"$ref": "#/$defs/" + name} }

// word is a date, one of an enumeration's words, or a text of a form of its own.
func word(t reflect.Type) node {
	if t == reflect.TypeFor[date.Date]() {
		return node{"type": "string", "format": "date"}
	}
	s := node{"type": "string", "minLength": 1}
	if t.Kind() == reflect.Uint8 {
		delete(s, "minLength")
		s["enum"] = words(t)
	}
	return s
}

// words are the words of an enumeration, each once, in its order.
func words(t reflect.Type) []string {
	var all []string
	for i := range uint64(256) {
		v := reflect.New(t).Elem()
		v.SetUint(i)
		if text, err := v.Interface().(encoding.TextMarshaler).MarshalText(); err == nil && len(text) > 0 && !slices.Contains(all, string(text)) {
			all = append(all, string(text))
		}
	}
	return all
}

// object is the schema of an object, a reference to it where it has a name.
func (d *definitions) object(t reflect.Type) (node, error) {
	name := t.String()
	if _, met := d.defs[name]; met && t.Name() != "" {
		return ref(name), nil
	}
	properties, required := node{}, []string{}
	s := node{"type": "object", "properties": properties, "additionalProperties": false}
	if t.Name() != "" {
		d.defs[name] = s
	}
	fields, err := fieldsOf(t)
	if err != nil {
		return nil, err
	}
	for i := range fields {
		if err := d.member(properties, &fields[i]); err != nil {
			return nil, err
		}
		required = append(required, fields[i].key)
	}
	s["required"] = required
	if t.Name() == "" {
		return s, nil
	}
	return ref(name), nil
}

// member adds a key, and its sibling where it is a date counted from another.
func (d *definitions) member(properties node, f *field) (err error) {
	if !f.dated {
		if properties[f.key], err = d.of(f.typ, f.set); err != nil {
			return in("."+f.key, err)
		}
		return nil
	}
	properties[f.key] = orNull(word(reflect.TypeFor[date.Date]()))
	properties[f.key+"From"], err = d.of(reflect.TypeFor[From](), true)
	return err
}
