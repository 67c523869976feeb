package strict

import (
	"cmp"
	"reflect"
	"strconv"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"go.yaml.in/yaml/v4"
)

// filler walks one document beside the value that it fills.
type filler struct {
	file   string
	json   bool // the document is JSON
	ways   Ways
	doc    *Document
	fields map[reflect.Type]fields
	unit   unit                  // of the field that is filled
	cut    map[*yaml.Node]string // values in braces that their comma has cut, as they were written
	faults []Fault
}

func (f *filler) add(fault Fault) {
	fault.File = f.file
	f.faults = AppendFault(f.faults, fault)
}

// full reports that a further fault would not be listed, so that a large file
// of another kind does not cost a search for suggestions at every key.
func (f *filler) full() bool { return len(f.faults) > maxFaults }

func (f *filler) place(node *yaml.Node) Place {
	return Place{File: f.file, Line: node.Line, Column: node.Column}
}

// fill fills one value. The place is where the path is to be found: for a
// mapping or a list under a key that is the key's, whose line says its name.
func (f *filler) fill(node *yaml.Node, into reflect.Value, path string, at Place) {
	if node.Kind == yaml.ScalarNode {
		at = f.place(node)
	}
	f.doc.places[path] = at
	switch {
	case node.Kind == yaml.AliasNode || node.Style&yaml.TaggedStyle != 0:
		// already a fault
	case f.cut[node] != "":
		f.add(Fault{
			Line: node.Line, Column: node.Column, Path: path, Kind: KindBadValue,
			Got: lang.Quoted(f.cut[node]), Want: Part{"strict/value-cut", nil},
		})
	case isNull(node):
		f.fillNull(node, into, path)
	case into.Kind() == reflect.Pointer:
		f.fillPointer(node, into, path, at)
	case IsScalar(into.Type()):
		if f.expect(node, yaml.ScalarNode, path, aValue) {
			f.fillScalar(node, into, path)
		}
	default:
		f.fillKind(node, into, path, at)
	}
}

// fillPointer leaves a pointer to a single value nil when that cannot be read,
// so that it is not taken for a zero that was written.
func (f *filler) fillPointer(node *yaml.Node, into reflect.Value, path string, at Place) {
	target := reflect.New(into.Type().Elem())
	before := len(f.faults)
	f.fill(node, target.Elem(), path, at)
	if structOf(into.Type()) == nil && (len(f.faults) > before || f.full()) {
		return
	}
	into.Set(target)
}

func (f *filler) fillKind(node *yaml.Node, into reflect.Value, path string, at Place) {
	switch into.Kind() {
	case reflect.String:
		if f.expect(node, yaml.ScalarNode, path, aText) {
			into.SetString(node.Value)
		}
	case reflect.Bool:
		if f.expect(node, yaml.ScalarNode, path, aBool) {
			f.fillBool(node, into, path)
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if f.expect(node, yaml.ScalarNode, path, aNumber) {
			f.fillInt(node, into, path)
		}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		if f.expect(node, yaml.ScalarNode, path, aNumber) {
			f.fillUint(node, into, path)
		}
	case reflect.Slice:
		if f.expect(node, yaml.SequenceNode, path, f.groupOf(aList, "strict/a-list-of", path, into.Type().Elem())) {
			f.fillSlice(node, into, path)
		}
	case reflect.Map:
		if f.expect(node, yaml.MappingNode, path, f.groupOf(Part{"strict/a-mapping-of-values", nil}, "strict/a-mapping-of", path, into.Type().Elem())) {
			f.fillMap(node, into, path)
		}
	case reflect.Struct:
		if f.expect(node, yaml.MappingNode, path, f.groupOf(aMapping, "strict/a-mapping-with", path, into.Type())) {
			f.fillStruct(node, into, path, at)
		}
	default:
		f.wrongType(node, path, nameOf(node), unreadableType(into.Type()))
	}
}

// fillNull takes "key:" and "key: null" as "nothing" where a value can be
// nothing. Elsewhere it is more likely forgotten than meant.
func (f *filler) fillNull(node *yaml.Node, into reflect.Value, path string) {
	switch into.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		into.SetZero()
	default:
		f.wrongType(node, path, nameOf(node), Part{"strict/a-value-or-no-key", nil})
	}
}

