package form

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
)

// Former is a value whose form is that of another: a struct with tags, a text,
// a list. Form must answer on the zero value too, with the same type; Schema
// asks it.
type Former interface{ Form() any }

// Dated is a value that is a date, or counted from something without one, or
// neither.
type Dated interface {
	// Dated returns the date, nil where there is none, and what it is counted
	// from, nil where it is counted from nothing.
	Dated() (*date.Date, *From)
}

// From is what a day is counted from while that has no date.
type From struct {
	Milestone string `json:"milestone" form:"set"` // id
	Days      int    `json:"days"`                 // calendar days after it, negative before it
}

// JSON returns the form of a value. What would steer a page is in it by its
// number, as lang.EscapedJSON has it. A value that can have none, such as a
// number with a floating point, is an error that says where it stands.
func JSON(value any) ([]byte, error) {
	w := writer{fields: map[reflect.Type][]field{}}
	if err := w.value(reflect.ValueOf(value)); err != nil {
		return nil, fmt.Errorf("form: %T%w", value, err)
	}
	return lang.EscapedJSON(w.out.Bytes()), nil
}

// Write writes the form of a value with an indent of two blanks and a line's end.
func Write(w io.Writer, value any) error {
	compact, err := JSON(value)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, compact, "", "  "); err != nil {
		return err
	}
	out.WriteByte('\n')
	_, err = w.Write(out.Bytes())
	return err
}

// writer puts the form of values one behind the other.
type writer struct {
	out    bytes.Buffer
	fields map[reflect.Type][]field // of the structs met
}

// fieldsOf are the members of a struct, found once.
func (w *writer) fieldsOf(t reflect.Type) ([]field, error) {
	if fields, met := w.fields[t]; met {
		return fields, nil
	}
	fields, err := fieldsOf(t)
	w.fields[t] = fields
	return fields, err
}

// fault says what cannot be written, and where, from the inside out.
type fault struct {
	path string
	why  string
}

func (f *fault) Error() string { return f.path + ": " + f.why }

// in is the error with the place in front.
func in(place string, err error) error {
	if f, ok := err.(*fault); ok { //nolint:errorlint // made in this package, never wrapped
		return &fault{place + f.path, f.why}
	}
	return &fault{place, err.Error()}
}

func (w *writer) value(v reflect.Value) error {
	if !v.IsValid() || v.Kind() == reflect.Pointer && v.IsNil() {
		w.out.WriteString("null")
		return nil
	}
	switch shape(v.Type()) {
	case asFormer:
		return w.value(reflect.ValueOf(v.Interface().(Former).Form()))
	case asText:
		return w.text(v.Interface().(lang.Text))
	case asMarshaler:
		return w.marshaler(v.Interface().(json.Marshaler))
	case asWord:
		return w.word(v.Interface().(encoding.TextMarshaler))
	}
	return w.kind(v)
}

// kind writes a value by what it is made of.
func (w *writer) kind(v reflect.Value) error {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		return w.value(v.Elem())
	case reflect.Struct:
		return w.object(v)
	case reflect.Slice, reflect.Array:
		return w.list(v)
	case reflect.Map:
		return w.dictionary(v)
	case reflect.String:
		return w.string(v.String())
	case reflect.Bool:
		fmt.Fprintf(&w.out, "%t", v.Bool())
	default:
		if !v.CanInt() && !v.CanUint() {
			return &fault{why: fmt.Sprintf("a %v has no form", v.Type())}
		}
		fmt.Fprintf(&w.out, "%d", v.Interface())
	}
	return nil
}

func (w *writer) text(t lang.Text) error {
	if t.IsZero() {
		w.out.WriteString("null")
		return nil
	}
	return w.json(t)
}

// string writes a text without a language, null for an empty one.
func (w *writer) string(text string) error {
	if text == "" {
		w.out.WriteString("null")
		return nil
	}
	return w.json(text)
}

// word writes the word of an enumeration, the text of a date.
func (w *writer) word(v encoding.TextMarshaler) error {
	text, err := v.MarshalText()
	if err != nil {
		return &fault{why: err.Error()}
	}
	return w.string(string(text))
}

func (w *writer) marshaler(v json.Marshaler) error {
	encoded, err := v.MarshalJSON()
	if err != nil {
		return &fault{why: err.Error()}
	}
	w.out.Write(encoded)
	return nil
}

// json writes what encoding/json makes of a text, without the escapes for HTML.
func (w *writer) json(value any) error {
	encoder := json.NewEncoder(&w.out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return &fault{why: err.Error()}
	}
	w.out.Truncate(w.out.Len() - 1) // the line's end
	return nil
}

func (w *writer) list(v reflect.Value) error {
	w.out.WriteByte('[')
	for i := range v.Len() {
		if i > 0 {
			w.out.WriteByte(',')
		}
		if err := w.value(v.Index(i)); err != nil {
			return in(fmt.Sprintf("[%d]", i), err)
		}
	}
	w.out.WriteByte(']')
	return nil
}

func (w *writer) dictionary(v reflect.Value) error {
	keys := v.MapKeys()
	if v.Type().Key().Kind() != reflect.String {
		return &fault{why: fmt.Sprintf("a key of a %v is no string", v.Type())}
	}
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	w.out.WriteByte('{')
	for i, key := range keys {
		if i > 0 {
			w.out.WriteByte(',')
		}
		if err := w.member(key.String(), v.MapIndex(key)); err != nil {
			return err
		}
	}
	w.out.WriteByte('}')
	return nil
}

// member writes a key and its value.
func (w *writer) member(key string, v reflect.Value) error {
	if err := w.json(key); err != nil {
		return err
	}
	w.out.WriteByte(':')
	if err := w.value(v); err != nil {
		return in("."+key, err)
	}
	return nil
}

func (w *writer) object(v reflect.Value) error {
	fields, err := w.fieldsOf(v.Type())
	if err != nil {
		return err
	}
	w.out.WriteByte('{')
	for i := range fields {
		if i > 0 {
			w.out.WriteByte(',')
		}
		field, err := v.FieldByIndexErr(fields[i].index)
		if err != nil { // within an embedded pointer that is nil
			field = reflect.Value{}
		}
		if fields[i].dated {
			err = w.dated(fields[i].key, field)
		} else {
			err = w.member(fields[i].key, field)
		}
		if err != nil {
			return err
		}
	}
	w.out.WriteByte('}')
	return nil
}

// dated writes a date and, behind it, what it is counted from without one.
func (w *writer) dated(key string, v reflect.Value) error {
	if !v.IsValid() || v.Kind() == reflect.Pointer && v.IsNil() {
		return w.member(key, reflect.Value{})
	}
	day, from := v.Interface().(Dated).Dated()
	if err := w.member(key, reflect.ValueOf(day)); err != nil || from == nil {
		return err
	}
	w.out.WriteByte(',')
	return w.member(key+"From", reflect.ValueOf(*from))
}

// Counted is a number for a field that is null where it cannot be counted.
func Counted(n int, ok bool) *int {
	if !ok {
		return nil
	}
	return &n
}
