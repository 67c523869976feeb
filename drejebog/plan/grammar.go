package plan

import (
	"cmp"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"github.com/drejebog/monopolbrud/drejebog"
	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// The grammar of a plan is its Go types with two tags: yaml:"key,required", as
// package strict reads it, and plan:"…", words with blanks between:
//
//	-5..10         the least and the most of a number, or of each in a mapping or below
//	quantity       the same by a name: one of spans
//	workdays       such a number is a length of a task
//	driver         such a number is one of the drivers
//	deal           a day of a contract, which may lie far back
//	fact           a day that something happened: not after the day that the plan is seen from
//	filled         a text that says something
//	reason         a text that says why a task is not done
//	of=words       what a text, or each of a list, may be: one of vocabularies
//	keys=words     what the keys of a mapping may be
//	like=example   what a key or a text of the kommune's own choice is like
//	zero=key       of an embedded struct: its key, which may be zero here
//	home=path      where what stands under a key of the first version stands now
//	most=500       how many entries a list or a mapping may have; without: mostEntries
//
// Reading, checking, writing, the schema and the skeleton go by it. The words
// for a key are the message plan-key/path, such as plan-key/contracts.name;
// a type that stands in several places has its words at the first, and
// plan-key/*.note are those of every note that has none of its own.

// rule is what a plan tag says of a value.
type rule struct {
	span
	bounded    bool
	unit       string // "workdays", "driver", "reason" or ""
	deal, fact bool
	filled     bool
	of, keys   string // vocabularies
	like, home string
	zero       string
	entries    int // 0: mostEntries
}

// readRule reads a plan tag.
func readRule(tag string) (rule, error) {
	var r rule
	for word := range strings.FieldsSeq(tag) {
		if err := r.add(word); err != nil {
			return r, err
		}
	}
	return r, nil
}

// The years that a plan can be about.
const (
	firstYear = 2010
	lastYear  = 2049
)

// span is the least and the most of a number.
type span struct{ least, most decimal.Decimal }

// spans are the bounds that several keys have, by the word that tags have for them.
var spans = map[string]span{
	"kroner":      {decimal.Zero, decimal.New(10, 9)},                          // more than any kommune spends on this
	"quantity":    {decimal.Zero, decimal.New(10, 6)},                          // people, cases, hours: more than Denmark has people
	"measure":     {decimal.New(-1, 15).Add(one), decimal.New(1, 15).Sub(one)}, // whatever a benefit is measured in
	"lag":         {decimal.New(-2000, 0), decimal.New(2000, 0)},               // days: eight years of working days
	"budget-year": {decimal.New(firstYear, 0), decimal.New(lastYear, 0)},
}

var one = decimal.New(1, 0)

func (r *rule) add(word string) (err error) {
	name, value, _ := strings.Cut(word, "=")
	if known, ok := spans[word]; ok {
		r.span, r.bounded = known, true
		return nil
	}
	switch name {
	case "workdays", "driver":
		r.unit = name
	case "deal":
		r.deal = true
	case "fact":
		r.fact = true
	case "filled":
		r.filled = true
	case "reason":
		r.filled, r.unit = true, name
	case "of":
		r.of = value
	case "keys":
		r.keys = value
	case "like":
		r.like = value
	case "zero":
		r.zero = value
	case "home":
		r.home = value
	case "most":
		_, err = fmt.Sscanf(value, "%d", &r.entries)
	default:
		least, most, _ := strings.Cut(word, "..")
		if r.least, err = decimal.NewFromString(least); err == nil {
			r.most, err = decimal.NewFromString(most)
		}
		r.bounded = true
	}
	if err != nil {
		return fmt.Errorf("plan: the tag %q: %w", word, err)
	}
	return nil
}

// mostEntries is how many entries a list or a mapping may have: more than the IT
// contracts, the people or the answers of any kommune.
const mostEntries = 2000

func (r *rule) mostEntries() int { return cmp.Or(r.entries, mostEntries) }

// isTooLong reports whether a value is a list or a mapping of too many entries.
func (r *rule) isTooLong(v reflect.Value) bool {
	return (v.Kind() == reflect.Slice || v.Kind() == reflect.Map) && v.Len() > r.mostEntries()
}

// within is the rule for what lies in a value: bounds hold for every number of a
// list, a mapping or a group, a vocabulary and days for those of a list.
func (r rule) within() rule {
	r.keys, r.entries = "", 0
	return r
}

// field is a key of a plan.
type field struct {
	name     string
	index    []int
	typ      reflect.Type
	required bool
	rule     rule
	words    string // path of its words, where it has some of its own
}

// group is a struct of a plan: a mapping with fixed keys.
type group struct {
	name   string // of its definition in the schema
	path   string // the first at which it stands
	fields []field
}

// grammar are the groups of a plan, by type.
type grammar struct {
	groups map[reflect.Type]*group
	order  []reflect.Type
	faults []error // of tags
}

// theGrammar is made once and never changed.
var theGrammar = sync.OnceValue(func() *grammar {
	g := &grammar{groups: map[reflect.Type]*group{}}
	g.add(reflect.TypeFor[Plan](), "")
	return g
})

// add adds a struct, and the structs below it, at the path where it is first met.
func (g *grammar) add(t reflect.Type, path string) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		g.add(t.Elem(), path)
	case reflect.Struct:
		if g.groups[t] != nil || strict.IsScalar(t) {
			return
		}
		group := &group{name: lowered(t.Name()), path: path}
		g.groups[t] = group
		g.order = append(g.order, t)
		group.fields = g.fieldsOf(t, nil, path)
		for _, f := range group.fields {
			g.add(f.typ, joined(path, f.name))
		}
	}
}

