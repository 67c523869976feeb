package plan

import (
	"encoding"
	"reflect"

	"github.com/drejebog/monopolbrud/seeds/strict"
)

// nameOf returns the name of an enumerated value, "" for one without a name.
func nameOf[T ~uint8](value T, names []string) string {
	if int(value) < len(names) {
		return names[value]
	}
	return ""
}

// readName sets the enumerated value whose name the text is.
func readName[T ~uint8](into *T, text []byte, names []string) error {
	for i, name := range names {
		if i > 0 && name == string(text) {
			*into = T(i)
			return nil
		}
	}
	return strict.OneOf(names[1:])
}

// wordsOf are the words of an enumeration, in its order.
func wordsOf(t reflect.Type) []string {
	var words []string
	for i := range uint64(256) {
		v := reflect.New(t).Elem()
		v.SetUint(i)
		if text, ok := v.Interface().(encoding.TextMarshaler); ok {
			if name, err := text.MarshalText(); err == nil && len(name) > 0 {
				words = append(words, string(name))
			}
		}
	}
	return words
}