func (f *filler) fillSlice(node *yaml.Node, into reflect.Value, path string) {
	list := reflect.MakeSlice(into.Type(), len(node.Content), len(node.Content))
	for i, item := range node.Content {
		f.fill(item, list.Index(i), Index(path, i), f.place(item))
	}
	into.Set(list)
}

func (f *filler) fillMap(node *yaml.Node, into reflect.Value, path string) {
	if into.Type().Key().Kind() != reflect.String {
		f.wrongType(node, path, nameOf(node), unreadableType(into.Type()))
		return
	}
	filled := reflect.MakeMapWithSize(into.Type(), len(node.Content)/2)
	for _, entry := range f.entries(node, path, nil) {
		value := reflect.New(into.Type().Elem()).Elem()
		before := len(f.faults)
		f.fill(entry.value, value, Join(path, entry.key.Value), f.place(entry.key))
		if isSingle(value) && (len(f.faults) > before || f.full()) {
			continue // a zero would be taken for one that was written
		}
		filled.SetMapIndex(reflect.ValueOf(entry.key.Value).Convert(into.Type().Key()), value)
	}
	into.Set(filled)
}

// isSingle reports whether a value is no list, no mapping and no group.
func isSingle(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map, reflect.Pointer:
		return false
	}
	return structOf(v.Type()) == nil
}

func (f *filler) fillStruct(node *yaml.Node, into reflect.Value, path string, at Place) {
	known := f.keysOf(into.Type())
	given := make(map[string]bool, len(known.list))
	isKey := func(name string) bool {
		_, ok := known.byName(name)
		return ok || lang.Nearest(name, known.names) != ""
	}
	for _, entry := range f.entries(node, path, isKey) {
		name := entry.key.Value
		member, ok := known.byName(name)
		if !ok {
			fault := Fault{Line: entry.key.Line, Column: entry.key.Column, Path: Join(path, name), Kind: KindUnknownKey, Key: name}
			if !f.full() {
				fault.Want, fault.Suggest = strings.Join(known.names, ", "), lang.Nearest(name, known.names)
			}
			f.add(fault)
			continue
		}
		target := reach(into, member.index)
		given[name] = !isNull(entry.value) || target.Kind() != reflect.Slice && target.Kind() != reflect.Map
		before := f.unit
		f.unit = member.unit
		f.fill(entry.value, target, Join(path, name), f.place(entry.key))
		f.unit = before
	}
	for _, member := range known.list {
		if member.required && !given[member.name] {
			f.add(Fault{Line: at.Line, Column: at.Column, Path: Join(path, member.name), Kind: KindMissingKey, Key: member.name})
		}
	}
}

// reach returns the field at an index path, making embedded pointers on it.
func reach(into reflect.Value, index []int) reflect.Value {
	for i, n := range index {
		if i > 0 && into.Kind() == reflect.Pointer {
			if into.IsNil() {
				into.Set(reflect.New(into.Type().Elem()))
			}
			into = into.Elem()
		}
		into = into.Field(n)
	}
	return into
}

type entry struct{ key, value *yaml.Node }

