package lang

import "fmt"

// MessageFault says what is wrong with a message.
type MessageFault struct {
	Group, Key string
	Kind       MessageFaultKind
	Place      string // the place in question, or ""
}

// MessageFaultKind says what is wrong.
type MessageFaultKind string

// The kinds of faults of a message.
const (
	OtherPlaces  MessageFaultKind = "lang/other-places"   // a place that stands in one form or language only
	NothingToOne MessageFaultKind = "lang/nothing-to-one" // a form for one without the place {n}
	TwiceDefined MessageFaultKind = "lang/twice-defined"  // the id stands in two files
)

// Fault returns the kind and its values.
func (f MessageFault) Fault() (kind string, values map[string]any) {
	return string(f.Kind), map[string]any{"id": f.Group + "/" + f.Key, "place": f.Place}
}

// Error returns kind and values, for programmers.
func (f MessageFault) Error() string {
	return fmt.Sprintf("%s: %s/%s {%s}", f.Kind, f.Group, f.Key, f.Place)
}
