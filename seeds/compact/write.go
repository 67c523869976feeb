package compact

import (
	"encoding"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Write returns values, or what pointers to them point to, in the compact form,
// one after the other: strings,
// booleans, numbers, structs, pointers, slices, and maps with keys of text. Nil
// stays nil. Fields that are not exported are left out, and are zero; a struct
// that has some and marshals itself to a text is written as that text. The error
// says what cannot be written.
func Write(values ...any) (string, error) {
	w := writer{}
	for _, value := range values {
		if err := w.value(reflect.Indirect(reflect.ValueOf(value))); err != nil {
			return "", err
		}
		w.WriteByte('\n')
	}
	return w.String(), nil
}

type writer struct{ strings.Builder }

// token writes one token. None holds a tab.
func (w *writer) token(text string) error {
	if strings.Contains(text, "\t") {
		return fmt.Errorf("the text %q holds a tab", text)
	}
	w.WriteString(text)
	return w.WriteByte('\t')
}

func (w *writer) value(v reflect.Value) error {
	switch v.Kind() {
	case reflect.String:
		return w.token(v.String())
	case reflect.Bool:
		return w.token(map[bool]string{true: "1"}[v.Bool()])
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return w.token(strconv.FormatInt(v.Int(), 10))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return w.token(strconv.FormatUint(v.Uint(), 10))
	case reflect.Pointer:
		if v.IsNil() {
			return w.token("")
		}
		if err := w.token("1"); err != nil {
			return err
		}
		return w.value(v.Elem())
	case reflect.Slice:
		return w.list(v)
	case reflect.Map:
		return w.entries(v)
	case reflect.Struct:
		return w.fields(v)
	}
	return fmt.Errorf("%v has no compact form", v.Kind())
}

func (w *writer) list(v reflect.Value) error {
	if v.IsNil() {
		return w.token("")
	}
	if err := w.token(strconv.Itoa(v.Len())); err != nil {
		return err
	}
	for i := range v.Len() {
		if err := w.value(v.Index(i)); err != nil {
			return err
		}
		if onLine(v.Type()) {
			w.WriteByte('\n')
		}
	}
	return nil
}

// entries writes a map in the order of its keys.
func (w *writer) entries(v reflect.Value) error {
	if v.Type().Key().Kind() != reflect.String {
		return fmt.Errorf("%v has keys that are no text", v.Type())
	}
	if v.IsNil() {
		return w.token("")
	}
	if err := w.token(strconv.Itoa(v.Len())); err != nil {
		return err
	}
	byKey := make(map[string]reflect.Value, v.Len())
	for _, key := range v.MapKeys() {
		byKey[key.String()] = v.MapIndex(key)
	}
	for _, key := range slices.Sorted(maps.Keys(byKey)) {
		if err := w.token(key); err != nil {
			return err
		}
		if err := w.value(byKey[key]); err != nil {
			return err
		}
		w.WriteByte('\n')
	}
	return nil
}

func (w *writer) fields(v reflect.Value) error {
	if text, ok := asText(v); ok {
		return w.text(text)
	}
	for i := range v.NumField() {
		field := v.Type().Field(i)
		var err error
		switch {
		case field.IsExported():
			err = w.value(v.Field(i))
		case !v.Field(i).IsZero():
			err = errors.New("it is not exported, and not zero")
		}
		if err != nil {
			return fmt.Errorf("%v.%s: %w", v.Type(), field.Name, err)
		}
	}
	return nil
}

func (w *writer) text(v encoding.TextMarshaler) error {
	text, err := v.MarshalText()
	if err != nil {
		return err
	}
	return w.token(string(text))
}

// asText returns the struct as one that marshals itself to a text, where its
// fields do not say all of it.
func asText(v reflect.Value) (text encoding.TextMarshaler, ok bool) {
	if !reflect.PointerTo(v.Type()).Implements(readsText) {
		return nil, false
	}
	for i := range v.NumField() {
		if !v.Type().Field(i).IsExported() {
			text, ok = v.Interface().(encoding.TextMarshaler)
			return text, ok
		}
	}
	return nil, false
}

var readsText = reflect.TypeFor[encoding.TextUnmarshaler]()

// onLine reports whether each entry of a list stands on a line of its own, so
// that a change of one is a change of its line.
func onLine(list reflect.Type) bool { return list.Elem().Kind() == reflect.Struct }
