package strict

import (
	"encoding"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// value is what is on its way to a file: a single value, a list, or a mapping.
type value struct {
	kind valueKind
	text string   // of a scalar
	keys []string // of a mapping
	list []value  // of a list, or the values of the keys
}

type valueKind uint8

const (
	kindText   valueKind = iota + 1 // quoted where the notation wants it
	kindPlain                       // a date or a number with decimals: text in JSON
	kindNumber                      // a whole number, true or false
	kindList
	kindMapping
)

// WriteError says that a value cannot be written so that it can be read again.
type WriteError struct {
	Path string // of the value: `tasks["4.1/overblik"].note`
	What error  // a fault of its own
}

// Error returns kind and values.
func (e *WriteError) Error() string { return lang.Described(e) }

// Fault returns the kind and its values.
func (e *WriteError) Fault() (kind string, values map[string]any) {
	return "strict/unwritable", map[string]any{"path": e.Path, "what": e.What}
}

// Unwrap returns what is wrong.
func (e *WriteError) Unwrap() error { return e.What }

// valueOf takes a value apart by the tags that the reader goes by. Nothing is
// written of what is absent.
func valueOf(v reflect.Value, path string) (value, error) {
	if v.Kind() == reflect.Pointer && !v.IsNil() {
		return valueOf(v.Elem(), path) // what a pointer points to has its own way of being written
	}
	switch known := v.Interface().(type) {
	case date.Date:
		text := known.String()
		if _, err := lang.ParseISO(text); err != nil {
			return value{}, &WriteError{path, Part{Kind: "strict/is-not", Values: map[string]any{"what": err}}}
		}
		return value{kind: kindPlain, text: text}, nil
	case decimal.Decimal:
		text := lang.Dash().DA // in digits it could be longer than memory
		if lang.IsBounded(known, lang.MaxWhole, lang.MaxFraction) {
			text = lang.MeasureText(known)
		}
		if _, err := lang.ParseMeasure(text); err != nil {
			return value{}, &WriteError{path, Part{Kind: "strict/is-not", Values: map[string]any{"what": err}}}
		}
		return value{kind: kindPlain, text: text}, nil
	case encoding.TextMarshaler:
		text, err := known.MarshalText()
		if err != nil {
			return value{}, &WriteError{path, err}
		}
		if len(text) == 0 {
			return value{}, &WriteError{path, Part{Kind: "strict/no-name"}}
		}
		return value{kind: kindPlain, text: string(text)}, nil
	}
	switch v.Kind() {
	case reflect.String:
		return textOf(v.String(), path)
	case reflect.Int:
		return value{kind: kindNumber, text: strconv.FormatInt(v.Int(), 10)}, nil
	case reflect.Bool:
		return value{kind: kindNumber, text: strconv.FormatBool(v.Bool())}, nil
	case reflect.Slice:
		return listOf(v, path)
	case reflect.Map:
		return mapOf(v, path)
	case reflect.Struct:
		out := value{kind: kindMapping}
		return out, out.addFields(v, path)
	}
	return value{}, &WriteError{path, Part{Kind: "strict/no-notation", Values: map[string]any{"type": v.Type().String()}}}
}

// textOf refuses what the reader refuses: bytes that are not UTF-8 and
// control characters other than line breaks and tabulators.
func textOf(text, path string) (value, error) {
	if !utf8.ValidString(text) {
		return value{}, &WriteError{path, Part{Kind: "strict/text-no-utf8"}}
	}
	for _, r := range text {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return value{}, &WriteError{path, Part{Kind: "strict/text-control"}}
		}
	}
	return value{kind: kindText, text: text}, nil
}

func listOf(v reflect.Value, path string) (value, error) {
	out := value{kind: kindList}
	for i := range v.Len() {
		item, err := valueOf(v.Index(i), Index(path, i))
		if err != nil {
			return value{}, err
		}
		out.list = append(out.list, item)
	}
	return out, nil
}

func mapOf(v reflect.Value, path string) (value, error) {
	out := value{kind: kindMapping}
	byKey := map[string]reflect.Value{}
	for entry := v.MapRange(); entry.Next(); {
		byKey[entry.Key().String()] = entry.Value()
	}
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		if _, err := textOf(key, path); err != nil {
			return value{}, err
		}
		item, err := valueOf(byKey[key], Join(path, key))
		if err != nil {
			return value{}, err
		}
		out.keys, out.list = append(out.keys, key), append(out.list, item)
	}
	return out, nil
}

// addFields adds the fields of a struct in the order of their declaration.
func (out *value) addFields(v reflect.Value, path string) error {
	for i := range v.NumField() {
		member := v.Type().Field(i)
		if !member.IsExported() {
			continue
		}
		name, options, _ := strings.Cut(member.Tag.Get("yaml"), ",")
		if member.Anonymous && name == "" {
			if err := out.addFields(v.Field(i), path); err != nil {
				return err
			}
			continue
		}
		if IsAbsent(v.Field(i)) && options != "required" {
			continue
		}
		item, err := valueOf(v.Field(i), Join(path, name))
		if err != nil {
			return err
		}
		out.keys, out.list = append(out.keys, name), append(out.list, item)
	}
	return nil
}

// IsAbsent reports whether a value says nothing, so that nothing is written of it:
// an empty list or mapping is the same as none.
func IsAbsent(v reflect.Value) bool {
	if v.Kind() == reflect.Slice || v.Kind() == reflect.Map {
		return v.Len() == 0
	}
	return v.IsZero()
}
