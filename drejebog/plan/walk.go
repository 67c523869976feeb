package plan

import (
	"cmp"
	"encoding"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// at is where a value stands.
type at struct {
	path    string
	key     string // the nearest
	subject string // what a person calls the entry: its name, else its id
}

// walk holds a value, and what lies in it, against the grammar.
func (c *checker) walk(v reflect.Value, at at, r rule) {
	switch known := v.Interface().(type) {
	case date.Date:
		c.ofDay(known, at, &r)
		return
	case When:
		c.when(known, at)
		return
	}
	if number, ok := decimalOf(v.Interface()); ok {
		c.within(number, at, &r, asText)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			c.walk(v.Elem(), at, r)
		}
	case reflect.String:
		c.text(v.String(), at, &r)
	case reflect.Int:
		c.within(decimal.NewFromInt(v.Int()), at, &r, asWhole)
	case reflect.Uint8:
		c.word(v, at)
	case reflect.Slice:
		c.entries(v.Len(), at, &r)
		for i := range v.Len() {
			inner := at
			inner.path = strict.Index(at.path, i)
			c.walk(v.Index(i), inner, r.within())
		}
	case reflect.Map:
		c.mapping(v, at, &r)
	case reflect.Struct:
		c.group(v, at, r)
	}
}

// mapping walks the entries of a mapping.
func (c *checker) mapping(v reflect.Value, at at, r *rule) {
	c.entries(v.Len(), at, r)
	byKey := map[string]reflect.Value{}
	for entry := v.MapRange(); entry.Next(); {
		byKey[entry.Key().String()] = entry.Value()
	}
	for _, key := range sortedKeys(byKey) {
		path := strict.Join(at.path, key)
		c.spoken(r.keys, path, key, r)
		inner := at
		inner.path, inner.key, inner.subject = path, key, key
		c.walk(byKey[key], inner, r.within())
	}
}

// group walks the fields of a struct. One without a bound of its own has that of
// the group.
func (c *checker) group(v reflect.Value, at at, r rule) {
	g := theGrammar().groups[v.Type()]
	at.subject = subjectOf(g, v, at.subject)
	for i := range g.fields {
		f := &g.fields[i]
		value := v.FieldByIndex(f.index)
		inner, own := at, f.rule
		inner.path, inner.key = strict.Join(at.path, f.name), f.name
		if !own.bounded && r.bounded {
			own.bounded, own.span = true, r.span
		}
		switch {
		case strict.IsAbsent(value) && f.required && canBeMissing(value):
			c.missing(inner, own.filled)
		case !strict.IsAbsent(value) || value.Kind() != reflect.Pointer && !canBeMissing(value):
			c.walk(value, inner, own)
		}
	}
}

// canBeMissing reports whether the zero value of a type says that there is none:
// no number and no day does.
func canBeMissing(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String, reflect.Slice, reflect.Map, reflect.Uint8, reflect.Pointer, reflect.Bool:
		return true
	}
	return false
}

// subjectOf is what people call an entry: its name, else its id; of one without
// either, the first word that says what it is.
func subjectOf(g *group, v reflect.Value, id string) string {
	word := ""
	for i := range g.fields {
		value := v.FieldByIndex(g.fields[i].index)
		if g.fields[i].name == "name" && value.String() != "" {
			return value.String()
		}
		if named, ok := value.Interface().(interface{ String() string }); ok && value.Kind() == reflect.Uint8 && word == "" {
			word = named.String()
		}
	}
	if id == "" {
		return word
	}
	return id
}

// missing notes a key that has to be there, in a plan that was built in Go: of a
// file its reader tells, but of a text that says nothing.
func (c *checker) missing(at at, filled bool) {
	if c.plan.document == nil || filled && !c.unread(at.path) {
		c.fault(strict.Fault{Path: at.path, Kind: strict.KindMissingKey, Key: at.key})
	}
}

