package lang

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Fault is an error whose sentence stands in a catalogue: it is the message of
// its kind, with its values in the places. See [Catalogue.Of].
type Fault interface {
	error
	Fault() (kind string, values map[string]any)
}

// Expected is what an error expects apart from what was found, which its method Expects
// returns; the error itself where it has none.
func Expected(err error) error {
	if asks, ok := errors.AsType[interface {
		error
		Expects() error
	}](err); ok {
		return asks.Expects()
	}
	return err
}

// Described is a fault for programmers: its kind and its values, as in
// "lang/year-outside: first 1900, last 2199".
func Described(f Fault) string {
	kind, values := f.Fault()
	parts := make([]string, 0, len(values))
	for _, name := range slices.Sorted(maps.Keys(values)) {
		value := values[name]
		if in, ok := value.(Value); ok {
			value = in.In(English)
		}
		parts = append(parts, fmt.Sprint(name, " ", value))
	}
	if len(parts) == 0 {
		return kind
	}
	return kind + ": " + strings.Join(parts, ", ")
}
