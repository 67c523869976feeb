package grammar

import (
	"cmp"
	"reflect"
	"strings"

	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/shopspring/decimal"
)

// Grammar is what a document of a type may hold: the objects of keys that are the
// type's structs. It never changes.
type Grammar struct {
	spans   map[string]Span
	objects map[reflect.Type]*Object
	order   []*Object // as they are first met
	faults  []error   // of tags
}

// Object is a struct of a document: a mapping with fixed keys.
type Object struct {
	Name   string // of its definition in the schema
	Path   string // the first at which it stands, without what its user chooses
	Type   reflect.Type
	Fields []Field
	Former []Field // keys of before that are still read, with their Home
}

// Field is a key of an object.
type Field struct {
	Name     string
	Type     reflect.Type
	Required bool
	Tag      Tag
	Words    string // path of its words: that of its own, or of the embedded object's
	index    []int
}

// In is the value of the field in a value of its object.
func (f *Field) In(v reflect.Value) reflect.Value { return v.FieldByIndex(f.index) }

// Of returns the grammar of a struct. The spans are bounds that several keys have,
// by the word that tags have for them. A file may be of a type that embeds the
// struct, and its objects, beside the keys that they had before; nil for none.
func Of(whole reflect.Type, spans map[string]Span, file reflect.Type) *Grammar {
	g := &Grammar{spans: spans, objects: map[reflect.Type]*Object{}}
	g.add(whole, "")
	if file != nil {
		g.addFormer(file, whole)
	}
	return g
}

// Object returns the object of a type, nil for a type that is none.
func (g *Grammar) Object(t reflect.Type) *Object { return g.objects[t] }

// Objects are all objects, each behind the first that holds it.
func (g *Grammar) Objects() []*Object { return g.order }

// Field returns the key at a path without what its user chooses, such as
// "tasks.duration"; nil for a path that is no key.
func (g *Grammar) Field(path string) *Field {
	for _, object := range g.order {
		for i := range object.Fields {
			if Joined(object.Path, object.Fields[i].Name) == path {
				return &object.Fields[i]
			}
		}
	}
	return nil
}

// add adds a struct, and the structs below it, at the path where it is first met.
func (g *Grammar) add(t reflect.Type, path string) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		g.add(t.Elem(), path)
	case reflect.Struct:
		if g.objects[t] != nil || strict.IsScalar(t) {
			return
		}
		object := &Object{Name: strings.ToLower(t.Name()[:1]) + t.Name()[1:], Path: path, Type: t}
		g.objects[t] = object
		g.order = append(g.order, object)
		object.Fields = g.fieldsOf(t, nil, path)
		for i := range object.Fields {
			g.add(object.Fields[i].Type, Joined(path, object.Fields[i].Name))
		}
	}
}

// addFormer finds the keys of before in the types of a file.
func (g *Grammar) addFormer(file, whole reflect.Type) {
	for i := range file.NumField() {
		t := file.Field(i).Type
		for t.Kind() == reflect.Map || t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if t == whole || t.Kind() != reflect.Struct {
			continue
		}
		var former []Field
		var now *Object
		for _, f := range g.fieldsOf(t, nil, "") {
			if f.Tag.Home != "" {
				former = append(former, f)
			}
		}
		for j := range t.NumField() {
			if known := g.objects[t.Field(j).Type]; known != nil && t.Field(j).Anonymous {
				now = known
			}
		}
		if now != nil {
			now.Former = former
		}
	}
}

// fieldsOf are the fields of a struct in the order of their declaration, those of
// embedded structs in their place.
func (g *Grammar) fieldsOf(t reflect.Type, index []int, path string) []Field {
	var fields []Field
	for i := range t.NumField() {
		member := t.Field(i)
		at := append(append([]int(nil), index...), i)
		name, options, _ := strings.Cut(member.Tag.Get("yaml"), ",")
		if !member.IsExported() {
			continue
		}
		r, err := readRule(member.Tag.Get("plan"), g.spans)
		if err != nil {
			g.faults = append(g.faults, err)
		}
		r.Unit = cmp.Or(r.Unit, member.Tag.Get("unit"))
		if member.Anonymous && name == "" {
			g.add(member.Type, path)
			inner := g.fieldsOf(member.Type, at, g.objects[member.Type].Path)
			r.allowZero(inner)
			fields = append(fields, inner...)
			continue
		}
		fields = append(fields, Field{
			Name: name, index: at, Type: member.Type, Required: options == "required", Tag: r, Words: Joined(path, name),
		})
	}
	return fields
}

// allowZero lets the key that the rule of an embedded struct names be zero there.
func (r *Tag) allowZero(fields []Field) {
	for i := range fields {
		if r.zero != "" && fields[i].Name == r.zero {
			fields[i].Tag.Least = decimal.Zero
		}
	}
}

// Joined is the path of a key below a path, without what the user chooses.
func Joined(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
