package plan

import (
	"reflect"
	"slices"
	"strconv"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/period"
	"github.com/drejebog/monopolbrud/drejebog/plan/grammar"
	"github.com/drejebog/monopolbrud/seeds/strict"
)

// Edit returns the document of a plan, YAML or JSON, with another value at a path
// (`tasks["4.1/overblik"].duration`; strict.Join makes such paths), of the type that
// the plan has there or what that points to; nil takes away what stands there. Only the
// bytes of the value are others: comments, the order of keys, quotation marks and ends
// of lines stay. A key that was not there gets its place among the others. Edit does not
// hold the value against the playbook: Read does.
//
// The item behind the last of a list is a new one; what a path leads through and is not
// there is made of the type that the plan has there.
//
// The error is a strict.Fault where the path is none, names an item that the list does
// not have, or the value is of another type,
// a join of them where the document cannot be read as one at all (anchors and aliases
// among them), a *strict.WriteError where no file can hold the value, and a strict.Part
// where the value cannot be changed in its place: a plan of the first version is to be
// written anew before its contracts are changed.
func Edit(document []byte, path string, to any) ([]byte, error) {
	if err := fits(path, to); err != nil {
		return nil, err
	}
	return edited(document, strict.Change{Path: path, To: to})
}

// Rewrite returns the document of a plan with what the plan says now, as Edit does: what
// the two have in common stays as it stands, and what could not be read of it too.
func (p *Plan) Rewrite(document []byte) ([]byte, error) {
	var written anyVersion
	_, faults := ways(period.BuiltIn(), drejebog.BuiltInWords()).Read("", document, &written, limits)
	if slices.ContainsFunc(faults, func(f strict.Fault) bool { return f.Path == "" }) {
		return nil, strict.Joined(faults)
	}
	was, moved := written.plan(nil)
	if len(moved) > 0 {
		return nil, strict.Part{Kind: "strict/not-in-place", Values: map[string]any{"path": "contracts"}}
	}
	changes, err := strict.Differences(was, p)
	if err != nil || len(changes) == 0 {
		return document, err
	}
	return edited(document, changes...)
}

func edited(document []byte, changes ...strict.Change) ([]byte, error) {
	var written anyVersion
	_, faults := ways(period.BuiltIn(), drejebog.BuiltInWords()).Read("", document, &written, limits)
	_, moved := written.plan(nil)
	for i := range changes {
		if above := strict.Steps(changes[i].Path)[0]; len(moved) > 0 && (above == "contracts" || above == "businessCase") {
			return nil, strict.Part{Kind: "strict/not-in-place", Values: map[string]any{"path": changes[i].Path}}
		}
	}
	if slices.ContainsFunc(faults, func(f strict.Fault) bool { return f.Kind == strict.KindDuplicateKey }) {
		return nil, strict.Joined(faults) // which of the two is to be another?
	}
	return strict.Edit(document, anyVersion{}, limits, changes...)
}

// fits reports that a path is none of a plan's, or that a value is of another type
// than the plan has there.
func fits(path string, to any) error {
	t := reflect.TypeFor[Plan]()
	steps := strict.Steps(path)
	if len(steps) == 0 {
		return strict.Fault{Path: path, Kind: strict.KindUnknownKey, Key: path}
	}
	for _, step := range steps {
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		switch group := theGrammar().Object(t); {
		case group != nil:
			f := group.Key(step)
			if f == nil {
				return strict.Fault{Path: path, Kind: strict.KindUnknownKey, Key: step, Suggest: lang.Nearest(step, keysOf(group))}
			}
			t = f.Type
		case t.Kind() == reflect.Map:
			t = t.Elem()
		case t.Kind() == reflect.Slice && isIndex(step):
			t = t.Elem()
		default:
			return strict.Fault{Path: path, Kind: strict.KindUnknownKey, Key: step}
		}
	}
	is := reflect.TypeOf(to)
	if is == nil || is == t || reflect.PointerTo(is) == t || is == reflect.PointerTo(t) {
		return nil
	}
	return strict.Fault{
		Path: path, Kind: strict.KindWrongType,
		Got: strict.Part{Kind: "strict/a-type", Values: map[string]any{"type": is.String()}}, Want: strict.Part{Kind: "strict/a-type", Values: map[string]any{"type": t.String()}},
	}
}

func keysOf(g *grammar.Object) []string {
	keys := make([]string, len(g.Fields))
	for i := range g.Fields {
		keys[i] = g.Fields[i].Name
	}
	return keys
}

// isIndex reports whether a step is the number of an item as strict.Index writes it.
func isIndex(step string) bool {
	n, err := strconv.Atoi(step)
	return err == nil && n >= 0 && strconv.Itoa(n) == step
}
