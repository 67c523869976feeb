// Package strict reads YAML and JSON into Go structs and finds every fault in
// one pass, each with file, line and column. [YAML] and [JSON] write the same structs
// so that Read reads them again.
//
// It is the one reader for the module's own data files and for the documents
// that others hand in, so it trusts nothing:
//
//   - An unknown key, a key given twice, a missing required key and a value of
//     the wrong kind are faults. An unknown key is answered with the nearest
//     key that is known.
//   - All faults are reported, sorted by place, and what could be read stands
//     in the value all the same.
//   - Scalars keep their source text. "no", "0101", "2.50" and "1_000" in a
//     text stay what was written, and no number passes through a float.
//   - Size, depth and number of values are bounded before anything is built.
//     Anchors, aliases, merge keys, tags and a second document are refused, as
//     are control characters and text that is not UTF-8.
//
// # Fields
//
// A field is named by its yaml tag; "required" after the name makes its
// absence a fault, "-" hides it, and an embedded struct is inlined:
//
//	type Plan struct {
//		Kommune string                `yaml:"kommune,required"`
//		AsOf    *date.Date            `yaml:"asOf"`
//		Tasks   map[string]TaskFacts  `yaml:"tasks"`
//		Common  `yaml:",inline"`
//	}
//
// Read fills strings, booleans (true, false), integers (decimal digits, or as
// lang.ParseCount reads them, with the tag unit:"workdays" or unit:"months" as
// lang.ParseWorkdays and lang.ParseMonths do,
// within the bounds of their type), pointers (nil where the key is absent or null),
// slices, maps with string keys, structs, [date.Date] (as lang.ParseISO reads it),
// decimal.Decimal (as lang.ParseMeasure reads it) and every type whose pointer is an
// encoding.TextUnmarshaler: it is given the text of the scalar as written. Its
// error says what was expected; [OneOf] is such an error for a list of words.
//
// A number without quotes in a YAML file is what people wrote, 150.000 or 37,5; one
// in a JSON document is what JSON says, and a type that is a json.Unmarshaler too
// is given it as that.
//
// Nothing of the package changes: whatever is read or written may be so by many
// goroutines at once, and a [Document] may be shared.
//
// # A whole program
//
//	package main
//
//	import (
//		"fmt"
//
//		"github.com/drejebog/monopolbrud/drejebog"
//		"github.com/drejebog/monopolbrud/seeds/strict"
//		"github.com/rickb777/date/v2"
//	)
//
//	type plan struct {
//		Kommune string     `yaml:"kommune,required"`
//		AsOf    *date.Date `yaml:"asOf"`
//	}
//
//	func main() {
//		var p plan
//		document, faults := strict.Read("plan.yaml", []byte("komune: Roskilde\nasOf: 2014-02-30\n"), &p, strict.Limits{})
//		for _, fault := range faults {
//			fmt.Println(fault.Place(), drejebog.BuiltInWords().Of(fault).DA)
//		}
//		if place, ok := document.Where("asOf"); ok {
//			fmt.Println("asOf stands in line", place.Line)
//		}
//	}
package strict
