package booktest

import (
	"bytes"
	"encoding"
	"reflect"
	"unicode"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/stretchr/testify/require"
)

// turning is what Turned puts behind each text.
const turning = " \u202e\u2066\u200fx"

// Turned is a sample plan as YAML in which every text that may say anything ends
// with what turns the direction of writing, and how many texts those are: those
// where the plan's check has no more faults than before.
func Turned(t require.TestingT, name string) (document []byte, texts int) {
	p, _ := Sample(t, name)
	require.NotNil(t, p)
	w := turner{book: Book(t), plan: p}
	w.faults = w.count()
	w.value(reflect.ValueOf(p).Elem())
	var out bytes.Buffer
	require.NoError(t, p.Write(&out))
	return out.Bytes(), w.texts
}

// Steering are the characters of an output that a page or a terminal would obey.
func Steering(output string) []rune {
	var found []rune
	for _, r := range output {
		if lang.IsTurning(r) || unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' {
			found = append(found, r)
		}
	}
	return found
}

// turner walks a plan by what Go knows of its types.
type turner struct {
	book          *drejebog.Playbook
	plan          *plan.Plan
	faults, texts int
}

func (w *turner) count() int {
	return len(drejebog.WithSeverity(plan.Check(w.book, w.plan), drejebog.SeverityError))
}

func (w *turner) value(v reflect.Value) {
	if _, ok := v.Interface().(encoding.TextMarshaler); ok && v.Kind() != reflect.Pointer {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			w.value(v.Elem())
		}
	case reflect.String:
		w.text(v)
	case reflect.Slice:
		for i := range v.Len() {
			w.value(v.Index(i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			w.entry(v, key)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				w.value(v.Field(i))
			}
		}
	}
}

// text turns one text, unless that is a fault or nothing stands there.
func (w *turner) text(v reflect.Value) {
	before := v.String()
	if before == "" {
		return
	}
	v.SetString(before + turning)
	if w.count() > w.faults {
		v.SetString(before)
		return
	}
	w.texts++
}

// entry turns the texts of a map's value, one at a time.
func (w *turner) entry(m, key reflect.Value) {
	entry := reflect.New(m.Type().Elem())
	entry.Elem().Set(m.MapIndex(key))
	inner := *w
	inner.value(entry.Elem())
	w.texts = inner.texts
	before := m.MapIndex(key)
	m.SetMapIndex(key, entry.Elem())
	if w.count() > w.faults {
		m.SetMapIndex(key, before)
	}
}