// fieldsOf are the fields of a struct in the order of their declaration, those of
// embedded structs in their place.
func (g *grammar) fieldsOf(t reflect.Type, index []int, path string) []field {
	var fields []field
	for i := range t.NumField() {
		member := t.Field(i)
		at := append(append([]int(nil), index...), i)
		name, options, _ := strings.Cut(member.Tag.Get("yaml"), ",")
		switch {
		case !member.IsExported():
		case member.Anonymous && name == "":
			g.add(member.Type, path)
			inner := g.fieldsOf(member.Type, at, g.groups[member.Type].path)
			g.allowZero(inner, member.Tag.Get("plan"))
			fields = append(fields, inner...)
		default:
			r, err := readRule(member.Tag.Get("plan"))
			if err != nil {
				g.faults = append(g.faults, err)
			}
			fields = append(fields, field{
				name: name, index: at, typ: member.Type, required: options == "required", rule: r, words: joined(path, name),
			})
		}
	}
	return fields
}

// allowZero lets the field that the tag zero=key of an embedded struct names be zero
// there.
func (g *grammar) allowZero(fields []field, tag string) {
	r, err := readRule(tag)
	if err != nil {
		g.faults = append(g.faults, err)
	}
	for i := range fields {
		if r.zero != "" && fields[i].name == r.zero {
			fields[i].rule.least = decimal.Zero
		}
	}
}

func joined(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func lowered(name string) string { return strings.ToLower(name[:1]) + name[1:] }

// says is what the words say of a key: those at its path, else those at the
// path where its type is first met, else those of every key of its name.
func says(book *drejebog.Playbook, path string, f *field) lang.Text {
	for _, id := range []string{path, f.words, "*." + f.name} {
		if book.Words.Has("plan-key/" + id) {
			return book.Words.Key("plan-key", id, nil)
		}
	}
	return lang.Text{}
}

// Days returns the first and the last day that a plan can be about.
func Days() (first, last date.Date) { return earliest, latest }

// Room returns how many entries the list or mapping at a key may have, by the path
// of the key without what the kommune chooses ("own"); false for a path that is no
// list with a bound of its own.
func Room(path string) (most int, ok bool) {
	g := theGrammar()
	for _, t := range g.order {
		for _, f := range g.groups[t].fields {
			if f.words == path && f.rule.entries > 0 {
				return f.rule.entries, true
			}
		}
	}
	return 0, false
}

// Bounds returns the least and the most that the whole number at a key may be, by
// the path of the key without what the kommune chooses ("tasks.duration"); false
// for a path that is no key with bounds.
func Bounds(path string) (least, most int, ok bool) {
	g := theGrammar()
	for _, t := range g.order {
		for _, f := range g.groups[t].fields {
			if f.words == path && f.rule.bounded {
				return int(f.rule.least.IntPart()), int(f.rule.most.IntPart()), true
			}
		}
	}
	return 0, 0, false
}
