package sheets

import (
	"reflect"
	"slices"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan"
	"github.com/drejebog/monopolbrud/drejebog/plan/grammar"
	"github.com/drejebog/monopolbrud/drejebog/table"
)

// kind is a kind of sheet: how it is called, and its columns.
type kind struct {
	table.Name
	columns []table.Column
	keys    []key          // of the plan, by column; one without a field is what a row is known by
	read    []table.Column // those that other programs write, and we only read
	others  []string       // headers of other programs that the plan has no use for
}

// all are the columns that are read.
func (k *kind) all() []table.Column { return slices.Concat(k.columns, k.read) }

// foreign adds what other programs write in sheets of the kind.
func (k *kind) foreign(others []string, read ...table.Name) *kind {
	for _, name := range read {
		k.read = append(k.read, table.Column{Name: name})
	}
	k.others = others
	return k
}

// key is a key of an entry of the plan: the fields that lead to it.
type key []grammar.Field

// kindsOf are the sheets that are known, in the order in which they are written. The
// columns of an entry of the plan are those of its keys that have words here, in their
// order, behind what a row is known by. Of the systems the plan keeps only how many
// there are.
func kindsOf(words *lang.Catalogue) []*kind {
	return []*kind{
		kindOf(words, "tasks", keysOf[plan.OwnTask](), "id").foreign(nil, table.Named(words, "sheet-tasks-read", "percent")),
		kindOf(words, "contracts", keysOf[plan.Contract](), "key").foreign(words.Also("kitos/contracts"),
			table.Named(words, "sheet-contracts-read", "expires"), table.Named(words, "sheet-contracts-read", "valid")),
		kindOf(words, "answers", keysOf[plan.Answer](), "requirement", "project"),
		systemsOf(words),
	}
}

// keysOf are the keys of an entry of a plan.
func keysOf[T any]() []grammar.Field { return plan.Grammar().Object(reflect.TypeFor[T]()).Fields }

func kindOf(words *lang.Catalogue, name string, keys []grammar.Field, known ...string) *kind {
	k := &kind{Name: table.Named(words, "sheet", name)}
	for _, id := range known {
		k.column(words, id, nil, name == "answers")
	}
	k.addKeys(words, keys, nil, "")
	return k
}

// addKeys adds the keys that have words, and those of the groups in them.
func (k *kind) addKeys(words *lang.Catalogue, keys []grammar.Field, above key, path string) {
	for _, f := range keys {
		at := grammar.Joined(path, f.Name)
		of := append(slices.Clip(above), f)
		if words.Has("sheet-" + k.Key + "/" + at) {
			k.column(words, at, of, f.Required && above == nil)
		}
		if f.Type.Kind() == reflect.Pointer {
			if inner := plan.Grammar().Object(f.Type.Elem()); inner != nil {
				k.addKeys(words, inner.Fields, of, at)
			}
		}
	}
}

// systemsOf are the IT systems.
func systemsOf(words *lang.Catalogue) *kind {
	k := &kind{Name: table.Named(words, "sheet", "systems")}
	for _, id := range []string{"name", "showsInSAPA", "interfaces", "status"} {
		k.column(words, id, nil, id == "name")
	}
	var states []table.Name
	for _, key := range systemStates {
		states = append(states, table.Named(words, "sheet-systems-read", key))
	}
	return k.foreign(words.Also("kitos/systems"), states...)
}

// column adds a column, which a sheet of the kind needs where it is required.
func (k *kind) column(words *lang.Catalogue, id string, of key, required bool) {
	k.columns = append(k.columns, table.Column{Name: table.Named(words, "sheet-"+k.Key, id), Required: required})
	k.keys = append(k.keys, of)
}

// last is the key itself.
func (k key) last() *grammar.Field { return &k[len(k)-1] }

// names are what people write for the values of an enumeration, with the word for none
// where it has one.
func names(words *lang.Catalogue, f *grammar.Field) []table.Name {
	var list []table.Name
	for _, word := range f.Values() {
		list = append(list, table.Named(words, f.Tag.Named, word))
	}
	if f.Tag.Unsaid != "" {
		list = append(list, table.Named(words, f.Tag.Named, f.Tag.Unsaid))
	}
	return list
}
