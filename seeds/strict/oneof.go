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
