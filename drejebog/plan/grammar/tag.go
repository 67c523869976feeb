package grammar

import (
	"cmp"
	"fmt"
	"reflect"
	"strings"

	"github.com/shopspring/decimal"
)

// Tag is what a plan tag says of a value.
type Tag struct {
	Span
	Bounded bool   // by Span
	Unit    string // "workdays", "months", by a tag of its own, which the reader goes by too; "driver", "reason" or "": what the number or the text is
	Deal    bool   // a day of a contract, which may lie far back
	Fact    bool   // a day that something happened
	Filled  bool   // a text that says something
	Of      string // the vocabulary of a text, or of each of a list; ""
	Keys    string // that of the keys of a mapping; ""
	Like    string // an example of a key or a text of one's own choice
	Home    string // path at which what stands under a key of before stands now; ""
	Named   string // the group of words that people have for the values of an enumeration; ""
	Unsaid  string // the word among them for no value; ""
	zero    string // of an embedded object: its key that may be zero
	entries int    // 0: mostEntries
}

// Span is the least and the most of a number, both included.
type Span struct{ Least, Most decimal.Decimal }

// mostEntries is how many entries a list or a mapping may have where its tag says no
// other: more than the contracts, the people or the answers of any kommune.
const mostEntries = 2000

// MostEntries is how many entries a list or a mapping may have.
func (r *Tag) MostEntries() int { return cmp.Or(r.entries, mostEntries) }

// IsTooLong reports whether a value is a list or a mapping of too many entries.
func (r *Tag) IsTooLong(v reflect.Value) bool {
	return (v.Kind() == reflect.Slice || v.Kind() == reflect.Map) && v.Len() > r.MostEntries()
}

// within is the rule for what lies in a value: bounds hold for every number of a
// list, a mapping or an object, a vocabulary and days for those of a list.
func (r Tag) within() Tag {
	r.Keys, r.entries = "", 0
	return r
}

// readRule reads a plan tag.
func readRule(tag string, spans map[string]Span) (Tag, error) {
	var r Tag
	for word := range strings.FieldsSeq(tag) {
		if known, ok := spans[word]; ok {
			r.Span, r.Bounded = known, true
			continue
		}
		if err := r.add(word); err != nil {
			return r, err
		}
	}
	return r, nil
}

func (r *Tag) add(word string) (err error) {
	name, value, _ := strings.Cut(word, "=")
	switch name {
	case "driver":
		r.Unit = name
	case "deal":
		r.Deal = true
	case "fact":
		r.Fact = true
	case "filled":
		r.Filled = true
	case "reason":
		r.Filled, r.Unit = true, name
	case "most":
		_, err = fmt.Sscanf(value, "%d", &r.entries)
	default:
		if into := r.texts()[name]; into != nil {
			*into = value
			return nil
		}
		least, most, _ := strings.Cut(word, "..")
		if r.Least, err = decimal.NewFromString(least); err == nil {
			r.Most, err = decimal.NewFromString(most)
		}
		r.Bounded = true
	}
	if err != nil {
		return fmt.Errorf("grammar: the tag %q: %w", word, err)
	}
	return nil
}

// texts are what a word with = sets, by the word.
func (r *Tag) texts() map[string]*string {
	return map[string]*string{
		"of": &r.Of, "keys": &r.Keys, "like": &r.Like, "zero": &r.zero, "home": &r.Home, "named": &r.Named, "unsaid": &r.Unsaid,
	}
}
