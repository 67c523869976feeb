package plan

import (
	"maps"
	"slices"
	"strings"

	"github.com/drejebog/monopolbrud/drejebog/lang"
	"github.com/drejebog/monopolbrud/drejebog/plan/grammar"
	"github.com/drejebog/monopolbrud/seeds/strict"
	"github.com/rickb777/date/v2"
	"github.com/shopspring/decimal"
)

// A checker is told by grammar.Walk what is met in a plan, and finds what is wrong
// with it.

// Missing notes a key that has to be there. Of what stood in a file its reader
// tells, but of a text that says nothing.
func (c *checker) Missing(at grammar.At) {
	switch {
	case at.Rule.Unit == "reason":
		c.found("DB-005", at.Path, lang.Args{"task": lang.Both(at.Subject)})
	case !c.unread(at.Path) && (at.Rule.Filled || !c.wasRead(at.Path)):
		c.fault(strict.Fault{Path: at.Path, Kind: strict.KindMissingKey, Key: at.Key})
	}
}

// wasRead reports whether what holds a path was read from a file.
func (c *checker) wasRead(path string) bool {
	if c.plan.document == nil || c.plan.told == nil {
		return c.plan.document != nil
	}
	_, given := c.plan.Where(path[:max(0, strings.LastIndexAny(path, ".["))])
	return given
}

// fault notes what a reader of a file would have said.
func (c *checker) fault(fault strict.Fault) {
	if c.lost(fault.Path) {
		return
	}
	place := c.place(fault.Path)
	fault.File, fault.Sheet, fault.Line, fault.Column = place.File, place.Sheet, place.Line, place.Column
	c.add(findingOf(c.book, fault))
}

// NoWord notes an enumeration without a value.
func (c *checker) NoWord(at grammar.At, words []string) {
	c.fault(strict.Fault{Path: at.Path, Kind: strict.KindBadValue, Got: lang.Quoted(""), Want: strict.OneOf(words)})
}

// Word checks a word against its vocabulary.
func (c *checker) Word(at grammar.At, vocabulary, word string) { c.spoken(vocabulary, at, word) }

// Again notes what stands in a list twice, which would count twice.
func (c *checker) Again(at grammar.At, word string) {
	c.fault(strict.Fault{Path: at.Path, Kind: strict.KindBadValue, Got: lang.Quoted(word), Want: strict.Part{Kind: "strict/new-entry"}})
}

// Outside notes a number beyond its bounds.
func (c *checker) Outside(at grammar.At, n decimal.Decimal, is bool) {
	told := func(n decimal.Decimal) lang.Value { return lang.Both(n.String()) }
	if at.Whole {
		told = func(n decimal.Decimal) lang.Value { return lang.Plain(n.IntPart()) }
	}
	value, least, most := lang.Value(lang.Dash()), told(at.Rule.Least), told(at.Rule.Most)
	if is {
		value = told(n)
	}
	switch at.Rule.Unit {
	case "workdays":
		c.found("DB-009", at.Path, lang.Args{"task": lang.Both(at.Subject), "value": value, "least": least, "most": most})
	case "driver":
		c.found("DB-008", at.Path, lang.Args{"driver": lang.Both(at.Key), "value": value, "most": most})
	default:
		c.outside(at, value, least, most)
	}
}

func (c *checker) outside(at grammar.At, value, least, most lang.Value) {
	c.found("DB-018", at.Path, lang.Args{"id": lang.Both(at.Key), "value": value, "least": least, "most": most})
}

// TooLong notes a list or a mapping with too many entries, of which nothing else is
// told.
func (c *checker) TooLong(at grammar.At) {
	c.fault(tooLong(at))
	c.breaks(at.Path)
}

func tooLong(at grammar.At) strict.Fault {
	return strict.Fault{Path: at.Path, Kind: strict.KindTooLarge, Want: strict.Part{
		Kind: "strict/entries", Values: map[string]any{"n": at.Rule.MostEntries()},
	}}
}

// Day checks a day against the years that a plan, or a contract, can be about,
// and what has happened against the day that the plan is seen from.
func (c *checker) Day(at grammar.At, day date.Date) {
	first := earliest
	if at.Rule.Deal {
		first = earliestOfDeal
	}
	c.day(at.Path, day, first)
	if !at.Rule.Fact || c.lost("asOf") || c.lost("dataDate") {
		return
	}
	if seen := c.seenFrom(); day > seen && day <= latest {
		c.found("DB-304", at.Path, lang.Args{
			"task": lang.Both(at.Subject), "date": lang.Day(day), "asof": lang.Day(seen),
		})
	}
}

// Scalar checks a date that may be unknown.
func (c *checker) Scalar(at grammar.At, value any) {
	when, ok := value.(When)
	if !ok || when.Unknown {
		return
	}
	c.day(at.Path, when.Date, earliest)
	if last := when.Last(); last != when.Date {
		c.day(at.Path, last, earliest)
	}
}

// sortedKeys returns the keys of a map in the order of their bytes, so that
// every walk over a plan goes the same way.
func sortedKeys[T any](of map[string]T) []string { return slices.Sorted(maps.Keys(of)) }
