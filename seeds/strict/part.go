package strict

import "github.com/drejebog/monopolbrud/drejebog/lang"

// Part is a part of a fault that has a message of its own: what was found, or
// what was expected.
type Part struct {
	Kind   string // id of the message
	Values map[string]any
}

// Fault returns the kind and its values.
func (p Part) Fault() (kind string, values map[string]any) { return p.Kind, p.Values }

// Error returns kind and values, for programmers.
func (p Part) Error() string { return lang.Described(p) }
