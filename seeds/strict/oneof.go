package strict

import (
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
)

// OneOf is the error of a TextUnmarshaler that knows a fixed list of words.
// Read turns it into a fault with the nearest word as suggestion.
type OneOf []string

// Fault returns the kind and its values.
func (o OneOf) Fault() (kind string, values map[string]any) {
	return "strict/one-of", map[string]any{"words": strings.Join(o, ", ")}
}

// Error returns kind and values, for programmers.
func (o OneOf) Error() string { return lang.Described(o) }

// NameOf is the name of an enumerated value in a list by value, "" for one without
// a name.
func NameOf[T ~uint8](value T, names []string) string {
	if int(value) < len(names) {
		return names[value]
	}
	return ""
}

// ReadName sets the enumerated value whose name a text is. An empty name in the
// list marks a value, the invalid zero, that cannot be read. The error is a OneOf.
func ReadName[T ~uint8](into *T, text []byte, names []string) error {
	known := make(OneOf, 0, len(names))
	for i, name := range names {
		if name == "" {
			continue
		}
		if name == string(text) {
			*into = T(i)
			return nil
		}
		known = append(known, name)
	}
	return known
}
