package form

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// shapes are the ways in which a type is written.
type shapes uint8

const (
	asKind      shapes = iota // by what it is made of
	asFormer                  // as another value
	asText                    // in both languages
	asMarshaler               // as it says itself: an amount
	asWord                    // as its text: an enumeration, a date
)

var (
	former    = reflect.TypeFor[Former]()
	dated     = reflect.TypeFor[Dated]()
	marshaler = reflect.TypeFor[json.Marshaler]()
	worded    = reflect.TypeFor[encoding.TextMarshaler]()
	text      = reflect.TypeFor[lang.Text]()
)

// shape says how a type is written. What a struct with tags says of itself does
// not count: it is this package that it asks.
func shape(t reflect.Type) shapes {
	switch {
	case t.Kind() == reflect.Pointer || t.Kind() == reflect.Interface:
		return asKind
	case t.Implements(former):
		return asFormer
	case t == text:
		return asText
	case t.Kind() == reflect.Struct && tagged(t):
		return asKind
	case t.Implements(worded) && t.Kind() != reflect.Struct:
		return asWord
	case t.Implements(marshaler):
		return asMarshaler
	case t.Implements(worded):
		return asWord
	}
	return asKind
}

// tagged reports whether any field of a struct has a key.
func tagged(t reflect.Type) bool {
	for i := range t.NumField() {
		if _, ok := t.Field(i).Tag.Lookup("json"); ok {
			return true
		}
	}
	return false
}

// field is a member of an object.
type field struct {
	key   string
	index []int
	typ   reflect.Type
	dated bool // with a sibling that says what it is counted from
	set   bool // never null
}

// fieldsOf are the members that a struct is written with, those of embedded
// structs in their place.
func fieldsOf(t reflect.Type) ([]field, error) {
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		tag, ok := f.Tag.Lookup("json")
		key, _, _ := strings.Cut(tag, ",")
		switch {
		case key == "-":
		case f.Anonymous && !ok:
			inner, err := fieldsOf(pointed(f.Type))
			if err != nil {
				return nil, err
			}
			for j := range inner {
				inner[j].index = slices.Concat([]int{i}, inner[j].index)
			}
			fields = append(fields, inner...)
		case !f.IsExported():
		case key == "":
			return nil, &fault{why: fmt.Sprintf("field %s of %v has no key", f.Name, t)}
		default:
			fields = append(fields, field{
				key: key, index: []int{i}, typ: f.Type,
				dated: pointed(f.Type).Implements(dated), set: f.Tag.Get("form") == "set",
			})
		}
	}
	return fields, nil
}

// pointed is what a pointer points to, any other type itself.
func pointed(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}
