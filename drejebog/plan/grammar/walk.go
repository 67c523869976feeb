package grammar

import (
	"encoding"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// At is where a value stands.
type At struct {
	Path    string
	Key     string // the nearest
	Subject string // what a person calls the entry: its name, else its id
	Rule    *Tag
	Whole   bool // a whole number
}

// Visitor is told what a walk meets. What is beyond bounds, missing or too long is a
// fault; of days and words it is told all, since only it knows which are right.
type Visitor interface {
	Day(at At, day date.Date)                       // any day
	Word(at At, vocabulary, word string)            // a text or a key that has a vocabulary
	Scalar(at At, value any)                        // a single value of a type of the document's own
	Missing(at At)                                  // a key that has to be there, or a text that says nothing
	NoWord(at At, words []string)                   // an enumeration without a value
	Outside(at At, number decimal.Decimal, is bool) // a number beyond its bounds; one that is none a file can hold is not
	Again(at At, word string)                       // a word of a vocabulary that stands in its list already
	TooLong(at At)                                  // a list or a mapping with too many entries, which is not gone through
}

// Walk holds a value of the grammar's type, and all that lies in it, against the
// grammar: the keys of an object in their order, the entries of a mapping in the order
// of their bytes.
func (g *Grammar) Walk(v reflect.Value, path string, visitor Visitor) {
	w := walk{g, visitor}
	w.value(v, At{Path: path, Rule: &Tag{}})
}

type walk struct {
	*Grammar
	visitor Visitor
}

func (w walk) value(v reflect.Value, at At) {
	if v.Kind() == reflect.Pointer {
		if !v.IsNil() {
			w.value(v.Elem(), at)
		}
		return
	}
	if day, ok := v.Interface().(date.Date); ok {
		w.visitor.Day(at, day)
		return
	}
	if number, ok := decimalOf(v.Interface()); ok {
		w.within(number, at)
		return
	}
	switch v.Kind() {
	case reflect.String:
		w.text(v.String(), at)
	case reflect.Int:
		at.Whole = true
		w.within(decimal.NewFromInt(v.Int()), at)
	case reflect.Uint8:
		w.enumerated(v, at)
	case reflect.Slice:
		w.list(v, at)
	case reflect.Map:
		w.mapping(v, at)
	case reflect.Struct:
		if object := w.objects[v.Type()]; object != nil {
			w.object(object, v, at)
			return
		}
		w.visitor.Scalar(at, v.Interface())
	}
}

func (w walk) list(v reflect.Value, at At) {
	if at.Rule.IsTooLong(v) {
		w.visitor.TooLong(at)
		return
	}
	within := at.Rule.within()
	for i := range v.Len() {
		inner := at
		inner.Path, inner.Rule = strict.Index(at.Path, i), &within
		if words, ok := v.Interface().([]string); ok && at.Rule.Of != "" && slices.Contains(words[:i], words[i]) {
			w.visitor.Again(inner, words[i])
			continue
		}
		w.value(v.Index(i), inner)
	}
}

func (w walk) mapping(v reflect.Value, at At) {
	if at.Rule.IsTooLong(v) {
		w.visitor.TooLong(at)
		return
	}
	byKey := map[string]reflect.Value{}
	for entry := v.MapRange(); entry.Next(); {
		byKey[entry.Key().String()] = entry.Value()
	}
	within := at.Rule.within()
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		inner := At{Path: strict.Join(at.Path, key), Key: key, Subject: key, Rule: at.Rule}
		if at.Rule.Keys != "" {
			w.visitor.Word(inner, at.Rule.Keys, key)
		}
		inner.Rule = &within
		w.value(byKey[key], inner)
	}
}

// object walks the fields of a struct. One without a bound of its own has that of
// the object.
func (w walk) object(g *Object, v reflect.Value, at At) {
	subject := g.subjectOf(v, at.Subject)
	for i := range g.Fields {
		f := &g.Fields[i]
		value, rule := f.In(v), f.Tag
		if !rule.Bounded && at.Rule.Bounded {
			rule.Bounded, rule.Span = true, at.Rule.Span
		}
		inner := At{Path: strict.Join(at.Path, f.Name), Key: f.Name, Subject: subject, Rule: &rule}
		switch {
		case strict.IsAbsent(value) && f.Required && canBeMissing(value):
			w.visitor.Missing(inner)
		case !strict.IsAbsent(value) || value.Kind() != reflect.Pointer && !canBeMissing(value):
			w.value(value, inner)
		}
	}
}

// canBeMissing reports whether the zero value of a type says that there is none:
// no number and no day does.
func canBeMissing(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String, reflect.Slice, reflect.Map, reflect.Uint8, reflect.Pointer, reflect.Bool:
		return true
	}
	return false
}

// subjectOf is what people call an entry: its name, else its id; of one without
// either, the first word that says what it is.
func (g *Object) subjectOf(v reflect.Value, id string) string {
	word := ""
	for i := range g.Fields {
		value := g.Fields[i].In(v)
		if g.Fields[i].Name == "name" && value.String() != "" {
			return value.String()
		}
		if named, ok := value.Interface().(interface{ String() string }); ok && value.Kind() == reflect.Uint8 && word == "" {
			word = named.String()
		}
	}
	if id == "" {
		return word
	}
	return id
}

// enumerated checks that the value of an enumeration is one of its own.
func (w walk) enumerated(v reflect.Value, at At) {
	if text, ok := v.Interface().(encoding.TextMarshaler); ok {
		if name, err := text.MarshalText(); err == nil && len(name) > 0 {
			return
		}
	}
	w.visitor.NoWord(at, wordsOf(v.Type()))
}

func (w walk) text(text string, at At) {
	switch {
	case at.Rule.Filled && strings.TrimSpace(text) == "":
		w.visitor.Missing(at)
	case at.Rule.Of != "":
		w.visitor.Word(at, at.Rule.Of, text)
	}
}

// within checks a number against its bounds, both included.
func (w walk) within(n decimal.Decimal, at At) {
	reckonable := isReckonable(n)
	if !reckonable || at.Rule.Bounded && (n.LessThan(at.Rule.Least) || n.GreaterThan(at.Rule.Most)) {
		w.visitor.Outside(at, n, reckonable)
	}
}
