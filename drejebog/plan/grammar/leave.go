package grammar

import (
	"maps"
	"reflect"
	"slices"
	"strconv"

	"github.com/drejebog/monopolbrud/seeds/strict"
)

// LeaveOut takes what stands at paths out of a value, which can be set, and reports
// whether anything stood there. A text that people read stays; an object goes whole
// where what is taken out of it has to be there. Of each list that items were taken
// out of it returns, by its path, the numbers that those had that stay.
func (g *Grammar) LeaveOut(v reflect.Value, paths []string) (kept map[string][]int, done bool) {
	l := leaving{g, map[string][]int{}, false}
	for _, path := range paths {
		l.at(v, "", strict.Steps(path))
	}
	kept = map[string][]int{}
	for _, path := range slices.Sorted(maps.Keys(l.items)) {
		g.withValueAt(v, strict.Steps(path), func(list reflect.Value) { kept[path] = takeOut(list, l.items[path]) })
	}
	return kept, l.done
}

// leaving takes values out. Items stay until all paths are gone through, whose
// numbers count them.
type leaving struct {
	*Grammar
	items map[string][]int // those to take out of the list at a path
	done  bool
}

// at leaves out what the steps lead to, and reports whether that is the value
// itself, for its holder to leave out.
func (l *leaving) at(v reflect.Value, path string, steps []string) bool {
	if len(steps) == 0 {
		return true
	}
	switch v.Kind() {
	case reflect.Pointer:
		return !v.IsNil() && l.at(v.Elem(), path, steps)
	case reflect.Slice:
		i, err := strconv.Atoi(steps[0])
		if err == nil && i >= 0 && i < v.Len() && l.at(v.Index(i), strict.Index(path, i), steps[1:]) {
			l.items[path], l.done = append(l.items[path], i), true
		}
	case reflect.Map:
		l.entry(v, path, steps)
	case reflect.Struct:
		return l.field(v, path, steps)
	}
	return false
}

func (l *leaving) entry(v reflect.Value, path string, steps []string) {
	key := reflect.ValueOf(steps[0])
	held := v.MapIndex(key)
	if !held.IsValid() {
		return
	}
	entry := reflect.New(v.Type().Elem()).Elem()
	entry.Set(held)
	if l.at(entry, strict.Join(path, steps[0]), steps[1:]) {
		v.SetMapIndex(key, reflect.Value{})
		l.done = true
		return
	}
	v.SetMapIndex(key, entry)
}

// field leaves out a field of an object; the object itself where it has to be there
// and is no text that people read.
func (l *leaving) field(v reflect.Value, path string, steps []string) bool {
	f := l.objects[v.Type()].Key(steps[0])
	if f == nil {
		return false
	}
	value := f.In(v)
	if value.Kind() == reflect.String && f.Tag.Of == "" {
		return false // for people: nothing is computed from it
	}
	if !l.at(value, strict.Join(path, f.Name), steps[1:]) {
		return false
	}
	if f.Required {
		return true
	}
	l.done = l.done || !value.IsZero()
	value.SetZero()
	return false
}

// Key is the key of a name, nil where the object has none or there is no object.
func (g *Object) Key(name string) *Field {
	if g == nil {
		return nil
	}
	for i := range g.Fields {
		if g.Fields[i].Name == name {
			return &g.Fields[i]
		}
	}
	return nil
}

// takeOut takes items out of a list, and returns the numbers of those that stay.
func takeOut(list reflect.Value, out []int) (numbers []int) {
	gone := map[int]bool{}
	for _, i := range out {
		gone[i] = true
	}
	for i := range list.Len() {
		if !gone[i] {
			list.Index(len(numbers)).Set(list.Index(i))
			numbers = append(numbers, i)
		}
	}
	list.Set(list.Slice(0, len(numbers)))
	return numbers
}

// AbsentAt reports whether a path of a value, which can be set, is one of which nothing
// is said there; false for one that leads nowhere.
func (g *Grammar) AbsentAt(v reflect.Value, path string) (absent bool) {
	g.withValueAt(v, strict.Steps(path), func(at reflect.Value) { absent = strict.IsAbsent(at) })
	return absent
}

// withValueAt calls with the value that steps lead to, and puts back the entries of
// mappings on the way.
func (g *Grammar) withValueAt(v reflect.Value, steps []string, do func(reflect.Value)) {
	if v.Kind() == reflect.Pointer {
		if !v.IsNil() {
			g.withValueAt(v.Elem(), steps, do)
		}
		return
	}
	if len(steps) == 0 {
		do(v)
		return
	}
	switch v.Kind() {
	case reflect.Slice:
		if i, err := strconv.Atoi(steps[0]); err == nil && i < v.Len() {
			g.withValueAt(v.Index(i), steps[1:], do)
		}
	case reflect.Map:
		held := v.MapIndex(reflect.ValueOf(steps[0]))
		if !held.IsValid() {
			return
		}
		entry := reflect.New(v.Type().Elem()).Elem()
		entry.Set(held)
		g.withValueAt(entry, steps[1:], do)
		v.SetMapIndex(reflect.ValueOf(steps[0]), entry)
	case reflect.Struct:
		if f := g.objects[v.Type()].Key(steps[0]); f != nil {
			g.withValueAt(f.In(v), steps[1:], do)
		}
	}
}