// fault notes what a reader of a file would have said.
func (c *checker) fault(fault strict.Fault) {
	if len(c.findings) >= maxFindings || c.lost(fault.Path) {
		return
	}
	place, _ := c.plan.Where(fault.Path)
	fault.File, fault.Line, fault.Column = cmp.Or(place.File, c.name), place.Line, place.Column
	c.findings = append(c.findings, c.book.FaultFinding("DB-011", fault))
}

// word checks that the value of an enumeration is one of its own.
func (c *checker) word(v reflect.Value, at at) {
	if text, ok := v.Interface().(encoding.TextMarshaler); ok {
		if name, err := text.MarshalText(); err == nil && len(name) > 0 {
			return
		}
	}
	if c.plan.document == nil {
		c.fault(strict.Fault{Path: at.path, Kind: strict.KindBadValue, Got: lang.Quoted(""), Want: strict.OneOf(wordsOf(v.Type()))})
	}
}

func (c *checker) text(text string, at at, r *rule) {
	switch {
	case r.unit == "reason" && strings.TrimSpace(text) == "":
		c.found("DB-005", at.path, lang.Args{"task": lang.Both(at.subject)})
	case r.filled && strings.TrimSpace(text) == "":
		c.missing(at, true)
	case r.of != "":
		c.spoken(r.of, at.path, text, r)
	}
}

// entries bounds how many there are.
func (c *checker) entries(n int, at at, r *rule) {
	if r.entries > 0 && n > r.entries {
		c.outside(at, lang.Plain(n), lang.Plain(0), lang.Plain(r.entries))
	}
}

// within checks a number against its bounds, both included; told is how a finding
// has it.
func (c *checker) within(n decimal.Decimal, at at, r *rule, told func(decimal.Decimal) lang.Value) {
	reckonable := isReckonable(n)
	if reckonable && (!r.bounded || n.GreaterThanOrEqual(r.least) && n.LessThanOrEqual(r.most)) {
		return
	}
	value, least, most := lang.Value(lang.Dash()), told(r.least), told(r.most)
	if reckonable {
		value = told(n)
	}
	switch r.unit {
	case "workdays":
		c.found("DB-009", at.path, lang.Args{"task": lang.Both(at.subject), "value": value, "least": least, "most": most})
	case "driver":
		c.found("DB-008", at.path, lang.Args{"driver": lang.Both(at.key), "value": value, "most": most})
	default:
		c.outside(at, value, least, most)
	}
}

func asWhole(n decimal.Decimal) lang.Value { return lang.Plain(n.IntPart()) }

func asText(n decimal.Decimal) lang.Value { return lang.Both(n.String()) }

func (c *checker) outside(at at, value, least, most lang.Value) {
	c.found("DB-018", at.path, lang.Args{"id": lang.Both(at.key), "value": value, "least": least, "most": most})
}

// ofDay checks a day against the years that a plan, or a contract, can be about,
// and what has happened against the day that the plan is seen from.
func (c *checker) ofDay(day date.Date, at at, r *rule) {
	first := earliest
	if r.deal {
		first = earliestOfDeal
	}
	c.day(at.path, day, first)
	if !r.fact || c.lost("asOf") || c.lost("dataDate") {
		return
	}
	if seen := c.seenFrom(); day > seen && day <= latest {
		c.found("DB-304", at.path, lang.Args{
			"task": lang.Both(at.subject), "date": lang.Day(day), "asof": lang.Day(seen),
		})
	}
}

// when checks a date that may be unknown.
func (c *checker) when(when When, at at) {
	if when.Unknown {
		return
	}
	c.day(at.path, when.Date, earliest)
	if last := when.Last(); last != when.Date {
		c.day(at.path, last, earliest)
	}
}

// sortedKeys returns the keys of a map in the order of their bytes, so that
// every walk over a plan goes the same way.
func sortedKeys[T any](of map[string]T) []string { return slices.Sorted(maps.Keys(of)) }