// entries returns the keys of a mapping with their values, each key once: the
// first stands, a second is a fault. With isKey other keys may be the rest of a value.
func (f *filler) entries(node *yaml.Node, path string, isKey func(string) bool) []entry {
	lines := make(map[string]int, len(node.Content)/2)
	entries := make([]entry, 0, len(node.Content)/2)
	names := make([]string, 0, len(node.Content)/2)
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		if key.Kind == yaml.AliasNode || key.Style&yaml.TaggedStyle != 0 || key.Tag == "!!merge" {
			continue // already a fault
		}
		if key.Kind != yaml.ScalarNode {
			f.wrongType(key, path, nameOf(key), Part{"strict/a-key", nil})
			continue
		}
		if n := len(entries); node.Style&yaml.FlowStyle != 0 && n > 0 && f.isRest(entries[n-1].value, key, value, isKey) {
			continue
		}
		if first, twice := lines[key.Value]; twice {
			f.add(Fault{
				Line: key.Line, Column: key.Column, Path: Join(path, key.Value), Kind: KindDuplicateKey,
				Key: key.Value, Want: strconv.Itoa(first),
			})
			continue
		}
		lines[key.Value] = key.Line
		names = append(names, key.Value)
		entries = append(entries, entry{key, value})
	}
	f.doc.keys[path] = names
	return entries
}

// isRest reports whether a key is what stood behind a comma of the value before it:
// {factor: 1,25} is factor: 1 and a key 25 with nothing, {name: Hansen, leder} has
// a key leder. A key that there is, or nearly is, is a key. The value is then
// remembered as it was written.
func (f *filler) isRest(before, key, value *yaml.Node, isKey func(string) bool) bool {
	isPlain := before.Kind == yaml.ScalarNode && before.Style == 0 && key.Style == 0
	if f.json || !isPlain || before.Value == "" || key.Value == "" || !isNull(value) || value.Value != "" {
		return false
	}
	whole := cmp.Or(f.cut[before], before.Value)
	comma := ","
	switch {
	case isDigit(whole[len(whole)-1]) && isDigit(key.Value[0]):
	case isKey != nil && !isKey(key.Value):
		comma = ", "
	default:
		return false
	}
	if f.cut == nil {
		f.cut = map[*yaml.Node]string{}
	}
	f.cut[before] = whole + comma + key.Value
	return true
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// groupOf is a group of values of a type, with the keys that belong there where the type
// is a struct; not those of the whole document, which are many.
func (f *filler) groupOf(group Part, with, path string, of reflect.Type) Part {
	if of = structOf(of); of == nil || path == "" {
		return group
	}
	return Part{with, map[string]any{"keys": strings.Join(f.keysOf(of).names, ", ")}}
}

// keysOf are the keys of a struct.
func (f *filler) keysOf(t reflect.Type) fields {
	known, ok := f.fields[t]
	if !ok {
		known = fieldsOf(t)
		f.fields[t] = known
	}
	return known
}

func (f *filler) expect(node *yaml.Node, kind yaml.Kind, path string, want Part) bool {
	if node.Kind == kind {
		return true
	}
	f.wrongType(node, path, nameOf(node), want)
	return false
}

func (f *filler) wrongType(node *yaml.Node, path string, got, want Part) {
	f.add(Fault{
		Line: node.Line, Column: node.Column, Path: path, Kind: KindWrongType, Got: got, Want: want,
	})
}

// The kinds of values.
var (
	aText    = Part{"strict/a-text", nil}
	aBool    = Part{"strict/a-bool", nil}
	aNumber  = Part{"strict/a-number", nil}
	aValue   = Part{"strict/a-value", nil}
	aList    = Part{"strict/a-list", nil}
	aMapping = Part{"strict/a-mapping", nil}
	nothing  = Part{"strict/nothing", nil}
)

func unreadableType(t reflect.Type) Part {
	return Part{"strict/unreadable-type", map[string]any{"type": t.String()}}
}

func nameOf(node *yaml.Node) Part {
	switch {
	case node.Kind == yaml.MappingNode:
		return aMapping
	case node.Kind == yaml.SequenceNode:
		return aList
	case isNull(node):
		return nothing
	default:
		return Part{"strict/the-value", map[string]any{"value": lang.Quoted(node.Value)}}
	}
}

func isNull(node *yaml.Node) bool {
	return node.Kind == yaml.ScalarNode && node.Tag == "!!null" && node.Style == 0
}
