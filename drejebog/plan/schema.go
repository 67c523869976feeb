package plan

import (
	"encoding/json"
	"io"
	"reflect"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// WriteSchema writes the JSON Schema (draft 2020-12) of a plan for an editor that
// completes and explains, in Danish: the grammar, with what the playbook has of
// projects, tasks and roles. Keys of the first version are in it as deprecated.
// Among the data files it is schema/plan.schema.json.
func WriteSchema(w io.Writer, book *drejebog.Playbook) error {
	s := &schema{checker: newChecker(book, &Plan{}, ""), defs: node{}}
	whole := s.group(reflect.TypeFor[Plan](), "")
	whole["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	whole["$id"] = "https://github.com/drejebog/monopolbrud/seeds/schema/plan.schema.json"
	whole["title"] = book.Words.Say("plan-schema/title", nil).DA
	whole["description"] = book.Words.Say("plan-schema/plan", nil).DA
	s.days()
	whole["$defs"] = s.defs
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(whole)
}

// node is a part of a schema.
type node = map[string]any

// schema makes the schema of a plan.
type schema struct {
	*checker
	defs node
}

// days are the definitions of dates.
func (s *schema) days() {
	day := func(pattern string) node {
		return node{
			"type": "string", "format": "date", "pattern": pattern,
			"description": s.book.Words.Say("plan-schema/day", nil).DA,
		}
	}
	s.defs["day"] = day(`^20[1-4][0-9]-`)
	s.defs["dealDay"] = day(`^(19[7-9][0-9]|20[0-4][0-9])-`)
	s.defs["when"] = node{
		"description": s.book.Words.Say("plan-schema/when", nil).DA,
		"anyOf": []node{
			{"$ref": "#/$defs/day"},
			{
				"type": "string", "maxLength": 200, "pattern": `^(?:.*[^0-9])?20[1-4][0-9](?:[^0-9].*)?$`,
				"allOf": []node{{"pattern": "[a-z\u00e6\u00f8\u00e5A-Z\u00c6\u00d8\u00c5]"}},
			},
			{"enum": []string{unknownDate, unknownDateEN}},
		},
	}
}

// group is the schema of a struct's keys.
func (s *schema) group(t reflect.Type, path string) node {
	properties, required := node{}, []string{}
	fields := theGrammar().groups[t].fields
	for i := range fields {
		f := &fields[i]
		at := joined(path, f.name)
		property := s.of(f.typ, &f.rule, at, f.required)
		property["description"] = says(s.book, at, f).DA
		properties[f.name] = property
		if f.required {
			required = append(required, f.name)
		}
	}
	for _, f := range firstKeys(t) {
		property := s.of(f.typ, &f.rule, f.name, false)
		property["deprecated"] = true
		property["description"] = s.book.Words.Say("plan-schema/moved", lang.Args{"path": lang.Both(f.rule.home)}).DA
		properties[f.name] = property
	}
	whole := node{"type": "object", "additionalProperties": false, "properties": properties}
	if len(required) > 0 {
		whole["required"] = required
	}
	return whole
}

// of is the schema of a value. What may be left out may be null too where it is a
// list or a mapping.
func (s *schema) of(t reflect.Type, r *rule, path string, required bool) node {
	switch t {
	case reflect.TypeFor[date.Date]():
		if r.deal {
			return node{"$ref": "#/$defs/dealDay"}
		}
		return node{"$ref": "#/$defs/day"}
	case reflect.TypeFor[When]():
		return node{"$ref": "#/$defs/when"}
	}
	if places, ok := placesOf(t); ok {
		return decimals(r, places)
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
		return bounded(node{"type": "integer"}, r)
	}
	return s.text(r)
}

func orNull(n node, required bool) node {
	if !required {
		n["type"] = []any{n["type"], "null"}
	}
	return n
}

// reference is the schema of a group by its name; one whose numbers have their
// bounds from the key that holds it stands by itself.
func (s *schema) reference(t reflect.Type, r *rule) node {
	g := theGrammar().groups[t]
	if r.bounded {
		return s.boundedGroup(t, r)
	}
	if s.defs[g.name] == nil {
		s.defs[g.name] = node{} // so that a type in itself ends
		s.defs[g.name] = s.group(t, g.path)
	}
	return node{"$ref": "#/$defs/" + g.name}
}

func (s *schema) boundedGroup(t reflect.Type, r *rule) node {
	whole := s.group(t, theGrammar().groups[t].path)
	for _, property := range whole["properties"].(node) {
		if property := property.(node); property["type"] == "integer" {
			bounded(property, r)
		}
	}
	return whole
}

// mapping has its entries by name where the vocabulary of its keys has names.
func (s *schema) mapping(t reflect.Type, r *rule, path string) node {
	within, v := r.within(), s.vocabularies[r.keys]
	if v.names != nil {
		properties := node{}
		for _, word := range v.words {
			entry := s.of(t.Elem(), &within, path, true)
			entry["description"] = v.names(word).DA + "."
			properties[word] = entry
		}
		return node{"type": "object", "properties": properties, "additionalProperties": false}
	}
	return node{"type": "object", "additionalProperties": s.of(t.Elem(), &within, path, true), "propertyNames": v.schema(s.words.projects)}
}

// text is the schema of a text.
func (s *schema) text(r *rule) node {
	v := s.vocabularies[r.of]
	switch {
	case r.filled:
		return node{"type": "string", "pattern": `\S`}
	case v == nil:
		return node{"type": "string"}
	case v.numeric:
		return node{"anyOf": []node{{"type": "string", "minLength": 1}, {"type": "integer", "minimum": 1, "maximum": 9999}}}
	case v.open == anyID:
		return node{"type": "string"}
	}
	return v.schema(s.words.projects)
}

// schema is that of a word of the vocabulary.
func (v *vocabulary) schema(projects []string) node {
	switch {
	case v.scoped:
		return node{"type": "string", "pattern": "^(" + strings.Join(v.words, "|") + ")(@(" + strings.Join(projects, "|") + "))?$"}
	case v.open == anyID:
		return node{}
	case v.open == "":
		return node{"enum": v.words}
	case len(v.words) == 0:
		return node{"pattern": v.open}
	}
	return node{"anyOf": []node{{"enum": v.words}, {"pattern": v.open}}}
}

func bounded(n node, r *rule) node {
	if r.bounded {
		n["minimum"], n["maximum"] = json.Number(r.least.String()), json.Number(r.most.String())
	}
	return n
}

// decimals is the schema of a number with decimals, which may be a text, with or
// without signs between its thousands: a text without them is bounded by its digits.
func decimals(r *rule, places int) node {
	whole, grouped, sign := "0", "", ""
	fraction := "[0-9]{1," + strconv.Itoa(places) + "}"
	if r.most.GreaterThanOrEqual(decimal.NewFromInt(1)) {
		digits := len(r.most.Truncate(0).String())
		whole = "(0|[1-9][0-9]{0," + strconv.Itoa(digits-1) + "})"
		grouped = "|[1-9][0-9]{0,2}(([.][0-9]{3})+|([ \u00a0][0-9]{3})+)(," + fraction + ")?"
	}
	if r.least.IsNegative() {
		sign = "-?"
	}
	return bounded(node{
		"type": []string{"number", "string"}, "pattern": "^" + sign + "(" + whole + "([.,]" + fraction + ")?" + grouped + ")$",
	}, r)
}
