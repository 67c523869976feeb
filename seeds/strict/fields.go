package strict

import (
	"reflect"
	"slices"
	"strings"
)

// field is one key that a struct knows.
type field struct {
	name     string
	index    []int // path through embedded structs
	required bool
	unit     unit
}

// fields are the keys of a struct, in the order of their declaration.
type fields struct {
	list  []field
	names []string
}

func (fs fields) byName(name string) (field, bool) {
	for _, f := range fs.list {
		if f.name == name {
			return f, true
		}
	}
	return field{}, false
}

func fieldsOf(t reflect.Type) fields {
	var found fields
	found.collect(t, nil, map[reflect.Type]bool{})
	return found
}

// collect adds the fields of t. A name that an outer struct already took hides
// the one in an embedded struct, as in Go; the types on the way are kept so
// that a struct that embeds a pointer to itself ends.
func (fs *fields) collect(t reflect.Type, index []int, onTheWay map[reflect.Type]bool) {
	if onTheWay[t] {
		return
	}
	onTheWay[t] = true
	defer delete(onTheWay, t)
	var embedded []reflect.StructField
	for i := range t.NumField() {
		member := t.Field(i)
		name, options, _ := strings.Cut(member.Tag.Get("yaml"), ",")
		switch {
		case name == "-":
		case member.Anonymous && name == "" && structOf(member.Type) != nil:
			embedded = append(embedded, member)
		case member.IsExported():
			if name == "" {
				name = strings.ToLower(member.Name)
			}
			fs.add(field{name: name, index: extend(index, i), required: strings.Contains(","+options+",", ",required,"), unit: unit(member.Tag.Get("unit"))})
		}
	}
	for _, member := range embedded {
		if member.IsExported() || member.Type.Kind() == reflect.Struct {
			fs.collect(structOf(member.Type), extend(index, member.Index[0]), onTheWay)
		}
	}
}

// add adds a field. One that an outer struct took before has the place of the one
// that it hides.
func (fs *fields) add(f field) {
	for i := range fs.list {
		if fs.list[i].name == f.name {
			f = fs.list[i]
			fs.list, fs.names = slices.Delete(fs.list, i, i+1), slices.Delete(fs.names, i, i+1)
			break
		}
	}
	fs.list = append(fs.list, f)
	fs.names = append(fs.names, f.name)
}

// structOf returns the struct type that t is or points to, or nil.
func structOf(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || IsScalar(t) {
		return nil
	}
	return t
}

func extend(index []int, i int) []int {
	return append(append([]int(nil), index...), i)
}
