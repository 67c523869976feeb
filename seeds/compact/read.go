package compact

import (
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Read reads what Write wrote of values of the same types, into pointers to
// them. What is read shares nothing with what another Read reads but the bytes of
// its strings, which are the text's own. The error, a *ReadError, says where the
// text is not what the types ask for.
func Read(text string, into ...any) error {
	r := reader{text: text}
	for _, pointer := range into {
		r.value(reflect.ValueOf(pointer).Elem())
		r.newline()
	}
	if r.at < len(r.text) {
		r.fail("the end")
	}
	if r.wanted != "" {
		return &ReadError{At: r.at, Wanted: r.wanted}
	}
	return nil
}

// ReadError says that a text is not the compact form of the values that are
// asked for.
type ReadError struct {
	At     int    // byte of the text
	Wanted string // what was looked for there
}

// Error says where, and what was looked for.
func (e *ReadError) Error() string {
	return fmt.Sprintf("the compact form has no %s at byte %d; write it anew", e.Wanted, e.At)
}

// reader is a text and how far it has been read. After the first fault it stands
// at the fault and gives zero values.
type reader struct {
	text   string
	at     int
	wanted string // what was not there, "" before the first fault
}

func (r *reader) fail(wanted string) {
	if r.wanted == "" {
		r.wanted = wanted
	}
}

func (r *reader) token() string {
	n := strings.IndexByte(r.text[r.at:], '\t')
	if n < 0 || r.wanted != "" {
		r.fail("tab")
		return ""
	}
	token := r.text[r.at : r.at+n]
	r.at += n + 1
	return token
}

func (r *reader) newline() {
	if r.wanted != "" || r.at >= len(r.text) || r.text[r.at] != '\n' {
		r.fail("end of a line")
		return
	}
	r.at++
}

// count is how many entries follow; none is there where there are none to
// speak of.
func (r *reader) count() (n int, there bool) {
	token := r.token()
	if token == "" {
		return 0, false
	}
	n, err := strconv.Atoi(token)
	if err != nil || n < 0 || n > len(r.text)-r.at {
		r.fail("count")
		return 0, false
	}
	return n, true
}

func (r *reader) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(r.token())
	case reflect.Bool:
		v.SetBool(r.token() != "")
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n, err := strconv.ParseInt(r.token(), 10, v.Type().Bits())
		if err != nil {
			r.fail("number")
		}
		v.SetInt(n)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		n, err := strconv.ParseUint(r.token(), 10, v.Type().Bits())
		if err != nil {
			r.fail("number")
		}
		v.SetUint(n)
	case reflect.Pointer:
		if r.token() != "" {
			v.Set(reflect.New(v.Type().Elem()))
			r.value(v.Elem())
		}
	case reflect.Slice:
		r.list(v)
	case reflect.Map:
		r.entries(v)
	case reflect.Struct:
		r.fields(v)
	default:
		r.fail("value of a kind that there is")
	}
}

func (r *reader) list(v reflect.Value) {
	n, there := r.count()
	if !there {
		return
	}
	if n == 0 {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0)) // none, and not nil
		return
	}
	lines := onLine(v.Type())
	v.SetZero()
	v.Grow(n) // in place: reflect.MakeSlice allocates twice
	v.SetLen(n)
	for i := 0; i < n && r.wanted == ""; i++ {
		r.value(v.Index(i))
		if lines {
			r.newline()
		}
	}
}

func (r *reader) entries(v reflect.Value) {
	n, there := r.count()
	if !there {
		return
	}
	entries := reflect.MakeMapWithSize(v.Type(), n)
	key, entry := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
	for i := 0; i < n && r.wanted == ""; i++ {
		key.SetString(r.token())
		entry.SetZero()
		r.value(entry)
		r.newline()
		entries.SetMapIndex(key, entry)
	}
	v.Set(entries)
}

// fields reads a struct: its fields, or the text of one that has some that are
// not exported.
func (r *reader) fields(v reflect.Value) {
	for i := range v.NumField() {
		if !v.Field(i).CanSet() {
			if text, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
				r.unmarshal(text)
				return
			}
		}
	}
	for i := range v.NumField() {
		if field := v.Field(i); field.CanSet() {
			r.value(field)
		}
	}
}

func (r *reader) unmarshal(into encoding.TextUnmarshaler) {
	if token := r.token(); r.wanted == "" && into.UnmarshalText([]byte(token)) != nil {
		r.fail("text of its type")
	}
}
