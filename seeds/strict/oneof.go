package strict

import "strings"

// OneOf is the error of a TextUnmarshaler that knows a fixed list of words.
// Read turns it into a fault with the nearest word as suggestion.
type OneOf []string

// Error says it in English.
func (o OneOf) Error() string { return "one of " + strings.Join(o, ", ") }

// Danish says it in Danish.
func (o OneOf) Danish() string { return "en af " + strings.Join(o, ", ") }
